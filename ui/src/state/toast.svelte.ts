// One message at a time, with a way to take back what was done.

export interface Toast {
  text: string;
  undo?: () => void | Promise<void>;
  /** What becomes final when the message goes without being taken back. */
  done?: () => void | Promise<void>;
}

const SHOWN_MS = 5_000;
/** Longer where there is something to take back. */
const UNDO_MS = 12_000;

export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, undo?: Toast["undo"], done?: Toast["done"]): void {
    void this.close();
    this.current = { text, ...(undo && { undo }), ...(done && { done }) };
    this.resume();
  }

  /** Holds the message while it is pointed at or focused. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.close(), this.current?.undo ? UNDO_MS : SHOWN_MS);
  }

  async undo(): Promise<void> {
    await this.#take()?.undo?.();
  }

  async close(): Promise<void> {
    await this.#take()?.done?.();
  }

  #take(): Toast | null {
    clearTimeout(this.#timer);
    const { current } = this;
    this.current = null;
    return current;
  }
}
