// `npm run forms`: fills in every form of tests/forms by keyboard, from the first question to the page where answers are
// checked, in Chromium over the real core. Each form twice: with the first choice everywhere, then with the last.
//
//   npm run forms -- tutorial         only forms with that in their name
//   PROGRAMS=DIR                      where `bridge` and `hoe-gaat-het-server` were built; default ../target/debug

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { build } from "vite";
import { Browser } from "../audit/browser.mjs";
import { Laptop } from "./laptop.mjs";
import { Walker } from "./walker.mjs";

const FORMS = resolve("../tests/forms");
const wanted = process.argv.slice(2);
const workbooks = readdirSync(FORMS)
  .filter((name) => [".xls", ".xlsx"].includes(extname(name)))
  .filter((name) => !wanted.length || wanted.some((part) => name.includes(part)));
const encoded = (name) => ({ name, base64: readFileSync(join(FORMS, name)).toString("base64") });
const beside = readdirSync(FORMS)
  .filter((name) => [".csv", ".geojson"].includes(extname(name)))
  .map(encoded);

const started = Date.now();
const folder = mkdtempSync(join(tmpdir(), "forms-"));
// As released, but it opens at the screen that its address names.
await build({
  logLevel: "error",
  define: { "import.meta.env.DEV": "true" },
  build: { outDir: join(folder, "page"), minify: false },
});
const laptop = new Laptop(folder, resolve(process.env.PROGRAMS ?? "../target/debug"));
const browser = new Browser();
const problems = [];
let answered = 0;

try {
  await laptop.start();
  const tab = await browser.open();
  for (const name of workbooks) {
    for (const last of [false, true]) {
      const file = { workbook: encoded(name), beside };
      try {
        const draft = await laptop.call("try_form", { file, id: null, language: null });
        const walker = new Walker(tab, laptop, draft, last);
        await walker.walk();
        answered += walker.seen.size;
        console.log(`${name}, ${last ? "last" : "first"} choices: ${walker.told()}`);
      } catch (error) {
        problems.push(`${name}, ${last ? "last" : "first"} choices: ${error.message}`);
      }
    }
  }
} finally {
  await browser.close();
  await laptop.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

for (const problem of problems) console.log(`PROBLEM ${problem}`);
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${workbooks.length} forms, ${answered} pages, ${problems.length} problems, ${seconds} s`);
process.exit(problems.length || !workbooks.length ? 1 : 0);
