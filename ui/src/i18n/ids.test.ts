import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error a plain script
import { generate } from "../../scripts/i18n.mjs";

test("the message ids are those of the Dutch source: run `npm run i18n`", () => {
  expect(readFileSync("src/i18n/ids.gen.ts", "utf8")).toBe(generate());
});
