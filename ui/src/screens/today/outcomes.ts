// One key for each way that a door does not become a talk.

import type { MessageId } from "../../i18n/i18n.svelte";
import type { Outcome } from "../../ipc/bindings.gen";

export const OUTCOME_KEYS: { outcome: Outcome; key: string; label: MessageId; short?: MessageId }[] = [
  { outcome: "not_home", key: "n", label: "outcome-not-home" },
  { outcome: "not_now", key: "t", label: "outcome-not-now" },
  { outcome: "refused", key: "w", label: "outcome-refused" },
  { outcome: "minor_only", key: "m", label: "outcome-minor-only", short: "today-outcome-minor-short" },
  { outcome: "no_common_language", key: "g", label: "outcome-no-common-language" },
  { outcome: "moved", key: "v", label: "outcome-moved" },
  { outcome: "wrong_address", key: "a", label: "outcome-wrong-address" },
];
