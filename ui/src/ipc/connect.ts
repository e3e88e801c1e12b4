// Chooses the back end: the window's own, else the development bridge; invented data only in a development build.

import type { Backend } from "./backend";
import { tauri } from "./tauri";

export async function connect(): Promise<Backend> {
  if ("__TAURI_INTERNALS__" in window) return tauri;
  const query = new URLSearchParams(location.search);
  if (import.meta.env.DEV && query.has("fixture")) {
    return (await import("../test/fixtures")).fixtureBackend(query);
  }
  return (await import("./bridge")).bridge(query.get("bridge") ?? "");
}
