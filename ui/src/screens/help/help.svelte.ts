// Help requests: the list, the board and the one that is open. Every act answers with the request as it then is.

import { attempt, type AppError, type Backend } from "../../ipc/backend";
import type {
  ConsentInput,
  HelpFilter,
  HelpListView,
  HelpOptions,
  HelpRow,
  HelpState,
  HelpView,
  RecordId,
  ReferralState,
  Urgency,
  UserId,
} from "../../ipc/bindings.gen";
import { byNeed, byUrgency, columnOf, type Column, COLUMNS, nextUrgency, STATE_OF_COLUMN } from "./words";

const EMPTY: HelpListView = { rows: [], mine: 0, team: 0, ended: 0, unassigned_today: [] };

export class HelpRequests {
  filter = $state<HelpFilter>("mine");
  /** The board shows the open and the ended requests of the team beside each other. */
  board = $state(false);
  list = $state.raw<HelpListView>(EMPTY);
  #ended = $state.raw<HelpRow[]>([]);
  open = $state.raw<HelpView | null>(null);
  /** Requests for today that nobody took; their rows, also when the list shows others. */
  untaken = $state.raw<HelpRow[]>([]);
  options = $state.raw<HelpOptions | null>(null);
  problem = $state.raw<AppError | null>(null);
  loaded = $state(false);

  constructor(
    private backend: Backend,
    private me: UserId,
  ) {}

  rows = $derived([...this.list.rows].sort(byNeed));
  overdue = $derived(this.rows.filter((row) => row.overdue));
  groups = $derived(
    COLUMNS.map((column) => ({
      column,
      rows: this.rows.filter((row) => !row.overdue && columnOf(row.state) === column),
    })).filter((group) => group.rows.length > 0),
  );
  columns = $derived(
    COLUMNS.map((column) => ({
      column,
      rows: (column === "ended"
        ? this.#ended
        : this.list.rows.filter((row) => columnOf(row.state) === column)
      )
        .slice()
        .sort(byUrgency),
    })),
  );

  async load(): Promise<void> {
    await this.#attempt(async () => {
      const filter = this.board ? "team" : this.filter;
      this.list = await this.backend.call("help_list", { filter });
      if (this.board) this.#ended = (await this.backend.call("help_list", { filter: "ended" })).rows;
      this.untaken = await this.#rowsOf(this.list.unassigned_today);
      if (this.open) this.open = await this.backend.call("help_request", { id: this.open.row.id });
      this.loaded = true;
    });
  }

  async show(filter: HelpFilter): Promise<void> {
    this.filter = filter;
    this.open = null;
    await this.load();
    await this.#openFirst();
  }

  async showBoard(board: boolean): Promise<void> {
    this.board = board;
    this.open = null;
    await this.load();
    if (!board) await this.#openFirst();
  }

  /** Beside the list there is always a request to read. */
  async #openFirst(): Promise<void> {
    const first = this.rows[0];
    if (first) await this.select(first.id);
  }

  async select(id: RecordId): Promise<void> {
    await this.#attempt(async () => {
      this.open = await this.backend.call("help_request", { id });
    });
  }

  /** What can be chosen when noting or referring; the same all day. */
  async loadOptions(): Promise<void> {
    await this.#attempt(async () => {
      this.options ??= await this.backend.call("help_options", {});
    });
  }

  setState(id: RecordId, state: HelpState, reason: string | null = null): Promise<boolean> {
    return this.#act(() => this.backend.call("set_help_state", { id, state, reason }));
  }

  assign(id: RecordId, assignee: UserId | null): Promise<boolean> {
    return this.#act(() => this.backend.call("assign_help", { id, assignee }));
  }

  take(id: RecordId): Promise<boolean> {
    return this.assign(id, this.me);
  }

  setUrgency(id: RecordId, urgency: Urgency): Promise<boolean> {
    return this.#act(() => this.backend.call("set_help_urgency", { id, urgency }));
  }

  raiseUrgency(row: HelpRow): Promise<boolean> {
    return this.setUrgency(row.id, nextUrgency(row.urgency));
  }

  addNote(id: RecordId, note: string): Promise<boolean> {
    return this.#act(() => this.backend.call("add_help_note", { id, note }));
  }

  refer(id: RecordId, service: string): Promise<boolean> {
    return this.#act(() => this.backend.call("refer", { id, service }));
  }

  setReferral(referral: RecordId, state: ReferralState, reason: string | null = null): Promise<boolean> {
    return this.#act(() => this.backend.call("set_referral", { referral, state, reason }));
  }

  setConsent(consent: ConsentInput): Promise<boolean> {
    return this.#act(() => this.backend.call("set_consent", consent));
  }

  shareForLife(id: RecordId, reason: string): Promise<boolean> {
    return this.#act(() => this.backend.call("share_for_life", { id, reason }));
  }

  /** Whether the life cycle lets a card into a column; the core decides. */
  async mayMove(id: RecordId, column: Column): Promise<boolean> {
    const state = STATE_OF_COLUMN[column];
    if (!state) return false;
    let may = false;
    await this.#attempt(async () => {
      const view = await this.backend.call("help_request", { id });
      may = view.next_states.includes(state);
    });
    return may;
  }

  async #act(act: () => Promise<HelpView>): Promise<boolean> {
    const done = await this.#attempt(async () => {
      const view = await act();
      if (this.open?.row.id === view.row.id) this.open = view;
    });
    if (done) await this.load();
    return done;
  }

  async #rowsOf(ids: readonly RecordId[]): Promise<HelpRow[]> {
    const known = new Map(this.list.rows.map((row) => [row.id, row]));
    return Promise.all(
      ids.map(async (id) => known.get(id) ?? (await this.backend.call("help_request", { id })).row),
    );
  }

  #attempt(work: () => Promise<void>): Promise<boolean> {
    return attempt(work, (problem) => (this.problem = problem));
  }
}

/** Where the focus goes on the board; null: it stays. */
export function neighbour(
  columns: readonly { rows: readonly HelpRow[] }[],
  id: RecordId,
  key: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight",
  direction: "ltr" | "rtl" = "ltr",
): RecordId | null {
  const column = columns.findIndex(({ rows }) => rows.some((row) => row.id === id));
  const rows = columns[column]?.rows ?? [];
  const place = rows.findIndex((row) => row.id === id);
  if (key === "ArrowUp" || key === "ArrowDown") return rows[place + (key === "ArrowUp" ? -1 : 1)]?.id ?? null;
  const step = (key === "ArrowLeft") === (direction === "ltr") ? -1 : 1;
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const others = columns[next]?.rows ?? [];
    if (others.length) return others[Math.min(place, others.length - 1)]?.id ?? null;
  }
  return null;
}
