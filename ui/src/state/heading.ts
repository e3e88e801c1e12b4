// A new screen takes the focus at its heading, so that a screen reader starts there.

import type { Attachment } from "svelte/attachments";

export const heading: Attachment<HTMLElement> = (node) => {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
};
