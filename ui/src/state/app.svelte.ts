// What every screen shares, handed down through the context.

import { createContext } from "svelte";
import type { Backend } from "../ipc/backend";
import type { SessionView } from "../ipc/bindings.gen";
import { entriesOf, entryOf } from "./entries";
import { Keys } from "./keys.svelte";
import { Navigation } from "./navigation.svelte";
import { Voices } from "./reading.svelte";
import { Session } from "./session.svelte";
import { SyncStatus } from "./sync.svelte";
import { Toasts } from "./toast.svelte";

export class AppState {
  readonly session: Session;
  readonly nav = new Navigation();
  readonly sync = new SyncStatus();
  readonly toasts = new Toasts();
  readonly keys: Keys;
  readonly voices: Voices;
  /** Grows when data changed under us (a pull, another window's command): screens load again. */
  changes = $state(0);

  constructor(readonly backend: Backend) {
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
      if (event.type === "locked") void this.session.load().then(() => (this.session.view = null));
    });
  }

  /** What can still be taken back becomes final first. */
  async lock(): Promise<void> {
    await this.toasts.close();
    await this.session.lock();
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
