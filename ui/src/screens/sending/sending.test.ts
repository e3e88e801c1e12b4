import { describe, expect, it } from "vitest";
import { AppError } from "../../ipc/backend";
import { FakeBackend } from "../../test/fixtures";
import { isStopped } from "../../state/sync.svelte";
import type { SyncView } from "../../ipc/bindings.gen";
import { offline, phoneChoice, sendingHandlers } from "../../test/office-desk";
import { questionOf, valueText } from "./choice";
import { Sending } from "./sending.svelte";

function setUp() {
  const backend = new FakeBackend(sendingHandlers());
  return { backend, sending: new Sending(backend) };
}

describe("choices", () => {
  it("takes back a choice as if it had not been made", async () => {
    const { sending, backend } = setUp();
    await sending.load();
    const [choice, ...rest] = sending.choices.open;
    const decision = { choice: choice!, keep: "waiting" as const };
    sending.choices.hold(decision);
    expect(sending.choices.open).toEqual(rest);
    expect(sending.choices.current?.change).toBe("c-name");
    await sending.load();
    expect(sending.choices.open).toEqual(rest);
    sending.choices.takeBack(decision);
    expect(sending.choices.open).toEqual([choice, ...rest]);
    expect(sending.choices.decisions).toEqual([]);
    expect(backend.called("resolve")).toEqual([]);
  });

  it("settles a choice once it is not taken back, and takes the other after all", async () => {
    const { sending, backend } = setUp();
    await sending.load();
    const decision = { choice: sending.choices.current!, keep: "waiting" as const };
    sending.choices.hold(decision);
    await sending.choices.settle(decision);
    expect(sending.choices.held).toEqual([]);
    expect(sending.choices.current?.change).toBe("c-name");
    expect(sending.choices.decisions).toMatchObject([{ keep: "waiting" }]);
    await sending.choices.choose(decision.choice, "standing");
    expect(backend.called("resolve")).toMatchObject([{ keep: "waiting" }, { keep: "standing" }]);
    expect(sending.choices.decisions).toMatchObject([{ keep: "standing" }]);
  });

  it("shows a choice again that could not be settled", async () => {
    const { sending, backend } = setUp();
    await sending.load();
    const decision = { choice: sending.choices.current!, keep: "waiting" as const };
    backend.handlers.resolve = () => {
      throw new AppError("disk-full");
    };
    sending.choices.hold(decision);
    expect(await sending.choices.settle(decision)).toBe(false);
    expect(sending.choices.open).toContain(decision.choice);
    expect(sending.choices.problem?.code).toBe("disk-full");
  });

  it("lets a choice wait, and goes to the next", async () => {
    const { sending } = setUp();
    await sending.load();
    sending.choices.postpone(sending.choices.current!);
    expect(sending.choices.current?.field).toBe("name");
    expect(sending.choices.open.map(({ field }) => field)).toEqual(["name", "phone"]);
  });

  it("asks by field and shows any value in words", () => {
    expect(questionOf(phoneChoice())).toBe("Welk nummer klopt?");
    expect(questionOf({ ...phoneChoice(), field: "answers/x" })).toBe("Welk antwoord klopt?");
    expect(questionOf({ ...phoneChoice(), field: "unheard_of" })).toBe("Wat klopt?");
    expect(valueText(null)).toBe("Leeg");
    expect(valueText(["ar", "nl"]).replace(/[\u2066-\u2069]/g, "")).toBe("Arabisch, Nederlands");
    expect(valueText({ value: 4, refused: false })).toBe("4");
    expect(valueText(true)).toBe("Ja");
  });
});

describe("sending", () => {
  it("tells what only a person can mend from a network that is not there", () => {
    const status = (more: Partial<SyncView>) => isStopped({ ...offline, ...more });
    expect(status({})).toBe(false);
    expect(status({ problem: "unreachable" })).toBe(false);
    for (const problem of ["revoked", "cloned", "app-too-old", "server-too-old", "wrong-server", "disk-full"])
      expect(status({ problem })).toBe(true);
    expect(status({ online: true })).toBe(false);
  });

  it("keeps what is shown when trying does not work", async () => {
    const { sending, backend } = setUp();
    await sending.load();
    backend.handlers.send_now = () => {
      throw new AppError("unreachable");
    };
    expect(await sending.sendNow()).toBeNull();
    expect(sending.problem?.code).toBe("unreachable");
    expect(sending.view?.waiting).toHaveLength(3);
    expect(sending.trying).toBe(false);
  });
});
