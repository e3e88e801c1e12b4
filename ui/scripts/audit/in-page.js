// Runs inside the page: waits until it is still, and looks for text that is cut, covered or outside the window.

globalThis.audit = {
  /** Until the screen stands and nothing changed for a moment. */
  async still() {
    await document.fonts.ready;
    await new Promise((resolve, reject) => {
      let timer;
      const done = () => {
        if (!front().querySelector("h1, h2, [role=heading]")) return void (timer = setTimeout(done, 50));
        watch.disconnect();
        clearTimeout(limit);
        resolve();
      };
      const limit = setTimeout(() => reject(new Error("no heading within 10 s")), 10_000);
      const watch = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(done, 60);
      });
      watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      timer = setTimeout(done, 60);
    });
  },

  /** After a change of size. No frame is waited for: a tab in the background may draw none. */
  async settled() {
    await new Promise((resolve) => setTimeout(resolve, 30));
  },

  async axe(rules) {
    const options = {
      resultTypes: ["violations"],
      ...(rules && { runOnly: { type: "rule", values: rules } }),
    };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => ({
        rule: id,
        where: target.flat().join(" "),
        what: [...any, ...all, ...none].map(({ message }) => message)[0] ?? "",
      })),
    );
  },

  texts(ids) {
    const known = new Set(ids);
    const found = [];
    for (const { node, element } of textNodes()) {
      const text = node.data.trim();
      if ((known.has(text) && text.includes("-")) || /\{\s*[$-]/.test(text))
        found.push({ rule: "raw-message", where: selector(element), what: text });
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      for (const name of ["aria-label", "title", "placeholder"]) {
        const text = element.getAttribute(name);
        if (text !== null && ((known.has(text) && text.includes("-")) || text.trim() === ""))
          found.push({ rule: "raw-message", where: `${selector(element)} ${name}`, what: text });
      }
    }
    return found;
  },

  layout() {
    const found = [];
    const add = (rule, element, what) => found.push({ rule, where: selector(element), what });
    const page = document.scrollingElement;
    if (page.scrollWidth > innerWidth + 1)
      add("page-too-wide", page, `${page.scrollWidth} px in a window of ${innerWidth} px`);

    const pieces = [];
    const seen = new Set();
    for (const { node, element } of textNodes()) {
      // Shortened on purpose; the whole text stands elsewhere on the screen.
      if ([element, element.parentElement].some((box) => getComputedStyle(box).textOverflow === "ellipsis"))
        continue;
      const text = node.data.trim().slice(0, 40);
      const box = rangeBox(node);
      if (box.width < 1 || box.height < 1) continue;
      if (!seen.has(element)) {
        seen.add(element);
        const own = sticksOut(element);
        if (own) add("text-sticks-out", element, `"${text}" ${own}`);
      }
      const clip = clipOf(element, box);
      if (clip) add(clip.rule, element, `"${text}" ${clip.by}`);
      else pieces.push({ element, box: node, text, frame: frameOf(element) });
    }
    for (const [i, one] of pieces.entries()) {
      for (const other of pieces.slice(i + 1)) {
        if (one.element === other.element || one.frame !== other.frame) continue;
        if (overlap(one.box, other.box))
          add("text-overlaps", one.element, `"${one.text}" and "${other.text}"`);
      }
    }
    return found;
  },
};

/** What can be used now: the dialog on top, else the resident's view, else the page. */
function front() {
  const modal = [...document.querySelectorAll("dialog[open]")].at(-1);
  return modal ?? document.querySelector(".resident-view") ?? document.body;
}

function textNodes() {
  const walker = document.createTreeWalker(front(), NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || /^(SCRIPT|STYLE|OPTION|TITLE|TEXTAREA)$/.test(element.tagName))
      continue;
    if (element.closest("[hidden], .sr, .skip, [inert], svg")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (parseFloat(getComputedStyle(element).fontSize) === 0) continue;
    found.push({ node, element });
  }
  return found;
}

function rangeBox(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
}

function rects(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
}

/** Letters reach a little above and below their line; only a real overlap counts. */
function overlap(one, other) {
  for (const a of rects(one)) {
    for (const b of rects(other)) {
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (width > 2 && height > 0.4 * Math.min(a.height, b.height)) return true;
    }
  }
  return false;
}

/** The nearest box that floats over the rest or scrolls by itself. */
function frameOf(element) {
  for (let box = element; box; box = box.parentElement) {
    const { position, overflowY } = getComputedStyle(box);
    if (/fixed|sticky/.test(position) || /auto|scroll/.test(overflowY)) return box;
  }
  return null;
}

function sticksOut(element) {
  const style = getComputedStyle(element);
  if (style.display.startsWith("inline") && style.display === "inline") return null;
  if (/auto|scroll/.test(style.overflowX)) return null;
  if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    return `${element.scrollWidth} px in ${element.clientWidth} px`;
  return null;
}

/** What hides part of this text and cannot be scrolled: a box that cuts it off, or the edge of the window. */
function clipOf(element, box) {
  let inline = true;
  let block = true;
  for (let parent = element; parent && parent !== document.documentElement; parent = parent.parentElement) {
    const { overflowX, overflowY, position } = getComputedStyle(parent);
    const edge = parent.getBoundingClientRect();
    const cutsX = box.left < edge.left - 1.5 || box.right > edge.right + 1.5;
    const cutsY = box.top < edge.top - 4 || box.bottom > edge.bottom + 4;
    if (inline && /hidden|clip/.test(overflowX) && cutsX)
      return { rule: "text-cut", by: `by ${selector(parent)}` };
    if (block && /hidden|clip/.test(overflowY) && cutsY)
      return { rule: "text-cut", by: `by ${selector(parent)}` };
    if (/auto|scroll/.test(overflowX)) inline = false;
    if (/auto|scroll/.test(overflowY)) block = false;
    if (position === "fixed") break;
  }
  const page = document.scrollingElement;
  const scrolls = page.scrollHeight > innerHeight + 1;
  if (inline && (box.left < -1 || box.right > innerWidth + 1))
    return { rule: "outside-window", by: `at ${Math.round(box.left)} to ${Math.round(box.right)}` };
  if (block && !scrolls && (box.top < -4 || box.bottom > innerHeight + 4))
    return { rule: "outside-window", by: `down to ${Math.round(box.bottom)} of ${innerHeight}` };
  return null;
}

function selector(element) {
  const parts = [];
  for (let box = element; box && box !== document.body && parts.length < 4; box = box.parentElement) {
    const classes = [...box.classList].filter((name) => !name.startsWith("svelte-")).slice(0, 2);
    parts.unshift(box.tagName.toLowerCase() + classes.map((name) => `.${name}`).join(""));
  }
  return parts.join(" > ");
}
