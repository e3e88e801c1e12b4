// Every screen, and every dialog, with what leads to it: `press` a key, `click` the first element of a selector, `type`
// into the field that has the focus, `drop` a file of that name.

const press = (...keys) => keys.map((key) => ({ press: key }));
const click = (selector) => ({ click: selector });
const type = (text) => ({ type: text });
const drop = (name) => ({ drop: name });

const door = (name, screen, ...steps) => ({ name, query: {}, screen, steps });
const office = (name, screen, ...steps) => ({ name, query: { role: "coordinator" }, screen, steps });
const start = (name, query, ...steps) => ({ name, query, steps });

const TAB = (n) => `.head .segment button:nth-of-type(${n})`;

const today = { name: "today" };
const visit = { name: "visit", draft: "d-h112" };
/** A visit with one question of this kind. */
const widget = (name) => ({ name: "visit", draft: `w-${name}` });
const house = { name: "household", id: "h112" };
const quick = { name: "quick-note", household: "h112" };
const leaflets = { name: "leaflets", leaflet: "ask-for-help", household: "h112", language: "ar" };
const help = { name: "help" };
const request = { name: "help-request", id: "1" };
const review = { name: "review" };
const decide = { name: "decide" };
const rounds = { name: "rounds" };
const forms = { name: "forms" };

