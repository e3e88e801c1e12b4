// One message at a time, with a way to take back what was done.

export interface Toast {
  text: string;
  undo?: () => void | Promise<void>;
}

const SHOWN_MS = 5_000;
/** Longer where there is something to take back. */
const UNDO_MS = 12_000;

export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, undo?: Toast["undo"]): void {
    this.current = undo ? { text, undo } : { text };
    this.resume();
  }

  /** Holds the message while it is pointed at or focused. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), this.current?.undo ? UNDO_MS : SHOWN_MS);
  }

  async undo(): Promise<void> {
    const undo = this.current?.undo;
    this.close();
    await undo?.();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}
