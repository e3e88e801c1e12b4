// Messages without their ids, in the order of a list of ids that all languages share. Both directions stand here: one
// is used while building (`vite-messages.ts`), the other in the window.

import type { Message } from "@fluent/bundle";

type Pattern = NonNullable<Message["value"]>;
/** What one id has: its value, with its attributes where it has any, or 0 where the language lacks it. */
export type Entry = Pattern | Pick<Message, "value" | "attributes"> | 0;

/** The entries of `messages` in the order of `ids`. */
export function pack(messages: Iterable<Message>, ids: readonly string[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { id, value, attributes } of messages) {
    const plain = value !== null && Object.keys(attributes).length === 0;
    entries.set(id, plain ? value : { value, attributes });
  }
  return ids.map((id) => entries.get(id) ?? 0);
}

/** The messages, as a `FluentResource` holds them. */
export function unpack(ids: readonly string[], entries: readonly Entry[]): Message[] {
  return entries.flatMap((entry, at) => {
    const id = ids[at];
    if (id === undefined || entry === 0) return [];
    if (typeof entry === "string" || Array.isArray(entry)) return [{ id, value: entry, attributes: {} }];
    return [{ id, ...entry }];
  });
}
