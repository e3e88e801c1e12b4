// A visit on the screen. The core holds the form and its rules; this keeps what is being typed, moves from question to
// question only when everything is on disk, and knows nothing of any particular form.

import { AppError, attempt } from "../../ipc/backend";
import type {
  AnswerView,
  DraftView,
  FormState,
  NodeView,
  QuestionView,
  RecordId,
} from "../../ipc/bindings.gen";
import { i18n, pick, type Texts } from "../../i18n/i18n.svelte";
import type { AppState } from "../../state/app.svelte";
import {
  EMPTY,
  firstOfInstance,
  instancesOf,
  type Instance,
  isAnswered,
  isForResident,
  isMultiple,
  isWithin,
  listOf,
  requestRepeat,
  takesAnswer,
  walk,
} from "./answers";
import { Saver } from "./saver.svelte";

export class Visit {
  draft = $state.raw<DraftView | null>(null);
  state = $state.raw<FormState | null>(null);
  error = $state.raw<AppError | null>(null);
  /** Shows what is wrong with the present question: only after trying to leave it. */
  insist = $state(false);
  /** Typed, and not a number or a day: stays on the screen, is not sent. */
  unreadable = $state(false);
  /** Asks whether the request just written is ready to leave. */
  confirming = $state.raw<Instance | null>(null);
  offered = $state<string | null>(null);
  missing = $state.raw<string[]>([]);
  /** Shows these two languages, whatever the interface and the resident speak: for whoever tries a form. */
  pair = $state.raw<{ own: string; other: string } | null>(null);
  readonly saver: Saver;

  constructor(
    private app: AppState,
    readonly id: RecordId,
  ) {
    this.saver = new Saver(
      (path, answer, typing) => app.backend.call("answer", { draft: id, path, answer, go_to: null, typing }),
      (state) => this.#take(state),
    );
  }

