// Adding or changing an address: a likely double is shown before anything is saved.

import { AppError, toAppError } from "../../ipc/backend";
import type { HouseholdHead, HouseholdInput, HouseholdView, TodayRow } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";

export class HouseholdForm {
  neighbourhood = $state("");
  street = $state("");
  number = $state("");
  name = $state("");
  people = $state<number | null>(null);
  languages = $state<string[]>([]);
  note = $state("");
  doubles = $state.raw<TodayRow[] | null>(null);
  error = $state.raw<AppError | null>(null);
  busy = $state(false);

  constructor(
    private app: AppState,
    private existing: { head: HouseholdHead; note: string | null } | null,
  ) {
    this.neighbourhood = existing?.head.neighbourhood ?? app.session.open.neighbourhoods[0]?.code ?? "";
    if (!existing) return;
    const { head } = existing;
    this.street = head.street;
    this.number = head.bus ? `${head.number} bus ${head.bus}` : head.number;
    this.name = head.name ?? "";
    this.people = head.people;
    this.languages = [...head.languages];
    this.note = existing.note ?? "";
  }

  toggleLanguage(code: string): void {
    const has = this.languages.includes(code);
    this.languages = has ? this.languages.filter((other) => other !== code) : [...this.languages, code];
  }

  /** The saved household, or null while a double or an error asks for attention. */
  async submit(sure: boolean): Promise<HouseholdView | null> {
    if (this.busy) return null;
    this.busy = true;
    this.error = null;
    try {
      const input = this.#input();
      if (!sure && !this.existing) {
        const { rows } = await this.app.backend.call("find_doubles", input);
        if (rows.length) {
          this.doubles = rows;
          return null;
        }
      }
      return await this.app.backend.call("save_household", input);
    } catch (raised) {
      this.error = toAppError(raised);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #input(): HouseholdInput {
    return {
      id: this.existing?.head.id ?? null,
      neighbourhood: this.neighbourhood,
      street: this.street.trim(),
      number: this.number.trim(),
      bus: null,
      name: this.name.trim() || null,
      people: this.people,
      languages: $state.snapshot(this.languages),
      note: this.note.trim() || null,
      on_my_list: !this.existing,
    };
  }
}
