import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Hold, HOLD_MS } from "./hold.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("only holding for the whole second does it", () => {
  const done = vi.fn();
  const hold = new Hold(done);
  hold.start();
  vi.advanceTimersByTime(HOLD_MS - 1);
  hold.cancel();
  vi.advanceTimersByTime(HOLD_MS);
  expect(done).not.toHaveBeenCalled();
  hold.start();
  vi.advanceTimersByTime(HOLD_MS);
  expect(done).toHaveBeenCalledOnce();
});