export const SCREENS = [
  start("enrol-1", { stage: "enrol" }),
  start("enrol-2", { stage: "enrol" }, type("https://bezoek.genk.be"), ...press("Enter")),
  start(
    "enrol-3",
    { stage: "enrol" },
    type("https://bezoek.genk.be"),
    ...press("Enter"),
    type("AAAA-BBBB-CCCC-DDDD"),
    ...press("Tab"),
    type("Laptop 14"),
    ...press("Enter"),
    type("vier"),
  ),
  start("unlock", { stage: "locked" }),
  start("blocked-already-open", { stage: "blocked", problem: "already-open" }),
  start("blocked-newer-database", { stage: "blocked", problem: "newer-database" }),
  start("blocked-damaged-database", { stage: "blocked", problem: "damaged-database" }),
  start("start-failed", { fails: "damaged-database" }),

  door("today", today),
  start("today-empty", { empty: "" }),
  door("today-search", today, ...press("Ctrl+k"), type("yil")),
  door("today-search-none", today, ...press("Ctrl+k"), type("qqq")),
  door("today-add", today, ...press("+")),
  door("today-refused", today, ...press("w")),
  door("today-not-now", today, ...press("t")),
  door("today-not-home", today, ...press("n")),
  door("today-come-back", today, ...press("t", "k")),
  door("today-danger", today, ...press("d")),
  door("today-keys", today, ...press("?")),

  door("household", house),
  door("household-edit", house, click(".head .btn:nth-of-type(3)")),
  door("quick-note", quick),
  door("quick-note-consent", quick, ...press("j", "4", "j")),

  door("visit-consent", visit, ...press("Shift+Enter")),
  door("visit-question", visit),
  door("visit-number", visit, ...press("1", "Enter")),
  door("visit-request", visit, ...press("1", "Enter"), type("7"), ...press("Enter", "1", "Enter")),
  door("visit-text", visit, ...press("h", "1", "Enter")),
  door("visit-confirm", visit, ...press("h", "1", "Enter", "Ctrl+Enter")),
  door("visit-date", visit, ...press("1", "Enter", "l", "Enter", "2", "Enter"), ...press("Ctrl+Enter")),
  door(
    "visit-check",
    visit,
    ...press("1", "Enter", "l", "Enter", "2", "Enter"),
    ...press("Ctrl+Enter", "Ctrl+Enter"),
  ),
  door("visit-range", widget("range")),
  door("visit-range-wrong", widget("range"), type("12"), ...press("Enter")),
  door("visit-range-chosen", widget("range"), type("7")),
  door("visit-likert", widget("likert"), ...press("4")),
  door("visit-likert-long", widget("likert-long"), ...press("4")),
  door("visit-search", widget("search")),
  door("visit-search-found", widget("search-more"), type("gen"), ...press("Enter"), type("maas")),
  door("visit-search-none", widget("search"), type("qqq")),
  door("visit-rank", widget("rank")),
  door("visit-rank-given", widget("rank"), ...press("Tab", "ArrowDown")),
  door("visit-time", widget("time"), type("9.30")),
  door("visit-date-time", widget("date-time"), type("24/11/2026"), ...press("Enter")),
  door("visit-decimal", widget("decimal"), type("72,5")),
  door("visit-acknowledge", widget("acknowledge"), ...press("1")),
  door("visit-computed", widget("computed")),
  door("visit-unsupported", widget("unsupported")),
  door("visit-repeat", widget("repeat")),
  door("visit-nested", widget("nested")),
  door("resident-range", widget("range"), type("7"), ...press("F8")),
  door("resident-likert", widget("likert"), ...press("4", "F8")),
  door("resident-search", widget("search"), ...press("F8")),
  door("resident-rank", widget("rank"), ...press("F8")),
  door("resident-computed", widget("computed"), ...press("F8")),
  door("visit-danger", visit, ...press("d")),
  door("visit-stops", visit, click(".side > .btn:nth-of-type(3)")),
  door("visit-keys", visit, ...press("?")),
  door("resident-consent", visit, ...press("Shift+Enter", "F8")),
  door("resident-choice", visit, ...press("F8", "3")),
  door("resident-turkish", { name: "visit", draft: "d-h110" }, ...press("F8")),
  door("resident-number", visit, ...press("1", "Enter", "F8")),

  door("leaflets", { name: "leaflets" }),
  door("leaflet-at-visit", leaflets),
  door("leaflet-resident", leaflets, ...press("F8")),
  door("settings", { name: "settings" }),
  door("settings-passphrase", { name: "settings" }, click(".wrap > .btn:nth-of-type(2)"), type("vier")),
  start("typed", { typed: "" }),
  start("calendar", {}, ...press("F12")),

  door("help-list", help),
  door("help-request", request),
  door("help-new", { name: "help-new", household: "h112" }),
  door("sending", { name: "sending" }),
  { name: "sending-revoked", query: { stops: "revoked" }, screen: { name: "sending" }, steps: [] },
  door("comments", { name: "comments" }),
  door("visit-view", { name: "visit-view", visit: "v6" }),

  office("office-today", today),
  office("office-help", help),
  office("office-help-request", request),
  office("office-new-help", help, ...press("Alt+h")),
  office("office-board", help, click(TAB(2))),
  office("office-board-menu", help, click(TAB(2)), click("[data-card] .more")),
  office("office-assign", request, click(".facts .btn")),
  office("office-refer", request, click(".f .btn:nth-of-type(1)")),
  office("office-note", request, click(".f .btn:nth-of-type(2)")),
  office("office-end", request, click(".f .btn:nth-of-type(3)")),
  office("review", review),
  office("review-follow-up", review, ...press("o")),
  office("review-reject", review, ...press("x")),
  office("review-comment", review, ...press("c")),
  office("decide-choices", decide),
  office("decide-choosing", decide, ...press("1")),
  office("decide-chosen", decide, ...press("1"), click(".toast button:last-child")),
  office("decide-set-aside", decide, click(TAB(2))),
  office("decide-edit", decide, click(TAB(2)), ...press("e")),
  office("decide-reject", decide, click(TAB(2)), ...press("j", "x")),
  office("decide-doubles", decide, click(TAB(3))),
  office("decide-merged", decide, click(TAB(3)), ...press("2")),
  office("rounds", rounds),
  office("rounds-new", rounds, click(TAB(2))),
  office("rounds-import", rounds, click(TAB(3))),
  office("forms", forms),
  office("forms-check", forms, drop("vragen.xlsx")),
  office("forms-missing", forms, drop("vragen.xlsx"), click("summary")),
  office("forms-problems", forms, drop("fout.xlsx")),
  office("forms-publish", forms, drop("vragen.xlsx"), click(".stack .btn--primary")),
  office("forms-withdraw", forms, click(".acts .btn--quiet")),
  office("forms-trial", forms, click(".acts .btn")),
  office("forms-trial-resident", forms, click(".acts .btn"), ...press("F8")),
  office("danger-notes", { name: "danger-notes" }),
];
