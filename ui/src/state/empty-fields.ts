// What stands at a required field that was left empty: our words, in the user's language, not the browser's.

import { t } from "../i18n/i18n.svelte";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** For the window's `invalid` events, while they go down. */
export function sayWhatIsMissing(event: Event): void {
  const field = event.target as Field;
  field.setCustomValidity("");
  if (field.validity.valueMissing) field.setCustomValidity(t("error-missing-field"));
}

/** For the window's `input` events: what was said is over once something is typed. */
export function forgetWhatWasMissing(event: Event): void {
  const field = event.target;
  if (field instanceof HTMLElement && "setCustomValidity" in field) (field as Field).setCustomValidity("");
}
