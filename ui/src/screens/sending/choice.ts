// How a choice between two values asks its question and shows them.

import { day, dayAndTime, listed } from "../../i18n/format";
import { enumId, hasMessage, pick, t } from "../../i18n/i18n.svelte";
import type { AsideField, ChoiceSide, ChoiceView } from "../../ipc/bindings.gen";

const ANSWER = "answers/";

/** "Welk nummer klopt?", or what fits the field. */
export function questionOf(choice: ChoiceView): string {
  if (choice.field.startsWith(ANSWER)) return t("sending-which-answer");
  const id = `sending-which-${choice.field.replaceAll("_", "-")}`;
  return hasMessage(id) ? t(id) : t("sending-which");
}

/** "het telefoonnummer"; of an answer, what was asked. */
export function fieldOf(choice: ChoiceView | AsideField): string {
  if (choice.question) return t("sending-field-question", { question: pick(choice.question) });
  if (choice.field.startsWith(ANSWER)) return t("sending-field-answer");
  const id = `sending-field-${choice.field.replaceAll("_", "-")}`;
  return hasMessage(id) ? t(id) : t("sending-field");
}

/** What somebody wrote, in words. */
export function sideText({ text, value }: Pick<ChoiceSide, "text" | "value">): string {
  return text ? pick(text) : valueText(value);
}

/** A value of any field as people read it; what has no words yet shows its parts. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return t("sending-empty-value");
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return wordOf(value);
  if (Array.isArray(value)) return listed(...value.map(valueText));
  const { value: inner, refused } = value as { value?: unknown; refused?: boolean };
  if (refused) return t("review-refused");
  if (inner !== undefined) return valueText(inner);
  return listed(...Object.values(value).filter(Boolean).map(valueText));
}

function wordOf(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return day(text);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return dayAndTime(text);
  for (const prefix of ["language", "help-state", "urgency", "outcome", "channel"]) {
    const id = enumId(prefix, text);
    if (/^[a-z_]+$/.test(text) && hasMessage(id)) return t(id);
  }
  return text;
}

/** "Bezoek", "Adres", for a kind of record. */
export function kindLabel(kind: string): string {
  const id = `sending-kind-${kind.replaceAll("_", "-")}`;
  return hasMessage(id) ? t(id) : t("sending-kind-other");
}
