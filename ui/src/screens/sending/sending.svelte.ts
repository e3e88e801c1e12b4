// What waits, what arrived, and the choices between two values.

import { toAppError, type AppError, type Backend } from "../../ipc/backend";
import type { ChangeId, ChoiceView, Keep, SendingView, SyncView } from "../../ipc/bindings.gen";

export interface Decision {
  choice: ChoiceView;
  keep: Keep;
}

export class Sending {
  view = $state.raw<SendingView | null>(null);
  /** What was chosen on this screen, latest first. */
  decisions = $state.raw<Decision[]>([]);
  /** Choices put off until later, on this screen only. */
  later = $state.raw<ChangeId[]>([]);
  trying = $state(false);
  problem = $state.raw<AppError | null>(null);

  constructor(private backend: Backend) {}

  /** Still to choose, those put off last. */
  choices = $derived(
    (this.view?.choices ?? []).toSorted(
      (a, b) => Number(this.isLater(a.change)) - Number(this.isLater(b.change)),
    ),
  );
  /** The one that the keys 1 and 2 are about. */
  current = $derived(this.choices.find((choice) => !this.isLater(choice.change)) ?? null);

  isLater(change: ChangeId): boolean {
    return this.later.includes(change);
  }

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.view = await this.backend.call("sending", {});
    });
  }

  /** Tries at once; how it went stands in the status that comes back. */
  async sendNow(): Promise<SyncView | null> {
    if (this.trying) return null;
    this.trying = true;
    let status: SyncView | null = null;
    await this.#attempt(async () => {
      status = await this.backend.call("send_now", {});
      this.view = await this.backend.call("sending", {});
    });
    this.trying = false;
    return status;
  }

  async choose(choice: ChoiceView, keep: Keep): Promise<boolean> {
    return this.#attempt(async () => {
      this.view = await this.#resolve(choice, keep);
      this.decisions = [
        { choice, keep },
        ...this.decisions.filter((old) => old.choice.change !== choice.change),
      ];
      this.later = this.later.filter((change) => change !== choice.change);
    });
  }

  /** Takes the latest choice back: the other value is kept instead. */
  async undo(): Promise<Decision | null> {
    const [last] = this.decisions;
    if (!last) return null;
    const keep: Keep = last.keep === "standing" ? "waiting" : "standing";
    const done = await this.choose(last.choice, keep);
    return done ? { choice: last.choice, keep } : null;
  }

  postpone(choice: ChoiceView): void {
    this.later = [...this.later, choice.change];
  }

  reconsider(choice: ChoiceView): void {
    this.later = this.later.filter((change) => change !== choice.change);
  }

  #resolve(choice: ChoiceView, keep: Keep): Promise<SendingView> {
    return this.backend.call("resolve", { kind: choice.kind, id: choice.id, change: choice.change, keep });
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      this.problem = null;
      return true;
    } catch (raised) {
      this.problem = toAppError(raised);
      return false;
    }
  }
}
