// Invented data for tests and for `?fixture` in a development build. Never in a release build.

import {
  AppError,
  type Backend,
  type CommandName,
  type Input,
  type Output,
  type Pace,
  type VoiceBackend,
} from "../ipc/backend";
import type { Event, NamedFile, SessionView, Settings, StartView } from "../ipc/bindings.gen";
import { doorHandlers } from "./door";
import { officeHandlers } from "./office";
import { offline } from "./office-desk";

export type Handlers = { [K in CommandName]?: (input: Input<K>) => Output<K> | Promise<Output<K>> };

/** A voice that is silent, and remembers what it was to say. A test says when a sentence ends. */
export class FakeVoice implements VoiceBackend {
  readonly said: { language: string; text: string; pace: Pace }[] = [];
  hushes = 0;
  known: string[] = [];
  #end: ((ended: boolean) => void) | undefined;

  async languages(): Promise<string[]> {
    return this.known;
  }
  say(language: string, text: string, pace: Pace): Promise<boolean> {
    this.said.push({ language, text, pace });
    return new Promise((resolve) => (this.#end = resolve));
  }
  async hush(): Promise<void> {
    this.hushes += 1;
    this.#end?.(false);
  }
  /** The sentence that sounds comes to its end. */
  end(): void {
    this.#end?.(true);
  }
}

/** A back end from handlers; remembers what it was asked. */
export class FakeBackend implements Backend {
  readonly calls: { name: CommandName; input: unknown; resident: boolean }[] = [];
  #listeners = new Set<(event: Event) => void>();

  constructor(public handlers: Handlers) {}

  async call<K extends CommandName>(name: K, input: Input<K>): Promise<Output<K>> {
    return this.#answer(name, input, false);
  }
  async residentCall<K extends CommandName>(name: K, input: Input<K>): Promise<Output<K>> {
    return this.#answer(name, input, true);
  }
  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  /** What the person was asked to choose a place for. */
  readonly saved: string[] = [];
  async save({ name }: NamedFile): Promise<boolean> {
    this.saved.push(name);
    return true;
  }
  setZoom(): void {}
  copied(): void {}
  hide(): Promise<void> {
    return Promise.resolve();
  }
  readonly voice = new FakeVoice();

  emit(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }
  called(name: CommandName): unknown[] {
    return this.calls.filter((call) => call.name === name).map((call) => call.input);
  }

  async #answer<K extends CommandName>(name: K, input: Input<K>, resident: boolean): Promise<Output<K>> {
    this.calls.push({ name, input: structuredClone(input), resident });
    const handler = this.handlers[name] as ((input: Input<K>) => Output<K> | Promise<Output<K>>) | undefined;
    if (!handler) throw new AppError("not-found");
    return structuredClone(await handler(input));
  }
}

export const settings: Settings = {
  language: "nl",
  theme: "light",
  contrast: "normal",
  letter_percent: 100,
  single_keys: true,
  lock_minutes: 5,
};

export const start: StartView = {
  stage: "open",
  user_name: "Meryem",
  device_name: "Laptop 14",
  municipality: "Genk",
  wait_seconds: 0,
  problem: null,
  settings,
};

export const session: SessionView = {
  user: "u-meryem",
  user_name: "Meryem Aydın",
  role: "visitor",
  duty: false,
  device_name: "Laptop 14",
  neighbourhoods: [{ code: "winterslag", name: "Winterslag" }],
  colleagues: [
    { id: "u-koen", name: "Koen Peeters", role: "visitor" },
    { id: "u-els", name: "Els Janssen", role: "coordinator" },
  ],
  counts: { to_visit: 5, open_help: 7, waiting: 3, to_review: 4, comments: 1, to_decide: 4 },
  facts: {
    municipality: "Genk",
    website: "www.genkhelpt.be",
    phone: "089 65 36 00",
    interpreter_phone: "02 208 06 11",
    languages: ["nl", "en", "it", "fr", "tr", "ar"],
    services: [{ id: "sociaal_huis", name: { nl: "Sociaal Huis" } }],
    danger_numbers: [
      { id: "112", number: "112", label: { nl: "Ambulance en brandweer" }, emergency: true },
      { id: "101", number: "101", label: { nl: "Politie" }, emergency: true },
      { id: "1813", number: "1813", label: { nl: "Zelfmoordlijn" }, emergency: true },
      { id: "duty", number: "089 65 36 99", label: { nl: "Wachtdienst van de stad" }, emergency: true },
      { id: "1712", number: "1712", label: { nl: "Vragen over geweld" }, emergency: false },
    ],
  },
  settings,
  typed: [],
  today: "2026-11-24",
};

export function handlers(): Handlers {
  let current = settings;
  return {
    start_state: () => ({ ...start, settings: current }),
    session: () => ({ ...session, settings: current }),
    save_settings: (wanted) => (current = wanted),
    unlock: () => ({ ...session, settings: current }),
    in_use: () => ({}),
    keep_typed: () => ({}),
    lock: () => ({ ...start, stage: "locked", settings: current }),
    passphrase_hint: ({ passphrase }) => ({
      strength: passphrase.length < 15 ? "too_short" : "good",
      length: passphrase.length,
      minimum: 15,
    }),
    check_server: () => ({ municipality: "Genk" }),
    enrol: () => session,
    sync_status: () => ({
      online: false,
      sending: null,
      waiting: 3,
      last_contact_at: new Date().toISOString(),
      problem: null,
      remaining: 0,
    }),
  };
}

/** The development mode: `?fixture&stage=locked&theme=dark&contrast=more&lang=ar&letters=150&screen={"name":"settings"}`. */
export function fixtureBackend(query: URLSearchParams): Backend {
  const own: Handlers = { ...handlers(), ...doorHandlers(), ...officeHandlers(session.user) };
  const look: Settings = {
    ...settings,
    language: query.get("lang") ?? "nl",
    theme: (query.get("theme") as Settings["theme"]) ?? "light",
    contrast: (query.get("contrast") as Settings["contrast"]) ?? "normal",
  };
  const role = (query.get("role") as SessionView["role"]) ?? "visitor";
  own.start_state = () => ({
    ...start,
    settings: look,
    stage: (query.get("stage") as StartView["stage"]) ?? "open",
    problem: query.get("problem"),
  });
  // The start itself fails, as when another window holds the data.
  const fails = query.get("fails");
  if (fails) {
    own.start_state = () => {
      throw new AppError(fails);
    };
  }
  if (query.has("empty")) {
    own.today = () => ({
      day: "2026-11-24",
      neighbourhoods: [],
      unfinished: [],
      streets: [],
      visited: 0,
      not_home: 0,
      no_visit: 0,
      to_go: 0,
    });
  }
  // What a person has to mend before anything is sent.
  const stops = query.get("stops");
  if (stops) {
    const status = { ...offline, problem: stops };
    const { sending } = own;
    own.sync_status = () => status;
    own.sending = async (input) => ({ ...(await sending!(input)), status });
  }
  const typed = query.has("typed") ? [{ label: "Opmerking", text: "Belt liever na vijf uur." }] : [];
  own.session = () => ({ ...session, typed, settings: look, role, duty: role === "coordinator" });
  const backend = new FakeBackend(own);
  // All but one, so that both are on the screens.
  backend.voice.known = ["nl", "en", "it", "fr", "ar"];
  return backend;
}
