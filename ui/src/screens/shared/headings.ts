// The groups and instances around a question, in words: "Kind 2 van 3".

import { t, type Texts } from "../../i18n/i18n.svelte";
import type { Heading } from "../../ipc/bindings.gen";

/** `say` chooses the language of the form's own words. */
export function headingWords(around: Heading[], say: (words: Texts) => string): string[] {
  return around.map(({ label, number }) => {
    const name = say(label);
    if (!number) return name;
    const [place, total] = number;
    return t("visit-instance", { name: name || t("visit-repeat-unnamed"), number: place, total });
  });
}
