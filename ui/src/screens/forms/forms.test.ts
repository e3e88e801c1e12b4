import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { eventually, open } from "../../test/mount";
import { formsHandlers } from "../../test/office-forms";
import { Forms } from "./forms.svelte";
import FormsScreen from "./FormsScreen.svelte";

const file = (name: string) => new File(["x"], name);

function desk() {
  const backend = new FakeBackend(formsHandlers());
  return { backend, forms: new Forms(backend) };
}

describe("a spreadsheet", () => {
  it("is checked with the tables that were chosen with it", async () => {
    const { backend, forms } = desk();
    await forms.choose([file("scholen.csv"), file("vragen.xlsx")]);
    expect(backend.called("check_form")).toMatchObject([
      { workbook: { name: "vragen.xlsx", base64: "eA==" }, beside: [{ name: "scholen.csv" }] },
    ]);
    expect(forms.ready).toBe(true);
  });

  it("takes a table that is chosen later, and keeps the others", async () => {
    const { backend, forms } = desk();
    await forms.choose([file("vragen.xls"), file("a.csv")]);
    await forms.choose([file("b.csv")]);
    const last = backend.called("check_form").at(-1);
    expect(last).toMatchObject({ beside: [{ name: "a.csv" }, { name: "b.csv" }] });
  });

  it("cannot be published with errors, and no other file is a form", async () => {
    const { forms } = desk();
    await forms.choose([file("fout.xlsx")]);
    expect(forms.ready).toBe(false);
    await forms.choose([file("foto.png")]);
    expect(forms.error?.code).toBe("not-a-form");
  });

  it("is in use once it is published", async () => {
    const { forms } = desk();
    await forms.choose([file("vragen.xlsx")]);
    expect(await forms.publish()).toBe(true);
    expect(forms.view?.versions.map(({ state }) => state)).toEqual(["in_use", "kept", "withdrawn", "kept"]);
    expect(forms.file).toBeNull();
  });

  it("is kept where the person chooses", async () => {
    const { backend, forms } = desk();
    expect(await forms.template()).toBe(true);
    expect(backend.saved).toEqual(["formulier-leeg.xlsx"]);
  });
});

describe("the screen", () => {
  const mount = () => open(FormsScreen as never, {}, formsHandlers());
  const button = (name: RegExp) =>
    [...document.querySelectorAll("button")].find((other) => name.test(other.textContent ?? ""));

  it("asks before a version is taken out of use, and can undo it", async () => {
    const { backend, app } = mount();
    await eventually(() => expect(button(/^Intrekken/)).toBeTruthy());
    button(/^Intrekken/)?.click();
    await eventually(() => expect(document.querySelector("[role=alertdialog]")).toBeTruthy());
    expect(document.body.textContent).toContain("Nieuwe bezoeken gebruiken dan");
    expect(backend.called("withdraw_form")).toEqual([]);
    document.querySelector<HTMLElement>("[role=alertdialog] .btn--danger")?.click();
    await eventually(() => expect(app.toasts.current?.undo).toBeTruthy());
    await app.toasts.undo();
    expect(backend.called("withdraw_form")).toEqual([
      { id: "f-1", withdrawn: true },
      { id: "f-1", withdrawn: false },
    ]);
  });

  it("shows a problem beside its row, with what to do", async () => {
    mount();
    const input = document.querySelector<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", { value: [file("fout.xlsx")] });
    input?.dispatchEvent(new Event("change", { bubbles: true }));
    await eventually(() => expect(document.querySelector("#problems")).toBeTruthy());
    const row = document.querySelector("tbody tr");
    expect(row?.textContent).toContain("Wat houdt u wakker?");
    expect(row?.querySelector(".wrong")?.textContent).toContain("${slapt}");
    expect(row?.textContent).toContain("Er is geen vraag met de naam");
    expect(button(/^Publiceren/)?.disabled).toBe(true);
  });
});
