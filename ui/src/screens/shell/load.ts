// The screens behind the lock come in one piece of their own, so that the lock stands there sooner and in less memory.

import type { Component } from "svelte";

/** Fetched once; unlocking asks for it while the key is derived. */
export const loadShell = (): Promise<Component> => import("./Shell.svelte").then((shell) => shell.default);
