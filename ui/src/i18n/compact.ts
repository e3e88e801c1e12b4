// Messages without their ids, in the order of a list of ids that all languages share, and with the two things that most
// patterns are made of in few letters. Both directions stand here: one is used while building (`vite-messages.ts`), the
// other in the window.

import type { Message } from "@fluent/bundle";

type Pattern = NonNullable<Message["value"]>;
type Element = Exclude<Pattern, string>[number];
type Choice = Extract<Element, { type: "select" }>;

/**
 * `["name"]` is the value `$name`; `["count", 1, "one", <pattern>, "other", <pattern>]` chooses by `$count`, with the
 * number of the variant that stands for all others. Everything else is as Fluent has it.
 */
type Packed = string | (Element | [string] | [string, number, ...Packed[]])[];
/** What one id has: its value, with its attributes where it has any, or 0 where the language lacks it. */
export type Entry = Packed | Pick<Message, "value" | "attributes"> | 0;

/** The entries of `messages` in the order of `ids`. */
export function pack(messages: Iterable<Message>, ids: readonly string[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { id, value, attributes } of messages) {
    const plain = value !== null && Object.keys(attributes).length === 0;
    entries.set(id, plain ? shorten(value) : { value, attributes });
  }
  return ids.map((id) => entries.get(id) ?? 0);
}

function shorten(pattern: Pattern): Packed {
  if (typeof pattern === "string") return pattern;
  return pattern.map((element) => {
    if (typeof element === "string") return element;
    if (element.type === "var") return [element.name];
    const byName =
      element.type === "select" && element.selector.type === "var" ? element.selector.name : null;
    if (byName === null || !hasNamedKeys(element)) return element;
    const variants = element.variants.flatMap(({ key, value }) => [String(key.value), shorten(value)]);
    return [byName, element.star, ...variants];
  });
}

function hasNamedKeys(element: Element): element is Choice {
  return (
    typeof element !== "string" &&
    element.type === "select" &&
    element.variants.every(({ key }) => key.type === "str")
  );
}

/** The messages, as a `FluentResource` holds them. */
export function unpack(ids: readonly string[], entries: readonly Entry[]): Message[] {
  return entries.flatMap((entry, at) => {
    const id = ids[at];
    if (id === undefined || entry === 0) return [];
    if (typeof entry === "string" || Array.isArray(entry))
      return [{ id, value: lengthen(entry), attributes: {} }];
    return [{ id, ...entry }];
  });
}

function lengthen(packed: Packed): Pattern {
  if (typeof packed === "string") return packed;
  return packed.map((element) => {
    if (!Array.isArray(element)) return element;
    const [name, star, ...rest] = element;
    const selector = { type: "var", name } as const;
    if (star === undefined) return selector;
    const variants: Choice["variants"] = [];
    for (let at = 0; at < rest.length; at += 2) {
      const key = { type: "str", value: rest[at] as string } as const;
      variants.push({ key, value: lengthen(rest[at + 1] as Packed) });
    }
    return { type: "select", selector, variants, star };
  });
}
