import { describe, expect, it } from "vitest";
import { FakeBackend, session, start } from "../test/fixtures";
import { AppState } from "./app.svelte";
import { entriesOf, entryOf } from "./entries";

describe("the menu", () => {
  const of = (role: Parameters<typeof entriesOf>[0]["role"], duty = false) =>
    entriesOf({ role, duty }).join(" ");

  it("holds for each role what it may use, beginning with its first work", () => {
    expect(of("visitor")).toBe("today help leaflets comments sending settings");
    expect(of("partner")).toBe("today help leaflets comments sending settings");
    expect(of("coordinator")).toBe("review decide today help leaflets rounds forms sending settings");
    expect(of("administrator")).toBe("forms leaflets sending settings");
  });

  it("shows notes of danger on duty, never to an administrator", () => {
    expect(of("coordinator", true)).toBe(
      "review decide today help leaflets rounds forms danger-notes sending settings",
    );
    expect(of("visitor", true)).toContain("danger-notes");
    expect(of("administrator", true)).not.toContain("danger-notes");
  });

  it("knows under which entry a screen lies", () => {
    expect(entryOf("household", { role: "visitor", duty: false })).toBe("today");
    expect(entryOf("visit-view", { role: "visitor", duty: false })).toBe("comments");
    expect(entryOf("visit-view", { role: "coordinator", duty: false })).toBe("review");
  });
});

describe("an administrator", () => {
  it("begins with forms, and never steps back to a list of addresses", async () => {
    const app = new AppState(new FakeBackend({}));
    await app.enter({ ...session, role: "administrator", duty: false });
    expect(app.nav.screen.name).toBe("forms");
    app.nav.back();
    expect(app.nav.screen.name).toBe("forms");
  });

  it("finds the forms again when the page was loaded anew", async () => {
    const view = { ...session, role: "administrator" as const, duty: false };
    const app = new AppState(new FakeBackend({ start_state: () => start, session: () => view }));
    await app.load();
    expect(app.nav.screen.name).toBe("forms");
  });
});
