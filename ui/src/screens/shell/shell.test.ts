import { describe, expect, it } from "vitest";
import { eventually, open, press } from "../../test/mount";
import Shell from "./Shell.svelte";

describe("the menu by keys", () => {
  it("opens the screen at its place, also while the focus is in the search field", async () => {
    const { app } = open(Shell as never);
    press("2", { ctrlKey: true });
    await eventually(() => expect(app.nav.screen.name).toBe("help"));
    press("1", { ctrlKey: true });
    await eventually(() => expect(app.nav.screen.name).toBe("today"));
    await eventually(() => expect(document.querySelector("input")).toBeTruthy());
    document.querySelector("input")?.focus();
    press("&", { ctrlKey: true, code: "Digit3" });
    await eventually(() => expect(app.nav.screen.name).toBe("leaflets"));
  });

  it("ends with the last entry", async () => {
    const { app } = open(Shell as never);
    press("9", { ctrlKey: true });
    app.nav.go({ name: "settings" });
    await eventually(() => expect(app.nav.screen.name).toBe("settings"));
    press("9", { ctrlKey: true });
    expect(app.nav.screen.name).toBe("settings");
  });
});
