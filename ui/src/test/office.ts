// The invented data of help requests, sending, review, lists, forms and danger notes, together.

import type { Handlers } from "./fixtures";
import { decideHandlers } from "./office-decide";
import { dutyHandlers, reviewHandlers, roundsHandlers, sendingHandlers } from "./office-desk";
import { formsHandlers } from "./office-forms";
import { helpHandlers } from "./office-help";

export function officeHandlers(me: string): Handlers {
  return {
    ...helpHandlers(me),
    ...sendingHandlers(),
    ...decideHandlers(),
    ...reviewHandlers(),
    ...roundsHandlers(),
    ...dutyHandlers(),
    ...formsHandlers(),
  };
}
