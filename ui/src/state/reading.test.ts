import { screen } from "@testing-library/svelte";
import { expect, test } from "vitest";
import LeafletsScreen from "../screens/leaflets/LeafletsScreen.svelte";
import SettingsScreen from "../screens/settings/SettingsScreen.svelte";
import VisitScreen from "../screens/visit/VisitScreen.svelte";
import { HOLD_MS } from "./hold.svelte";
import { sentencesIn } from "./sentences";
import type { FakeBackend } from "../test/fixtures";
import { doorHandlers } from "../test/door";
import { eventually, open, press } from "../test/mount";

/** A screen on a laptop that has these voices. */
async function opened(component: unknown, props: Record<string, unknown>, known = ["nl", "ar"]) {
  const made = open(component as never, props);
  made.backend.voice.known = known;
  await made.app.voices.load(true);
  return { ...made, voice: made.backend.voice };
}
async function visit(known?: string[]) {
  const made = await opened(VisitScreen, { draft: "d-h112" }, known);
  await screen.findByRole("heading", { level: 1, name: /Hoe gaat het met u/ });
  return made;
}
const texts = ({ voice }: FakeBackend) => voice.said.map(({ text }) => text);
const next = async (backend: FakeBackend, count: number) => {
  backend.voice.end();
  await eventually(() => expect(backend.voice.said).toHaveLength(count));
};

test("a text is cut into sentences of its own language, without invisible marks", () => {
  document.body.innerHTML = `<div lang="nl"><p data-read>Bel ons! \u2068<bdi><b>089 65 36 00</b></bdi>\u2069 is
    het nummer!</p><p>Niet dit.</p><p data-read lang="ar">كيف حالك؟ اجلس.</p><p data-read> — </p></div>`;
  const found = sentencesIn(document.body);
  expect(found.map(({ language, text }) => [language, text])).toEqual([
    ["nl", "Bel ons!"],
    ["nl", "089 65 36 00 is het nummer!"],
    ["ar", "كيف حالك؟"],
    ["ar", "اجلس."],
  ]);
  expect(found[1]?.range.toString().replace(/\s+/g, " ")).toContain("089 65 36 00\u2069 is het nummer!");
  document.body.innerHTML = "";
});

test("R reads the question and its answers to the resident, one sentence after the other", async () => {
  const { backend, voice } = await visit();
  expect(voice.said).toEqual([]);
  press("r");
  await eventually(() => expect(voice.said).toEqual([{ language: "ar", text: "كيف حالك؟", pace: "normal" }]));
  await next(backend, 2);
  expect(voice.said.every(({ language }) => language === "ar")).toBe(true);
  expect(texts(backend).join(" ")).not.toContain("El Idrissi");
});

test("R again pauses, and then goes on with the sentence that was interrupted", async () => {
  const { backend, voice } = await visit();
  press("F9");
  await eventually(() => expect(voice.said).toHaveLength(1));
  await next(backend, 2);
  press("r");
  expect(voice.hushes).toBe(1);
  await screen.findByRole("button", { name: "Verder" });
  expect(voice.said).toHaveLength(2);
  press(" ");
  await eventually(() => expect(voice.said).toHaveLength(3));
  expect(voice.said[2]?.text).toBe(voice.said[1]?.text);
});

test("repeat and slow read the same sentence once more", async () => {
  const { voice } = await visit();
  press("r");
  await eventually(() => expect(voice.said).toHaveLength(1));
  screen.getByRole("button", { name: "Deze zin opnieuw" }).click();
  await eventually(() => expect(voice.said).toHaveLength(2));
  screen.getByRole("button", { name: "Traag" }).click();
  await eventually(() => expect(voice.said).toHaveLength(3));
  expect(new Set(voice.said.map(({ text }) => text))).toEqual(new Set(["كيف حالك؟"]));
  expect(voice.said.map(({ pace }) => pace)).toEqual(["normal", "normal", "slow"]);
});

