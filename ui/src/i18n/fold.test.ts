import { expect, test } from "vitest";
import { fold } from "./fold";

test("marks on letters do not count, in any of the languages", () => {
  expect(fold("Café")).toBe("cafe");
  expect(fold("IŞIK")).toBe(fold("ışık"));
  expect(fold("أَمَان")).toBe("امان");
});
