// What every screen shares, handed down through the context.

import { createContext, tick } from "svelte";
import type { Backend } from "../ipc/backend";
import { Ongoing } from "../ipc/ongoing";
import type { SessionView } from "../ipc/bindings.gen";
import { entriesOf, entryOf } from "./entries";
import { Keys } from "./keys.svelte";
import { Navigation } from "./navigation.svelte";
import { Voices } from "./reading.svelte";
import { Session } from "./session.svelte";
import { SyncStatus } from "./sync.svelte";
import { Toasts } from "./toast.svelte";
import { Typed } from "./typed";

/** As many texts as the core keeps. */
const MOST_TYPED = 20;

export class AppState {
  readonly session: Session;
  readonly nav = new Navigation();
  readonly sync = new SyncStatus();
  readonly toasts = new Toasts();
  readonly keys: Keys;
  readonly voices: Voices;
  readonly typed = new Typed();
  /** What stands before the app while it is being locked, or instead of the lock. */
  cover = $state<"blank" | "calendar" | null>(null);
  /** Grows when data changed under us (a pull, another window's command): screens load again. */
  changes = $state(0);

  readonly backend: Backend;
  #locking = false;
  #ongoing: Ongoing;

  constructor(direct: Backend) {
    this.#ongoing = new Ongoing(direct);
    const { backend } = this.#ongoing;
    this.backend = backend;
    this.session = new Session(backend);
    this.voices = new Voices(backend.voice);
    this.keys = new Keys(() => this.session.settings.single_keys);
  }

  /** Follows the core's events; returns how to stop. */
  listen(): () => void {
    return this.backend.subscribe((event) => {
      if (event.type === "sync") this.sync.view = event.status;
      if (event.type === "changed") {
        this.changes += 1;
        if (this.session.view) void this.#refresh().catch(() => undefined);
      }
      if (event.type === "locking") void this.lock();
      if (event.type === "locked") void this.session.load().then(() => (this.session.view = null));
    });
  }

  /**
   * Locks. What stands on the screen goes at once; the screens put on disk what they still have (they do so when they
   * go), what can still be taken back becomes final, and what nothing saves is kept for the next unlocking.
   */
  async lock(cover: "blank" | "calendar" = "blank"): Promise<void> {
    if (!this.session.view || this.#locking) return;
    this.#locking = true;
    // What waits from the last time is kept on.
    const texts = [...this.session.view.typed, ...this.typed.take()].slice(-MOST_TYPED);
    this.cover = cover;
    await tick();
    // A disk that refuses must not keep the app open.
    await this.toasts.close().catch(() => undefined);
    await this.#ongoing.settled();
    if (texts.length > 0) await this.backend.call("keep_typed", { texts }).catch(() => undefined);
    if (cover === "calendar") await this.backend.hide().catch(() => undefined);
    try {
      await this.session.lock();
    } finally {
      this.#locking = false;
      if (cover === "blank") this.cover = null;
    }
  }

  /** Takes the calendar away, but never before there is a lock behind it. */
  uncover(): void {
    if (this.session.view) void this.lock("calendar");
    else this.cover = null;
  }

  /** Where the core stands: a page that was loaded again finds its session open. */
  async load(): Promise<void> {
    await this.session.load();
    if (this.session.start?.stage === "open") await this.enter(await this.backend.call("session", {}));
  }

  /** Opens the day of whoever signed in, with their first screen. */
  async enter(view: SessionView): Promise<void> {
    this.nav.begin({ name: entriesOf(view)[0] });
    await this.session.enter(view);
  }

  /** Rights may have changed too: a screen that is no longer for this person gives way to their first one. */
  async #refresh(): Promise<void> {
    await this.session.refresh();
    const { open } = this.session;
    const entries = entriesOf(open);
    if (!entries.includes(entryOf(this.nav.screen.name, open))) this.nav.begin({ name: entries[0] });
  }
}

export const [useApp, provideApp] = createContext<AppState>();
