import { expect, test } from "vitest";
import { formatNumber, isStep, parseNumber, stepped } from "./numbers";

test("a comma and a point say the same, in western and in Arabic digits", () => {
  for (const typed of ["2,5", "2.5", " 2,5 ", "٢٫٥"]) expect(parseNumber(typed, false)).toBe(2.5);
  expect(parseNumber("-3", true)).toBe(-3);
  expect(parseNumber("", true)).toBeNull();
  for (const wrong of ["2,5", "twee", "2 5", "-"]) expect(parseNumber(wrong, true)).toBeUndefined();
  expect(formatNumber(2.5, "nl")).toBe("2,5");
  expect(formatNumber(2.5, "en")).toBe("2.5");
});

test("steps of tenths add up, and stay between the bounds", () => {
  const tenths = { min: 0, max: 1, step: 0.1 };
  expect(stepped(0.2, 1, tenths)).toBe(0.3);
  expect(stepped(1, 1, tenths)).toBe(1);
  expect(stepped(null, 1, tenths)).toBe(0);
  expect([0.3, 0.7, 1].every((value) => isStep(value, tenths))).toBe(true);
  expect([0.25, -0.1, 1.1].some((value) => isStep(value, tenths))).toBe(false);
});

test("without bounds the minus button stops at zero; what was typed below it can rise", () => {
  expect(stepped(0, -1, null)).toBe(0);
  expect(stepped(-4, 1, null)).toBe(-3);
});
