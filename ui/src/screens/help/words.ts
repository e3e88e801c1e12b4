// What the list, the board and the detail agree on: order, columns and steps of a help request's life.

import { enumId, pick, type MessageId } from "../../i18n/i18n.svelte";
import type { HelpRow, HelpState, Urgency } from "../../ipc/bindings.gen";

export const COLUMNS = ["new", "assigned", "busy", "ended"] as const;
export type Column = (typeof COLUMNS)[number];

const COLUMN_OF: Record<HelpState, Column> = {
  recorded: "new",
  received: "new",
  triaged: "assigned",
  referred: "busy",
  matched: "busy",
  in_progress: "busy",
  done: "ended",
  closed: "ended",
};

/** The state that a card takes when it is moved into a column; nothing becomes new again. */
export const STATE_OF_COLUMN: Record<Column, HelpState | null> = {
  new: null,
  assigned: "triaged",
  busy: "in_progress",
  ended: "done",
};

const URGENCY_RANK: Record<Urgency, number> = { today: 0, week: 1, normal: 2 };

export function columnOf(state: HelpState): Column {
  return COLUMN_OF[state];
}

export function isEnded(state: HelpState): boolean {
  return columnOf(state) === "ended";
}

/** Urgent first, then what waits longest. */
export function byUrgency(a: HelpRow, b: HelpRow): number {
  return (
    URGENCY_RANK[a.urgency] - URGENCY_RANK[b.urgency] ||
    a.recorded_on.localeCompare(b.recorded_on) ||
    a.id.localeCompare(b.id)
  );
}

/** Overdue first, then urgent, then what waits longest. */
export function byNeed(a: HelpRow, b: HelpRow): number {
  return Number(b.overdue) - Number(a.overdue) || byUrgency(a, b);
}

/** One step more pressing; after the most pressing the least. */
export function nextUrgency(urgency: Urgency): Urgency {
  return { normal: "week", week: "today", today: "normal" }[urgency] as Urgency;
}

/** What a request is called: its detail, else its category. */
export function titleOf(row: HelpRow): string {
  return pick(row.detail_label) || pick(row.category_label);
}

export { address as addressOf } from "../shared/household";

export function stateId(state: HelpState): MessageId {
  return enumId("help-state", state);
}

export interface RouteStep {
  state: HelpState;
  step: "done" | "now" | "todo";
}

/**
 * The steps of the life cycle with the present one marked. "Referred" and "matched" exclude each other,
 * and a closed request ends where "done" would have stood.
 */
export function routeOf(state: HelpState, seen: readonly HelpState[] = []): RouteStep[] {
  const way =
    state === "matched" || (seen.includes("matched") && !seen.includes("referred")) ? "matched" : "referred";
  const end = state === "closed" ? "closed" : "done";
  const route: HelpState[] = ["recorded", "received", "triaged", way, "in_progress", end];
  const at = route.indexOf(state);
  // A request that ended early did not pass the steps in between.
  const passed = (step: HelpState, index: number) =>
    index < at && (!isEnded(state) || index < 2 || seen.includes(step));
  return route
    .map(
      (step, index) =>
        ({ state: step, step: step === state ? "now" : passed(step, index) ? "done" : "todo" }) as RouteStep,
    )
    .filter((step, index) => !(isEnded(state) && step.step === "todo" && index < at));
}
