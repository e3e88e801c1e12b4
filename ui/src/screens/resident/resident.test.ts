import { screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { HOLD_MS } from "../../state/hold.svelte";
import { eventually, open, press, release } from "../../test/mount";
import VisitScreen from "../visit/VisitScreen.svelte";

async function turned() {
  const opened = open(VisitScreen as never, { draft: "d-h112" });
  await screen.findByRole("heading", { level: 1, name: /Hoe gaat het met u/ });
  press("F8");
  await screen.findByRole("heading", { level: 1, name: "كيف حالك؟" });
  return opened;
}

test("the resident's view calls only what a resident may call, and shows no name", async () => {
  const { backend } = await turned();
  const before = backend.calls.length;
  press("2");
  await eventually(() => expect(screen.getByText(/Nu gekozen/).textContent).toContain("Goed"));
  expect(backend.calls.slice(before).every((call) => call.resident)).toBe(true);
  const view = screen.getAllByRole("dialog")[0];
  expect(view?.textContent).not.toContain("El Idrissi");
  expect(view?.textContent).not.toContain("Vennestraat");
});

test("leaving takes holding Esc; a tap does not open the file", async () => {
  await turned();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  press("Escape");
  release("Escape");
  await vi.advanceTimersByTimeAsync(HOLD_MS + 50);
  expect(screen.queryByText("كيف حالك؟", { selector: ".h1" })).not.toBeNull();
  press("Escape");
  await vi.advanceTimersByTimeAsync(HOLD_MS + 50);
  vi.useRealTimers();
  await eventually(() => expect(screen.queryByText("كيف حالك؟", { selector: ".h1" })).toBeNull());
});

test("a new help request from the resident's view takes holding its key too", async () => {
  const { backend } = await turned();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  press("h");
  release("h");
  await vi.advanceTimersByTimeAsync(HOLD_MS + 50);
  expect(backend.called("add_repeat")).toEqual([]);
  press("h");
  await vi.advanceTimersByTimeAsync(HOLD_MS + 50);
  vi.useRealTimers();
  await eventually(() => expect(backend.called("add_repeat")).toHaveLength(1));
  expect(screen.queryByText("كيف حالك؟", { selector: ".h1" })).toBeNull();
});
