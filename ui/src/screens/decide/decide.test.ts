import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { sendingHandlers } from "../../test/office-desk";
import { decideHandlers } from "../../test/office-decide";
import { Decide } from "./decide.svelte";

async function setUp() {
  const backend = new FakeBackend({ ...sendingHandlers(), ...decideHandlers() });
  const decide = new Decide(backend);
  await decide.load();
  return { backend, decide };
}

describe("deciding", () => {
  it("begins where something waits, and stays there when it is done", async () => {
    const { decide } = await setUp();
    expect(decide.part).toBe("choices");
    for (const choice of decide.choices.open) decide.choices.hold({ choice, keep: "waiting" });
    expect(decide.counts.choices).toBe(0);
    expect(decide.part).toBe("choices");
    decide.show("doubles");
    await decide.merge("h-40a", "h-40b");
    expect(decide.counts.doubles).toBe(0);
    expect(decide.part).toBe("doubles");
  });

  it("steps from one to the next, and no further than the last", async () => {
    const { decide } = await setUp();
    decide.show("set-aside");
    expect(decide.aside?.id).toBe("a1");
    decide.step(-1);
    expect(decide.aside?.id).toBe("a1");
    for (let n = 0; n < 5; n += 1) decide.step(1);
    expect(decide.aside?.id).toBe("a3");
    await decide.reject(decide.aside!, "Stuur het opnieuw.");
    expect(decide.aside?.id).toBe("a1");
  });

  it("merges one way, and can take it back", async () => {
    const { backend, decide } = await setUp();
    await decide.merge("h-40b", "h-40a");
    expect(backend.called("merge_households")).toEqual([{ stays: "h-40b", alias: "h-40a" }]);
    await decide.lift("h-40a");
    expect(decide.counts.doubles).toBe(1);
    const pair = decide.pair!;
    await decide.keepApart(pair, true);
    expect(decide.counts.doubles).toBe(0);
    await decide.keepApart(pair, false);
    expect(decide.counts.doubles).toBe(1);
  });

  it("says what went wrong and keeps what is shown", async () => {
    const { decide } = await setUp();
    decide.show("set-aside");
    expect(await decide.reject(decide.aside!, "")).toBe(false);
    expect(decide.problem?.code).toBe("reason-needed");
    expect(decide.asides).toHaveLength(3);
  });
});
