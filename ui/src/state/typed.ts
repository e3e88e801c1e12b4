// What somebody typed and nothing has saved yet: the text of a remark, of a reason, of a form that is not confirmed.
// Answers of a visit are not among it; they are on disk a moment after they are typed.

import type { TypedText } from "../ipc/bindings.gen";

/** Together not more than the core keeps of one field; a longer text was pasted, and stands elsewhere. */
const MOST_LABEL = 200;
const MOST_TEXT = 19_000;

const TEXTS = 'textarea, input:not([type]), input[type="text"], input[type="tel"], input[type="email"]';

export class Typed {
  #fields = new Set<HTMLInputElement | HTMLTextAreaElement>();

  /** Hears every field of the page that somebody types in. */
  note = (event: Event): void => {
    const field = event.target;
    const text = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (text && field.matches(TEXTS) && !field.closest("[data-saved], [role=searchbox]"))
      this.#fields.add(field);
  };

  /** What stands in those that are still on the screen, each with its label; then forgets them. */
  take(): TypedText[] {
    const standing = [...this.#fields].filter((field) => field.isConnected && field.value.trim() !== "");
    this.#fields.clear();
    return standing.map((field) => ({
      label: labelOf(field).slice(0, MOST_LABEL),
      text: field.value.slice(0, MOST_TEXT),
    }));
  }
}

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  const by = field.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const named = by.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return (named || field.labels?.[0]?.textContent || field.getAttribute("aria-label") || "").trim();
}
