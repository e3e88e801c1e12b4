// Invented data of a visitor's day: households, a small form with its rules, leaflets.

import { AppError } from "../ipc/backend";
import type {
  AnswerView,
  AttemptView,
  DraftView,
  FormState,
  HouseholdHead,
  HouseholdView,
  NodeView,
  QuestionView,
  TodayRow,
} from "../ipc/bindings.gen";
import type { Handlers } from "./fixtures";

export const at = (hour: number, minute: number) => new Date(2026, 10, 24, hour, minute).toISOString();

export function head(
  id: string,
  street: string,
  number: string,
  name: string | null,
  languages: string[],
  bus: string | null = null,
): HouseholdHead {
  return { id, neighbourhood: "winterslag", street, number, bus, name, people: name ? 4 : null, languages };
}
export function attempt(household: string, part: Partial<AttemptView> = {}): AttemptView {
  return {
    id: `a-${household}`,
    household,
    channel: "door",
    outcome: "spoken",
    at: at(9, 20),
    by: "u-meryem",
    by_name: "Meryem Aydın",
    with_name: null,
    leaflets: 1,
    come_back_on: null,
    promised: null,
    receipt: "on_laptop",
    has_visit: true,
    ...part,
  };
}
export function row(household: HouseholdHead, part: Partial<TodayRow> = {}): TodayRow {
  return {
    household,
    state: "to_visit",
    last: null,
    note: null,
    appointment: null,
    open_help: 0,
    draft: null,
    no_visit: null,
    gone: null,
    not_home_times: 0,
    receipt: "on_server",
    ...part,
  };
}

const rows: TodayRow[] = [
  row(head("h98", "Vennestraat", "98", "Familie Conti", ["it"]), { state: "visited", last: attempt("h98") }),
  row(head("h106", "Vennestraat", "106", null, []), {
    state: "not_home",
    not_home_times: 2,
    last: attempt("h106", { outcome: "not_home", has_visit: false }),
  }),
  row(head("h110", "Vennestraat", "110", "Familie Yıldız", ["tr"], "3"), {
    note: "Bel twee keer aan. Hond in de tuin.",
  }),
  row(head("h112", "Vennestraat", "112", "Familie El Idrissi", ["ar", "fr"]), {
    appointment: "11.30 uur",
    open_help: 1,
    note: "Mevrouw leest graag mee. Hond in de tuin, bel aan bij de voordeur.",
    last: attempt("h112", {
      at: "2026-03-12T10:00:00Z",
      by_name: "Koen Peeters",
      promised: "Het sociaal huis belt over de huurwaarborg",
    }),
  }),
  row(head("h118", "Vennestraat", "118", "Jef Thijs", ["nl"]), { note: "Hoort slecht. Bel 2 keer aan" }),
  row(head("m3", "Margarethalaan", "3", "Familie Bruno", ["it"])),
  row(head("m7", "Margarethalaan", "7", null, [])),
  row(head("m11", "Margarethalaan", "11", "Familie Van de Walle", ["nl"]), {
    state: "no_visit",
    no_visit: { said_by: "de zoon", until: "2027-01-15" },
  }),
];

