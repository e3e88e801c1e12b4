// The messages of each language, ready to be formatted. Dutch is there from the start, the others once they are asked
// for.

import { FluentBundle } from "@fluent/bundle";
import ids from "virtual:messages/ids";
import dutchEntries from "virtual:messages/nl";
import { type Entry, unpack } from "./compact";
import { isLanguage, type Language } from "./languages";

const others: Record<Exclude<Language, "nl">, () => Promise<{ default: Entry[] }>> = {
  en: () => import("virtual:messages/en"),
  it: () => import("virtual:messages/it"),
  fr: () => import("virtual:messages/fr"),
  tr: () => import("virtual:messages/tr"),
  ar: () => import("virtual:messages/ar"),
};

function bundleOf(language: Language, entries: Entry[]): FluentBundle {
  // Digits stay western in Arabic: they must match house numbers and letters.
  const bundle = new FluentBundle(`${language}-u-nu-latn`, { useIsolating: true });
  bundle.addResource({ body: unpack(ids, entries) });
  return bundle;
}

export const dutch = bundleOf("nl", dutchEntries);
const bundles = new Map<Language, FluentBundle>([["nl", dutch]]);

/** Loads a language; one that the interface does not have is left out. */
export async function loadLanguage(language: string): Promise<void> {
  if (!isLanguage(language) || language === "nl" || bundles.has(language)) return;
  bundles.set(language, bundleOf(language, (await others[language]()).default));
}

/** The bundle of a language that has been loaded. */
export function findBundle(language: string): FluentBundle | undefined {
  return isLanguage(language) ? bundles.get(language) : undefined;
}
