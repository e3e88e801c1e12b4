// Lists of a day: which there are, a new one, and addresses from a file.

import { toAppError, type AppError, type Backend, type Input } from "../../ipc/backend";
import type { ImportView, RecordId, RoundView, StreetGroup, UserId } from "../../ipc/bindings.gen";

export type Missing = "day" | "neighbourhood" | "assignee" | "name" | "households";

export class Rounds {
  day = $state<string | null>(null);
  rounds = $state.raw<RoundView[] | null>(null);
  problem = $state.raw<AppError | null>(null);

  constructor(
    private backend: Backend,
    today: string,
  ) {
    this.day = today;
  }

  async load(): Promise<void> {
    try {
      this.rounds = (await this.backend.call("rounds", { day: this.day })).rounds;
      this.problem = null;
    } catch (raised) {
      this.problem = toAppError(raised);
    }
  }

  /** Takes a household off a list, and with the last one the list; whether it worked. */
  async remove(round: RoundView, household: RecordId): Promise<boolean> {
    if (round.households.length === 1) return this.withdraw(round);
    return this.#change("remove_from_round", { round: round.id, household });
  }

  /** Puts a household that was taken off back; a list that went with it is made again. */
  async putBack(round: RoundView, household: RecordId): Promise<boolean> {
    if (round.households.length === 1) return this.restore(round);
    return this.#change("add_to_round", { round: round.id, household });
  }

  async withdraw(round: RoundView): Promise<boolean> {
    return this.#change("withdraw_round", { id: round.id });
  }

  /** Makes a list that was withdrawn again, as it was shown. */
  async restore({ day, name, neighbourhood, households, assignee }: RoundView): Promise<boolean> {
    if (!assignee) return false;
    const ids = households.map(({ id }) => id);
    return this.#change("make_round", { day, name, neighbourhood, households: ids, assignee });
  }

  async #change<K extends "add_to_round" | "remove_from_round" | "withdraw_round" | "make_round">(
    name: K,
    input: Input<K>,
  ): Promise<boolean> {
    try {
      await this.backend.call(name, input);
    } catch (raised) {
      this.problem = toAppError(raised);
      return false;
    }
    // Another day may be shown by now.
    await this.load();
    return true;
  }
}

/** A list being made. */
export class NewRound {
  day = $state<string | null>(null);
  name = $state("");
  neighbourhood = $state<string | null>(null);
  assignee = $state<UserId | null>(null);
  text = $state("");
  streets = $state.raw<StreetGroup[]>([]);
  total = $state(0);
  picked = $state.raw<ReadonlySet<RecordId>>(new Set());
  tried = $state(false);
  saving = $state(false);
  problem = $state.raw<AppError | null>(null);

  constructor(
    private backend: Backend,
    today: string,
  ) {
    this.day = today;
  }

  missing = $derived.by(() => {
    const missing: Missing[] = [];
    if (!this.day) missing.push("day");
    if (!this.name.trim()) missing.push("name");
    if (!this.neighbourhood) missing.push("neighbourhood");
    if (!this.assignee) missing.push("assignee");
    if (this.picked.size === 0) missing.push("households");
    return missing;
  });

  lacks(field: Missing): boolean {
    return this.tried && this.missing.includes(field);
  }

  /** Another neighbourhood: what was picked elsewhere is dropped, a list stays in one. */
  async choose(neighbourhood: string): Promise<void> {
    if (this.neighbourhood !== neighbourhood) this.picked = new Set();
    this.neighbourhood = neighbourhood;
    await this.filter(this.text);
  }

  async filter(text: string): Promise<void> {
    this.text = text;
    const { neighbourhood } = this;
    if (!neighbourhood) return;
    try {
      const found = await this.backend.call("households", { neighbourhood, text: text.trim() || null });
      // An older answer must not overtake a newer one.
      if (this.text !== text || this.neighbourhood !== neighbourhood) return;
      this.streets = found.streets;
      this.total = found.total;
      this.problem = null;
    } catch (raised) {
      this.problem = toAppError(raised);
    }
  }

  toggle(household: RecordId): void {
    const picked = new Set(this.picked);
    if (!picked.delete(household)) picked.add(household);
    this.picked = picked;
  }

  isWhole(street: StreetGroup): boolean {
    return visitable(street).every((id) => this.picked.has(id));
  }

  /** The whole street, without addresses that want no visit. */
  toggleStreet(street: StreetGroup): void {
    const picked = new Set(this.picked);
    const whole = this.isWhole(street);
    for (const id of visitable(street)) {
      if (whole) picked.delete(id);
      else picked.add(id);
    }
    this.picked = picked;
  }

  /** The lists of that day; null while something lacks. */
  async save(): Promise<RoundView[] | null> {
    this.tried = true;
    const { day, neighbourhood, assignee } = this;
    if (this.missing.length || this.saving || !day || !neighbourhood || !assignee) return null;
    this.saving = true;
    try {
      const { rounds } = await this.backend.call("make_round", {
        day,
        name: this.name.trim(),
        neighbourhood,
        households: [...this.picked],
        assignee,
      });
      this.picked = new Set();
      this.name = "";
      this.tried = false;
      return rounds;
    } catch (raised) {
      this.problem = toAppError(raised);
      return null;
    } finally {
      this.saving = false;
    }
  }
}

function visitable(street: StreetGroup): RecordId[] {
  return street.rows.filter((row) => row.state !== "no_visit").map((row) => row.household.id);
}

/** Addresses from a file: first a look, then the import. */
export class Import {
  text = $state("");
  fileName = $state<string | null>(null);
  preview = $state.raw<ImportView | null>(null);
  imported = $state<number | null>(null);
  busy = $state(false);
  problem = $state.raw<AppError | null>(null);

  constructor(private backend: Backend) {}

  read(text: string, fileName: string | null = null): void {
    this.text = text;
    this.fileName = fileName;
    this.preview = null;
    this.imported = null;
  }

  /** What would happen; nothing is written. */
  async look(): Promise<void> {
    await this.#send(false);
  }

  async confirm(): Promise<void> {
    await this.#send(true);
  }

  async #send(confirm: boolean): Promise<void> {
    if (!this.text.trim() || this.busy) return;
    this.busy = true;
    try {
      const view = await this.backend.call("import_addresses", { csv: this.text, confirm });
      this.problem = null;
      if (view.imported) {
        this.read("");
        this.imported = view.new;
      } else this.preview = view;
    } catch (raised) {
      this.problem = toAppError(raised);
    } finally {
      this.busy = false;
    }
  }
}
