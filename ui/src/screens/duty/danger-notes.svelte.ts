// The notes of danger that this person may see, latest first.

import { toAppError, type AppError, type Backend } from "../../ipc/backend";
import type { DangerView } from "../../ipc/bindings.gen";

export class DangerNotes {
  rows = $state.raw<DangerView[] | null>(null);
  problem = $state.raw<AppError | null>(null);

  constructor(private backend: Backend) {}

  async load(): Promise<void> {
    try {
      const { rows } = await this.backend.call("danger_notes", {});
      this.rows = rows.toSorted((a, b) => b.at.localeCompare(a.at));
      this.problem = null;
    } catch (raised) {
      this.problem = toAppError(raised);
    }
  }
}
