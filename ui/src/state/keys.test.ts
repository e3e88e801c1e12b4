import { expect, test, vi } from "vitest";
import { Keys, type KeyBinding } from "./keys.svelte";

function press(
  keys: Keys,
  key: string,
  target: HTMLElement = document.body,
  more: KeyboardEventInit = {},
): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, cancelable: true, bubbles: true, ...more });
  Object.defineProperty(event, "target", { value: target });
  keys.handle(event);
  return event;
}
function listening(bindings: KeyBinding[], single = true): Keys {
  const keys = new Keys(() => single);
  keys.declare(() => bindings);
  return keys;
}

test("single keys act outside text fields only, and only where they are on", () => {
  const run = vi.fn();
  const bindings = [{ key: "n", run }];
  press(listening(bindings), "n");
  expect(run).toHaveBeenCalledTimes(1);
  press(listening(bindings), "n", document.createElement("textarea"));
  press(listening(bindings, false), "n");
  expect(run).toHaveBeenCalledTimes(1);
});

test("F-keys and Alt act in text fields and with single keys off", () => {
  const run = vi.fn();
  const keys = listening(
    [
      { key: "F8", run },
      { key: "Alt+h", run },
    ],
    false,
  );
  press(keys, "F8", document.createElement("input"));
  press(keys, "h", document.createElement("input"), { altKey: true, code: "KeyH" });
  expect(run).toHaveBeenCalledTimes(2);
});

test("a digit of the top row counts on a Belgian keyboard", () => {
  const run = vi.fn();
  press(listening([{ key: "2", run }]), "é", document.body, { code: "Digit2" });
  expect(run).toHaveBeenCalledOnce();
});

test("Enter presses the focused button instead of the screen's own action", () => {
  const run = vi.fn();
  const keys = listening([{ key: "Enter", run, inText: true }]);
  press(keys, "Enter", document.createElement("button"));
  press(keys, "Enter", document.createElement("textarea"));
  expect(run).not.toHaveBeenCalled();
  press(keys, "Enter", document.createElement("input"));
  expect(run).toHaveBeenCalledOnce();
});

test("an overlay silences the keys under it", () => {
  const under = vi.fn();
  const keys = listening([{ key: "n", run: under }]);
  const close = keys.declare(() => [], "overlay");
  press(keys, "n");
  expect(under).not.toHaveBeenCalled();
  close();
  press(keys, "n");
  expect(under).toHaveBeenCalledOnce();
});

test("a key that is held acts once, and a step goes on", () => {
  const [close, step] = [vi.fn(), vi.fn()];
  const keys = listening([
    { key: "Escape", run: close },
    { key: "ArrowDown", run: step },
  ]);
  for (const repeat of [false, true, true]) {
    expect(press(keys, "Escape", document.body, { repeat }).defaultPrevented).toBe(true);
    press(keys, "ArrowDown", document.body, { repeat });
  }
  expect(close).toHaveBeenCalledTimes(1);
  expect(step).toHaveBeenCalledTimes(3);
});
