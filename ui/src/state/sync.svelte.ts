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

export class SyncStatus {
  view = $state.raw<SyncView>(UNKNOWN);
}
