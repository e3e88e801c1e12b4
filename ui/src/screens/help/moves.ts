// What the board's keys, menu and drags do, with a message and a way back where the life cycle has one.

import { enumId, t } from "../../i18n/i18n.svelte";
import type { HelpRow } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";
import type { Ask } from "./ask";
import type { HelpRequests } from "./help.svelte";
import { columnOf, nextUrgency, STATE_OF_COLUMN, titleOf, type Column } from "./words";

/** Moves a card; ending asks how first, so it answers with what to ask. */
export async function moveCard(
  { toasts }: AppState,
  help: HelpRequests,
  row: HelpRow,
  column: Column,
): Promise<Ask | null> {
  const state = STATE_OF_COLUMN[column];
  if (columnOf(row.state) === column) return null;
  const title = titleOf(row);
  const name = t(enumId("help-column", column));
  if (!state || !(await help.mayMove(row.id, column))) {
    if (!help.problem) toasts.show(t("help-move-not", { title, column: name }));
    return null;
  }
  if (column === "ended") return { kind: "end", row };
  const before = row.state;
  if (await help.setState(row.id, state)) {
    const back = columnOf(before) !== "new" && columnOf(before) !== "ended";
    toasts.show(
      t("help-moved", { title, column: name }),
      back ? async () => void (await help.setState(row.id, before)) : undefined,
    );
    // "Toegewezen" asks to whom.
    if (column === "assigned" && !row.assignee) return { kind: "assign", row };
  }
  return null;
}

export async function raiseUrgency({ toasts }: AppState, help: HelpRequests, row: HelpRow): Promise<void> {
  const before = row.urgency;
  if (await help.raiseUrgency(row)) {
    const urgency = t(enumId("urgency", nextUrgency(before)));
    toasts.show(
      t("help-urgency-set", { title: titleOf(row), urgency }),
      async () => void (await help.setUrgency(row.id, before)),
    );
  }
}
