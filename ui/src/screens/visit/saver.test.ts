import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../../ipc/backend";
import type { AnswerView, FormState } from "../../ipc/bindings.gen";
import { RETRY_MS, Saver, TYPING_MS } from "./saver.svelte";

const state = {} as FormState;
const text = (value: string): AnswerView => ({ value, refused: false, later: false, note: null });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("typing waits for a pause, and sends only what stands there then", async () => {
  const send = vi.fn(async () => state);
  const saver = new Saver(send, () => undefined);
  saver.put("a", text("h"), true);
  saver.put("a", text("he"), true);
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(TYPING_MS);
  expect(send.mock.calls).toEqual([["a", text("he"), true]]);
  expect(saver.pending.size).toBe(0);
});

test("moving on sends what is typed at once", async () => {
  const send = vi.fn(async () => state);
  const saver = new Saver(send, () => undefined);
  saver.put("a", text("hello"), true);
  expect(await saver.flush()).toBe(true);
  expect(send).toHaveBeenCalledWith("a", text("hello"), false);
});

test("what is typed during a save is saved after it", async () => {
  let finish: (state: FormState) => void = () => undefined;
  const send = vi.fn(() => new Promise<FormState>((resolve) => (finish = resolve)));
  const saver = new Saver(send, () => undefined);
  saver.put("a", text("1"), false);
  saver.put("a", text("12"), false);
  const flushed = saver.flush();
  finish(state);
  await vi.advanceTimersByTimeAsync(0);
  finish(state);
  expect(await flushed).toBe(true);
  expect(send).toHaveBeenLastCalledWith("a", text("12"), false);
});

test("a full disk keeps the text, says so, holds the screen, and saves when there is room", async () => {
  let full = true;
  const send = vi.fn(async () => {
    if (full) throw new AppError("disk-full");
    return state;
  });
  const saver = new Saver(send, () => undefined);
  saver.put("a", text("precious"), false);
  expect(await saver.flush()).toBe(false);
  expect(saver.error?.code).toBe("disk-full");
  expect(saver.pending.get("a")).toEqual(text("precious"));
  full = false;
  await vi.advanceTimersByTimeAsync(RETRY_MS);
  expect(saver.error).toBeNull();
  expect(saver.pending.size).toBe(0);
});
