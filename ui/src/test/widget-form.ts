// One question of each kind that our own form does not have, to look at its widget: the draft "w-<name>".

import type {
  ChoiceOption,
  DraftView,
  FormState,
  NodeView,
  QuestionView,
  RepeatView,
} from "../ipc/bindings.gen";
import { FormFixture } from "./door-form";
import { question } from "./shapes";

const both = (nl: string, ar: string) => ({ nl, ar });
const choices = (...pairs: [string, string][]): ChoiceOption[] =>
  pairs.map(([nl, ar], index) => ({ value: `k${index + 1}`, label: both(nl, ar), leaflet: null }));

const AGREE = choices(
  ["Helemaal oneens", "لا أوافق إطلاقًا"],
  ["Oneens", "لا أوافق"],
  ["Niet eens, niet oneens", "لا أوافق ولا أعارض"],
  ["Eens", "أوافق"],
  ["Helemaal eens", "أوافق تمامًا"],
);
const TOWNS = choices(
  ...[
    "As",
    "Bilzen",
    "Bree",
    "Dilsen-Stokkem",
    "Genk",
    "Hasselt",
    "Houthalen-Helchteren",
    "Lanaken",
    "Maaseik",
  ].map((town): [string, string] => [town, town]),
  ...["Maasmechelen", "Oudsbergen", "Peer", "Tongeren-Borgloon", "Zonhoven", "Zutendaal"].map(
    (town): [string, string] => [town, town],
  ),
);
const RANGE = {
  start: 0,
  end: 10,
  step: 1,
  start_label: both("Heel slecht", "سيئ جدًا"),
  end_label: both("Heel goed", "جيد جدًا"),
};

const QUESTIONS: Record<string, QuestionView> = {
  range: question("deel/cijfer", "", {
    kind: "range",
    label: both("Hoe goed slaapt u?", "كيف تنام؟"),
    hint: both("Denk aan de voorbije week.", "فكّروا في الأسبوع الماضي."),
    guidance: both("Lees de twee uiteinden voor.", "اقرؤوا الطرفين."),
    range: RANGE,
  }),
  likert: question("deel/eens", "", {
    label: both("Ik voel me thuis in mijn buurt.", "أشعر أنني في بيتي في الحي."),
    appearance: ["likert"],
    choices: AGREE,
  }),
  "likert-long": question("deel/cijfers", "", {
    label: both("Hoe veilig voelt u zich 's avonds op straat?", "ما مدى شعوركم بالأمان في الشارع مساءً؟"),
    appearance: ["likert"],
    choices: [...AGREE, ...AGREE].map((choice, index) => ({ ...choice, value: `n${index}` })),
  }),
  search: question("deel/gemeente", "", {
    label: both("In welke gemeente werkt u?", "في أي بلدية تعملون؟"),
    choices: TOWNS,
  }),
  "search-more": question("deel/gemeenten", "", {
    kind: "select_multiple",
    label: both("In welke gemeenten woont familie?", "في أي بلديات تسكن العائلة؟"),
    choices: TOWNS,
  }),
  rank: question("deel/volgorde", "", {
    kind: "rank",
    label: both("Wat is voor u het belangrijkst?", "ما الأهم بالنسبة لكم؟"),
    choices: choices(
      ["Wonen", "السكن"],
      ["Gezondheid", "الصحة"],
      ["Mensen om mij heen", "الناس من حولي"],
      ["Geld", "المال"],
    ),
  }),
  time: question("deel/uur", "", { kind: "time", label: both("Hoe laat staat u op?", "متى تستيقظون؟") }),
  "date-time": question("deel/moment", "", {
    kind: "date_time",
    label: both("Wanneer was de laatste afspraak?", "متى كان آخر موعد؟"),
  }),
  decimal: question("deel/gewicht", "", { kind: "decimal", label: both("Hoeveel weegt u?", "كم وزنكم؟") }),
  acknowledge: question("deel/gelezen", "", {
    kind: "acknowledge",
    label: both("U mag op elk moment stoppen.", "يمكنكم التوقف في أي وقت."),
  }),
  computed: question("deel/som", "", {
    kind: "integer",
    label: both("Aantal mensen in huis", "عدد الأشخاص في البيت"),
  }),
  unsupported: question("deel/foto", "", {
    kind: "unsupported",
    label: both("Neem een foto van de voordeur.", "التقطوا صورة للباب."),
  }),
  repeat: question("gezin[]", "", { kind: "repeat", label: both("Gezinslid", "فرد من العائلة") }),
  nested: question("gezin[]/kind[]/naam", "", {
    kind: "text",
    label: both("Hoe heet het kind?", "ما اسم الطفل؟"),
  }),
};

const PARTS: Record<string, Partial<NodeView>> = {
  computed: { read_only: true, value: "4" },
  likert: {
    uncomputed: [
      {
        path: "w",
        column: "constraint",
        expression: "${x} > 1 div 0",
        reason: "there is nothing to divide by",
      },
    ],
  },
  nested: {
    path: "gezin[a]/kind[b]/naam",
    around: [
      { label: both("Gezinslid", "فرد من العائلة"), number: [1, 2] },
      { label: both("Kind", "طفل"), number: [2, 2] },
    ],
  },
};

/** A form of one question; its section has no words of its own. */
export class WidgetForm extends FormFixture {
  override questions: QuestionView[];

  constructor(
    readonly widget: string,
    household: FormFixture["household"],
  ) {
    super(`w-${widget}`, household, "ar");
    const asked = QUESTIONS[widget];
    this.questions = asked ? [asked] : [];
    this.at = PARTS[widget]?.path ?? asked?.path ?? null;
    if (widget === "repeat") this.instances = ["a", "b"];
  }

  #repeats(): RepeatView[] {
    const repeat = (path: string, instances: string[]): RepeatView => ({
      path,
      question: "gezin[]",
      counted: false,
      label: both("Gezinslid", "فرد من العائلة"),
      relevant: true,
      instances,
      confirmed: [],
      use_as: null,
      section: "gezin",
    });
    return this.widget === "nested"
      ? [repeat("gezin", ["a", "c"]), repeat("gezin[a]/kind", ["d", "b"])]
      : [repeat("gezin", this.instances)];
  }

  override state(): FormState {
    const base = super.state();
    const nodes = this.questions.map((q): NodeView => {
      const part = PARTS[this.widget] ?? {};
      return {
        ...this.node(part.path ?? q.path, q),
        relevant: true,
        required: false,
        problem: null,
        ...part,
      };
    });
    const state = this.at === null ? ("done" as const) : ("current" as const);
    return {
      ...base,
      nodes,
      repeats: this.#repeats(),
      sections: [{ id: this.questions[0]?.section ?? "", label: {}, done: 0, total: 1, state }],
    };
  }

  override view(): DraftView {
    const view = super.view();
    return { ...view, form: { ...view.form, questions: this.questions } };
  }
}
