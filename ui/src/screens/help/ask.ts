// What a dialog of the help requests is about.

import type { HelpRow, HelpView, ReferralView } from "../../ipc/bindings.gen";

export type Ask =
  | { kind: "new" }
  | { kind: "menu"; row: HelpRow }
  | { kind: "assign"; row: HelpRow }
  | { kind: "end"; row: HelpRow }
  | { kind: "note"; row: HelpRow }
  | { kind: "refer"; view: HelpView }
  | { kind: "reject"; referral: ReferralView }
  | { kind: "consent"; view: HelpView }
  | { kind: "vital"; view: HelpView };
