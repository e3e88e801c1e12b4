import { expect, it, vi } from "vitest";
import { Toasts } from "./toast.svelte";

function message() {
  return { undo: vi.fn(), done: vi.fn() };
}

it("makes final what is not taken back: when it closes, when time passes, and when another message comes", async () => {
  vi.useFakeTimers();
  const toasts = new Toasts();
  const [first, second, third] = [message(), message(), message()];
  toasts.show("first", first.undo, first.done);
  toasts.show("second", second.undo, second.done);
  expect(first.done).toHaveBeenCalledOnce();
  expect(second.done).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(second.done).toHaveBeenCalledOnce();
  toasts.show("third", third.undo, third.done);
  await toasts.close();
  await toasts.close();
  expect(third.done).toHaveBeenCalledOnce();
  for (const { undo } of [first, second, third]) expect(undo).not.toHaveBeenCalled();
  vi.useRealTimers();
});

it("makes nothing final that was taken back", async () => {
  const toasts = new Toasts();
  const { undo, done } = message();
  toasts.show("chosen", undo, done);
  await toasts.undo();
  await toasts.close();
  expect(undo).toHaveBeenCalledOnce();
  expect(done).not.toHaveBeenCalled();
});
