// Choices between two values: one step chooses, one takes that back, and each may wait. A choice goes to the core only
// once it can no longer be taken back, so that taking it back leaves both values as they were.

import { attempt, type AppError, type Backend } from "../../ipc/backend";
import type { ChangeId, ChoiceView, Keep, SendingView } from "../../ipc/bindings.gen";

export interface Decision {
  choice: ChoiceView;
  keep: Keep;
}

export class Choices {
  /** As the core lists them. */
  all = $state.raw<ChoiceView[]>([]);
  /** What was chosen and can still be taken back. */
  held = $state.raw<Decision[]>([]);
  /** What was chosen on this screen for good, latest first. */
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
    this.all
      .filter(({ change }) => !this.held.some(({ choice }) => choice.change === change))
      .toSorted((a, b) => Number(this.isLater(a.change)) - Number(this.isLater(b.change))),
  );
  /** The one that the keys 1 and 2 are about. */
  current = $derived(this.open.find((choice) => !this.isLater(choice.change)) ?? null);

  /** Whether there is anything to choose, or was. */
  shown = $derived(this.open.length + this.held.length + this.decisions.length > 0);

  isLater(change: ChangeId): boolean {
    return this.later.includes(change);
  }

  hold(decision: Decision): void {
    this.held = [...this.held, decision];
  }

  takeBack(decision: Decision): void {
    this.held = this.held.filter((held) => held !== decision);
  }

  /** For good. */
  async settle(decision: Decision): Promise<boolean> {
    const done = await this.choose(decision.choice, decision.keep);
    this.takeBack(decision);
    return done;
  }

  /** For good, at once: also the other value of one that was settled here. */
  async choose(choice: ChoiceView, keep: Keep): Promise<boolean> {
    const { kind, id, change } = choice;
    const resolve = async () => {
      const view = await this.backend.call("resolve", { kind, id, change, keep });
      this.all = view.choices;
      this.decisions = [
        { choice, keep },
        ...this.decisions.filter((old) => old.choice.change !== choice.change),
      ];
      this.later = this.later.filter((put) => put !== change);
      this.onchosen(view);
    };
    return attempt(resolve, (problem) => (this.problem = problem));
  }

  postpone(choice: ChoiceView): void {
    this.later = [...this.later, choice.change];
  }
}
