// The first start of a laptop: address, code, passphrase, and the wait for the first data.

import { AppError, toAppError } from "../../ipc/backend";
import type { PassphraseHint } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";

export type EnrolStep = 1 | 2 | 3;

export class Enrol {
  step = $state<EnrolStep>(1);
  url = $state("");
  municipality = $state<string | null>(null);
  code = $state("");
  device = $state("");
  passphrase = $state("");
  repeat = $state("");
  hint = $state.raw<PassphraseHint | null>(null);
  differs = $state(false);
  busy = $state(false);
  error = $state.raw<AppError | null>(null);

  constructor(private app: AppState) {
    void this.weigh();
  }

  async checkServer(): Promise<void> {
    await this.#run(async () => {
      const { municipality } = await this.app.backend.call("check_server", { url: this.url.trim() });
      this.municipality = municipality;
      this.step = 2;
    });
  }

  async weigh(): Promise<void> {
    this.differs = false;
    const passphrase = this.passphrase;
    const hint = await this.app.backend.call("passphrase_hint", { passphrase }).catch(() => null);
    if (passphrase === this.passphrase) this.hint = hint;
  }

  async finish(): Promise<void> {
    this.differs = this.passphrase !== this.repeat;
    if (this.differs) return;
    await this.#run(async () => {
      const view = await this.app.backend.call("enrol", {
        url: this.url.trim(),
        code: this.code.trim(),
        device_name: this.device.trim(),
        passphrase: this.passphrase,
      });
      this.passphrase = this.repeat = "";
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
