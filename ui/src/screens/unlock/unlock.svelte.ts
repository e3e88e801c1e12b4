// Unlocking: one passphrase, and the wait after wrong ones.

import { AppError, toAppError } from "../../ipc/backend";
import type { AppState } from "../../state/app.svelte";
import { loadShell } from "../shell/load";

export class Unlock {
  passphrase = $state("");
  error = $state.raw<AppError | null>(null);
  busy = $state(false);
  wait = $state(0);
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private app: AppState) {
    this.#count(app.session.start?.wait_seconds ?? 0);
  }

  async open(): Promise<void> {
    if (this.busy || this.wait > 0) return;
    this.busy = true;
    this.error = null;
    try {
      const unlocked = this.app.backend.call("unlock", { passphrase: this.passphrase });
      const [view] = await Promise.all([unlocked, loadShell()]);
      this.passphrase = "";
      await this.app.enter(view);
    } catch (raised) {
      this.#fail(toAppError(raised));
    } finally {
      this.busy = false;
    }
  }

  #fail(error: AppError): void {
    if (error.code === "wait-before-retry") this.#count(Number(error.args["seconds"] ?? 1));
    else this.error = error;
    // A screen of its own says what can be done.
    if (error.code === "damaged-database" || error.code === "newer-database") void this.app.session.load();
  }

  #count(seconds: number): void {
    clearInterval(this.#timer);
    this.wait = seconds;
    if (seconds <= 0) return;
    this.#timer = setInterval(() => {
      this.wait -= 1;
      if (this.wait <= 0) clearInterval(this.#timer);
    }, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.passphrase = "";
  }
}
