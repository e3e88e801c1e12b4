import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { roundsHandlers } from "../../test/office-desk";
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
});
