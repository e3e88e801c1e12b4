// Puts answers on disk, in the order they were given, and never forgets one that could not be saved:
// it stays here, on the screen, and is tried again until there is room.

import { AppError, toAppError } from "../../ipc/backend";
import type { AnswerView, FormState } from "../../ipc/bindings.gen";

export const TYPING_MS = 400;
export const RETRY_MS = 3000;

type Send = (path: string, answer: AnswerView, typing: boolean) => Promise<FormState>;

export class Saver {
  /** What is on the screen and not on disk yet, by question. */
  pending = $state.raw<ReadonlyMap<string, AnswerView>>(new Map());
  error = $state.raw<AppError | null>(null);
  busy = $state(false);
  #running: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private send: Send,
    private saved: (state: FormState) => void,
  ) {}

  /** Keeps an answer: typed text waits for a pause in the typing, everything else goes at once. */
  put(path: string, answer: AnswerView, typing: boolean): void {
    this.pending = new Map(this.pending).set(path, answer);
    clearTimeout(this.#timer);
    if (typing) this.#timer = setTimeout(() => void this.#run(true), TYPING_MS);
    else void this.#run(false);
  }

  /** True when everything on the screen is on disk. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.pending.size > 0) {
      if (!(await this.#run(false))) return false;
    }
    return true;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #run(typing: boolean): Promise<boolean> {
    this.#running ??= this.#sendAll(typing).finally(() => (this.#running = null));
    return this.#running;
  }

  async #sendAll(typing: boolean): Promise<boolean> {
    this.busy = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const [path, answer] = next;
        const state = await this.send(path, answer, typing);
        // Typed on meanwhile: the newer answer still waits.
        if (this.pending.get(path) === answer) this.#forget(path);
        this.error = null;
        this.saved(state);
      }
      return true;
    } catch (raised) {
      this.error = toAppError(raised);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#run(false), RETRY_MS);
      return false;
    } finally {
      this.busy = false;
    }
  }

  #next(): [string, AnswerView] | undefined {
    return this.pending.entries().next().value;
  }

  #forget(path: string): void {
    const left = new Map(this.pending);
    left.delete(path);
    this.pending = left;
  }
}
