// One way through a form, with the keyboard alone. What is on the page is read from the core, which the page shows; what
// is done, is done by keys.

const PATIENCE_MS = 8_000;
/** More pages than any form here has: a way that goes in circles ends. */
const MOST_PAGES = 600;
/** How often a repeat is answered. */
const INSTANCES = 2;

/** What is typed, in turn, until the form takes it. */
const TYPED = {
  text: ["Anna", "0891234567", "anna@example.org", "1"],
  integer: ["2", "1", "30", "60", "100", "5"],
  decimal: ["2,5", "60,5", "100,5", "1", "30"],
  range: ["2", "2,5", "5", "1"],
  date: ["24/11/2020", "1/1/2026", "24/11/2030"],
  time: ["9.30", "14u"],
  date_time: ["24/11/2020", "1/1/2026"],
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Walker {
  seen = new Set();
  kinds = new Map();

  constructor(tab, laptop, draft, last) {
    this.tab = tab;
    this.laptop = laptop;
    this.draft = draft;
    this.last = last;
    this.questions = new Map(draft.form.questions.map((question) => [question.path, question]));
  }

  async walk() {
    const screen = JSON.stringify({ name: "visit", draft: this.draft.id });
    await this.tab.visit(`${this.laptop.url}/?${new URLSearchParams({ screen })}`);
    for (let page = 0; ; page += 1) {
      if (page > MOST_PAGES) throw new Error("the way through the form has no end");
      const state = await this.#state();
      await this.#shows(state.at ?? "");
      if (state.at === null) return this.#checked(state);
      await this.#page(state);
    }
  }

  told() {
    const kinds = [...this.kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
    return `${this.seen.size} pages: ${kinds}`;
  }

  async #state() {
    return (await this.laptop.call("draft", { id: this.draft.id })).state;
  }

  /** Waits until the page shows this question; the empty name is the check page. */
  async #shows(path) {
    const deadline = Date.now() + PATIENCE_MS;
    while ((await this.tab.evaluate("document.getElementById('main')?.dataset.question")) !== path) {
      if (Date.now() > deadline) throw new Error(`the page does not show ${path || "the check page"}`);
      await pause(15);
    }
  }

  async #page(state) {
    const node = state.nodes.find(({ path }) => path === state.at);
    const question = this.questions.get(node?.question);
    if (!question) throw new Error(`${state.at}: the form has no such question`);
    if (!this.seen.has(node.path)) this.kinds.set(question.kind, (this.kinds.get(question.kind) ?? 0) + 1);
    this.seen.add(node.path);
    if (question.kind === "repeat") {
      const repeat = state.repeats.find(({ path }) => `${path}[]` === node.path);
      if (repeat.instances.length < INSTANCES) {
        await this.tab.press("+");
        return this.#leaves(node.path);
      }
    }
    for (let attempt = 0; ; attempt += 1) {
      const more = await this.#answer(node, question, attempt);
      await this.tab.press(question.appearance.includes("multiline") ? "Ctrl+Enter" : "Enter");
      if (await this.#leaves(node.path, more)) return;
    }
  }

  /** Whether the page went on; where it may not, because the form refuses the answer, false. */
  async #leaves(path, more = false) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [at, problem] = await this.tab.evaluate(
        "[document.getElementById('main')?.dataset.question, document.getElementById('problem')?.textContent ?? '']",
      );
      if (at !== path) return true;
      if (problem && more) return false;
      if (problem || Date.now() > deadline) throw new Error(`${path}: does not go on: ${problem.trim()}`);
      await pause(15);
    }
  }

  /** Answers by keys; whether there is another answer to try. */
  async #answer(node, question, attempt) {
    const { kind } = question;
    if (node.read_only || node.put_off) return false;
    if (kind in TYPED) {
      await this.#type(question, TYPED[kind][attempt]);
      return attempt + 1 < TYPED[kind].length;
    }
    if (kind === "acknowledge") await this.tab.press("1");
    if (kind === "rank") await this.#rank(node);
    if (kind !== "select_one" && kind !== "select_multiple") return false;
    const values = node.choices ?? [...new Set(question.choices.map(({ value }) => value))];
    if (!values.length) return false;
    const index = this.last ? values.length - 1 - attempt : attempt;
    await this.#choose(values, index, question);
    return attempt + 1 < values.length;
  }

  async #type(question, text) {
    if (question.kind === "range") await this.#slide();
    await this.tab.send("Input.dispatchKeyEvent", { type: "keyDown", commands: ["selectAll"] });
    await this.tab.send("Input.insertText", { text });
    if (question.kind !== "date_time") return;
    for (let step = 0; step < 2; step += 1) await this.tab.press("Tab");
    await this.tab.send("Input.insertText", { text: "9.30" });
  }

  /** The slider stands before the field, which has the focus. */
  async #slide() {
    for (let step = 0; step < 2; step += 1) await this.tab.press("Shift+Tab");
    await this.tab.press("ArrowRight");
    const moved = await this.tab.evaluate("document.activeElement.matches('[type=range]:not(.unset)')");
    if (!moved) throw new Error("the slider does not move");
    for (let step = 0; step < 2; step += 1) await this.tab.press("Tab");
  }

  async #rank(node) {
    const handle = "document.activeElement.matches('[role=slider]')";
    for (let step = 0; step < 8 && !(await this.tab.evaluate(handle)); step += 1) await this.tab.press("Tab");
    await this.tab.press("ArrowDown");
    const deadline = Date.now() + PATIENCE_MS;
    const place = "document.activeElement.getAttribute('aria-valuenow')";
    while ((await this.tab.evaluate(place)) !== "2") {
      if (Date.now() > deadline) throw new Error(`${node.path}: its first choice does not move`);
      await pause(15);
    }
  }

  async #choose(values, index, question) {
    const value = values[index];
    const searched = await this.tab.evaluate("document.activeElement.matches('[type=search]')");
    if (searched) {
      const label = question.choices.find((choice) => choice.value === value)?.label ?? {};
      await this.tab.send("Input.insertText", { text: Object.values(label)[0] ?? value });
      return this.tab.press("Enter");
    }
    if (index < 9) return this.tab.press(String(index + 1));
    const there = `document.activeElement.value === ${JSON.stringify(value)}`;
    for (let step = 0; step < 30 && !(await this.tab.evaluate(there)); step += 1)
      await this.tab.press(step === 0 || question.kind === "select_multiple" ? "Tab" : "ArrowDown");
    await this.tab.press("Space");
  }

  /** On the check page: every question was on the screen, nothing is missing, and the page complained of nothing. */
  async #checked(state) {
    const passed = state.nodes.filter(({ relevant, path }) => relevant && !this.seen.has(path));
    if (passed.length) throw new Error(`never asked: ${passed.map(({ path }) => path).join(", ")}`);
    const { paths } = await this.laptop.call("visit_problems", { id: this.draft.id });
    if (paths.length) throw new Error(`still wrong at the end: ${paths.join(", ")}`);
    if (this.tab.errors.length) throw new Error(this.tab.errors.join("; "));
  }
}
