// What the core answers about forms: three versions, and a spreadsheet with problems or without.

import { AppError } from "../ipc/backend";
import type { FormCheck, FormProblem, FormsView, FormVersionView, LanguageCount } from "../ipc/bindings.gen";
import { FormFixture } from "./door-form";
import type { Handlers } from "./fixtures";
import { at, head } from "./shapes";

const name = (version: string) => ({ form_id: "hoe_gaat_het", version, title: "Hoe gaat het?" });

function version(more: Partial<FormVersionView>): FormVersionView {
  return {
    id: "f-1",
    name: name("2026112401"),
    state: "kept",
    by_name: "Els Janssen",
    published_at: at(9, 5),
    visits: 12,
    files: [],
    receipt: "on_server",
    ...more,
  };
}

function count(language: string, lacks: number): LanguageCount {
  const of = (total: number) => ({ have: Math.max(total - lacks, 0), of: total });
  const missing = lacks
    ? [
        { kind: "label" as const, row: 12, name: "slaap", text: "Slaapt u goed?" },
        { kind: "choice" as const, row: null, name: "soms", text: "Soms" },
      ]
    : [];
  return {
    language,
    labels: of(34),
    hints: of(8),
    messages: of(3),
    choices: of(61),
    missing,
    missing_count: lacks * 4,
  };
}

const reference: FormProblem = {
  severity: "error",
  sheet: "survey",
  row: 14,
  column: "relevant",
  cell: "${slapt} = 'slecht'",
  code: "unknown-reference",
  word: "slapt",
  cells: [
    { column: "type", text: "text" },
    { column: "name", text: "waarom_slecht" },
    { column: "label::Nederlands (nl)", text: "Wat houdt u wakker?" },
    { column: "relevant", text: "${slapt} = 'slecht'" },
  ],
};
const column: FormProblem = {
  severity: "warning",
  sheet: "survey",
  row: 1,
  column: "kleur",
  cell: null,
  code: "unknown-column",
  word: "kleur",
  cells: [],
};

/** A form that can be published; with `wrong` one that cannot. */
export function formCheck(wrong = false): FormCheck {
  return {
    summary: wrong
      ? null
      : {
          ...name("2026112501"),
          default_language: "nl",
          questions: 34,
          sections: 7,
          repeats: 1,
          languages: [count("nl", 0), count("tr", 2), count("ar", 61)],
        },
    problems: wrong ? [reference, column] : [column],
    errors: wrong ? 1 : 0,
    warnings: 1,
    obstacle: null,
    newest: "2026112401",
    in_use: name("2026112401"),
  };
}

export function formsHandlers(): Handlers {
  let versions = [
    version({ state: "in_use" }),
    version({ id: "f-0", name: name("2026112302"), state: "withdrawn", files: ["scholen.csv"], visits: 1 }),
    version({ id: null, name: name("2026112101"), by_name: null, published_at: null, visits: 240 }),
  ];
  const view = (): FormsView => ({ versions, successor: name("2026112101") });
  return {
    forms: () => view(),
    check_form: ({ workbook }) => formCheck(workbook.name.startsWith("fout")),
    try_form: () => new FormFixture("d-h112", head("", "", "", null), "ar").view(),
    publish_form: () => {
      versions = [
        version({ id: "f-2", name: name("2026112501"), state: "in_use", visits: 0, receipt: "on_laptop" }),
        ...versions.map((other) => (other.state === "in_use" ? { ...other, state: "kept" as const } : other)),
      ];
      return view();
    },
    withdraw_form: ({ id, withdrawn }) => {
      if (!versions.some((other) => other.id === id)) throw new AppError("not-found");
      versions = versions.map((other) =>
        other.id === id ? { ...other, state: withdrawn ? "withdrawn" : "kept" } : other,
      );
      return view();
    },
    export_form: ({ file }) => ({ name: file ?? "hoe_gaat_het-2026112401.xlsx", base64: "" }),
    form_template: () => ({ name: "formulier-leeg.xlsx", base64: "" }),
  };
}
