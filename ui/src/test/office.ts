// The invented data of help requests, sending, review and lists, together.

import type { Handlers } from "./fixtures";
import { helpHandlers } from "./office-help";

export function officeHandlers(me: string): Handlers {
  return { ...helpHandlers(me) };
}
