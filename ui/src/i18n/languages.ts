// The languages of the interface, each by its own name: read before a language is chosen, so never translated.

export const LANGUAGES = ["nl", "en", "it", "fr", "tr", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

export const OWN_NAMES: Record<Language, string> = {
  nl: "Nederlands",
  en: "English",
  it: "Italiano",
  fr: "Français",
  tr: "Türkçe",
  ar: "العربية",
};

/** "How are you?", as the unlock screen greets. */
export const GREETINGS: Record<Language, string> = {
  nl: "Hoe gaat het?",
  en: "How are you?",
  it: "Come sta?",
  fr: "Comment allez-vous ?",
  tr: "Nasılsınız?",
  ar: "كيف حالك؟",
};

export function isLanguage(code: string): code is Language {
  return (LANGUAGES as readonly string[]).includes(code);
}

export function ownName(code: string): string {
  return isLanguage(code) ? OWN_NAMES[code] : code;
}

export function directionOf(code: string): "ltr" | "rtl" {
  return /^(ar|fa|he|ur|ckb)\b/.test(code) ? "rtl" : "ltr";
}
