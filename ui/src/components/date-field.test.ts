import { fireEvent, screen } from "@testing-library/svelte";
import { expect, test, vi } from "vitest";
import { open } from "../test/mount";
import DateField from "./DateField.svelte";

function field(props: Record<string, unknown>) {
  const onchange = vi.fn();
  const oninvalid = vi.fn();
  open(DateField as never, { value: null, onchange, oninvalid, "aria-label": "Dag", ...props });
  return { onchange, oninvalid };
}
const last = (calls: ReturnType<typeof vi.fn>) => calls.mock.lastCall?.[0] as unknown;

test("a day is chosen from a month with the arrow keys", async () => {
  const { onchange } = field({ value: "2026-11-30" });
  await fireEvent.click(screen.getByRole("button", { name: "Kies een dag" }));
  const chosen = () => document.activeElement as HTMLElement;
  expect(chosen().textContent).toBe("30");
  await fireEvent.keyDown(chosen(), { key: "ArrowRight" });
  await fireEvent.keyDown(chosen(), { key: "ArrowDown" });
  await vi.waitFor(() => expect(chosen().textContent).toBe("8"));
  await fireEvent.click(chosen());
  expect(last(onchange)).toBe("2026-12-08");
  expect(screen.queryByRole("grid")).toBeNull();
});

test("a day that is too early counts as unreadable", async () => {
  const { onchange, oninvalid } = field({ min: "2026-11-24" });
  await fireEvent.input(screen.getByRole("textbox"), { target: { value: "23/11/2026" } });
  expect(last(oninvalid)).toBe(true);
  expect(onchange).not.toHaveBeenCalled();
  await fireEvent.input(screen.getByRole("textbox"), { target: { value: "24/11/2026" } });
  expect(last(oninvalid)).toBe(false);
  expect(last(onchange)).toBe("2026-11-24");
});
