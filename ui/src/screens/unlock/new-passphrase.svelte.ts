// A passphrase that is being chosen, typed twice.

import type { Backend } from "../../ipc/backend";
import type { PassphraseHint } from "../../ipc/bindings.gen";

export class NewPassphrase {
  text = $state("");
  repeat = $state("");
  hint = $state.raw<PassphraseHint | null>(null);
  differs = $state(false);

  async weigh(backend: Backend): Promise<void> {
    this.differs = false;
    const passphrase = this.text;
    const hint = await backend.call("passphrase_hint", { passphrase }).catch(() => null);
    if (passphrase === this.text) this.hint = hint;
  }

  /** The passphrase where both are the same; else says that they differ. */
  agreed(): string | null {
    this.differs = this.text !== this.repeat;
    return this.differs ? null : this.text;
  }

  clear(): void {
    this.text = this.repeat = "";
  }
}
