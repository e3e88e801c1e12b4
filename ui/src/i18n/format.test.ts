import { afterEach, expect, test } from "vitest";
import { span } from "./format";
import { setLanguage } from "./i18n.svelte";

afterEach(() => setLanguage("nl"));

test("so many minutes are told in the largest unit of which there are two", async () => {
  const told = [2, 119, 120, 192, 2879, 2880].map(span);
  expect(told).toEqual(["2 minuten", "119 minuten", "2 uur", "3 uur", "48 uur", "2 dagen"]);
  await setLanguage("ar");
  expect(span(192)).toContain("3");
});