test("Esc, and the next question, are silence", async () => {
  const { voice } = await visit();
  press("r");
  await eventually(() => expect(voice.said).toHaveLength(1));
  press("Escape");
  expect(voice.hushes).toBe(1);
  await screen.findByRole("button", { name: "Voorlezen" });
  press("r");
  await eventually(() => expect(voice.said).toHaveLength(2));
  press("2");
  press("Enter");
  await eventually(() => expect(voice.hushes).toBe(2));
  expect(voice.said).toHaveLength(2);
});

test("turning the screen silences the form; in the resident's view a tap on Esc stops and does not leave", async () => {
  const { backend, voice } = await visit();
  press("r");
  await eventually(() => expect(voice.said).toHaveLength(1));
  press("F8");
  await screen.findByRole("dialog");
  await eventually(() => expect(voice.hushes).toBe(1));
  await eventually(() => expect(screen.getAllByRole("button", { name: "اقرأ بصوت عالٍ" })).toHaveLength(1));
  press("r");
  await eventually(() => expect(voice.said).toHaveLength(2));
  for (let count = 3; count < 6; count += 1) await next(backend, count);
  expect(texts(backend).join(" ")).not.toMatch(/El Idrissi|Vennestraat|Hoe gaat/);
  press("Escape");
  await eventually(() => expect(voice.hushes).toBe(2));
  await new Promise((done) => setTimeout(done, HOLD_MS / 4));
  window.dispatchEvent(new KeyboardEvent("keyup", { key: "Escape" }));
  expect(screen.queryByRole("dialog")).not.toBeNull();
});

test("a language without a voice has no button and no key", async () => {
  const { voice } = await visit(["nl"]);
  expect(screen.queryByRole("button", { name: "Voorlezen" })).toBeNull();
  press("r");
  press("F9");
  expect(voice.said).toEqual([]);
});

test("a question that is put off because a minor interprets is not read", async () => {
  const made = open(
    VisitScreen as never,
    { draft: "d-h112" },
    {
      draft: async (input) => {
        const view = structuredClone(await doorHandlers().draft!(input));
        view.state.nodes.forEach((node) => (node.put_off = true));
        return view;
      },
    },
  );
  made.backend.voice.known = ["nl", "ar"];
  await made.app.voices.load(true);
  await screen.findByRole("heading", { level: 1 });
  press("r");
  press("F9");
  expect(made.backend.voice.said).toEqual([]);
});

test("a voice that fails is told, and the button is there again", async () => {
  const { voice } = await visit();
  voice.say = () => Promise.reject(new Error("no sound"));
  press("r");
  await screen.findByText("Voorlezen lukt nu niet.");
  screen.getByRole("button", { name: "Voorlezen" });
});

test("a leaflet is read in the language that is shown, to its end", async () => {
  const { backend, voice } = await opened(LeafletsScreen, { language: "ar" });
  await screen.findByText("أين تطلب المساعدة؟");
  press("r");
  await eventually(() => expect(voice.said[0]?.text).toBe("أين تطلب المساعدة؟"));
  for (let count = 2; screen.queryByRole("button", { name: "Pauze" }); count += 1) {
    expect(count).toBeLessThan(50);
    voice.end();
    await eventually(() =>
      expect(voice.said.length === count || screen.queryByRole("button", { name: "Pauze" }) === null).toBe(
        true,
      ),
    );
  }
  expect(voice.said.every(({ language }) => language === "ar")).toBe(true);
  expect(texts(backend).join(" ")).toContain("089 65 36 00");
});

test("Settings says which languages have a voice, and how to add one", async () => {
  await opened(SettingsScreen, {}, ["nl"]);
  await eventually(() => expect(screen.getAllByText("geen stem")).toHaveLength(5));
  screen.getByText("wordt voorgelezen");
  screen.getByText(/apt install speech-dispatcher-espeak-ng|speech-dispatcher speech-dispatcher-espeak-ng/);
});
