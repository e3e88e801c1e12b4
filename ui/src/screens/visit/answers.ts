// Pure helpers over a form's questions and answers.

import { day, dayAndTime, listed, time } from "../../i18n/format";
import { i18n, pick, t, type Texts } from "../../i18n/i18n.svelte";
import { formatNumber, type Bounds } from "../../i18n/numbers";
import type {
  AnswerView,
  ChoiceOption,
  FormState,
  NodeView,
  QuestionView,
  RangeView,
  RepeatView,
} from "../../ipc/bindings.gen";

export const EMPTY: AnswerView = { value: null, refused: false, later: false, note: null };

export function isNumeric(question: QuestionView): boolean {
  return question.kind === "integer" || question.kind === "decimal" || question.kind === "range";
}

export function isTyped(question: QuestionView): boolean {
  return ["text", "integer", "decimal", "range", "date", "time", "date_time"].includes(question.kind);
}

/** Text in which Enter begins a line. */
export function isLongText(question: QuestionView | null): boolean {
  return question?.kind === "text" && question.appearance.includes("multiline");
}

export function isMultiple(question: QuestionView): boolean {
  return question.kind === "select_multiple" || question.kind === "rank";
}

export function isAnswered(answer: AnswerView | null): boolean {
  if (!answer) return false;
  const { value } = answer;
  return (
    answer.refused ||
    answer.later ||
    (Array.isArray(value) ? value.length > 0 : value !== null && value !== "")
  );
}

/** Longer lists of choices are searched. */
const MOST_CHOICES = 12;

/** The choices that are there now, in the order to show them; one of the answers of a repeat is its own label. */
export function choicesOf(question: QuestionView, node: NodeView): ChoiceOption[] {
  const known = new Map<string, ChoiceOption>();
  for (const choice of question.choices) if (!known.has(choice.value)) known.set(choice.value, choice);
  const values = [...new Set(node.choices ?? known.keys())];
  return values.map((value) => {
    const choice = known.get(value) ?? { value, label: {}, leaflet: null };
    return { ...choice, label: node.choice_labels?.[value] ?? choice.label };
  });
}

export function isSelect({ kind }: Pick<QuestionView, "kind">): boolean {
  return kind === "select_one" || kind === "select_multiple";
}

/** Whether the choices are found by typing. */
export function isSearched(question: Pick<QuestionView, "kind" | "appearance">, choices: unknown[]): boolean {
  const wanted = question.appearance.some((word) => word === "autocomplete" || word === "search");
  return isSelect(question) && (choices.length > MOST_CHOICES || (wanted && choices.length > 0));
}

/** Whether the choices are a scale, in a row. */
export function isScale({ kind, appearance }: Pick<QuestionView, "kind" | "appearance">): boolean {
  return kind === "select_one" && appearance.includes("likert");
}

/** The bounds of a range, whichever end it begins at. */
export function boundsOf(range: RangeView | null): Bounds | null {
  if (!range) return null;
  const { start, end, step } = range;
  return { min: Math.min(start, end), max: Math.max(start, end), step: Math.abs(step) };
}

/** What is ranked, as it was put; whatever was not, behind it. */
export function ranked<T extends { value: string }>(choices: T[], order: string[]): T[] {
  const placed = order.flatMap((value) => choices.find((choice) => choice.value === value) ?? []);
  return [...placed, ...choices.filter((choice) => !order.includes(choice.value))];
}

/** Whether somebody can answer it here: not what is only read, or cannot be recorded on a laptop. */
export function takesAnswer(question: QuestionView | null, node: NodeView | null): boolean {
  if (!question || !node || node.put_off || node.read_only) return false;
  return !["note", "repeat", "unsupported", "hidden"].includes(question.kind);
}

/** What the resident's view shows: words and questions, not the visitor's pages. */
export function isForResident(question: QuestionView | null): boolean {
  return question !== null && question.kind !== "repeat" && question.kind !== "unsupported";
}

export function listOf(answer: AnswerView): string[] {
  const { value } = answer;
  if (Array.isArray(value)) return value;
  return typeof value === "string" && value ? value.split(" ") : [];
}

/** The questions to walk through: what applies, without what is put off. */
export function walk(state: FormState): NodeView[] {
  return state.nodes.filter((node) => node.relevant && !node.put_off);
}

/** One instance of a repeat: `gezin[a]/kind[b]` is the instance b of `gezin[a]/kind`. */
export interface Instance {
  repeat: string;
  key: string;
}

/** The instances a path lies in, from outside in. */
export function instancesOf(path: string): Instance[] {
  return [...path.matchAll(/\[([^\]]+)\]/g)].map((found) => ({
    repeat: path.slice(0, found.index),
    key: found[1] ?? "",
  }));
}

export function isWithin(path: string, { repeat, key }: Instance): boolean {
  return path.startsWith(`${repeat}[${key}]`);
}

export function firstOfInstance(state: FormState, repeat: string, key: string): NodeView | undefined {
  return walk(state).find((node) => isWithin(node.path, { repeat, key }));
}

export function requestRepeat(state: FormState): RepeatView | undefined {
  return state.repeats.find((repeat) => repeat.use_as === "help_request");
}

/** An answer in words, in the language that `say` chooses; null without one. */
export function answerText(
  question: QuestionView,
  answer: AnswerView | null,
  say: (texts: Texts | undefined) => string = pick,
): string | null {
  if (!answer) return null;
  if (answer.refused) return t("visit-check-refused");
  if (answer.later) return t("visit-check-later");
  const label = (value: string) =>
    say(question.choices.find((choice) => choice.value === value)?.label) || value;
  if (isMultiple(question)) return listed(...listOf(answer).map(label)) || null;
  if (answer.value === null || answer.value === "") return null;
  const text = String(answer.value);
  if (question.kind === "select_one") return label(text);
  if (question.kind === "acknowledge") return t("visit-acknowledge");
  if (typeof answer.value === "number") return formatNumber(answer.value, i18n.language);
  return momentText(question, text);
}

/** A day or time of an answer as people read it; anything else as it is. */
export function momentText({ kind }: Pick<QuestionView, "kind">, text: string): string {
  if (kind === "time") return /^\d{2}:\d{2}/.test(text) ? time(`2000-01-01T${text.slice(0, 5)}`) : text;
  if ((kind !== "date" && kind !== "date_time") || !/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
  return kind === "date" || text.length <= 10 ? day(text.slice(0, 10)) : dayAndTime(text);
}
