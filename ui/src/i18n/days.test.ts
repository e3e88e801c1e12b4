import { expect, test } from "vitest";
import { addDays, formatDay, parseDay } from "./days";

test("a day is understood as people write it", () => {
  for (const text of ["24/11/2026", "24-11-2026", "24.11.26", "2026-11-24"])
    expect(parseDay(text)).toBe("2026-11-24");
  for (const text of ["31/02/2026", "24/13/2026", "24/11", ""]) expect(parseDay(text)).toBeNull();
  expect(formatDay("2026-11-24")).toBe("24/11/2026");
  expect(addDays("2026-11-24", 7)).toBe("2026-12-01");
});
