// Choices between two values: one step chooses, one takes the other, and each may wait.

import { toAppError, type AppError, type Backend } from "../../ipc/backend";
import type { ChangeId, ChoiceView, Keep, SendingView } from "../../ipc/bindings.gen";

export interface Decision {
  choice: ChoiceView;
  keep: Keep;
}

export class Choices {
  /** As the core lists them. */
  all = $state.raw<ChoiceView[]>([]);
  /** What was chosen on this screen, latest first. */
  decisions = $state.raw<Decision[]>([]);
  /** Choices put off until later, on this screen only. */
  later = $state.raw<ChangeId[]>([]);
  problem = $state.raw<AppError | null>(null);

  constructor(
    private backend: Backend,
    private onchosen: (view: SendingView) => void = () => undefined,
  ) {}

  /** Still to choose, those put off last. */
  open = $derived(
    this.all.toSorted((a, b) => Number(this.isLater(a.change)) - Number(this.isLater(b.change))),
  );
  /** The one that the keys 1 and 2 are about. */
  current = $derived(this.open.find((choice) => !this.isLater(choice.change)) ?? null);

  isLater(change: ChangeId): boolean {
    return this.later.includes(change);
  }

  async choose(choice: ChoiceView, keep: Keep): Promise<boolean> {
    const { kind, id, change } = choice;
    try {
      const view = await this.backend.call("resolve", { kind, id, change, keep });
      this.all = view.choices;
      this.decisions = [
        { choice, keep },
        ...this.decisions.filter((old) => old.choice.change !== choice.change),
      ];
      this.later = this.later.filter((put) => put !== change);
      this.problem = null;
      this.onchosen(view);
      return true;
    } catch (raised) {
      this.problem = toAppError(raised);
      return false;
    }
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
}
