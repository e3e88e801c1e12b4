// Reading aloud: which languages can be heard, and one place of the screen read sentence by sentence.

import type { Pace, VoiceBackend } from "../ipc/backend";
import type { KeyBinding } from "./keys.svelte";
import { mark, sentencesIn, type Sentence } from "./sentences";

/** The voices of this laptop. Nothing is asked of them before a screen that can be read is shown. */
export class Voices {
  languages = $state.raw<ReadonlySet<string>>(new Set());
  pace = $state<Pace>("normal");
  #asked: Promise<void> | undefined;
  #hushed: Promise<void> = Promise.resolve();
  #current: Reading | null = null;

  constructor(private backend: VoiceBackend) {}

  /** Asks once which languages have a voice; `again` after somebody may have added one. */
  load(again = false): Promise<void> {
    if (again) this.#asked = undefined;
    return (this.#asked ??= this.backend.languages().then(
      (languages) => void (this.languages = new Set(languages)),
      // Then there is no button.
      () => undefined,
    ));
  }

  /** Only one place is read at a time. */
  take(reading: Reading): void {
    if (this.#current !== reading) this.#current?.stop();
    this.#current = reading;
  }
  silence(): void {
    this.#current?.stop();
  }

  /** True when it was read to its end. */
  async say(sentence: Sentence): Promise<boolean> {
    // A hush that is still on its way must not silence this sentence.
    await this.#hushed;
    return this.backend.say(sentence.language, sentence.text, this.pace);
  }
  hush(): void {
    this.#hushed = this.backend.hush().catch(() => undefined);
  }
}

export class Reading {
  state = $state<"silent" | "reading" | "paused">("silent");
  failed = $state(false);
  #sentences: Sentence[] = [];
  #at = 0;
  /** Grows with everything that interrupts; an older sentence then says nothing any more. */
  #turn = 0;

  /** What the marked text under `root` says, at the moment when reading begins. */
  constructor(
    private voices: Voices,
    private root: () => Element | null | undefined,
  ) {}

  get pace(): Pace {
    return this.voices.pace;
  }

  can(language: string): boolean {
    return this.voices.languages.has(language);
  }

  /** Begins; then pauses, and goes on with the sentence that was interrupted. */
  toggle(): void {
    if (this.state === "paused") return void this.#read();
    if (this.state === "reading") return this.#pause();
    const root = this.root();
    const sentences = root ? sentencesIn(root).filter(({ language }) => this.can(language)) : [];
    if (sentences.length === 0) return;
    this.voices.take(this);
    this.#sentences = sentences;
    this.#at = 0;
    void this.#read();
  }

  #pause(): void {
    this.#interrupt();
    this.state = "paused";
  }

  /** The sentence once more from its beginning. */
  repeat(): void {
    if (this.state === "silent") return;
    this.#interrupt();
    void this.#read();
  }

  changePace(): void {
    this.voices.pace = this.voices.pace === "normal" ? "slow" : "normal";
    if (this.state === "reading") this.repeat();
  }

  stop(): void {
    if (this.state === "silent") return;
    this.#interrupt();
    this.#end();
  }

  #interrupt(): void {
    this.#turn += 1;
    this.voices.hush();
  }

  #end(): void {
    this.state = "silent";
    mark(null);
  }

  async #read(): Promise<void> {
    const turn = ++this.#turn;
    this.state = "reading";
    this.failed = false;
    for (let sentence = this.#sentences[this.#at]; sentence; sentence = this.#sentences[++this.#at]) {
      mark(sentence);
      const ended = await this.voices.say(sentence).catch(() => null);
      if (turn !== this.#turn) return;
      this.failed = ended === null;
      if (!ended) break;
    }
    this.#end();
  }
}

/** For every screen that can be read. */
export function readingKeys(reading: Reading, language: () => string): KeyBinding[] {
  const reads = () => reading.state !== "silent";
  const toggle = { run: () => reading.toggle(), when: () => reading.can(language()) };
  return [
    { key: "r", label: "key-read", ...toggle },
    { key: "F9", label: "key-read", ...toggle },
    { key: " ", label: "key-read-pause", run: () => reading.toggle(), when: reads },
    { key: "Escape", label: "key-read-stop", run: () => reading.stop(), when: reads, inText: true },
  ];
}
