import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { helpHandlers, helpRow } from "../../test/office-help";
import { HelpRequests, neighbour } from "./help.svelte";
import { byNeed, byUrgency, routeOf } from "./words";

const ME = "u-meryem";
function setUp() {
  const backend = new FakeBackend(helpHandlers(ME));
  return { backend, help: new HelpRequests(backend, ME) };
}

describe("order and steps", () => {
  it("puts overdue requests first, then urgent, then the oldest", () => {
    const rows = [
      helpRow("new", { recorded_on: "2026-11-20" }),
      helpRow("old", { recorded_on: "2026-11-01" }),
      helpRow("today", { urgency: "today", recorded_on: "2026-11-21" }),
      helpRow("late", { overdue: true, recorded_on: "2026-11-19" }),
    ];
    expect(rows.toSorted(byNeed).map(({ id }) => id)).toEqual(["late", "today", "old", "new"]);
    expect(rows.toSorted(byUrgency).map(({ id }) => id)).toEqual(["today", "old", "late", "new"]);
  });

  it("marks the present step and what was passed", () => {
    expect(routeOf("in_progress").map(({ step }) => step)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "now",
      "todo",
    ]);
    expect(routeOf("matched").map(({ state }) => state)).toContain("matched");
  });

  it("does not claim steps that a closed request skipped", () => {
    expect(routeOf("closed", ["triaged"]).map(({ state }) => state)).toEqual([
      "recorded",
      "received",
      "triaged",
      "closed",
    ]);
  });
});

describe("help requests", () => {
  it("shows a request for today until somebody takes it", async () => {
    const { help } = setUp();
    await help.load();
    expect(help.untaken.map(({ id }) => id)).toEqual(["2"]);
    await help.take("2");
    expect(help.untaken).toEqual([]);
    expect(help.problem).toBeNull();
  });

  it("groups what is not overdue by column", async () => {
    const { help } = setUp();
    await help.show("team");
    expect(help.overdue.map(({ id }) => id)).toEqual(["1"]);
    expect(help.groups.map(({ column }) => column)).toEqual(["new", "assigned", "busy"]);
  });

  it("opens the first request of a list", async () => {
    const { help } = setUp();
    await help.show("ended");
    expect(help.open?.row.state).toMatch(/done|closed/);
  });

  it("asks the core whether a card may move, and never back to new", async () => {
    const { help, backend } = setUp();
    await help.showBoard(true);
    expect(await help.mayMove("9", "busy")).toBe(false);
    expect(await help.mayMove("9", "assigned")).toBe(true);
    expect(await help.mayMove("5", "new")).toBe(false);
    expect(backend.called("set_help_state")).toEqual([]);
  });

  it("keeps the reason when a request is closed", async () => {
    const { help } = setUp();
    await help.load();
    await help.select("5");
    expect(await help.setState("5", "closed", "Verhuisd naar Hasselt")).toBe(true);
    expect(help.open?.closed_reason).toBe("Verhuisd naar Hasselt");
    expect(help.list.ended).toBe(3);
  });

  it("says what went wrong and keeps what is shown", async () => {
    const { help } = setUp();
    await help.load();
    expect(await help.setState("9", "referred")).toBe(false);
    expect(help.problem?.code).toBe("not-allowed-now");
    expect(help.rows.length).toBeGreaterThan(0);
  });
});

describe("the board's arrows", () => {
  const columns = [{ rows: [helpRow("a"), helpRow("b")] }, { rows: [] }, { rows: [helpRow("c")] }];
  it("moves within a column and over empty ones", () => {
    expect(neighbour(columns, "a", "ArrowDown")).toBe("b");
    expect(neighbour(columns, "b", "ArrowDown")).toBeNull();
    expect(neighbour(columns, "b", "ArrowRight")).toBe("c");
  });
  it("turns around where people read from the right", () => {
    expect(neighbour(columns, "a", "ArrowLeft", "rtl")).toBe("c");
    expect(neighbour(columns, "a", "ArrowRight", "rtl")).toBeNull();
  });
});