const yesNo = [
  { value: "ja", label: { nl: "Ja", ar: "نعم", tr: "Evet" }, leaflet: null },
  { value: "nee", label: { nl: "Neen", ar: "لا", tr: "Hayır" }, leaflet: null },
];
function question(path: string, label: string, part: Partial<QuestionView> = {}): QuestionView {
  return {
    path,
    kind: "select_one",
    label: { nl: label },
    hint: {},
    choices: [],
    range: null,
    appearance: [],
    sensitive: false,
    leaflet: null,
    use_as: null,
    section: path.split("/")[0] ?? "",
    ...part,
  };
}
export const questions: QuestionView[] = [
  question("akkoord/toestemming", "Mag ik noteren wat u vertelt?", {
    label: {
      nl: "Mag ik noteren wat u vertelt?",
      ar: "هل يمكنني تدوين ما تقوله؟",
      tr: "Anlattıklarınızı not edebilir miyim?",
    },
    hint: {
      nl: "Wat? Uw antwoorden op deze vragen. Wie leest ze? De medewerkers die dit bezoek opvolgen. U mag uw toestemming altijd intrekken.",
      ar: "ماذا؟ إجاباتك عن هذه الأسئلة. من يقرؤها؟ الموظفون الذين يتابعون هذه الزيارة. يمكنك سحب موافقتك في أي وقت.",
    },
    choices: yesNo,
    use_as: "consent",
  }),
  question("welzijn/hoe_gaat_het", "Hoe gaat het met u?", {
    label: { nl: "Hoe gaat het met u?", ar: "كيف حالك؟", tr: "Nasılsınız?" },
    use_as: "mood",
    choices: [
      ["zeer_goed", "Zeer goed", "جيد جدًا"],
      ["goed", "Goed", "جيد"],
      ["gaat_wel", "Gaat wel", "لا بأس"],
      ["slecht", "Slecht", "سيئ"],
      ["zeer_slecht", "Zeer slecht", "سيئ جدًا"],
    ].map(([value = "", nl = "", ar = ""]) => ({
      value,
      label: { nl, ar },
      leaflet: value === "slecht" ? "ask-for-help" : null,
    })),
  }),
  question("welzijn/tevredenheid", "Hoe tevreden bent u met uw leven, van 0 tot 10?", {
    kind: "integer",
    sensitive: true,
  }),
  question("hulp/hulp", "Wilt u dat we iets voor u doen?", { choices: yesNo, use_as: "help_wanted" }),
  question("hulp/hulpvraag[]/hv_categorie", "Waarover gaat de vraag?", {
    use_as: "help_category",
    choices: [
      { value: "wonen", label: { nl: "Wonen" }, leaflet: null },
      { value: "geld", label: { nl: "Geld" }, leaflet: null },
    ],
  }),
  question("hulp/hulpvraag[]/hv_omschrijving", "Wat vraagt de bewoner, in eigen woorden?", {
    kind: "text",
    appearance: ["multiline"],
    use_as: "help_description",
  }),
  question("afronden/opmerkingen", "Wilt u nog iets vertellen?", {
    kind: "text",
    appearance: ["multiline"],
    use_as: "remarks",
  }),
  question("afronden/vervolg_datum", "Wanneer komen we terug?", { kind: "date", use_as: "come_back_on" }),
];
const SECTIONS = {
  akkoord: "Toestemming",
  welzijn: "Hoe gaat het?",
  hulp: "Hulp en vragen",
  afronden: "Afronden",
};

/** A visit in memory, with the rules that the tests need. */
export class FormFixture {
  answers = new Map<string, AnswerView>();
  instances: string[] = [];
  confirmed: string[] = [];
  at: string | null = "akkoord/toestemming";
  savedAt = at(11, 47);
  constructor(
    public id: string,
    public household: HouseholdHead,
    public language: string | null = "ar",
  ) {}

