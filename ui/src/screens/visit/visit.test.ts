import { screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { AppError } from "../../ipc/backend";
import { eventually, open, press } from "../../test/mount";
import VisitScreen from "./VisitScreen.svelte";

const DRAFT = { draft: "d-h112" };
const heading = (name: RegExp) => screen.findByRole("heading", { level: 1, name });

test("a digit chooses, Enter moves on, and the answer is on disk before the next question shows", async () => {
  const { backend } = open(VisitScreen as never, DRAFT);
  await heading(/Hoe gaat het met u/);
  press("2");
  await eventually(() =>
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Goed/ }).checked).toBe(true),
  );
  press("Enter");
  await heading(/Hoe tevreden/);
  const names = backend.calls.map((call) => call.name);
  expect(names.indexOf("answer")).toBeLessThan(names.indexOf("go_to"));
  expect(backend.called("answer")).toMatchObject([
    { path: "welzijn/hoe_gaat_het", answer: { value: "goed" }, typing: false },
  ]);
});

test("a required question without an answer stays, with what may be done; later is an answer", async () => {
  open(VisitScreen as never, DRAFT);
  await heading(/Hoe gaat het met u/);
  press("Enter");
  await screen.findByText(/Hier hoort een antwoord/);
  press("l");
  await eventually(() => expect(screen.queryByText(/Hier hoort een antwoord/)).toBeNull());
  press("Enter");
  await heading(/Hoe tevreden/);
});

test("in a numeric question 0 is zero and X refuses", async () => {
  const { backend } = open(VisitScreen as never, DRAFT);
  await heading(/Hoe gaat het met u/);
  press("1");
  press("Enter");
  await heading(/Hoe tevreden/);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: /Hoe tevreden/ });
  field.value = "0";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await eventually(() =>
    expect(backend.called("answer").at(-1)).toMatchObject({ answer: { value: 0, refused: false } }),
  );
  field.focus();
  press("x");
  await eventually(() =>
    expect(backend.called("answer").at(-1)).toMatchObject({ answer: { value: null, refused: true } }),
  );
});

test("wanting help opens the first request, and leaving it asks to confirm", async () => {
  const { backend } = open(VisitScreen as never, DRAFT);
  await heading(/Hoe gaat het met u/);
  press("1");
  press("Enter");
  await heading(/Hoe tevreden/);
  press("Enter");
  await heading(/Wilt u dat we iets/);
  press("1");
  press("Enter");
  await heading(/Waarover gaat/);
  expect(backend.called("add_repeat")).toHaveLength(1);
  press("1");
  press("Enter");
  await heading(/in eigen woorden/);
  press("Enter", { ctrlKey: true });
  await screen.findByText(/Is deze hulpvraag klaar/);
  screen.getByRole("dialog").querySelector<HTMLButtonElement>(".btn--primary")?.click();
  await heading(/nog iets vertellen/);
  expect(backend.called("confirm_request")).toMatchObject([{ key: "k1" }]);
});

test("a full disk holds the question and keeps what was chosen", async () => {
  open(VisitScreen as never, DRAFT, {
    answer: () => {
      throw new AppError("disk-full");
    },
  });
  await heading(/Hoe gaat het met u/);
  press("4");
  await screen.findByText(/schijf is vol/);
  press("Enter");
  await heading(/Hoe gaat het met u/);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Slecht/ }).checked).toBe(true);
});
