// Dates, times and numbers as people read them, in western digits.

import { i18n, t, tIn, type MessageId } from "./i18n.svelte";

const TAGS: Record<string, string> = {
  nl: "nl-BE",
  en: "en-GB",
  it: "it-IT",
  fr: "fr-BE",
  tr: "tr-TR",
  ar: "ar",
};

/** The language of the interface as Intl knows it, with western digits. */
export function locale(): string {
  return tag(i18n.language);
}

function tag(language: string): string {
  return `${TAGS[language] ?? "nl-BE"}-u-nu-latn`;
}

/** Midnight local time for a plain day, the instant itself otherwise. */
export function toDate(value: string): Date {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(value);
}

/** "11.47 uur" */
export function time(instant: string, language: string = i18n.language): string {
  const parts = new Intl.DateTimeFormat(tag(language), {
    hour: "numeric",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(toDate(instant));
  return tIn(language, "time-of-day", {
    time: language === "nl" ? parts.replace(":", ".").replace(/^0(?=\d)/, "") : parts,
  });
}

/** "dinsdag 24 november" */
export function longDay(value: string, language: string = i18n.language): string {
  return new Intl.DateTimeFormat(tag(language), {
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(toDate(value));
}

/** "24 november", with the year when it is not this year */
export function day(value: string): string {
  const date = toDate(value);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : ("numeric" as const);
  return new Intl.DateTimeFormat(tag(i18n.language), { day: "numeric", month: "long", year }).format(date);
}

/** "november 2026" */
export function month(value: string, language: string = i18n.language): string {
  return new Intl.DateTimeFormat(tag(language), { month: "long", year: "numeric" }).format(toDate(value));
}

/** "ma", or "maandag"; narrow where short names are long, as in Arabic */
export function weekday(
  value: string,
  width: "narrow" | "short" | "long",
  language: string = i18n.language,
): string {
  return new Intl.DateTimeFormat(tag(language), { weekday: width }).format(toDate(value));
}

/** A name, a day, an address on one line, each in its own direction: "Sofie Maes, 12 maart". */
export function listed(...parts: (string | null | undefined | false | 0)[]): string {
  const said = parts.filter((part) => !!part).map((part) => `\u2068${part}\u2069`);
  return said.join(i18n.language === "ar" ? "، " : ", ");
}

/** The time today, the day otherwise. */
export function dayOrTime(instant: string): string {
  return isToday(instant) ? time(instant) : day(instant);
}

/** "vandaag om 11.47 uur", "24 november om 11.47 uur" */
export function dayAndTime(instant: string): string {
  const id: MessageId = isToday(instant) ? "time-today-at" : "time-day-at";
  return t(id, { time: time(instant), day: day(instant) });
}

export function isToday(instant: string): boolean {
  return toDate(instant).toDateString() === new Date().toDateString();
}

export function number(value: number): string {
  return new Intl.NumberFormat(tag(i18n.language)).format(value);
}

/** "12 minuten", "3 uur", "2 dagen": so many minutes, in the largest unit of which there are two */
export function span(minutes: number): string {
  const [value, unit] =
    minutes < 120 ? [minutes, "minute"] : minutes < 2880 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
  const style = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(tag(i18n.language), style).format(value);
}

/** "2026-11-24", local time */
export function isoDay(date: Date = new Date()): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1);
}
