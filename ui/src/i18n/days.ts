// Days and times as people type them here: day, month, year; hour and minute.

/** "24/11/2026" */
export function formatDay(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

/** Understands 24/11/2026, 24-11-2026, 24.11.2026, 24 11 26 and 2026-11-24; null otherwise. */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  const own = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(text.trim());
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : own ? [own[3], own[2], own[1]] : [];
  if (!year || !month || !day) return null;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(full, Number(month) - 1, Number(day));
  if (date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) return null;
  return `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T12:00:00`);
  date.setDate(date.getDate() + days);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The same day of another month, or that month's last day. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const last = new Date(year, month + months, 0);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(Math.min(day, last.getDate()))}`;
}

/** Whole weeks, from Monday, that hold the month of a day. */
export function weeksOf(iso: string): string[][] {
  const first = `${iso.slice(0, 7)}-01`;
  const monday = addDays(first, -((new Date(`${first}T12:00:00`).getDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let day = monday; day.slice(0, 7) <= iso.slice(0, 7); day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  return weeks;
}

/** Understands 9.30, 9:30, 09u30, 930 and 9; gives "09:30", or null. */
export function parseTime(text: string): string | null {
  const found = /^(\d{1,2})(?:[.:uh ]?(\d{2}))?(?: ?(?:u|h|uur))?$/i.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
