// A corrected answer: its new value, as its kind of question takes it, and why.

import type { AnswerView, QuestionKind, ReviewAnswer } from "../../ipc/bindings.gen";

export type Widget = "one" | "several" | "number" | "moment" | "text" | "none";

const WIDGETS: Record<QuestionKind, Widget> = {
  select_one: "one",
  select_multiple: "several",
  rank: "several",
  integer: "number",
  decimal: "number",
  range: "number",
  date: "moment",
  time: "moment",
  text: "text",
  acknowledge: "one",
  date_time: "moment",
  note: "none",
  unsupported: "none",
  repeat: "none",
  hidden: "none",
};

export function widgetOf(kind: QuestionKind): Widget {
  return WIDGETS[kind];
}

export function isEditable(kind: QuestionKind): boolean {
  return widgetOf(kind) !== "none";
}

export class Correction {
  one = $state<string | null>(null);
  several = $state<string[]>([]);
  text = $state("");
  /** What is typed is no day or time. */
  unreadable = $state(false);
  refused = $state(false);
  reason = $state("");
  tried = $state(false);
  readonly widget: Widget;

  constructor(private answer: ReviewAnswer) {
    const { value, refused } = answer.answer;
    this.widget = widgetOf(answer.question.kind);
    this.refused = refused;
    if (Array.isArray(value)) this.several = value;
    else if (value !== null && this.widget === "one") this.one = String(value);
    else if (value !== null) this.text = String(value);
  }

  /** What is wrong with the value: a code of the core's errors. */
  wrong = $derived.by(() => {
    if (this.refused) return null;
    if (this.widget === "one") return this.one === null ? "missing-field" : null;
    if (this.widget === "several") return this.several.length ? null : "missing-field";
    if (this.unreadable) return this.answer.question.kind === "time" ? "invalid-time" : "invalid-date";
    const text = this.text.trim();
    if (!text) return "missing-field";
    if (this.widget !== "number") return null;
    const number = Number(text.replace(",", "."));
    const whole = this.answer.question.kind === "integer";
    return Number.isFinite(number) && (!whole || Number.isInteger(number)) ? null : "invalid-number";
  });
  lacksReason = $derived(!this.reason.trim());

  toggle(value: string): void {
    this.several = this.several.includes(value)
      ? this.several.filter((other) => other !== value)
      : [...this.several, value];
  }

  /** The answer to send; null while something is wrong. The note stays as it was. */
  result(): { answer: AnswerView; reason: string } | null {
    this.tried = true;
    if (this.wrong || this.lacksReason) return null;
    const answer: AnswerView = {
      value: this.refused ? null : this.#value(),
      refused: this.refused,
      later: false,
      note: this.answer.answer.note,
    };
    return { answer, reason: this.reason.trim() };
  }

  #value(): AnswerView["value"] {
    if (this.widget === "one") return this.one;
    if (this.widget === "several") return [...this.several];
    if (this.widget === "number") return Number(this.text.trim().replace(",", "."));
    return this.text.trim();
  }
}
