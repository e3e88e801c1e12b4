import { describe, expect, it } from "vitest";
import { FakeBackend } from "../../test/fixtures";
import { reviewAnswer, reviewHandlers } from "../../test/office-desk";
import { question } from "../../test/shapes";
import { Correction } from "./correction.svelte";
import { awaitsAuthor, Review } from "./review.svelte";

function setUp() {
  const backend = new FakeBackend(reviewHandlers());
  return { backend, review: new Review(backend) };
}

describe("the queue", () => {
  it("opens the first visit, flagged ones before others", async () => {
    const { review } = setUp();
    await review.load();
    expect(review.rows[0]?.flags).toEqual(["mood", "form"]);
    expect(review.open?.id).toBe("v2");
    expect(review.unflagged).toBe(3);
  });

  it("moves to the next visit after approving", async () => {
    const { review } = setUp();
    await review.load();
    await review.set("approved");
    expect(review.open?.id).toBe("v1");
    expect(review.list.received).toBe(3);
    await review.restore("v2", "received");
    expect(review.open?.id).toBe("v2");
  });

  it("stays at the ends of the queue", async () => {
    const { review } = setUp();
    await review.load();
    await review.step(-1);
    expect(review.open?.id).toBe("v2");
    await review.step(1);
    expect(review.open?.id).toBe("v1");
  });

  it("asks for follow-up with a comment on the visit", async () => {
    const { review, backend } = setUp();
    await review.load();
    await review.askFollowUp("Bel haar huisarts.");
    expect(backend.called("comment")).toEqual([{ visit: "v2", path: null, text: "Bel haar huisarts." }]);
    expect(backend.called("set_review")).toEqual([{ visit: "v2", state: "has_issues" }]);
  });

  it("approves the rest together and leaves what is flagged", async () => {
    const { review } = setUp();
    await review.load();
    expect(await review.approveUnflagged()).toBe(3);
    expect(review.rows.map(({ visit }) => visit)).toEqual(["v2"]);
  });

  it("keeps a comment at its answer", async () => {
    const { review } = setUp();
    await review.load();
    await review.comment("praktisch/vallen", "Wanneer?");
    const answer = review.open?.sections.flatMap((s) => s.answers).find((a) => a.path === "praktisch/vallen");
    expect(answer?.comments.map(({ text }) => text)).toEqual(["Wanneer?"]);
  });
});

describe("a correction", () => {
  const number = reviewAnswer(
    "a",
    "Hoeveel?",
    "3",
    { answer: { value: 3, refused: false, later: false, note: "n" } },
    { kind: "integer" },
  );

  it("needs a reason and a value of the right kind", () => {
    const correction = new Correction(number);
    expect(correction.text).toBe("3");
    correction.text = "veel";
    expect(correction.result()).toBeNull();
    expect(correction.wrong).toBe("invalid-number");
    correction.text = "4";
    expect(correction.result()).toBeNull();
    correction.reason = " verkeerd getypt ";
    expect(correction.result()).toEqual({
      answer: { value: 4, refused: false, later: false, note: "n" },
      reason: "verkeerd getypt",
    });
  });

  it("can become a refusal", () => {
    const correction = new Correction(number);
    correction.refused = true;
    correction.reason = "Mevrouw wil dit niet zeggen";
    expect(correction.result()?.answer).toMatchObject({ value: null, refused: true });
  });

  it("keeps several choices", () => {
    const several = {
      ...number,
      question: question("a", "Wat?", { kind: "select_multiple" }),
      answer: { ...number.answer, value: ["x"] },
    };
    const correction = new Correction(several);
    correction.toggle("y");
    correction.toggle("x");
    correction.reason = "r";
    expect(correction.result()?.answer.value).toEqual(["y"]);
  });

  it("is awaited until the author corrects or answers", () => {
    const asked = {
      path: "a",
      text: "?",
      by: "u-els",
      by_name: "Els",
      at: "2026-11-24T10:00:00Z",
      receipt: "on_server" as const,
    };
    const answered = { ...asked, by: "u-me", at: "2026-11-24T11:00:00Z" };
    expect(awaitsAuthor({ ...number, comments: [asked] }, "u-me")).toBe(true);
    expect(awaitsAuthor({ ...number, comments: [asked, answered] }, "u-me")).toBe(false);
  });
});
