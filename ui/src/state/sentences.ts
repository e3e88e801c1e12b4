// What can be read aloud: only text that stands on the screen and is marked for it (`data-read`), sentence by sentence.

export interface Sentence {
  /** Of the text itself, so that a Dutch stand-in is read in Dutch. */
  language: string;
  text: string;
  /** Where it stands, to mark it. */
  range: Range;
}

/** Marks for the direction of text; a voice would stumble over them. */
const INVISIBLE = /[\u200e\u200f\u061c\u2066-\u2069]/g;

export function sentencesIn(root: Element): Sentence[] {
  return [...root.querySelectorAll("[data-read]")].flatMap(sentencesOf);
}

function sentencesOf(piece: Element): Sentence[] {
  const language = piece.closest("[lang]")?.getAttribute("lang") ?? "nl";
  const nodes = textNodes(piece);
  // A new line in the page's source is a space, and no end of a sentence.
  const whole = nodes
    .map((node) => node.data)
    .join("")
    .replace(/\s/g, " ");
  const found = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(whole)];
  return found.flatMap(({ segment, index }) => {
    const text = segment.replace(INVISIBLE, "").replace(/ +/g, " ").trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [{ language, text, range: rangeOf(nodes, index, index + segment.trimEnd().length) }];
  });
}

function textNodes(piece: Element): Text[] {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** From one place to another in the text of all nodes together. */
function rangeOf(nodes: Text[], from: number, to: number): Range {
  const range = document.createRange();
  let before = 0;
  for (const node of nodes) {
    const after = before + node.data.length;
    if (from >= before && from < after) range.setStart(node, from - before);
    if (to > before && to <= after) range.setEnd(node, to - before);
    before = after;
  }
  return range;
}

const MARK = "reading";

/** Marks the sentence that is read, without touching the page's elements. Null: none. */
export function mark(sentence: Sentence | null): void {
  // jsdom has no highlights.
  const highlights = (globalThis.CSS as typeof CSS | undefined)?.highlights as HighlightRegistry | undefined;
  if (!sentence) return void highlights?.delete(MARK);
  highlights?.set(MARK, new Highlight(sentence.range));
  sentence.range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
}
