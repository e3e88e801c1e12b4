// One question as the resident sees it. Calls only what a resident's view may call, and holds nothing else.

import { loadLanguage } from "../../i18n/i18n.svelte";
import { AppError, toAppError } from "../../ipc/backend";
import type { AnswerView, FormState, RecordId, ResidentQuestion } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";
import { EMPTY, listOf } from "../visit/answers";
import { Saver } from "../visit/saver.svelte";

export class Resident {
  question = $state.raw<ResidentQuestion | null>(null);
  error = $state.raw<AppError | null>(null);
  path = $state("");
  /** Past the last question: "give the laptop back". */
  ended = $state(false);
  #language: string | null;
  readonly saver: Saver;

  constructor(
    private app: AppState,
    private draft: RecordId,
    path: string,
    onstate: (state: FormState) => void,
    /** Absent: the resident's own. */
    language?: string,
  ) {
    this.path = path;
    this.#language = language ?? null;
    this.saver = new Saver(
      (path, answer, typing) =>
        app.backend.residentCall("answer", { draft, path, answer, go_to: null, typing }),
      (state) => {
        onstate(state);
        void this.load();
      },
    );
    void this.load();
  }

  get answer(): AnswerView {
    return this.saver.pending.get(this.path) ?? this.question?.answer ?? EMPTY;
  }
  get multiple(): boolean {
    return this.question?.kind === "select_multiple";
  }
  /** Whether somebody answers, and does not only read. */
  get asks(): boolean {
    return this.question !== null && this.question.kind !== "note" && !this.question.read_only;
  }

  async load(): Promise<void> {
    const { path } = this;
    try {
      const input = { draft: this.draft, path, language: this.#language };
      const question = await this.app.backend.residentCall("resident_question", input);
      await loadLanguage(question.language);
      if (path === this.path) this.question = question;
      this.error = null;
    } catch (raised) {
      this.error = toAppError(raised);
    }
  }

  async speak(language: string): Promise<void> {
    this.#language = language;
    await this.load();
  }

  choose(value: string): void {
    if (!this.multiple) return this.#put({ ...this.answer, value, refused: false, later: false });
    const chosen = listOf(this.answer);
    const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    this.#put({ ...this.answer, value: values, refused: false, later: false });
  }

  type(value: string | number | null): void {
    this.#put({ ...this.answer, value, refused: false, later: false }, true);
  }

  rank(values: string[]): void {
    this.#put({ ...this.answer, value: values, refused: false, later: false });
  }

  refuse(): void {
    this.#put({ value: null, refused: !this.answer.refused, later: false, note: this.answer.note });
  }

  later(): void {
    this.#put({ value: null, refused: false, later: true, note: this.answer.note });
  }

  #put(answer: AnswerView, typing = false): void {
    if (this.asks && !this.question?.put_off && !this.ended) this.saver.put(this.path, answer, typing);
  }

  /** To another question, when this one is on disk. Null: there is none. */
  async show(path: string | null): Promise<void> {
    if (!(await this.saver.flush())) return;
    this.ended = path === null;
    if (path === null) return;
    this.path = path;
    await this.load();
  }
}
