// Where the user is. A discriminated union and a way back; no router, no addresses.

import type { RecordId } from "../ipc/bindings.gen";

export type Screen =
  | { name: "today" }
  | { name: "household"; id: RecordId }
  | { name: "visit"; draft: RecordId }
  | { name: "quick-note"; household: RecordId }
  | { name: "leaflets"; leaflet?: string; household?: RecordId; draft?: RecordId; language?: string }
  | { name: "help"; filter?: "mine" | "team" | "ended" }
  | { name: "help-request"; id: RecordId }
  | { name: "help-new"; household: RecordId; draft?: RecordId }
  | { name: "sending" }
  | { name: "comments" }
  | { name: "review" }
  | { name: "decide" }
  | { name: "visit-view"; visit: RecordId }
  | { name: "rounds" }
  | { name: "forms" }
  | { name: "danger-notes" }
  | { name: "settings" };

export type ScreenName = Screen["name"];

export class Navigation {
  screen = $state.raw<Screen>({ name: "today" });
  /** Changes with every step; the heading of the new screen takes the focus. */
  step = $state(0);
  #trail: Screen[] = [];
  #first: Screen = { name: "today" };

  go(screen: Screen): void {
    this.#trail = [...this.#trail.slice(-20), this.screen];
    this.#show(screen);
  }

  /** Like `go`, without a way back to the present screen. */
  replace(screen: Screen): void {
    this.#show(screen);
  }

  back(): void {
    this.#show(this.#trail.pop() ?? this.#first);
  }

  /** Back to the list of the day, after a visit. */
  home(): void {
    this.#trail = [];
    this.#show({ name: "today" });
  }

  /** Begins at a person's first screen, which is also where there is nothing to go back to. */
  begin(first: Screen): void {
    this.#first = first;
    this.#trail = [];
    this.#show(first);
  }

  #show(screen: Screen): void {
    this.screen = screen;
    this.step += 1;
  }
}
