// How an address, its people and its languages are written, everywhere the same.

import { enumId, hasMessage, t } from "../../i18n/i18n.svelte";
import { ownName } from "../../i18n/languages";
import type { HouseholdHead, TodayRow } from "../../ipc/bindings.gen";

/** "Vennestraat 112 bus 3", left to right also among Arabic words, as it stands on the street sign. */
export function address(household: HouseholdHead): string {
  const { street, number, bus } = household;
  const text = bus
    ? t("household-address-bus", { street, number, bus })
    : t("household-address", { street, number });
  return `\u2066${text}\u2069`;
}

/** What stands on the plate under the number. */
export function busLabel(household: HouseholdHead): string | null {
  return household.bus ? t("household-bus", { bus: household.bus }) : null;
}

/** The name, or that there is none: some people do not give it. */
export function householdName(household: HouseholdHead): string {
  return household.name ?? t("no-name");
}

export function languageName(code: string): string {
  if (code === "andere") return t("language-other");
  return hasMessage(`language-${code}`) ? t(enumId("language", code)) : ownName(code);
}

/** Why nobody should ring here, if so. */
export function whyNoVisit(row: TodayRow): string {
  if (row.gone) return t(enumId("outcome", row.gone));
  return row.state === "no_visit" ? t("outcome-refused") : "";
}
