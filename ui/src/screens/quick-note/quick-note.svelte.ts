// A talk at a window or a hedge: one screen over the same draft, kept while it is written.

import { AppError, toAppError } from "../../ipc/backend";
import type { LeafletRow, QuickNoteView, RecordId, UserId } from "../../ipc/bindings.gen";
import type { AppState } from "../../state/app.svelte";

export const PAUSE_MS = 400;

export class QuickNote {
  view = $state.raw<QuickNoteView | null>(null);
  leafletRows = $state.raw<LeafletRow[]>([]);
  consent = $state<boolean | null>(null);
  mood = $state<string | null>(null);
  helpWanted = $state<boolean | null>(null);
  category = $state<string | null>(null);
  leaflets = $state<string[]>([]);
  remarks = $state("");
  comeBackOn = $state<string | null>(null);
  colleague = $state<string | null>(null);
  savedAt = $state<string | null>(null);
  error = $state.raw<AppError | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #dirty = false;

  constructor(
    private app: AppState,
    private household: RecordId,
  ) {}

  async load(): Promise<void> {
    try {
      const view = await this.app.backend.call("quick_note", { household: this.household, channel: "door" });
      this.leafletRows = (await this.app.backend.call("leaflets", {})).rows;
      this.consent = view.consent;
      this.mood = view.mood;
      this.helpWanted = view.help_wanted;
      this.category = view.help_category;
      this.leaflets = view.leaflets;
      this.remarks = view.remarks ?? "";
      this.comeBackOn = view.come_back_on;
      this.savedAt = view.saved_at;
      this.colleague = (await this.app.backend.call("draft", { id: view.draft })).with;
      this.view = view;
    } catch (raised) {
      this.error = toAppError(raised);
    }
  }

  /** Something changed: keep it soon. */
  touch(): void {
    this.#dirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(false), PAUSE_MS);
  }

  toggleLeaflet(id: string): void {
    const has = this.leaflets.includes(id);
    this.leaflets = has ? this.leaflets.filter((other) => other !== id) : [...this.leaflets, id];
    this.touch();
  }

  /** Who is along: kept at once, apart from the answers, because nobody is an answer too. */
  setColleague(user: UserId | null): void {
    this.colleague = user;
    const saved = this.#queue.then(async () => {
      try {
        if (this.view) await this.app.backend.call("set_colleague", { draft: this.view.draft, with: user });
        return true;
      } catch (raised) {
        this.error = toAppError(raised);
        return false;
      }
    });
    this.#queue = saved;
  }

  /** True when it is on disk. Saves follow each other, so that an older one never lands last. */
  save(finish: boolean): Promise<boolean> {
    clearTimeout(this.#timer);
    const saved = this.#queue.then(() => this.#send(finish));
    this.#queue = saved;
    return saved;
  }

  /** For leaving: saves only what is not on disk yet. */
  async settle(): Promise<boolean> {
    return this.#dirty ? this.save(false) : (await this.#queue, !this.#dirty);
  }

  async #send(finish: boolean): Promise<boolean> {
    const { view } = this;
    if (!view) return false;
    this.#dirty = false;
    // Without consent nothing that was said is kept.
    const may = this.consent === true;
    try {
      const saved = await this.app.backend.call("save_quick_note", {
        draft: view.draft,
        consent: this.consent,
        mood: may ? this.mood : null,
        help_wanted: may ? this.helpWanted : null,
        help_category: may && this.helpWanted ? this.category : null,
        leaflets: $state.snapshot(this.leaflets),
        remarks: may ? this.remarks : null,
        come_back_on: may ? this.comeBackOn : null,
        with: null,
        finish,
      });
      this.savedAt = saved.saved_at;
      this.error = null;
      return true;
    } catch (raised) {
      this.#dirty = true;
      this.error = toAppError(raised);
      if (!finish) this.#timer = setTimeout(() => void this.save(false), 3000);
      return false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
    if (this.#dirty) void this.save(false);
  }
}
