import { screen, within } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { eventually, open, press } from "../../test/mount";
import { instancesOf, ranked } from "./answers";
import VisitScreen from "./VisitScreen.svelte";

const widget = (name: string) => open(VisitScreen as never, { draft: `w-${name}` });
const heading = (name: RegExp) => screen.findByRole("heading", { level: 1, name });

function type(field: HTMLInputElement, text: string) {
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

test("a place in the form is found at any depth of repeats", () => {
  expect(instancesOf("gezin[a]/kind[b]/naam")).toEqual([
    { repeat: "gezin", key: "a" },
    { repeat: "gezin[a]/kind", key: "b" },
  ]);
});

test("what was not ranked stands behind what was", () => {
  const choices = ["a", "b", "c"].map((value) => ({ value }));
  expect(ranked(choices, ["c", "gone", "a"]).map(({ value }) => value)).toEqual(["c", "a", "b"]);
});

test("a range takes only its steps, and says which when somebody wants to go on", async () => {
  const { backend } = widget("range");
  await heading(/Hoe goed slaapt u/);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: /Hoe goed slaapt u/ });
  type(field, "12");
  expect(screen.queryByText(/Kies een getal/)).toBeNull();
  press("Enter");
  await screen.findByText(/Kies een getal van .*0.* tot .*10/);
  expect(backend.called("answer")).toEqual([]);
  type(field, "7");
  await eventually(() => expect(backend.called("answer").at(-1)).toMatchObject({ answer: { value: 7 } }));
  expect(screen.getByRole("slider").getAttribute("aria-valuetext")).toBe("7");
});

test("a long list is searched without marks, and Enter chooses the first that is left", async () => {
  const { backend } = widget("search");
  await heading(/In welke gemeente/);
  const field = screen.getByRole<HTMLInputElement>("searchbox");
  type(field, "mäas");
  await eventually(() => expect(screen.getAllByRole("radio")).toHaveLength(2));
  field.focus();
  press("Enter");
  await eventually(() => expect(backend.called("answer")).toMatchObject([{ answer: { value: "k9" } }]));
  expect(field.value).toBe("");
});

test("an order is changed with the arrow keys, and the place is said", async () => {
  const { backend } = widget("rank");
  await heading(/het belangrijkst/);
  const handle = screen.getAllByRole("slider")[0] as HTMLElement;
  handle.focus();
  press("ArrowDown");
  await eventually(() =>
    expect(backend.called("answer").at(-1)).toMatchObject({ answer: { value: ["k2", "k1", "k3", "k4"] } }),
  );
  await eventually(() => {
    const moved = screen.getByRole("slider", { name: "Wonen" });
    expect(moved.getAttribute("aria-valuetext")).toMatch(/plaats .*2.* van .*4/);
    expect(document.activeElement).toBe(moved);
  });
});

test("the focus stays where somebody is when an answer is saved", async () => {
  const { backend } = widget("likert");
  await heading(/thuis in mijn buurt/);
  const radio = screen.getByRole<HTMLInputElement>("radio", { name: /^Eens/ });
  radio.focus();
  radio.click();
  await eventually(() => expect(backend.called("answer")).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(document.activeElement).toBe(radio);
});

test("what a laptop cannot record is said, and does not keep anybody", async () => {
  const { backend } = widget("unsupported");
  await heading(/foto van de voordeur/);
  expect(screen.getByText(/kan dit niet opnemen/)).toBeTruthy();
  expect(screen.queryByText("Wil niet antwoorden")).toBeNull();
  press("Enter");
  await eventually(() => expect(backend.called("go_to")).toMatchObject([{ path: null }]));
});

test("a repeat is added to with plus, and a removed instance comes back", async () => {
  const { backend } = widget("repeat");
  await heading(/Gezinslid/);
  press("+");
  await eventually(() => expect(backend.called("add_repeat")).toMatchObject([{ repeat: "gezin" }]));
  within(screen.getByRole("main"))
    .getByRole("button", { name: /Weghalen: .*1/ })
    .click();
  await eventually(() =>
    expect(backend.called("remove_repeat")).toMatchObject([{ repeat: "gezin", key: "a" }]),
  );
});
