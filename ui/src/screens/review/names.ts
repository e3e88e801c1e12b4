// How a sent visit is called.

import { enumId, hasMessage, t } from "../../i18n/i18n.svelte";
import type { ReviewRow, VisitView } from "../../ipc/bindings.gen";
import { address, householdName } from "../shared/household";

/** Who was visited; a visit whose household this laptop may not know says so. */
export function visitName(visit: Pick<ReviewRow | VisitView, "household">): string {
  if (!visit.household) return t("review-no-household");
  return visit.household.name ? householdName(visit.household) : address(visit.household);
}

/** What a flag means; an unknown one still asks for attention. */
export function flagText(flag: string): string {
  const id = `review-flag-${flag.replaceAll("_", "-")}`;
  return hasMessage(id) ? t(id) : t("review-flag-other");
}

export function stateText(state: VisitView["state"]): string {
  return t(enumId("review-state", state));
}
