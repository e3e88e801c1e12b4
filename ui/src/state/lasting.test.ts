import { cleanup } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import TodayScreen from "../screens/today/TodayScreen.svelte";
import { eventually, open, press } from "../test/mount";

test("an answer that comes after its screen has gone finds what is true", async () => {
  const warned = vi.spyOn(console, "warn");
  const { backend } = open(TodayScreen as never);
  await eventually(() => expect(backend.called("household").length).toBeGreaterThan(0));
  // An outcome is noted; while the core is still busy with it, the screen goes.
  press("n");
  cleanup();
  await eventually(() => expect(backend.called("today").length).toBeGreaterThan(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(warned.mock.calls.flat().filter((said) => String(said).includes("derived_inert"))).toEqual([]);
});
