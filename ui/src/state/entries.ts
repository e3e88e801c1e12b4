// Which screens a person has in the menu, by what they do. The first one opens the day.

import type { Role } from "../ipc/bindings.gen";
import type { ScreenName } from "./navigation.svelte";

export type Entry =
  | "today"
  | "help"
  | "leaflets"
  | "sending"
  | "comments"
  | "review"
  | "decide"
  | "rounds"
  | "forms"
  | "danger-notes"
  | "settings";

interface Person {
  role: Role;
  duty: boolean;
}

/** Never empty: the first one opens the day. */
type Entries = [Entry, ...Entry[]];

const BY_ROLE: Record<Role, Entries> = {
  visitor: ["today", "help", "leaflets", "comments"],
  partner: ["today", "help", "leaflets", "comments"],
  coordinator: ["review", "decide", "today", "help", "leaflets", "rounds", "forms"],
  // No dossiers.
  administrator: ["forms", "leaflets"],
};

/** The entries of the menu, in their order. */
export function entriesOf({ role, duty }: Person): Entries {
  const onDuty: Entry[] = duty && role !== "administrator" ? ["danger-notes"] : [];
  return [...BY_ROLE[role], ...onDuty, "sending", "settings"];
}

const PARENTS = {
  household: "today",
  visit: "today",
  "quick-note": "today",
  "help-request": "help",
  "help-new": "help",
} as const;

/** The entry that a screen belongs to. */
export function entryOf(screen: ScreenName, person: Person): Entry {
  if (screen === "visit-view") return person.role === "coordinator" ? "review" : "comments";
  return screen in PARENTS ? PARENTS[screen as keyof typeof PARENTS] : (screen as Entry);
}
