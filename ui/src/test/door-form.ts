// A small form with its rules, and a visit in memory.

import type {
  AnswerView,
  DraftView,
  FormState,
  HouseholdHead,
  NodeView,
  QuestionView,
} from "../ipc/bindings.gen";
import { at, question } from "./shapes";

const yesNo = [
  { value: "ja", label: { nl: "Ja", ar: "نعم", tr: "Evet" }, leaflet: null },
  { value: "nee", label: { nl: "Neen", ar: "لا", tr: "Hayır" }, leaflet: null },
];
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
  questions = questions;
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

  protected node(path: string, q: QuestionView): NodeView {
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
      choice_labels: null,
      value: null,
      problem: outside ? "constraint" : required && empty ? "required" : null,
      problem_text: outside ? { nl: "Geef een cijfer van 0 tot 10." } : null,
      put_off: false,
      label: null,
      hint: null,
      around: [],
      uncomputed: [],
    };
  }
  state(): FormState {
    const wanted = this.answers.get("hulp/hulp")?.value === "ja";
    const repeated = questions.filter((q) => q.path.includes("[]"));
    const nodes = questions.flatMap((q) => {
      if (q === repeated[0]) {
        return wanted
          ? this.instances.flatMap((key) =>
              repeated.map((r) => this.node(r.path.replace("[]", `[${key}]`), r)),
            )
          : [];
      }
      return repeated.includes(q) ? [] : [this.node(q.path, q)];
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
          question: "hulp/hulpvraag[]",
          counted: false,
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
