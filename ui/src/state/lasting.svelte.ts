// The state of a screen outlives its screen: an answer of the core may still be on its way when somebody goes on.

/**
 * Makes a screen's state so that what it derives stays right after the screen has gone. Values that are derived while a
 * component is being made are stale as soon as that component goes.
 */
export function lasting<T>(make: () => T): T {
  const made: T[] = [];
  // Nothing has to be stopped: this root holds no effects, only values that are derived when they are read.
  $effect.root(() => void made.push(make()));
  return made[0] as T;
}
