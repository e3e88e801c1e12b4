// What waits, what arrived, what was set aside.

import { attempt, type AppError, type Backend } from "../../ipc/backend";
import type { ChangeId, SendingView, SyncView } from "../../ipc/bindings.gen";
import { Choices } from "./choices.svelte";

export class Sending {
  view = $state.raw<SendingView | null>(null);
  trying = $state(false);
  problem = $state.raw<AppError | null>(null);
  readonly choices: Choices;

  constructor(private backend: Backend) {
    this.choices = new Choices(backend, (view) => (this.view = view));
  }

  async load(): Promise<void> {
    await this.#attempt(async () => this.#show(await this.backend.call("sending", {})));
  }

  /** Tries at once; how it went stands in the status that comes back. */
  async sendNow(): Promise<SyncView | null> {
    if (this.trying) return null;
    this.trying = true;
    let status: SyncView | null = null;
    await this.#attempt(async () => {
      status = await this.backend.call("send_now", {});
      this.#show(await this.backend.call("sending", {}));
    });
    this.trying = false;
    return status;
  }

  /** Sends once more what was set aside. */
  async offer(change: ChangeId): Promise<boolean> {
    return this.#attempt(async () => this.#show(await this.backend.call("offer_again", { change })));
  }

  #show(view: SendingView): void {
    this.view = view;
    this.choices.all = view.choices;
  }

  #attempt(work: () => Promise<void>): Promise<boolean> {
    return attempt(work, (problem) => (this.problem = problem));
  }
}
