// One place hears the keyboard. A screen declares its keys once; hints and the key sheet show the same list.
// Single keys (letters, digits) act only outside text fields, and only where the setting allows (WCAG 2.1.4).

import { onMount } from "svelte";
import type { MessageId } from "../i18n/i18n.svelte";
import { useApp } from "./app.svelte";

export interface KeyBinding {
  /** "n", "1", "Enter", "F8", "Shift+Enter", "Ctrl+k", "Alt+h", "ArrowDown". */
  key: string;
  /** What the key sheet shows for a row of keys: "1–9". */
  shown?: string;
  /** What it does, for the key sheet; absent: not listed. */
  label?: MessageId;
  run: (event: KeyboardEvent) => void;
  /** Acts in text fields too. Default: only with Ctrl or Alt, and for F-keys. */
  inText?: boolean | ((field: EventTarget | null) => boolean);
  when?: () => boolean;
}

/** Dialogs and overlays hide the keys of what lies under them, but for those that must always act. */
export type KeyLayer = "screen" | "overlay" | "always";

interface Declared {
  layer: KeyLayer;
  bindings: () => KeyBinding[];
}

const STEPS = /^(Arrow.*|[jk])$/;

export class Keys {
  #declared = $state.raw<Declared[]>([]);
  #singleKeys: () => boolean;

  constructor(singleKeys: () => boolean) {
    this.#singleKeys = singleKeys;
  }

  get singleKeys(): boolean {
    return this.#singleKeys();
  }

  declare(bindings: () => KeyBinding[], layer: KeyLayer = "screen"): () => void {
    const declared: Declared = { layer, bindings };
    this.#declared = [...this.#declared, declared];
    return () => {
      this.#declared = this.#declared.filter((other) => other !== declared);
    };
  }

  /** The keys that act now: those of the topmost overlay, else of the screen. */
  get active(): KeyBinding[] {
    const overlay = this.#declared.findLast((declared) => declared.layer === "overlay");
    const heard = overlay
      ? [...this.#declared.filter(({ layer }) => layer === "always"), overlay]
      : this.#declared;
    return heard.flatMap((declared) => declared.bindings()).filter((binding) => binding.when?.() ?? true);
  }

  handle = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const binding = this.active.find((candidate) => this.#hears(candidate, event));
    if (!binding) return;
    event.preventDefault();
    // A key that is held does its work once: what it opened or closed may hear the same key. Only steps go on.
    if (!event.repeat || STEPS.test(binding.key)) binding.run(event);
  };

  #hears(binding: KeyBinding, event: KeyboardEvent): boolean {
    if (!matches(binding.key, event)) return false;
    const modified = /^(Ctrl|Alt)\+/.test(binding.key) || /^F\d+$/.test(binding.key);
    const inText =
      typeof binding.inText === "function" ? binding.inText(event.target) : (binding.inText ?? modified);
    if (isTextField(event.target) && !inText) return false;
    // Enter and Space press the button that has the focus, and are characters in a text.
    if (/^( |(Shift\+)?Enter)$/.test(binding.key) && isControl(event.target)) return false;
    return isSingle(binding.key) ? this.singleKeys : true;
  }
}

/** "Ctrl+k" → Ctrl, k. A plus alone is a key too. */
export function partsOf(key: string): string[] {
  return key === "+" ? [key] : key.split("+");
}

const SHORT: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  " ": "␣",
};

/** What stands on the keys of a combination. */
export function keyNames(key: string): string {
  return partsOf(key)
    .map((part) => SHORT[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(" ");
}

export function isSingle(key: string): boolean {
  return key.length === 1;
}

function matches(key: string, event: KeyboardEvent): boolean {
  const parts = partsOf(key);
  const name = parts.pop() ?? "";
  const wants = (modifier: string) => parts.includes(modifier);
  if (event.ctrlKey !== wants("Ctrl") || event.altKey !== wants("Alt") || event.metaKey) return false;
  // "?" and the like need Shift on most keyboards; it says nothing about a printed character.
  const letter = /^\p{L}$/u.test(name);
  if ((name.length > 1 || letter) && event.shiftKey !== wants("Shift")) return false;
  if (event.key.toLowerCase() === name.toLowerCase()) return true;
  // Alt changes the character on some layouts; digits of the top row need Shift on Belgian keyboards.
  if (parts.length && letter) return event.code === `Key${name.toUpperCase()}`;
  return (
    /^\d$/.test(name) && !event.shiftKey && (event.code === `Digit${name}` || event.code === `Numpad${name}`)
  );
}

export function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return (
    target instanceof HTMLInputElement &&
    !["radio", "checkbox", "button", "submit", "range"].includes(target.type)
  );
}

/** A number holds no letters: a single key may act inside its field. */
export function isNumberField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.inputMode === "decimal";
}

function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest("button, a[href], summary, textarea, select") !== null
  );
}

/** Declares the keys of a component for as long as it is on the screen. */
export function useKeys(bindings: () => KeyBinding[], layer: KeyLayer = "screen"): void {
  const { keys } = useApp();
  onMount(() => keys.declare(bindings, layer));
}
