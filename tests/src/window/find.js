// Roles and names as assistive technology sees them, near enough for the app's own markup.

const SELECTORS = {
  alert: "[role=alert]",
  button: "button, summary, input[type=submit], input[type=button]",
  cell: "td",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  dialog: "dialog",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img, svg[aria-label]",
  link: "a[href]",
  list: "ul, ol",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  radio: "input[type=radio]",
  region: "section[aria-label], section[aria-labelledby]",
  row: "tr",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
  status: "output",
  textbox:
    "textarea, input:not([type]), input[type=text], input[type=password], input[type=email], input[type=tel], input[type=url], input[type=date]",
};

function roleOf(element) {
  const given = element.getAttribute("role");
  if (given) return given;
  return Object.keys(SELECTORS).find((role) => element.matches(SELECTORS[role])) ?? element.localName;
}

function tidy(text) {
  // The isolates that Fluent puts around what it fills in are not seen.
  return (text ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
}

function nameOf(element) {
  const labelledBy = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const others = labelledBy.map((id) => document.getElementById(id)?.textContent).join(" ");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
  const field = element.matches("input, select, textarea");
  const names = [
    others,
    element.getAttribute("aria-label"),
    labels,
    field && element.type !== "submit" && element.type !== "button" ? "" : element.innerText || element.value,
    element.getAttribute("alt"),
    element.getAttribute("title"),
    element.getAttribute("placeholder"),
  ];
  return names.map(tidy).find(Boolean) ?? "";
}

function isSeen(element) {
  // A radio or checkbox is often hidden behind its own label.
  const choice = element.matches("input[type=radio], input[type=checkbox]");
  const shown = choice ? (element.labels?.[0] ?? element) : element;
  return shown.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true]");
}

function find(role, name) {
  const implied = SELECTORS[role]
    ?.split(", ")
    .map((selector) => `${selector}:not([role])`)
    .join(", ");
  // A modal dialog takes everything behind it out of reach.
  const modal = [...document.querySelectorAll("dialog:modal")].pop() ?? document;
  const candidates = modal.querySelectorAll([`[role=${role}]`, implied].filter(Boolean).join(", "));
  const wanted = tidy(name);
  const reachable = role === "dialog" && modal !== document ? [modal] : [...candidates];
  const seen = reachable.filter(isSeen).map((element) => [element, nameOf(element)]);
  const whole = seen.filter(([, own]) => own === wanted);
  const part = seen.filter(([, own]) => own !== wanted && own.includes(wanted));
  return [...whole, ...part].map(([element]) => element);
}

return find(...arguments);
