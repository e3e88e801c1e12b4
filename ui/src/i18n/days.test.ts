import { expect, test } from "vitest";
import { addDays, addMonths, formatDay, parseDay, parseTime, weeksOf } from "./days";

test("a day is understood as people write it", () => {
  for (const text of ["24/11/2026", "24-11-2026", "24.11.26", "2026-11-24"])
    expect(parseDay(text)).toBe("2026-11-24");
  for (const text of ["31/02/2026", "24/13/2026", "24/11", ""]) expect(parseDay(text)).toBeNull();
  expect(formatDay("2026-11-24")).toBe("24/11/2026");
  expect(addDays("2026-11-24", 7)).toBe("2026-12-01");
});

test("a month has whole weeks from Monday", () => {
  const weeks = weeksOf("2026-11-24");
  expect(weeks[0]?.[0]).toBe("2026-10-26");
  expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
  expect(weeksOf("2027-02-10").flat()).toHaveLength(28);
  expect(weeksOf("2026-12-01")[0]?.[0]).toBe("2026-11-30");
});

test("another month has no day 31 where there is none", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-12-15", 1)).toBe("2027-01-15");
  expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
});

test("a time is understood as people write it", () => {
  for (const text of ["9.30", "09:30", "9u30", "930", "9.30 uur"]) expect(parseTime(text)).toBe("09:30");
  expect(parseTime("14")).toBe("14:00");
  for (const text of ["24.00", "9.60", "half tien", ""]) expect(parseTime(text)).toBeNull();
});
