// The keys of the visit form. Single letters lie under one hand; D is danger, on this screen and on the list.

import { isNumberField, type KeyBinding } from "../../state/keys.svelte";
import { choicesOf, isNumeric, isTyped } from "./answers";
import type { Visit } from "./visit.svelte";

export interface VisitActions {
  show: () => void;
  leaflet: () => void;
  danger: () => void;
  finish: () => void;
  contrast: () => void;
}

export function visitKeys(visit: Visit, actions: VisitActions): KeyBinding[] {
  const asks = () => visit.asks;
  // In a numeric question 0 is zero; an order has no first and second choice.
  const choosing = () =>
    asks() && visit.question !== null && !isTyped(visit.question) && visit.question.kind !== "rank";
  const adding = () => visit.question?.kind === "repeat";
  const digits = Array.from({ length: 9 }, (_, index): KeyBinding => {
    const run = () => choose(visit, index);
    return index === 0
      ? { key: "1", shown: "1–9", label: "key-choose", run, when: choosing }
      : { key: String(index + 1), run, when: choosing };
  });
  return [
    ...digits,
    { key: "+", label: "key-add-instance", run: () => void visit.addInstance(), when: adding },
    { key: "0", label: "key-refuse", run: () => visit.refuse(), when: () => asks() && !numeric(visit) },
    {
      key: "x",
      label: "key-refuse-everywhere",
      run: () => visit.refuse(),
      when: asks,
      inText: isNumberField,
    },
    { key: "l", label: "key-later", run: () => visit.later(), when: asks, inText: isNumberField },
    {
      key: "Enter",
      label: "key-next",
      run: () => void visit.next(),
      inText: true,
      when: () => !visit.onCheckPage,
    },
    {
      key: "Ctrl+Enter",
      label: "key-next-in-text",
      run: () => void visit.next(),
      when: () => !visit.onCheckPage,
    },
    { key: "Ctrl+Enter", label: "key-finish", run: actions.finish, when: () => visit.onCheckPage },
    { key: "Shift+Enter", label: "key-previous", run: () => void visit.previous(), inText: true },
    { key: "v", label: "key-previous", run: () => void visit.previous() },
    { key: "F8", label: "key-show", run: actions.show, when: () => visit.canShow },
    { key: "t", label: "key-show", run: actions.show, when: () => visit.canShow },
    { key: "Alt+h", label: "key-request", run: () => void visit.addRequest() },
    { key: "h", label: "key-request", run: () => void visit.addRequest() },
    { key: "Alt+f", label: "key-leaflet", run: actions.leaflet },
    { key: "f", label: "key-leaflet", run: actions.leaflet },
    { key: "c", label: "key-contrast", run: actions.contrast },
    { key: "Alt+d", label: "key-danger", run: actions.danger },
    { key: "d", label: "key-danger", run: actions.danger },
  ];
}

function numeric(visit: Visit): boolean {
  return visit.question !== null && isNumeric(visit.question);
}

function choose(visit: Visit, index: number): void {
  if (!visit.node || !visit.question) return;
  if (visit.question.kind === "acknowledge") return index === 0 ? visit.choose("OK") : undefined;
  const values = choicesOf(visit.question, visit.node).map((choice) => choice.value);
  visit.chooseAt(index, values);
}
