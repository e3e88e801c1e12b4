// The invented data of help requests, sending, review, lists and danger notes, together.

import type { Handlers } from "./fixtures";
import { dutyHandlers, reviewHandlers, roundsHandlers, sendingHandlers } from "./office-desk";
import { helpHandlers } from "./office-help";

export function officeHandlers(me: string): Handlers {
  return {
    ...helpHandlers(me),
    ...sendingHandlers(),
    ...reviewHandlers(),
    ...roundsHandlers(),
    ...dutyHandlers(),
  };
}
