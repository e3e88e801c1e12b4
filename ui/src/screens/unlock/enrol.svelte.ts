// The first start of a laptop: address, code, passphrase, and the wait for the first data.

import { AppError, toAppError } from "../../ipc/backend";
import type { AppState } from "../../state/app.svelte";
import { NewPassphrase } from "./new-passphrase.svelte";

export type EnrolStep = 1 | 2 | 3;

export class Enrol {
  step = $state<EnrolStep>(1);
  url = $state("");
  municipality = $state<string | null>(null);
  code = $state("");
  device = $state("");
  readonly passphrase = new NewPassphrase();
  busy = $state(false);
  error = $state.raw<AppError | null>(null);

  constructor(private app: AppState) {}

  async checkServer(): Promise<void> {
    await this.#run(async () => {
      const { municipality } = await this.app.backend.call("check_server", { url: this.url.trim() });
      this.municipality = municipality;
      this.step = 2;
    });
  }

  async finish(): Promise<void> {
    const passphrase = this.passphrase.agreed();
    if (passphrase === null) return;
    await this.#run(async () => {
      const view = await this.app.backend.call("enrol", {
        url: this.url.trim(),
        code: this.code.trim(),
        device_name: this.device.trim(),
        passphrase,
      });
      this.passphrase.clear();
      await this.app.enter(view);
    });
  }

  async #run(action: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = null;
    try {
      await action();
    } catch (raised) {
      this.error = toAppError(raised);
      if (/code/.test(this.error.code)) this.step = 2;
    } finally {
      this.busy = false;
    }
  }
}
