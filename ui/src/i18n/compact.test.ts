import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { findBundle, loadLanguage } from "./bundles";
import { pack, unpack } from "./compact";
import { LANGUAGES } from "./languages";

const parse = (source: string) => new FluentResource(source).body;

function sourceOf(language: string) {
  const files = readdirSync(`../locales/${language}`).filter((name) => name.endsWith(".ftl"));
  return files.flatMap((name) => parse(readFileSync(`../locales/${language}/${name}`, "utf8")));
}

test.each(LANGUAGES)("every message in %s is what its source says", async (language) => {
  await loadLanguage(language);
  const bundle = findBundle(language);
  const source = sourceOf(language).filter((message) => !message.id.startsWith("-"));
  expect(source.length).toBeGreaterThan(1000);
  for (const message of source) expect(bundle?.getMessage(message.id)).toEqual(message);
});

test("terms, attributes, choices and references survive", () => {
  const source = parse(`
-town = Genk
    .people = Genkenaars
welcome = Welkom in { -town }, { -town.people }
field =
    .hint = Alleen { field.unit }
    .unit = km
lists = { $count ->
    [one] één lijst, { welcome }
   *[other] { $count } lijsten
}
`);
  const ids = ["lists", "elsewhere", "-town", "welcome", "field"];
  const said = (body: ReturnType<typeof parse>) => {
    const bundle = new FluentBundle("nl", { useIsolating: false });
    bundle.addResource({ body });
    const say = (pattern: Parameters<typeof bundle.formatPattern>[0] | null | undefined, count = 0) =>
      pattern && bundle.formatPattern(pattern, { count });
    const lists = bundle.getMessage("lists")?.value;
    return [
      say(lists, 1),
      say(lists, 3),
      say(bundle.getMessage("field")?.attributes["unit"]),
      bundle.hasMessage("elsewhere"),
    ];
  };
  const packed = JSON.parse(JSON.stringify(pack(source, ids)));
  expect(said(unpack(ids, packed))).toEqual(said(source));
  expect(said(source)).toEqual(["één lijst, Welkom in Genk, Genkenaars", "3 lijsten", "km", false]);
});
