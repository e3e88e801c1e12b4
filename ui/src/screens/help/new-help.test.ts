import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { helpHandlers } from "../../test/office-help";
import { NewHelp } from "./new-help.svelte";

function setUp(household: string | null = "h-98") {
  const backend = new FakeBackend(helpHandlers("u-meryem"));
  return { backend, form: new NewHelp(backend, household, null) };
}
function fill(form: NewHelp) {
  form.chooseCategory("wonen");
  form.description = "  Het raam sluit niet.  ";
  form.urgency = "week";
}

describe("a new help request", () => {
  it("chooses nothing beforehand and says what lacks", async () => {
    const { form, backend } = setUp(null);
    expect([form.category, form.urgency, form.consent, form.recipient, form.fields]).toEqual([
      null,
      null,
      null,
      null,
      [],
    ]);
    expect(await form.save()).toBeNull();
    expect(form.missing).toEqual(["household", "category", "description", "urgency", "consent"]);
    expect(backend.called("record_help")).toEqual([]);
  });

  it("needs to whom and what when the resident agrees", () => {
    const { form } = setUp();
    fill(form);
    form.consent = "yes";
    expect(form.missing).toEqual(["recipient", "fields"]);
    form.recipient = "caw";
    form.toggleField("address");
    form.toggleField("description");
    expect(form.missing).toEqual([]);
    expect(form.fields).toEqual(["description", "address"]);
  });

  it("passes nothing on when the resident refuses after all", async () => {
    const { form, backend } = setUp();
    fill(form);
    form.consent = "yes";
    form.recipient = "caw";
    form.toggleField("address");
    form.consent = "no";
    expect((await form.save())?.row.shared).toBe(false);
    expect(backend.called("record_help")).toMatchObject([
      {
        consent_given: false,
        recipient: null,
        fields: [],
        description: "Het raam sluit niet.",
        contact: null,
      },
    ]);
  });

  it("tells 'not asked yet' from 'refused'", async () => {
    const { form, backend } = setUp();
    fill(form);
    form.consent = "later";
    await form.save();
    expect(backend.called("record_help")).toMatchObject([{ consent_given: null }]);
  });

  it("drops a detail of another category", () => {
    const { form } = setUp();
    form.chooseCategory("wonen");
    form.detail = "huur";
    form.chooseCategory("geld");
    expect(form.detail).toBeNull();
  });
});
