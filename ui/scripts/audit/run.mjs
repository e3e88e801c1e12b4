// `npm run axe`: opens every screen with invented data in Chromium and fails on what people cannot read or reach: axe in
// the four themes, text that is cut, covered or outside the window, and messages without words; in Dutch and in Arabic.
//
//   npm run axe -- today visit        only screens whose names start so
//   npm run axe -- --pictures DIR     also saves a picture of each, in each theme

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, preview } from "vite";
import { Browser } from "./browser.mjs";
import { SCREENS } from "./screens.mjs";

const LANGUAGES = ["nl", "ar"];
const THEMES = [
  { name: "light", theme: "light", contrast: "normal" },
  { name: "dark", theme: "dark", contrast: "normal" },
  { name: "contrast", theme: "light", contrast: "more" },
  { name: "dark-contrast", theme: "dark", contrast: "more" },
];
/** Themes change colours and borders only: the other rules need one theme. */
const THEME_RULES = ["color-contrast", "link-in-text-block", "target-size"];

const SIZES = [
  { name: "1366×768", width: 1366, height: 768 },
  { name: "1024×660", width: 1024, height: 660 },
  { name: "1366×768 at 150 %", width: 1366, height: 768, letters: 150 },
];

// Only the tab in front is sure to be drawn.
const tabs = () => (values.pictures ? 1 : 3);

const { values, positionals } = parseArgs({
  options: { pictures: { type: "string" } },
  allowPositionals: true,
});
const chosen = SCREENS.filter(
  ({ name }) => !positionals.length || positionals.some((start) => name.startsWith(start)),
);
const ids = [...readFileSync("src/i18n/ids.gen.ts", "utf8").matchAll(/\| "([^"]+)"/g)].map(([, id]) => id);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const inPage = readFileSync(new URL("in-page.js", import.meta.url), "utf8");
if (values.pictures) mkdirSync(values.pictures, { recursive: true });

const started = Date.now();
const outDir = mkdtempSync(join(tmpdir(), "ui-audit-page-"));
// As released, but for the invented data, which only a development build has.
await build({
  logLevel: "error",
  define: { "import.meta.env.DEV": "true" },
  build: { outDir, minify: false },
});
const server = await preview({
  logLevel: "warn",
  build: { outDir },
  preview: { port: 0, host: "127.0.0.1" },
});
const { port } = server.httpServer.address();
const browser = new Browser();
const problems = new Map();
let checks = 0;

/** The same fault in several places of the matrix is one line. */
function report({ rule, where, what }, screen, language, circumstance) {
  const key = [screen.name, rule, where, what.replace(/\d+/g, "")].join("\n");
  const found = problems.get(key) ?? { screen: screen.name, rule, where, what, seen: [] };
  found.seen.push(`${language} ${circumstance}`);
  problems.set(key, found);
}

/** Drops a file of this name on the page, as from a folder. */
const dropped = (name) => `{
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(["x"], ${JSON.stringify(name)}));
  const options = { dataTransfer, bubbles: true, cancelable: true };
  document.querySelector("h1").dispatchEvent(new DragEvent("drop", options));
}`;

async function step(tab, { press, click, type, drop }) {
  if (drop) await tab.evaluate(dropped(drop));
  if (press) await tab.press(press);
  if (type) await tab.send("Input.insertText", { text: type });
  if (click) {
    // Read before: what is clicked may go.
    const there = `{ const it = document.querySelector(${JSON.stringify(click)}); it?.click(); !!it }`;
    if (!(await tab.evaluate(there))) throw new Error(`nothing to click: ${click}`);
  }
  await tab.evaluate("audit.still()");
}

async function picture(tab, screen, language, theme) {
  if (values.pictures)
    writeFileSync(join(values.pictures, `${screen.name}-${language}-${theme}.png`), await tab.picture());
}

async function look(tab, screen, language) {
  const query = new URLSearchParams({ fixture: "", lang: language, ...screen.query });
  if (screen.screen) query.set("screen", JSON.stringify(screen.screen));
  await tab.resize(SIZES[0]);
  await tab.visit(`http://127.0.0.1:${port}/?${query}`);
  await tab.evaluate("audit.still()");
  for (const next of screen.steps) await step(tab, next);

  const say = (found, circumstance) => {
    checks += 1;
    for (const problem of found) report(problem, screen, language, circumstance);
  };
  say(await tab.evaluate(`audit.texts(${JSON.stringify(ids)})`), "");
  for (const { name, theme, contrast } of THEMES) {
    const look = JSON.stringify({ theme, contrast });
    await tab.evaluate(`Object.assign(document.documentElement.dataset, ${look})`);
    const rules = name === "light" ? "" : JSON.stringify(THEME_RULES);
    say(await tab.evaluate(`audit.axe(${rules})`), name);
    await picture(tab, screen, language, name);
  }
  await tab.evaluate(
    'Object.assign(document.documentElement.dataset, { theme: "light", contrast: "normal" })',
  );
  for (const size of SIZES) {
    await tab.resize(size);
    await tab.evaluate("audit.settled()");
    say(await tab.evaluate("audit.layout()"), size.name);
    if (size !== SIZES[0]) await picture(tab, screen, language, size.letters ? "150" : "1024");
  }
  say(
    tab.errors.map((text) => ({ rule: "page-error", where: "console", what: text })),
    "",
  );
}

const jobs = chosen.flatMap((screen) => LANGUAGES.map((language) => ({ screen, language })));

async function work() {
  const tab = await browser.open();
  for (const source of [axe, inPage]) await tab.send("Page.addScriptToEvaluateOnNewDocument", { source });
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    const { screen, language } = job;
    try {
      await look(tab, screen, language);
    } catch (error) {
      report({ rule: "not-reached", where: "", what: String(error.message) }, screen, language, "");
    }
  }
}

try {
  await Promise.all(Array.from({ length: tabs() }, work));
} finally {
  await browser.close();
  await server.close();
  if (existsSync(outDir)) rmSync(outDir, { recursive: true, force: true });
}

for (const { screen, rule, where, what, seen } of problems.values()) {
  console.log(`${screen}: ${rule}: ${where}\n    ${what}\n    in ${[...new Set(seen)].join(", ")}`);
}
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${chosen.length} screens, ${checks} checks, ${problems.size} problems, ${seconds} s`);
process.exit(problems.size ? 1 : 0);
