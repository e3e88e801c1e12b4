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