  #node(path: string, q: QuestionView): NodeView {
    const consent = this.answers.get("akkoord/toestemming")?.value === "ja";
    const answer = this.answers.get(path) ?? null;
    const required = q.kind === "select_one";
    const empty = !answer || (answer.value === null && !answer.refused && !answer.later);
    const outside =
      q.path === "welzijn/tevredenheid" && typeof answer?.value === "number" && answer.value > 10;
    return {
      path,
      question: q.path,
      relevant: q.use_as === "consent" || consent,
      required,
      read_only: false,
      answer,
      choices: null,
      problem: outside ? "constraint" : required && empty ? "required" : null,
      problem_text: outside ? { nl: "Geef een cijfer van 0 tot 10." } : null,
      put_off: false,
      label: null,
    };
  }
  state(): FormState {
    const wanted = this.answers.get("hulp/hulp")?.value === "ja";
    const repeated = questions.filter((q) => q.path.includes("[]"));
    const nodes = questions.flatMap((q) => {
      if (q === repeated[0]) {
        return wanted
          ? this.instances.flatMap((key) =>
              repeated.map((r) => this.#node(r.path.replace("[]", `[${key}]`), r)),
            )
          : [];
      }
      return repeated.includes(q) ? [] : [this.#node(q.path, q)];
    });
    const current = this.at?.split("/")[0];
    const sections = Object.entries(SECTIONS).map(([id, nl]) => {
      const inside = nodes.filter((node) => node.relevant && node.path.startsWith(`${id}/`));
      const done = inside.filter(
        (node) => node.answer && (node.answer.value !== null || node.answer.refused || node.answer.later),
      ).length;
      const state =
        id === current
          ? ("current" as const)
          : done && done === inside.length
            ? ("done" as const)
            : ("todo" as const);
      return { id, label: { nl }, done, total: inside.length, state };
    });
    return {
      nodes,
      repeats: [
        {
          path: "hulp/hulpvraag",
          label: { nl: "Hulpvraag" },
          relevant: wanted,
          instances: this.instances,
          confirmed: this.confirmed,
          use_as: "help_request",
          section: "hulp",
        },
      ],
      sections: sections.filter((section) => section.total > 0),
      at: this.at,
      saved_at: this.savedAt,
      language: this.language,
      offer_leaflet: null,
    };
  }
  view(): DraftView {
    return {
      id: this.id,
      household: this.household,
      started_at: at(11, 30),
      channel: "door",
      with: null,
      quick: false,
      danger_noted: false,
      form: {
        id: "hoe_gaat_het",
        version: "1",
        title: "Hoe gaat het?",
        default_language: "nl",
        languages: ["nl", "en", "it", "fr", "tr", "ar"],
        questions,
      },
      state: this.state(),
      requests: [],
      leaflets: [],
    };
  }
}

const texts = (nl: string) => ({ nl });
const leaflets = [
  ["allowed-now", "Wat mag en wat nu verandert", "Geldt tot einde maart"],
  ["reach-the-city", "Zo bereikt u de stad", "Loketten, uren en telefoon"],
  ["ask-for-help", "Waar vraagt u hulp?", "Wie helpt waarmee"],
  ["genk-helpt", "Genk helpt en verbindt", "Vrijwilligers die helpen"],
].map(([id = "", title = "", summary = ""]) => ({
  id,
  title: texts(title),
  summary: texts(summary),
  expires_on: id === "allowed-now" ? "2027-03-31" : null,
  languages: ["nl", "en", "it", "fr", "tr", "ar"],
}));

export function householdView(found: TodayRow): HouseholdView {
  return {
    row: found,
    residents: found.household.name
      ? [
          {
            id: `r-${found.household.id}`,
            name: "Fatima El Idrissi",
            birth_year: 1979,
            phone: "0470 00 00 12",
            language: "ar",
            receipt: "on_server",
          },
        ]
      : [],
    since_last_time: {
      last: found.last,
      requests: found.open_help
        ? [
            {
              id: "q1",
              category: "wonen",
              category_label: texts("Wonen"),
              detail_label: texts("huurwaarborg"),
              urgency: "week",
              state: "referred",
              recorded_on: "2026-03-12",
              shared: true,
              household: found.household,
              assignee: null,
              assignee_name: null,
              days_since_action: 6,
              overdue: false,
              last_event: {
                at: at(8, 0),
                by_name: "Els Janssen",
                state: "referred",
                assignee_name: null,
                note: "Sociaal Huis belt terug.",
                receipt: "on_server",
              },
              mine: true,
              receipt: "acted_on",
            },
          ]
        : [],
    },
    attempts: found.last ? [found.last] : [],
    leaflets: found.last
      ? [
          {
            leaflet: "ask-for-help",
            title: texts("Waar vraagt u hulp?"),
            language: "ar",
            version: 2,
            how: "left",
            at: at(9, 30),
            by_name: "Meryem Aydın",
          },
        ]
      : [],
    receipt: "on_server",
    choices: [],
  };
}

export function doorHandlers(): Handlers {
  const all = structuredClone(rows);
  const drafts = new Map<string, FormFixture>();
  const rowOf = (id: string) => {
    const found = all.find((other) => other.household.id === id);
    if (!found) throw new AppError("not-found");
    return found;
  };
  const draft = (id: string) => {
    const found = drafts.get(id);
    if (found) return found;
    // A draft opened by its address in the development mode: halfway.
    if (!id.startsWith("d-")) throw new AppError("not-found");
    const form = begin(id.slice(2));
    form.answers.set("akkoord/toestemming", { value: "ja", refused: false, later: false, note: null });
    form.at = "welzijn/hoe_gaat_het";
    return form;
  };
  const begin = (household: string) => {
    const found = rowOf(household);
    found.draft ??= `d-${household}`;
    const form =
      drafts.get(found.draft) ??
      new FormFixture(found.draft, found.household, found.household.languages[0] ?? null);
    drafts.set(found.draft, form);
    return form;
  };
  const touch = (form: FormFixture) => ((form.savedAt = new Date().toISOString()), form.state());
  return {
    today: () => {
      const listed = all.filter((other) => !other.draft);
      const streets = [...new Set(listed.map((other) => other.household.street))];
      const count = (state: string) => listed.filter((other) => other.state === state).length;
      const unfinished = all.filter((other) => other.draft);
      return {
        day: "2026-11-24",
        neighbourhoods: ["winterslag"],
        unfinished,
        streets: streets.map((street) => ({
          street,
          rows: listed.filter((other) => other.household.street === street),
        })),
        visited: count("visited"),
        not_home: count("not_home"),
        no_visit: count("no_visit"),
        to_go: count("to_visit") + unfinished.length,
      };
    },
    household: ({ id }) => householdView(rowOf(id)),
    search: ({ text }) => ({
      rows: all.filter((other) => JSON.stringify(other.household).toLowerCase().includes(text.toLowerCase())),
    }),
    find_doubles: (input) => ({
      rows: all.filter(
        (other) => other.household.street === input.street && other.household.number === input.number,
      ),
    }),
    save_household: (input) => {
      const added = row(
        head(
          input.id ?? `h-new-${all.length}`,
          input.street,
          input.number,
          input.name,
          input.languages,
          input.bus,
        ),
      );
      all.push(added);
      return householdView(added);
    },
    save_resident: ({ household }) => householdView(rowOf(household)),
    record_outcome: ({ household, outcome }) => {
      const found = rowOf(household);
      found.last = attempt(household, { outcome, at: new Date().toISOString(), has_visit: false });
      found.state =
        outcome === "not_home" || outcome === "not_now"
          ? "not_home"
          : outcome === "refused" || outcome === "moved" || outcome === "wrong_address"
            ? "no_visit"
            : "visited";
      if (outcome === "not_home") found.not_home_times += 1;
      return { attempt: `a-${household}`, row: found };
    },
    undo_outcome: ({ id }) => {
      const found = rowOf(id.slice(2));
      Object.assign(found, { state: "to_visit", last: null, not_home_times: 0 });
      return found;
    },
    start_visit: ({ household }) => begin(household).view(),
    draft: ({ id }) => draft(id).view(),
    answer: ({ draft: id, path, answer }) => {
      draft(id).answers.set(path, answer);
      return touch(draft(id));
    },
    go_to: ({ draft: id, path }) => {
      draft(id).at = path;
      return touch(draft(id));
    },
    add_repeat: ({ draft: id }) => {
      draft(id).instances.push(`k${draft(id).instances.length + 1}`);
      return touch(draft(id));
    },
    remove_repeat: ({ draft: id, key }) => {
      draft(id).instances = draft(id).instances.filter((other) => other !== key);
      if (draft(id).at?.includes(`[${key}]`)) draft(id).at = "hulp/hulp";
      return touch(draft(id));
    },
    restore_repeat: ({ draft: id, key }) => {
      draft(id).instances.push(key);
      return touch(draft(id));
    },
    confirm_request: ({ draft: id, key }) => {
      draft(id).confirmed.push(key);
      return draft(id).view();
    },
    set_colleague: ({ draft: id }) => draft(id).view(),
    visit_problems: ({ id }) => ({
      paths: draft(id)
        .state()
        .nodes.filter((node) => node.relevant && node.problem)
        .map((node) => node.path),
    }),
    finish_visit: ({ id }) => {
      const found = rowOf(draft(id).household.id);
      Object.assign(found, { draft: null, state: "visited", last: attempt(found.household.id) });
      return { attempt: `a-${id}`, row: found, saved_at: new Date().toISOString() };
    },
    discard_draft: ({ id }) => Object.assign(rowOf(draft(id).household.id), { draft: null }),
    restore_draft: ({ id }) => draft(id).view(),
    resident_question: ({ draft: id, path, language }) => {
      const form = draft(id);
      const node = form.state().nodes.find((other) => other.path === path);
      const q = questions.find((other) => other.path === node?.question);
      if (!node || !q) throw new AppError("not-found");
      const wanted = language ?? form.language ?? "nl";
      const lang = q.label[wanted] ? wanted : "nl";
      return {
        language: lang,
        direction: lang === "ar" ? "rtl" : "ltr",
        kind: q.kind,
        label: q.label[lang] ?? "",
        hint: q.hint[lang] ?? null,
        choices: q.choices.map((choice) => ({
          value: choice.value,
          label: choice.label[lang] ?? choice.label["nl"] ?? "",
        })),
        answer: node.answer,
        untranslated: lang !== wanted,
        put_off: node.put_off,
        required: node.required,
        use_as: q.use_as,
        worker_label: q.label["nl"] ?? "",
        worker_answer: node.answer?.value
          ? (q.choices.find((choice) => choice.value === node.answer?.value)?.label["nl"] ??
            String(node.answer.value))
          : null,
        languages: ["nl", "en", "it", "fr", "tr", "ar"],
      };
    },
    quick_note: ({ household }) => ({
      draft: begin(household).id,
      household: rowOf(household).household,
      consent: null,
      mood: null,
      moods: questions[1]?.choices ?? [],
      help_wanted: null,
      help_category: null,
      categories: questions[4]?.choices ?? [],
      leaflets: [],
      remarks: null,
      come_back_on: null,
      saved_at: at(11, 47),
    }),
    save_quick_note: (input) => ({
      draft: input.draft,
      household: draft(input.draft).household,
      consent: input.consent,
      mood: input.mood,
      moods: questions[1]?.choices ?? [],
      help_wanted: input.help_wanted,
      help_category: input.help_category,
      categories: questions[4]?.choices ?? [],
      leaflets: input.leaflets,
      remarks: input.remarks,
      come_back_on: input.come_back_on,
      saved_at: new Date().toISOString(),
    }),
    note_danger: (input) => ({
      id: "g1",
      household: rowOf(input.household).household,
      at: new Date().toISOString(),
      by_name: "Meryem Aydın",
      called: input.called,
      not_called_because: input.not_called_because,
      note: input.note,
      receipt: "on_laptop",
    }),
    leaflets: () => ({ rows: leaflets }),
    leaflet: ({ id, language }) => ({
      id,
      language,
      direction: language === "ar" ? "rtl" : "ltr",
      title:
        language === "ar"
          ? "أين تطلب المساعدة؟"
          : (leaflets.find((other) => other.id === id)?.title.nl ?? id),
      version: 2,
      blocks: [
        {
          type: "paragraph",
          text: [
            {
              text: language === "ar" ? "اتصل على الرقم " : "U kunt bellen naar ",
              strong: false,
              fact: false,
            },
            { text: "089 65 36 00", strong: true, fact: true },
          ],
        },
        {
          type: "heading",
          level: 2,
          text: [{ text: language === "ar" ? "ماذا تفعل؟" : "Wat doet u?", strong: false, fact: false }],
        },
        {
          type: "steps",
          items: [
            [{ text: language === "ar" ? "اتصل" : "Bel", strong: false, fact: false }],
            [{ text: language === "ar" ? "اطرح سؤالك" : "Stel uw vraag", strong: false, fact: false }],
          ],
        },
        { type: "list", items: [[{ text: "Sociaal Huis", strong: false, fact: true }]] },
        {
          type: "contact",
          lines: [
            [{ text: "Sociaal Huis", strong: true, fact: true }],
            [{ text: "089 00 00 20", strong: false, fact: true }],
          ],
        },
      ],
      untranslated: language === "it",
      outdated: language === "tr",
      checked_by: language === "ar" ? null : "Els Janssen",
      checked_on: language === "ar" ? null : "2026-11-02",
      expires_on: null,
    }),
    give_leaflet: ({ leaflet, language, how }) => ({
      leaflet,
      title: texts(leaflet),
      language,
      version: 2,
      how,
      at: new Date().toISOString(),
      by_name: "Meryem Aydın",
    }),
  };
}
