// Tells the core that somebody uses the app, so that it does not lock by itself meanwhile.

/** What a hand does; a pointer that lies on the table and trembles is told apart by the core's minutes only. */
const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** How often at most. */
export const TELL_MS = 10_000;

/** Calls `tell` soon after somebody touched the page, and not more often than needed; returns how to stop. */
export function watchTouches(tell: () => void): () => void {
  let last = -Infinity;
  const touched = () => {
    const now = performance.now();
    if (now - last < TELL_MS) return;
    last = now;
    tell();
  };
  for (const touch of TOUCHES) window.addEventListener(touch, touched, { capture: true, passive: true });
  return () => TOUCHES.forEach((touch) => window.removeEventListener(touch, touched, { capture: true }));
}
