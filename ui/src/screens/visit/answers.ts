// Pure helpers over a form's questions and answers.

import { day, dayAndTime, listed, time } from "../../i18n/format";
import { pick, t } from "../../i18n/i18n.svelte";
import type {
  AnswerView,
  ChoiceOption,
  FormState,
  NodeView,
  QuestionView,
  RepeatView,
} from "../../ipc/bindings.gen";

export const EMPTY: AnswerView = { value: null, refused: false, later: false, note: null };

export function isNumeric(question: QuestionView): boolean {
  return question.kind === "integer" || question.kind === "decimal" || question.kind === "range";
}

export function isTyped(question: QuestionView): boolean {
  return ["text", "integer", "decimal", "range", "date", "time", "date_time"].includes(question.kind);
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

/** The choices of a question that remain after filtering. */
export function choicesOf(question: QuestionView, node: NodeView): ChoiceOption[] {
  if (!node.choices) return question.choices;
  const allowed = new Set(node.choices);
  return question.choices.filter((choice) => allowed.has(choice.value));
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

/** The instance a question lies in: `hulp/hulpvraag[key]/…` → path of the repeat and key. */
export function instanceOf(path: string): { repeat: string; key: string } | null {
  const found = /^(.*?)\[([^\]]+)\]/.exec(path);
  return found?.[1] !== undefined && found[2] !== undefined ? { repeat: found[1], key: found[2] } : null;
}

export function firstOfInstance(state: FormState, repeat: string, key: string): NodeView | undefined {
  return walk(state).find((node) => node.path.startsWith(`${repeat}[${key}]`));
}

export function requestRepeat(state: FormState): RepeatView | undefined {
  return state.repeats.find((repeat) => repeat.use_as === "help_request");
}

/** An answer in words, in the language of the interface; null without one. */
export function answerText(question: QuestionView, answer: AnswerView | null): string | null {
  if (!answer) return null;
  if (answer.refused) return t("visit-check-refused");
  if (answer.later) return t("visit-check-later");
  const label = (value: string) =>
    pick(question.choices.find((choice) => choice.value === value)?.label) || value;
  if (isMultiple(question)) return listed(...listOf(answer).map(label)) || null;
  if (answer.value === null || answer.value === "") return null;
  const text = String(answer.value);
  if (question.kind === "select_one") return label(text);
  if (question.kind === "acknowledge") return t("visit-acknowledge");
  return momentText(question, text);
}

/** A day or time of an answer as people read it; anything else as it is. */
export function momentText({ kind }: Pick<QuestionView, "kind">, text: string): string {
  if (kind === "time") return /^\d{2}:\d{2}/.test(text) ? time(`2000-01-01T${text.slice(0, 5)}`) : text;
  if ((kind !== "date" && kind !== "date_time") || !/^\d{4}-\d{2}-\d{2}/.test(text)) return text;
  return kind === "date" || text.length <= 10 ? day(text.slice(0, 10)) : dayAndTime(text);
}
