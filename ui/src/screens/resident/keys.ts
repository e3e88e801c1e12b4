// The worker's keys while the resident reads along: one hand, no looking down.

import { isNumberField, type KeyBinding } from "../../state/keys.svelte";
import type { Resident } from "./resident.svelte";

/** What holding a key opens, once the resident's view is closed. */
export type ResidentNext = "request" | "leaflet";

export function residentKeys(
  resident: Resident,
  actions: { next: () => void; previous: () => void; contrast: () => void },
): KeyBinding[] {
  const kind = () => resident.question?.kind;
  const numeric = () => ["integer", "decimal", "range"].includes(kind() ?? "");
  const digits = Array.from({ length: 9 }, (_, index): KeyBinding => ({
    key: String(index + 1),
    run: () => {
      const choice = resident.question?.choices[index];
      if (choice) resident.choose(choice.value);
    },
    when: () => !numeric() && kind() !== "rank",
  }));
  return [
    ...digits,
    { key: "0", label: "key-refuse", run: () => resident.refuse(), when: () => !numeric() },
    { key: "x", label: "key-refuse-everywhere", run: () => resident.refuse(), inText: isNumberField },
    { key: "l", label: "key-later", run: () => resident.later(), inText: isNumberField },
    { key: "Enter", label: "key-next", run: actions.next, inText: true },
    { key: "Shift+Enter", label: "key-previous", run: actions.previous, inText: true },
    { key: "v", label: "key-previous", run: actions.previous },
    { key: "c", label: "key-contrast", run: actions.contrast, inText: isNumberField },
    // Swallowed: only holding it leaves.
    { key: "Escape", run: () => undefined, inText: true },
  ];
}
