import { describe, expect, it } from "vitest";
import { AppError } from "../../ipc/backend";
import { FakeBackend } from "../../test/fixtures";
import { roundsHandlers } from "../../test/office-desk";
import { eventually, open } from "../../test/mount";
import ImportPanel from "./ImportPanel.svelte";
import { Import, NewRound, Rounds } from "./rounds.svelte";

describe("import", () => {
  it("looks first, writes only when confirmed", async () => {
    const backend = new FakeBackend(roundsHandlers());
    const addresses = new Import(backend);
    addresses.read("straat;nummer;wijk\nVennestraat;1;winterslag\nVennestraat;;winterslag");
    await addresses.look();
    expect(addresses.preview).toMatchObject({ new: 1, problems: [{ row: 3, column: "number" }] });
    await addresses.confirm();
    expect(addresses.imported).toBe(1);
    expect(addresses.preview).toBeNull();
    expect(backend.called("import_addresses")).toMatchObject([{ confirm: false }, { confirm: true }]);
  });

  it("leads on with the keyboard once it is done", async () => {
    const addresses = new Import(new FakeBackend(roundsHandlers()));
    open(ImportPanel as never, { addresses, onnew: () => undefined });
    addresses.imported = 2;
    await eventually(() => expect(document.activeElement?.textContent).toContain("Lijst maken"));
  });

  it("forgets the preview when the text changes", async () => {
    const addresses = new Import(new FakeBackend(roundsHandlers()));
    addresses.read("straat,nummer\nA,1");
    await addresses.look();
    addresses.read("straat,nummer\nA,2");
    expect(addresses.preview).toBeNull();
  });
});

describe("a list", () => {
  it("takes a street at once, without who wants no visit", async () => {
    const round = new NewRound(new FakeBackend(roundsHandlers()), "2026-11-24");
    await round.choose("winterslag");
    const street = round.streets.find(({ street }) => street === "Vennestraat")!;
    round.toggleStreet(street);
    expect([...round.picked]).toEqual(["h-98", "h-106", "h-110"]);
    round.toggle("h-106");
    expect(round.isWhole(street)).toBe(false);
    await round.filter("hoef");
    expect(round.picked.has("h-98")).toBe(true);
  });

  it("says what lacks, then stands in the lists of its day", async () => {
    const backend = new FakeBackend(roundsHandlers());
    const round = new NewRound(backend, "2026-11-25");
    expect(await round.save()).toBeNull();
    expect(round.missing).toEqual(["name", "neighbourhood", "assignee", "households"]);
    await round.choose("winterslag");
    round.name = "Hoefstraat";
    round.assignee = "u-meryem";
    round.toggle("h-5");
    expect((await round.save())?.map(({ name }) => name)).toEqual(["Hoefstraat"]);
    const rounds = new Rounds(backend, "2026-11-25");
    await rounds.load();
    expect(rounds.rounds).toHaveLength(1);
  });

  it("loses an address or goes whole, and comes back as it was", async () => {
    const rounds = new Rounds(new FakeBackend(roundsHandlers()), "2026-11-24");
    await rounds.load();
    const before = rounds.rounds![0]!;
    const ids = () => rounds.rounds!.flatMap(({ households }) => households.map(({ id }) => id));
    expect(await rounds.remove(before, "h-98")).toBe(true);
    expect(ids()).not.toContain("h-98");
    await rounds.putBack(before, "h-98");
    expect(ids().sort()).toEqual(before.households.map(({ id }) => id).sort());
    await rounds.withdraw(before);
    expect(rounds.rounds).toEqual([]);
    await rounds.restore(before);
    expect(rounds.rounds).toMatchObject([{ name: before.name, assignee: before.assignee }]);
    expect(ids()).toHaveLength(before.households.length);
  });

  it("goes with its last address, and comes back with it", async () => {
    const backend = new FakeBackend(roundsHandlers());
    const rounds = new Rounds(backend, "2026-11-24");
    await rounds.load();
    const whole = rounds.rounds![0]!;
    for (const { id } of whole.households) await rounds.remove(rounds.rounds![0]!, id);
    expect(rounds.rounds).toEqual([]);
    const last = { ...whole, households: whole.households.slice(-1) };
    await rounds.putBack(last, last.households[0]!.id);
    expect(rounds.rounds![0]!.households).toEqual(last.households);
  });

  it("stays as it is when changing does not work", async () => {
    const backend = new FakeBackend(roundsHandlers());
    const rounds = new Rounds(backend, "2026-11-24");
    await rounds.load();
    backend.handlers.withdraw_round = () => {
      throw new AppError("forbidden");
    };
    expect(await rounds.withdraw(rounds.rounds![0]!)).toBe(false);
    expect([rounds.problem?.code, rounds.rounds?.length]).toEqual(["forbidden", 1]);
  });
});
