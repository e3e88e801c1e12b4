// What somebody typed and nothing has saved yet: the text of a remark, of a reason, of a form that is not confirmed.
// Answers of a visit are not among it; they are on disk a moment after they are typed.

import type { TypedText } from "../ipc/bindings.gen";

const TEXTS = 'textarea, input:not([type]), input[type="text"], input[type="tel"], input[type="email"]';

export class Typed {
  #fields = new Set<HTMLInputElement | HTMLTextAreaElement>();

  /** Hears every field of the page that somebody types in. */
  note = (event: Event): void => {
    const field = event.target;
    const text = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
    if (text && field.matches(TEXTS) && !field.closest("[data-saved], [role=search]"))
      this.#fields.add(field);
  };

  /** What stands in those that are still on the screen, each with its label; then forgets them. */
  take(): TypedText[] {
    const standing = [...this.#fields].filter((field) => field.isConnected && field.value.trim() !== "");
    this.#fields.clear();
    return standing.map((field) => ({ label: labelOf(field), text: field.value }));
  }
}

function labelOf(field: HTMLInputElement | HTMLTextAreaElement): string {
  return (field.labels?.[0]?.textContent ?? field.getAttribute("aria-label") ?? "").trim();
}
