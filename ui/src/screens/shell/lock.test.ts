import { tick } from "svelte";
import { afterEach, describe, expect, it, vi } from "vitest";
import { TELL_MS } from "../../state/in-use";
import { eventually, open, press } from "../../test/mount";
import { screen } from "@testing-library/svelte";
import Settings from "../settings/SettingsScreen.svelte";
import Shell from "./Shell.svelte";

const asked = (backend: ReturnType<typeof open>["backend"]) => backend.calls.map(({ name }) => name);

function type(label: string, text: string, role = "textbox"): HTMLElement {
  const field = document.createElement("textarea");
  field.setAttribute("aria-label", label);
  field.setAttribute("role", role);
  document.body.append(field);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return field;
}

afterEach(() => document.querySelectorAll("body > textarea").forEach((field) => field.remove()));

describe("locking by key", () => {
  it("hides what is shown at once, and locks when what was being saved is saved", async () => {
    let saved: (() => void) | undefined;
    const { app, backend } = open(
      Shell as never,
      {},
      { sync_status: () => new Promise((done) => (saved = () => done({} as never))) as never },
    );
    await tick();
    press("l", { ctrlKey: true });
    expect(app.cover).toBe("blank");
    expect(asked(backend)).not.toContain("lock");
    await eventually(() => expect(saved).toBeDefined());
    saved?.();
    await eventually(() => expect(asked(backend)).toContain("lock"));
  });

  it("acts over a dialog and in a text field", async () => {
    const { backend } = open(Shell as never);
    press("?");
    await eventually(() => expect(screen.getByRole("dialog")).toBeTruthy());
    type("reden", "x").focus();
    press("l", { ctrlKey: true });
    await eventually(() => expect(asked(backend)).toContain("lock"));
  });

  it("keeps what was typed and is not saved, with the name of its field", async () => {
    const { backend } = open(Shell as never);
    type("Opmerking", "Vraagt om terug te bellen");
    press("l", { ctrlKey: true });
    await eventually(() => expect(asked(backend)).toContain("lock"));
    const kept = backend.calls.find(({ name }) => name === "keep_typed");
    expect(kept?.input).toEqual({ texts: [{ label: "Opmerking", text: "Vraagt om terug te bellen" }] });
    expect(asked(backend).indexOf("keep_typed")).toBeLessThan(asked(backend).indexOf("lock"));
  });

  it("hides behind a calendar", async () => {
    const { app, backend } = open(Shell as never);
    const hide = vi.spyOn(backend, "hide");
    press("F12");
    expect(app.cover).toBe("calendar");
    await eventually(() => expect(asked(backend)).toContain("lock"));
    expect(hide).toHaveBeenCalled();
    expect(app.cover).toBe("calendar");
  });
});

describe("the calendar", () => {
  it("does not go before there is a lock behind it", async () => {
    let locked: (() => void) | undefined;
    const lock = () => new Promise<never>((done) => (locked = () => done({ stage: "locked" } as never)));
    const { app, backend } = open(Shell as never, {}, { lock: lock as never });
    press("F12");
    app.uncover();
    expect(app.cover).toBe("calendar");
    await eventually(() => expect(locked).toBeDefined());
    app.uncover();
    expect(app.cover).toBe("calendar");
    expect(asked(backend).filter((name) => name === "lock")).toHaveLength(1);
    locked?.();
    await eventually(() => expect(app.session.view).toBeNull());
    await tick();
    app.uncover();
    expect(app.cover).toBeNull();
  });
});

describe("what is kept", () => {
  it("goes on being kept, beside what is new", async () => {
    const { app, backend } = open(Shell as never);
    const before = { label: "Reden", text: "Nog niet gelezen" };
    app.session.view = { ...app.session.open, typed: [before] };
    type("Opmerking", "Nieuw");
    await app.lock();
    const kept = backend.calls.find(({ name }) => name === "keep_typed");
    expect(kept?.input).toEqual({ texts: [before, { label: "Opmerking", text: "Nieuw" }] });
  });

  it("is never a passphrase that was shown, nor words that were searched for", async () => {
    const { app, backend } = open(Settings as never);
    screen.getByRole("button", { name: "Wachtwoordzin wijzigen" }).click();
    await eventually(() => expect(screen.getAllByRole("button", { name: "Tonen" })).toHaveLength(3));
    for (const show of screen.getAllByRole("button", { name: "Tonen" })) show.click();
    await tick();
    const shown = screen.getAllByRole<HTMLInputElement>("textbox");
    expect(shown).toHaveLength(3);
    for (const field of shown) {
      field.value = "groene fiets zingt zacht";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    type("Zoeken", "yil", "searchbox");
    await app.lock();
    expect(asked(backend)).toContain("lock");
    expect(asked(backend)).not.toContain("keep_typed");
  });
});

describe("in use", () => {
  it("is told when somebody types, and not with every key", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      const { app, backend } = open(Shell as never);
      const told = () => backend.calls.filter(({ name }) => name === "in_use").map(({ input }) => input);
      await eventually(() => expect(told()).toEqual([{ talking: false }]));
      press("q");
      press("q");
      expect(told()).toHaveLength(2);
      vi.advanceTimersByTime(TELL_MS);
      press("q");
      expect(told()).toHaveLength(3);
      app.nav.go({ name: "leaflets" });
      await eventually(() => expect(told().at(-1)).toEqual({ talking: true }));
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("after unlocking", () => {
  it("offers what was being typed until it is thrown away", async () => {
    const { app, backend } = open(Shell as never);
    app.session.view = {
      ...app.session.open,
      typed: [{ label: "Opmerking", text: "Vraagt om terug te bellen" }],
    };
    await eventually(() =>
      expect(screen.getByLabelText("Opmerking")).toHaveProperty("value", "Vraagt om terug te bellen"),
    );
    screen.getByRole("button", { name: "Weg ermee" }).click();
    await eventually(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(backend.calls.find(({ name }) => name === "keep_typed")?.input).toEqual({ texts: [] });
  });
});
