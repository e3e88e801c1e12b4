// Who works on this laptop, in which stage the app is, and the settings that shape the window.

import { setLanguage } from "../i18n/i18n.svelte";
import type { Backend } from "../ipc/backend";
import type { SessionView, Settings, StartView } from "../ipc/bindings.gen";

const DEFAULT_SETTINGS: Settings = {
  language: "nl",
  theme: "system",
  contrast: "system",
  letter_percent: 100,
  single_keys: true,
  lock_minutes: 5,
};

export class Session {
  start = $state.raw<StartView | null>(null);
  view = $state.raw<SessionView | null>(null);
  settings = $state.raw<Settings>(DEFAULT_SETTINGS);

  constructor(private backend: Backend) {}

  /** Only after unlocking; a screen inside the shell may count on it. */
  get open(): SessionView {
    if (!this.view) throw new Error("no session");
    return this.view;
  }

  get isCoordinator(): boolean {
    return this.view?.role === "coordinator";
  }

  /** Follows the system's theme and contrast while the settings leave them to it. */
  watchSystem(): () => void {
    const again = () => applyLook(this.settings);
    const queries = [dark(), moreContrast()];
    for (const query of queries) query.addEventListener("change", again);
    return () => queries.forEach((query) => query.removeEventListener("change", again));
  }

  async load(): Promise<void> {
    this.start = await this.backend.call("start_state", {});
    await this.apply(this.start.settings);
  }

  async enter(view: SessionView): Promise<void> {
    await this.apply(view.settings);
    this.view = view;
  }

  async refresh(): Promise<void> {
    this.view = await this.backend.call("session", {});
  }

  /** After damage: what is there is kept apart, and the laptop can be enrolled again. */
  async startOver(): Promise<void> {
    this.start = await this.backend.call("start_over", {});
  }

  /** The core forgets the key. The desktop starts the whole app anew, so there may be nobody left to answer. */
  async lock(): Promise<void> {
    this.start = await this.backend.call("lock", {});
    this.view = null;
  }

  /** Throws away what was typed when the app was locked. */
  async forgetTyped(): Promise<void> {
    await this.backend.call("keep_typed", { texts: [] });
    await this.refresh();
  }

  async change(part: Partial<Settings>): Promise<void> {
    await this.apply(await this.backend.call("save_settings", { ...this.settings, ...part }));
  }

  async apply(settings: Settings): Promise<void> {
    this.settings = settings;
    applyLook(settings);
    this.backend.setZoom(settings.letter_percent);
    await setLanguage(settings.language);
  }
}

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");
const moreContrast = () => window.matchMedia("(prefers-contrast: more)");

/** Theme and contrast as attributes of the page, from the setting, else from the system. */
function applyLook(settings: Settings): void {
  const { dataset } = document.documentElement;
  dataset["theme"] = settings.theme === "system" ? (dark().matches ? "dark" : "light") : settings.theme;
  const system = moreContrast().matches ? "more" : "normal";
  dataset["contrast"] = settings.contrast === "system" ? system : settings.contrast;
}
