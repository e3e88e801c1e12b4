// Mounts a screen over invented data, and presses keys as a person does.

import { render, waitFor } from "@testing-library/svelte";
import type { Component } from "svelte";
import type { AppState } from "../state/app.svelte";
import { doorHandlers } from "./door";
import { FakeBackend, handlers, type Handlers } from "./fixtures";
import Harness from "./Harness.svelte";

export function open(component: Component<never>, props: Record<string, unknown> = {}, own: Handlers = {}) {
  const backend = new FakeBackend({ ...handlers(), ...doorHandlers(), ...own });
  let app: AppState | undefined;
  render(Harness, {
    props: { backend, component: component as never, props, onapp: (made: AppState) => (app = made) },
  });
  return { backend, app: app as AppState };
}

export function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}
export function release(key: string): void {
  window.dispatchEvent(new KeyboardEvent("keyup", { key, bubbles: true }));
}

export const eventually = waitFor;
