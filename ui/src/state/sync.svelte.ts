// What the rail and the sending screen know of the connection.

import type { SyncView } from "../ipc/bindings.gen";

const UNKNOWN: SyncView = {
  online: false,
  sending: null,
  waiting: 0,
  last_contact_at: null,
  problem: null,
  remaining: 0,
};

export function isStopped({ online, problem }: SyncView): boolean {
  return !online && problem !== null && problem !== "unreachable";
}

export class SyncStatus {
  view = $state.raw<SyncView>(UNKNOWN);
  /** Something else than a missing network stands in the way, and a person has to do something. */
  stopped = $derived(isStopped(this.view));
}
