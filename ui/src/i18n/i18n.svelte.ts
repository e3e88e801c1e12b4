// The words of the interface: Fluent messages, Dutch first. Reading `t` inside a component follows the language.

import type { FluentVariable } from "@fluent/bundle";
import { dutch, findBundle, loadLanguage } from "./bundles";
import type { MessageId } from "./ids.gen";
import { directionOf, isLanguage, type Language } from "./languages";

/** Makes `tIn` ready for a language without switching to it. */
export { loadLanguage } from "./bundles";
export type { MessageId } from "./ids.gen";
export type Args = Record<string, FluentVariable>;
/** Texts by language, as forms and facts carry them. */
export type Texts = { [language: string]: string };

class I18n {
  language = $state<Language>("nl");
  direction = $derived(directionOf(this.language));
}
export const i18n = new I18n();

/** Loads the language's messages, then switches the whole window. An unknown language is Dutch. */
export async function setLanguage(wanted: string): Promise<void> {
  const language = isLanguage(wanted) ? wanted : "nl";
  await loadLanguage(language);
  i18n.language = language;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export function hasMessage(id: string): id is MessageId {
  return dutch.hasMessage(id);
}

/** The message in the language of the interface, else in Dutch. */
export function t(id: MessageId, args?: Args): string {
  return tIn(i18n.language, id, args);
}

/** The message in a given language, for what the resident reads. */
export function tIn(language: string, id: MessageId, args?: Args): string {
  const own = findBundle(language);
  for (const bundle of own ? [own, dutch] : [dutch]) {
    const message = bundle.getMessage(id);
    if (message?.value) return bundle.formatPattern(message.value, args ?? null, []);
  }
  return id;
}

/** A text of a form or fact in the language of the interface, else Dutch, else whatever there is. */
export function pick(texts: Texts | null | undefined, language: string = i18n.language): string {
  if (!texts) return "";
  const own = texts[language];
  if (own !== undefined) return own;
  const other = texts["nl"] ?? Object.values(texts)[0] ?? "";
  // Left-to-right words between right-to-left ones keep their full stop and question mark at their end.
  return other && directionOf(language) === "rtl" ? `\u2068${other}\u2069` : other;
}

/** `outcome-not-home` for `not_home`. */
export function enumId(prefix: string, value: string): MessageId {
  return `${prefix}-${value.replaceAll("_", "-")}` as MessageId;
}
