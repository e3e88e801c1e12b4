// What waits for a coordinator: values that two people wrote, changes that were set aside, households that look the same.

import { attempt, type AppError, type Backend } from "../../ipc/backend";
import type { AsideView, DecideView, DoublePair, RecordId } from "../../ipc/bindings.gen";
import { Choices } from "../sending/choices.svelte";

export type Part = "choices" | "set-aside" | "doubles";

export class Decide {
  readonly choices: Choices;
  view = $state.raw<DecideView | null>(null);
  /** What the person asked to see; until then, the first part where something waits. */
  asked = $state<Part | null>(null);
  problem = $state.raw<AppError | null>(null);
  busy = $state(false);
  #at = $state.raw<string | null>(null);
  /** Grows smaller as choices are made here. */
  get waiting() {
    return this.choices.open;
  }
  counts = $derived({
    choices: this.waiting.length,
    "set-aside": this.view?.set_aside.length ?? 0,
    doubles: this.view?.doubles.length ?? 0,
  });
  part = $derived<Part>(
    this.asked ??
      (["choices", "set-aside", "doubles"] as const).find((part) => this.counts[part] > 0) ??
      "set-aside",
  );

  asides = $derived(this.view?.set_aside ?? []);
  pairs = $derived(this.view?.doubles ?? []);
  /** What the keys are about: the one stepped to, else the first. */
  aside = $derived(this.asides.find((aside) => aside.id === this.#at) ?? this.asides[0] ?? null);
  pair = $derived(this.pairs.find((pair) => pairId(pair) === this.#at) ?? this.pairs[0] ?? null);

  constructor(private backend: Backend) {
    this.choices = new Choices(backend);
  }

  show(part: Part): void {
    this.asked = part;
    this.#at = null;
  }

  /** To the next one of this part, or the one before. */
  step(by: 1 | -1): void {
    const ids = this.part === "doubles" ? this.pairs.map(pairId) : this.asides.map(({ id }) => id);
    const now = this.part === "doubles" ? this.pair && pairId(this.pair) : this.aside?.id;
    const next = ids[ids.indexOf(now ?? "") + by];
    if (next) this.#at = next;
  }

  async load(): Promise<void> {
    await this.#attempt(() => this.backend.call("decide", {}));
    // Whoever is at a part where something waits stays there, also when it empties.
    if (this.counts[this.part] > 0) this.asked ??= this.part;
  }

  accept(aside: AsideView, fields: Record<string, unknown> = {}, reason: string | null = null) {
    return this.#do(() => this.backend.call("accept_set_aside", { id: aside.id, fields, reason }));
  }
  reject(aside: AsideView, reason: string) {
    return this.#do(() => this.backend.call("reject_set_aside", { id: aside.id, reason }));
  }
  merge(stays: RecordId, alias: RecordId) {
    return this.#do(() => this.backend.call("merge_households", { stays, alias }));
  }
  lift(id: RecordId) {
    return this.#do(() => this.backend.call("lift_alias", { id }));
  }
  keepApart(pair: DoublePair, apart: boolean) {
    const [first, second] = [pair.first.row.household.id, pair.second.row.household.id];
    return this.#do(() => this.backend.call("keep_apart", { first, second, apart }));
  }

  async #do(work: () => Promise<DecideView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const done = await this.#attempt(work);
    this.busy = false;
    return done;
  }

  #attempt(work: () => Promise<DecideView>): Promise<boolean> {
    const show = async () => {
      this.view = await work();
      this.choices.all = this.view.choices;
    };
    return attempt(show, (problem) => (this.problem = problem));
  }
}

export function pairId(pair: DoublePair): string {
  return `${pair.first.row.household.id} ${pair.second.row.household.id}`;
}