  #questions = $derived(new Map(this.draft?.form.questions.map((question) => [question.path, question])));
  walk = $derived(this.state ? walk(this.state) : []);
  node = $derived(this.state?.nodes.find((node) => node.path === this.state?.at) ?? null);
  question = $derived(this.node ? this.questionOf(this.node) : null);
  index = $derived(this.walk.findIndex((node) => node.path === this.node?.path));
  onCheckPage = $derived(this.state !== null && this.state.at === null);
  answer = $derived(this.node ? this.answerOf(this.node) : EMPTY);
  requests = $derived(this.state ? requestRepeat(this.state) : undefined);
  #around = $derived(this.node ? instancesOf(this.node.path) : []);
  /** The help request that is being written, confirmed or not. */
  request = $derived(this.#around.find(({ repeat }) => repeat === this.requests?.path) ?? null);
  /** The innermost instance of the present question that a person may remove. */
  instance = $derived(
    this.#around.findLast(({ repeat }) => this.state?.repeats.some((r) => r.path === repeat && !r.counted)) ??
      null,
  );
  canShow = $derived(isForResident(this.question));
  asks = $derived(takesAnswer(this.question, this.node));
  /** A form that does not ask whether answers may be noted: whoever uses it asks. */
  withoutConsent = $derived(
    this.draft !== null && !this.draft.form.questions.some((question) => question.use_as === "consent"),
  );

  questionOf(node: NodeView): QuestionView | null {
    return this.#questions.get(node.question) ?? null;
  }

  /** What is on the screen, which may be ahead of what is on disk. */
  answerOf(node: NodeView): AnswerView {
    return this.saver.pending.get(node.path) ?? node.answer ?? EMPTY;
  }

  byUse(use: string): NodeView | undefined {
    return this.walk.find((node) => this.questionOf(node)?.use_as === use);
  }

  /** A text of the form in the language of the interface, else in the form's own. */
  say = (texts: Texts | null | undefined): string => {
    const own = this.draft?.form.default_language ?? "nl";
    const text = texts?.[own];
    const language = this.pair?.own ?? i18n.language;
    const missing = texts?.[language] === undefined && text !== undefined;
    return missing ? pick({ [own]: text }, language) : pick(texts, language);
  };

  isConfirmed(instance: Instance | null): boolean {
    if (!instance) return false;
    return (
      this.state?.repeats.find((r) => r.path === instance.repeat)?.confirmed.includes(instance.key) ?? false
    );
  }

  async load(): Promise<void> {
    await this.#try(async () => {
      this.draft = await this.app.backend.call("draft", { id: this.id });
      this.#take(this.draft.state);
    });
  }

  /** A state that came back from the resident's view. */
  adopt(state: FormState): void {
    this.#take(state);
  }

  #take(state: FormState): void {
    this.state = state;
    if (state.offer_leaflet) this.offered = state.offer_leaflet;
  }

  // ── answering ──

  choose(value: string): void {
    const { node, question } = this;
    if (!node || !question || node.read_only) return;
    if (!isMultiple(question)) {
      this.#put({ ...this.answer, value, refused: false, later: false });
      if (question.appearance.includes("quick") && question.kind === "select_one") void this.next();
      return;
    }
    const chosen = listOf(this.answer);
    const value_ = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    this.#put({ ...this.answer, value: value_, refused: false, later: false });
  }

  /** Chooses by place, for the digit keys. */
  chooseAt(index: number, values: string[]): void {
    const value = values[index];
    if (value !== undefined) this.choose(value);
  }

  /** A whole order at once. */
  rank(values: string[]): void {
    this.#put({ ...this.answer, value: values, refused: false, later: false });
  }

  type(value: string | number | null): void {
    this.#put({ ...this.answer, value: value === "" ? null : value, refused: false, later: false }, true);
  }

  note(note: string): void {
    this.#put({ ...this.answer, note: note || null }, true);
  }

  refuse(): void {
    this.#put({ value: null, refused: !this.answer.refused, later: false, note: this.answer.note });
  }

  later(): void {
    this.#put({ value: null, refused: false, later: !this.answer.later, note: this.answer.note });
  }

  #put(answer: AnswerView, typing = false): void {
    if (!this.node || this.node.read_only || this.isConfirmed(this.request)) return;
    this.insist = this.unreadable = false;
    this.saver.put(this.node.path, answer, typing);
  }

  // ── moving ──

  async next(): Promise<void> {
    if (!(await this.#settled()) || !this.state || !this.node) return;
    if (this.unreadable || (this.node.problem && !this.node.put_off)) {
      this.insist = true;
      return;
    }
    if (this.#asksForFirstRequest()) return this.addRequest();
    const after = this.walk[this.index + 1] ?? null;
    const { request } = this;
    if (request && !isWithin(after?.path ?? "", request) && !this.isConfirmed(request)) {
      this.confirming = request;
      return;
    }
    await this.goTo(after?.path ?? null);
  }

  #asksForFirstRequest(): boolean {
    if (this.question?.use_as !== "help_wanted" || !this.requests) return false;
    return this.answer.value === "ja" && this.requests.instances.length === 0;
  }

  async previous(): Promise<void> {
    if (this.onCheckPage) return this.goTo(this.walk.at(-1)?.path ?? null);
    const before = this.walk[this.index - 1];
    if (before) await this.goTo(before.path);
  }

  /** Null: the check-answers page. */
  async goTo(path: string | null): Promise<void> {
    if (!(await this.#settled())) return;
    await this.#try(async () => {
      this.#take(await this.app.backend.call("go_to", { draft: this.id, path }));
      this.insist = this.unreadable = false;
      this.offered = null;
    });
  }

  async goToSection(id: string): Promise<void> {
    const inside = this.walk.filter((node) => this.questionOf(node)?.section === id);
    const open = inside.find(
      (node) => !isAnswered(this.answerOf(node)) && takesAnswer(this.questionOf(node), node),
    );
    const target = open ?? inside[0];
    if (target) await this.goTo(target.path);
  }

  /** Everything on disk; otherwise the screen keeps its text and says so. */
  async #settled(): Promise<boolean> {
    return this.saver.flush();
  }

  async leave(): Promise<boolean> {
    return this.#settled();
  }

  // ── help requests and other instances ──

  async addRequest(): Promise<void> {
    const { requests } = this;
    if (!requests || !(await this.#settled())) return;
    await this.#try(async () => {
      const wanted = this.byUse("help_wanted");
      if (wanted && this.answerOf(wanted).value !== "ja") {
        const answer = { ...this.answerOf(wanted), value: "ja", refused: false, later: false };
        this.#take(
          await this.app.backend.call("answer", {
            draft: this.id,
            path: wanted.path,
            answer,
            go_to: null,
            typing: false,
          }),
        );
      }
      const empty = this.requests?.instances.find((key) => this.#isEmpty(requests.path, key));
      const known = new Set(this.requests?.instances);
      if (!empty)
        this.#take(await this.app.backend.call("add_repeat", { draft: this.id, repeat: requests.path }));
      const key = empty ?? this.requests?.instances.find((other) => !known.has(other));
      const first = key && this.state ? firstOfInstance(this.state, requests.path, key) : undefined;
      if (first) await this.goTo(first.path);
    });
  }

  #isEmpty(repeat: string, key: string): boolean {
    const inside = this.state?.nodes.filter((node) => node.path.startsWith(`${repeat}[${key}]`)) ?? [];
    const asked = inside.find((node) => this.questionOf(node)?.use_as === "help_category");
    return !this.isConfirmed({ repeat, key }) && asked !== undefined && !isAnswered(asked.answer);
  }

  /** One more of the repeat whose page is on the screen. */
  async addInstance(): Promise<void> {
    const { node, question } = this;
    if (!node || question?.kind !== "repeat" || !(await this.#settled())) return;
    const repeat = node.path.slice(0, -"[]".length);
    await this.#try(async () =>
      this.#take(await this.app.backend.call("add_repeat", { draft: this.id, repeat })),
    );
  }

  async removeInstance(instance: Instance): Promise<(() => Promise<void>) | null> {
    if (!(await this.#settled())) return null;
    const input = { draft: this.id, ...instance };
    const done = await this.#try(async () => this.#take(await this.app.backend.call("remove_repeat", input)));
    if (!done) return null;
    return async () => {
      await this.#try(async () => this.#take(await this.app.backend.call("restore_repeat", input)));
    };
  }

  /** Makes a request of the instance; it leaves as soon as there is a network. */
  async confirm(instance: Instance): Promise<boolean> {
    if (!(await this.#settled())) return false;
    return this.#try(async () => {
      this.draft = await this.app.backend.call("confirm_request", { draft: this.id, ...instance });
      this.#take(this.draft.state);
      this.confirming = null;
    });
  }

  async afterConfirming(): Promise<void> {
    const { request } = this;
    this.confirming = null;
    const after = this.walk.slice(this.index + 1).find((node) => !request || !isWithin(node.path, request));
    await this.goTo(after?.path ?? null);
  }

  // ── the visit as a whole ──

  async setColleague(user: string | null): Promise<void> {
    await this.#try(async () => {
      this.draft = await this.app.backend.call("set_colleague", { draft: this.id, with: user });
    });
  }

  /** Ends the visit; false and `missing` where questions still need an answer. */
  async finish(): Promise<{ saved_at: string } | null> {
    if (!(await this.#settled())) return null;
    let finished: { saved_at: string } | null = null;
    await this.#try(async () => {
      this.missing = (await this.app.backend.call("visit_problems", { id: this.id })).paths;
      if (this.missing.length === 0) finished = await this.app.backend.call("finish_visit", { id: this.id });
    });
    return finished;
  }

  /** The resident stops, or the visitor leaves the rest for later: open questions become "ask later". */
  async postponeMissing(): Promise<boolean> {
    if (!(await this.#settled())) return false;
    return this.#try(async () => {
      const { paths } = await this.app.backend.call("visit_problems", { id: this.id });
      for (const path of paths) {
        const note = this.state?.nodes.find((node) => node.path === path)?.answer?.note ?? null;
        const answer: AnswerView = { value: null, refused: false, later: true, note };
        this.#take(
          await this.app.backend.call("answer", { draft: this.id, path, answer, go_to: null, typing: false }),
        );
      }
      this.missing = [];
    });
  }

  /** The resident takes the consent to note back: what finishing then keeps is decided by the core. */
  async withdrawConsent(): Promise<boolean> {
    const consent = this.byUse("consent");
    if (!consent || !(await this.#settled())) return false;
    return this.#try(async () => {
      const answer: AnswerView = { value: "nee", refused: false, later: false, note: null };
      this.#take(
        await this.app.backend.call("answer", {
          draft: this.id,
          path: consent.path,
          answer,
          go_to: null,
          typing: false,
        }),
      );
    });
  }

  async discard(): Promise<boolean> {
    this.saver.stop();
    return this.#try(async () => void (await this.app.backend.call("discard_draft", { id: this.id })));
  }

  #try(action: () => Promise<void>): Promise<boolean> {
    return attempt(action, (problem) => (this.error = problem));
  }
}
