// Something that must be held for a second, so that a passing finger does not do it.

export const HOLD_MS = 1000;

export class Hold {
  holding = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private done: () => void) {}

  start(): void {
    if (this.holding) return;
    this.holding = true;
    this.#timer = setTimeout(() => {
      this.holding = false;
      this.done();
    }, HOLD_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.holding = false;
  }
}
