// The interface's messages as the window loads them: parsed while building, one module for each language, and the ids,
// which are the same in all of them, only once.
//
// `virtual:messages/ids` is the list of ids; `virtual:messages/nl` and so on have each language's entries in its order.

import { FluentResource, type Message } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { pack } from "./src/i18n/compact.ts";
import { LANGUAGES } from "./src/i18n/languages.ts";

const LOCALES = fileURLToPath(new URL("../locales", import.meta.url));
const MODULE = "\0virtual:messages/";

function filesOf(language: string): string[] {
  const names = readdirSync(join(LOCALES, language)).filter((name) => name.endsWith(".ftl"));
  return names.sort().map((name) => join(LOCALES, language, name));
}

function messagesOf(language: string): Message[] {
  return filesOf(language).flatMap((file) => new FluentResource(readFileSync(file, "utf8")).body);
}

/** Those of Dutch, then what only another language has: a term may be one language's own. */
function allIds(): string[] {
  return [...new Set(LANGUAGES.flatMap(messagesOf).map((message) => message.id))];
}

export function messages(): Plugin {
  return {
    name: "messages",
    resolveId: (id) => (`\0${id}`.startsWith(MODULE) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(MODULE)) return null;
      for (const file of LANGUAGES.flatMap(filesOf)) this.addWatchFile(file);
      const name = id.slice(MODULE.length);
      const ids = allIds();
      if (name === "ids") return `export default ${JSON.stringify(ids.join(" "))}.split(" ")`;
      return `export default ${JSON.stringify(pack(messagesOf(name), ids))}`;
    },
  };
}
