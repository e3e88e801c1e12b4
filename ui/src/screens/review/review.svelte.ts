// Sent visits: the coordinator's queue with one visit open, or an author's own visit with the questions about it.

import { attempt, type AppError, type Backend } from "../../ipc/backend";
import type {
  AnswerView,
  RecordId,
  ReviewAnswer,
  ReviewFilter,
  ReviewListView,
  ReviewRow,
  ReviewState,
  VisitView,
} from "../../ipc/bindings.gen";

const EMPTY: ReviewListView = { rows: [], received: 0, has_issues: 0, approved: 0 };

export class Review {
  filter = $state<ReviewFilter>("received");
  list = $state.raw<ReviewListView>(EMPTY);
  open = $state.raw<VisitView | null>(null);
  problem = $state.raw<AppError | null>(null);
  loaded = $state(false);
  busy = $state(false);

  constructor(private backend: Backend) {}

  /** Flagged visits first, else as the core gives them. */
  rows = $derived(this.list.rows.toSorted((a, b) => Number(b.flags.length > 0) - Number(a.flags.length > 0)));
  unflagged = $derived(
    this.filter === "received" ? this.rows.filter((row) => row.flags.length === 0).length : 0,
  );
  /** Flagged answers stand in their section and, first, on their own. */
  flagged = $derived(
    this.open?.sections.flatMap((section) => section.answers.filter((a) => a.flagged)) ?? [],
  );

  async load(): Promise<void> {
    await this.#attempt(async () => {
      this.list = await this.backend.call("review_list", { filter: this.filter });
      this.loaded = true;
      if (this.open) this.open = await this.backend.call("visit_view", { id: this.open.id });
      else await this.#openFirst();
    });
  }

  async show(filter: ReviewFilter): Promise<void> {
    this.filter = filter;
    this.open = null;
    await this.load();
  }

  async select(visit: RecordId): Promise<void> {
    await this.#attempt(async () => {
      this.open = await this.backend.call("visit_view", { id: visit });
    });
  }

  /** The next or previous visit of the queue; at its ends it stays. */
  async step(by: 1 | -1): Promise<void> {
    const at = this.rows.findIndex((row) => row.visit === this.open?.id);
    const next = this.rows[at + by];
    if (next) await this.select(next.visit);
  }

  /** Sets the state of the open visit and moves to the next one. */
  async set(state: ReviewState): Promise<boolean> {
    const { open } = this;
    if (!open || this.busy) return false;
    return this.#attempt(async () => {
      const at = this.rows.findIndex((row) => row.visit === open.id);
      await this.backend.call("set_review", { visit: open.id, state });
      this.list = await this.backend.call("review_list", { filter: this.filter });
      const next: ReviewRow | undefined = this.rows[at] ?? this.rows[at - 1];
      const stays = this.rows.some((row) => row.visit === open.id);
      const id = stays ? (this.rows[at + 1]?.visit ?? open.id) : next?.visit;
      this.open = id ? await this.backend.call("visit_view", { id }) : null;
    });
  }

  /** Takes a state back without leaving the visit that is open now. */
  async restore(visit: RecordId, state: ReviewState): Promise<void> {
    await this.#attempt(async () => {
      const view = await this.backend.call("set_review", { visit, state });
      this.list = await this.backend.call("review_list", { filter: this.filter });
      this.open = view;
    });
  }

  /** Asks for follow-up, with the question itself where there is one. */
  async askFollowUp(text: string): Promise<boolean> {
    if (text && !(await this.comment(null, text))) return false;
    return this.set("has_issues");
  }

  async comment(path: string | null, text: string): Promise<boolean> {
    const { open } = this;
    if (!open) return false;
    return this.#attempt(async () => {
      this.open = await this.backend.call("comment", { visit: open.id, path, text });
    });
  }

  async correct(path: string, answer: AnswerView, reason: string): Promise<boolean> {
    const { open } = this;
    if (!open) return false;
    return this.#attempt(async () => {
      this.open = await this.backend.call("correct_answer", { visit: open.id, path, answer, reason });
    });
  }

  /** How many were approved; null: it did not work. */
  async approveUnflagged(): Promise<number | null> {
    let approved: number | null = null;
    await this.#attempt(async () => {
      approved = (await this.backend.call("approve_unflagged", {})).approved;
      this.open = null;
      this.list = await this.backend.call("review_list", { filter: this.filter });
      await this.#openFirst();
    });
    return approved;
  }

  async #openFirst(): Promise<void> {
    const first = this.rows[0];
    this.open = first ? await this.backend.call("visit_view", { id: first.visit }) : null;
  }

  async #attempt(work: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    const done = await attempt(work, (problem) => (this.problem = problem));
    this.busy = false;
    return done;
  }
}

/** Whether somebody other than the author asked something that has no answer yet. */
export function awaitsAuthor(answer: ReviewAnswer, author: string): boolean {
  const last = answer.comments.at(-1);
  return (
    last !== undefined && last.by !== author && !answer.revisions.some((revision) => revision.at > last.at)
  );
}
