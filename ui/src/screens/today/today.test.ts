import { screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { eventually, open, press } from "../../test/mount";
import { forgetSelection } from "./today.svelte";
import TodayScreen from "./TodayScreen.svelte";

beforeEach(forgetSelection);

test("a refused address is not counted as still to go", async () => {
  open(TodayScreen as never);
  const counts = await screen.findByText(/te gaan/);
  expect(counts.textContent?.replace(/[\u2068\u2069]/g, "")).toContain("1 bezocht, 1 niet thuis, 5 te gaan");
});

test("one key notes an outcome, and undo takes it back", async () => {
  const { backend, app } = open(TodayScreen as never);
  await screen.findByRole("heading", { name: "Familie Yıldız" });
  press("n");
  await eventually(() =>
    expect(backend.called("record_outcome")).toMatchObject([{ household: "h110", outcome: "not_home" }]),
  );
  await eventually(() => expect(app.toasts.current?.undo).toBeDefined());
  await app.toasts.undo();
  expect(backend.called("undo_outcome")).toEqual([{ id: "a-h110" }]);
});

test("wanting no visit asks who said so before anything is noted", async () => {
  const { backend } = open(TodayScreen as never);
  await screen.findByRole("heading", { name: "Familie Yıldız" });
  press("w");
  await screen.findByRole("dialog");
  press("n");
  expect(backend.called("record_outcome")).toEqual([]);
});

test("Enter starts the visit of the address that is selected", async () => {
  const { app } = open(TodayScreen as never);
  await screen.findByRole("heading", { name: "Familie Yıldız" });
  press("ArrowDown");
  await screen.findByRole("heading", { name: "Familie El Idrissi" });
  press("Enter");
  await eventually(() => expect(app.nav.screen).toEqual({ name: "visit", draft: "d-h112" }));
});

test("an address that was added is selected and has the focus, so that Enter starts its visit", async () => {
  const { app } = open(TodayScreen as never);
  await screen.findByRole("heading", { name: "Familie Yıldız" });
  press("+");
  await screen.findByRole("dialog");
  for (const [label, text] of [
    ["Straat", "Hoefstraat"],
    ["Huisnummer", "9"],
  ] as const) {
    const field = screen.getByLabelText(new RegExp(`^${label}`));
    (field as HTMLInputElement).value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  screen.getByRole("button", { name: "Adres bewaren" }).click();
  await eventually(() => expect(document.activeElement?.getAttribute("data-row")).toMatch(/^h-new/));
  press("Enter");
  await eventually(() => expect(app.nav.screen).toMatchObject({ name: "visit" }));
});

test("a day to come back replaces the outcome that one key noted", async () => {
  const { backend } = open(TodayScreen as never);
  await screen.findByRole("heading", { name: "Familie Yıldız" });
  press("t");
  await screen.findByRole("button", { name: /Terugkomen op/ });
  press("k");
  await screen.findByRole("dialog", { name: "Past nu niet" });
  screen.getByRole("button", { name: "Over een week" }).click();
  screen.getByRole("button", { name: /Noteren/ }).click();
  await eventually(() =>
    expect(backend.called("record_outcome")).toMatchObject([
      { outcome: "not_now", come_back_on: null },
      { outcome: "not_now", come_back_on: "2026-12-01" },
    ]),
  );
  expect(backend.called("undo_outcome")).toEqual([{ id: "a-h110" }]);
});
