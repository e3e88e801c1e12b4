// The leaflets, one open beside its Dutch, and noting how it was given: shown and left behind are two things.

import { AppError, attempt } from "../../ipc/backend";
import type { HouseholdHead, LeafletRow, LeafletUse, LeafletView, RecordId } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";

export class Leaflets {
  rows = $state.raw<LeafletRow[]>([]);
  open = $state<string | null>(null);
  language = $state("nl");
  dutch = $state.raw<LeafletView | null>(null);
  other = $state.raw<LeafletView | null>(null);
  home = $state.raw<HouseholdHead | null>(null);
  error = $state.raw<AppError | null>(null);
  /** What was noted here already, as "leaflet language how". */
  given = $state.raw<ReadonlySet<string>>(new Set());

  constructor(
    private app: AppState,
    private about: { household?: RecordId; draft?: RecordId },
  ) {}

  row = $derived(this.rows.find((row) => row.id === this.open) ?? null);
  shown = $derived(this.other ?? this.dutch);

  async load(leaflet: string | undefined, language: string | undefined): Promise<void> {
    await this.#try(async () => {
      this.rows = (await this.app.backend.call("leaflets", {})).rows;
      this.language = language ?? "nl";
      if (this.about.household) {
        const { row } = await this.app.backend.call("household", { id: this.about.household });
        this.home = row.household;
        if (!language && row.household.languages[0]) this.language = row.household.languages[0];
      }
      const wanted = this.rows.find((row) => row.id === leaflet) ?? this.rows[0];
      if (wanted) await this.show(wanted.id);
    });
  }

  async show(id: string, language: string = this.language): Promise<void> {
    this.open = id;
    this.language = language;
    await this.#try(async () => {
      const { backend } = this.app;
      const [dutch, other] = await Promise.all([
        backend.call("leaflet", { id, language: "nl" }),
        language === "nl" ? null : backend.call("leaflet", { id, language }),
      ]);
      if (this.open !== id || this.language !== language) return;
      this.dutch = dutch;
      this.other = other;
    });
  }

  async give(how: LeafletUse): Promise<boolean> {
    const { household, draft } = this.about;
    const { shown } = this;
    if (!household || !shown) return false;
    return this.#try(async () => {
      await this.app.backend.call("give_leaflet", {
        draft: draft ?? null,
        household,
        leaflet: shown.id,
        language: shown.language,
        how,
      });
      this.given = new Set(this.given).add(`${shown.id} ${shown.language} ${how}`);
    });
  }

  wasGiven(how: LeafletUse): boolean {
    return this.shown !== null && this.given.has(`${this.shown.id} ${this.shown.language} ${how}`);
  }

  #try(action: () => Promise<void>): Promise<boolean> {
    return attempt(action, (problem) => (this.error = problem));
  }
}
