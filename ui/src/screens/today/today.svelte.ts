// Today's list: what is selected, what the search finds, and the outcomes of a door that did not become a talk.

import { isToday } from "../../i18n/format";
import { t, enumId } from "../../i18n/i18n.svelte";
import { AppError, attempt, toAppError } from "../../ipc/backend";
import type { Channel, HouseholdView, Outcome, RecordId, TodayRow, TodayView } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";
import { address } from "../shared/household";

/** The selection outlives the screen, so that coming back from a visit lands on the same address. */
let lastSelected: RecordId | null = null;

export interface OutcomeDetails {
  /** Who said it, and until when: for "wants no visit". */
  by?: string | null;
  until?: string | null;
  comeBackOn?: string | null;
}

export interface Group {
  id: string;
  title: string;
  rows: TodayRow[];
}

export class Today {
  view = $state.raw<TodayView | null>(null);
  detail = $state.raw<HouseholdView | null>(null);
  error = $state.raw<AppError | null>(null);
  selectedId = $state<RecordId | null>(lastSelected);
  text = $state("");
  found = $state.raw<TodayRow[] | null>(null);
  #search = 0;

  constructor(private app: AppState) {}

  groups = $derived.by((): Group[] => {
    if (this.found)
      return [
        { id: "found", title: t("today-search-results", { count: this.found.length }), rows: this.found },
      ];
    if (!this.view) return [];
    const streets = this.view.streets.map(({ street, rows }) => ({
      id: `street ${street}`,
      title: street,
      rows,
    }));
    const { unfinished } = this.view;
    return unfinished.length
      ? [{ id: "unfinished", title: t("today-unfinished"), rows: unfinished }, ...streets]
      : streets;
  });
  rows = $derived(this.groups.flatMap((group) => group.rows));
  selected = $derived(this.rows.find((row) => row.household.id === this.selectedId) ?? null);

  async load(): Promise<void> {
    try {
      this.view = await this.app.backend.call("today", { day: null });
      if (!this.selected) this.select(this.#first());
      else await this.#loadDetail();
    } catch (raised) {
      this.error = toAppError(raised);
    }
  }

  #first(): RecordId | null {
    const row =
      this.rows.find((row) => row.draft) ?? this.rows.find((row) => row.state === "to_visit") ?? this.rows[0];
    return row?.household.id ?? null;
  }

  select(id: RecordId | null): void {
    this.selectedId = lastSelected = id;
    void this.#loadDetail();
  }

  /** Moves along the list; returns the row to focus. */
  move(step: 1 | -1): RecordId | null {
    const at = this.rows.findIndex((row) => row.household.id === this.selectedId);
    const next = this.rows[Math.min(Math.max(at + step, 0), this.rows.length - 1)];
    if (next) this.select(next.household.id);
    return next?.household.id ?? null;
  }

  async #loadDetail(): Promise<void> {
    const id = this.selectedId;
    if (!id) return void (this.detail = null);
    try {
      const detail = await this.app.backend.call("household", { id });
      if (this.selectedId === id) this.detail = detail;
    } catch (raised) {
      if (this.selectedId === id) this.detail = null;
      if (toAppError(raised).code !== "not-found") this.error = toAppError(raised);
    }
  }

  async search(): Promise<void> {
    const mine = ++this.#search;
    const text = this.text.trim();
    if (!text) return this.clearSearch();
    try {
      const { rows } = await this.app.backend.call("search", { text });
      if (mine !== this.#search) return;
      this.found = rows;
      if (!this.selected) this.select(rows[0]?.household.id ?? null);
    } catch (raised) {
      this.error = toAppError(raised);
    }
  }

  clearSearch(): void {
    this.#search += 1;
    this.text = "";
    this.found = null;
    if (!this.selected) this.select(this.#first());
  }

  async start(channel: Channel = "door"): Promise<void> {
    const row = this.selected;
    if (!row) return;
    await this.#try(async () => {
      const { id } = await this.app.backend.call("start_visit", { household: row.household.id, channel });
      this.app.nav.go({ name: "visit", draft: id });
    });
  }

  async record(
    outcome: Outcome,
    { by = null, until = null, comeBackOn = null }: OutcomeDetails = {},
  ): Promise<void> {
    const row = this.selected;
    if (!row) return;
    await this.#try(async () => {
      const { attempt } = await this.app.backend.call("record_outcome", {
        household: row.household.id,
        outcome,
        channel: "door",
        said_by: by,
        until,
        come_back_on: comeBackOn,
        leaflets: 0,
      });
      const done = { address: address(row.household), outcome: t(enumId("outcome", outcome)) };
      this.app.toasts.show(t("today-done-outcome", done), () => this.undo(attempt));
      await this.#reload();
    });
  }

  /** Nobody was home or it did not suit, today: a day to come back can still be added. */
  mayComeBack = $derived.by(() => {
    const last = this.selected?.last;
    return !!last && isToday(last.at) && (last.outcome === "not_home" || last.outcome === "not_now");
  });

  /** The outcome was one key; the day comes after, in its place. */
  async comeBackOn(day: string | null): Promise<void> {
    const last = this.selected?.last;
    if (!last) return;
    let undone = false;
    await this.#try(async () => {
      await this.app.backend.call("undo_outcome", { id: last.id });
      undone = true;
    });
    if (undone) await this.record(last.outcome, { comeBackOn: day });
  }

  async undo(attempt: RecordId): Promise<void> {
    await this.#try(async () => {
      const row = await this.app.backend.call("undo_outcome", { id: attempt });
      this.app.toasts.show(t("today-undone"));
      this.select(row.household.id);
      await this.#reload();
    });
  }

  async #reload(): Promise<void> {
    await Promise.all([this.load(), this.found ? this.search() : null, this.app.session.refresh()]);
  }

  #try(action: () => Promise<void>): Promise<boolean> {
    return attempt(action, (problem) => (this.error = problem));
  }
}

/** Forgets the selection, for tests. */
export function forgetSelection(): void {
  lastSelected = null;
}
