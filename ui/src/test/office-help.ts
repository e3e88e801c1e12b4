// Invented help requests for tests and the development mode; acts change them.

import { AppError } from "../ipc/backend";
import type { HelpRow, HelpState, HelpView } from "../ipc/bindings.gen";
import type { Handlers } from "./fixtures";
import { head } from "./shapes";

const CATEGORIES = {
  wonen: "Wonen",
  geld: "Geld",
  taal: "Nederlands leren",
  contact: "Gezelschap",
  zorg: "Zorg en gezondheid",
  administratie: "Papieren en computer",
  boodschappen: "Boodschappen en eten",
  andere: "Iets anders",
};
const SERVICES = [
  { id: "sociaal_huis", name: { nl: "Sociaal Huis" } },
  { id: "genk_helpt", name: { nl: "Vrijwilligers" } },
  { id: "huisarts", name: { nl: "Huisarts" } },
  { id: "thuiszorg", name: { nl: "Dienst voor thuiszorg" } },
  { id: "caw", name: { nl: "CAW (welzijnswerk)" } },
];

export function daysAgo(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return date.toISOString();
}

export function helpRow(id: string, more: Partial<HelpRow> = {}): HelpRow {
  const category = more.category ?? "wonen";
  return {
    id,
    category,
    category_label: { nl: CATEGORIES[category as keyof typeof CATEGORIES] },
    detail_label: null,
    urgency: "normal",
    state: "received",
    recorded_on: daysAgo(1).slice(0, 10),
    shared: true,
    household: head(`h-${id}`, "Vennestraat", "98", "Familie Conti"),
    assignee: null,
    assignee_name: null,
    days_since_action: 1,
    overdue: false,
    last_event: null,
    mine: false,
    receipt: "on_server",
    ...more,
  };
}

export function helpView(row: HelpRow, more: Partial<HelpView> = {}): HelpView {
  return {
    row,
    description: row.shared || row.mine ? "Ik begrijp de brief niet. Kan iemand mee kijken?" : null,
    contact: null,
    consent: row.shared
      ? {
          given: true,
          recipient: "sociaal_huis",
          fields: ["description", "address"],
          decided_at: daysAgo(3),
          language: "ar",
        }
      : null,
    vital_reason: null,
    events: [],
    referrals: [],
    next_states: nextStates(row.state),
    closed_reason: null,
    result: null,
    visit: null,
    ...more,
  };
}

function nextStates(state: HelpState): HelpState[] {
  if (state === "done" || state === "closed") return ["triaged"];
  const all: HelpState[] = ["triaged", "referred", "matched", "in_progress", "done", "closed"];
  return all.filter((next) => next !== state);
}

const me = { assignee: "u-meryem", assignee_name: "Meryem Aydın" };

export function helpViews(): HelpView[] {
  const rent = helpRow("1", {
    detail_label: { nl: "Huurwaarborg betalen" },
    urgency: "week",
    state: "referred",
    recorded_on: daysAgo(20).slice(0, 10),
    household: head("h-112", "Vennestraat", "112", "Familie El Idrissi", { languages: ["ar"] }),
    days_since_action: 9,
    overdue: true,
    mine: true,
    ...me,
  });
  return [
    helpView(rent, {
      description: "We verhuizen in januari. De waarborg is 1.950 euro. Dat hebben we niet.",
      contact: "0470 00 00 12",
      events: [
        {
          at: daysAgo(20),
          by_name: "Meryem Aydın",
          state: "recorded",
          assignee_name: null,
          note: null,
          receipt: "on_server",
        },
        {
          at: daysAgo(18),
          by_name: "Els Janssen",
          state: "triaged",
          assignee_name: "Meryem Aydın",
          note: null,
          receipt: "on_server",
        },
        {
          at: daysAgo(9),
          by_name: "Els Janssen",
          state: "referred",
          assignee_name: null,
          note: null,
          receipt: "on_server",
        },
        {
          at: daysAgo(0),
          by_name: "Meryem Aydın",
          state: null,
          assignee_name: null,
          note: "U bent bij de familie.",
          receipt: "on_laptop",
        },
      ],
      referrals: [
        {
          id: "r1",
          service: "sociaal_huis",
          service_name: { nl: "Sociaal Huis" },
          state: "pending",
          reason: null,
          sent_at: daysAgo(9),
          receipt: "on_server",
        },
        {
          id: "r2",
          service: "caw",
          service_name: { nl: "CAW (welzijnswerk)" },
          state: "rejected",
          reason: "Wachtlijst van 3 maanden.",
          sent_at: daysAgo(15),
          receipt: "on_server",
        },
      ],
    }),
    helpView(
      helpRow("2", {
        category: "wonen",
        detail_label: { nl: "Geen verwarming" },
        urgency: "today",
        household: head("h-45", "Noordlaan", "45", "Jan Reynders"),
        recorded_on: daysAgo(0).slice(0, 10),
        days_since_action: 0,
      }),
    ),
    helpView(
      helpRow("3", {
        category: "geld",
        detail_label: { nl: "Formulier premie invullen" },
        days_since_action: 0,
        mine: true,
        receipt: "on_laptop",
        state: "recorded",
      }),
      { consent: null },
    ),
    helpView(helpRow("4", { category: "zorg", shared: false, household: null, urgency: "week" })),
    helpView(
      helpRow("5", {
        category: "taal",
        state: "triaged",
        detail_label: { nl: "Taalmaatje gezocht" },
        household: head("h-33", "Onderwijslaan", "33", "Familie Nowak"),
        ...me,
      }),
    ),
    helpView(
      helpRow("6", {
        category: "contact",
        state: "matched",
        household: head("h-21", "Hoefstraat", "21", "Rosa Bruno"),
        days_since_action: 3,
        assignee: "u-els",
        assignee_name: "Els Janssen",
      }),
    ),
    helpView(
      helpRow("7", {
        category: "zorg",
        state: "in_progress",
        detail_label: { nl: "Poetshulp aangevraagd" },
        household: head("h-63", "Hoefstraat", "63", "Maria Stevens"),
        days_since_action: 2,
        ...me,
      }),
    ),
    helpView(
      helpRow("8", {
        category: "wonen",
        state: "triaged",
        detail_label: { nl: "Trap niet meer veilig" },
        urgency: "week",
        household: head("h-8", "Noordlaan", "8", "Jan Reynders", { bus: "3" }),
        assignee: "u-koen",
        assignee_name: "Koen Peeters",
      }),
    ),
    helpView(
      helpRow("9", {
        category: "geld",
        state: "done",
        detail_label: { nl: "UiTPAS aangevraagd" },
        household: head("h-5", "Hoefstraat", "5", "Ria Vanhees"),
        ...me,
      }),
      { result: "De pas is aangekomen." },
    ),
    helpView(
      helpRow("10", {
        category: "administratie",
        state: "closed",
        household: head("h-41", "Vennestraat", "41", "Willy Geraerts"),
        ...me,
      }),
      { closed_reason: "De buurvrouw helpt al." },
    ),
    helpView(
      helpRow("11", {
        category: "zorg",
        detail_label: { nl: "Hulp bij wassen" },
        shared: false,
        mine: true,
        household: head("h-77", "Vennestraat", "77", "Angela Russo"),
        ...me,
      }),
      {
        description: "Ik wil niet dat mijn dochter het weet.",
        consent: { given: false, recipient: null, fields: [], decided_at: daysAgo(2), language: "it" },
      },
    ),
  ];
}

export function helpHandlers(me: string, views: HelpView[] = helpViews()): Handlers {
  const one = (id: string) => {
    const view = views.find(({ row }) => row.id === id);
    if (!view) throw new AppError("not-found");
    return view;
  };
  const ended = ({ row }: HelpView) => row.state === "done" || row.state === "closed";
  const change = (id: string, row: Partial<HelpRow>, more: Partial<HelpView> = {}) => {
    const view = one(id);
    Object.assign(view, more);
    view.row = { ...view.row, ...row, days_since_action: 0, overdue: false };
    view.next_states = nextStates(view.row.state);
    return view;
  };
  const event = (id: string, state: HelpState | null, note: string | null, to: string | null = null) => [
    ...one(id).events,
    {
      at: new Date().toISOString(),
      by_name: "Meryem Aydın",
      state,
      assignee_name: to,
      note,
      receipt: "on_laptop" as const,
    },
  ];
  return {
    help_options: () => ({
      categories: Object.entries(CATEGORIES).map(([value, nl]) => ({ value, label: { nl }, leaflet: null })),
      details: {
        wonen: [
          { value: "huur", label: { nl: "Huur of huurwaarborg" }, leaflet: null },
          { value: "verwarming", label: { nl: "Verwarming" }, leaflet: null },
        ],
      },
      recipients: SERVICES,
    }),
    help_list: ({ filter }) => {
      const open = views.filter((view) => !ended(view));
      const mine = open.filter(({ row }) => row.mine || row.assignee === me);
      const shown = { mine, team: open, ended: views.filter(ended) }[filter];
      return {
        rows: shown.map(({ row }) => row),
        mine: mine.length,
        team: open.length,
        ended: views.filter(ended).length,
        unassigned_today: open
          .filter(({ row }) => row.urgency === "today" && !row.assignee)
          .map(({ row }) => row.id),
      };
    },
    help_request: ({ id }) => one(id),
    record_help: (input) => {
      const row = helpRow(`n${views.length}`, {
        category: input.category,
        urgency: input.urgency,
        shared: input.consent_given === true,
        state: "recorded",
        mine: true,
        receipt: "on_laptop",
        days_since_action: 0,
        household: head(input.household, "Vennestraat", "98", "Familie Conti"),
      });
      views.push(helpView(row, { description: input.description, contact: input.contact }));
      return one(row.id);
    },
    set_help_state: ({ id, state, reason }) => {
      if (!one(id).next_states.includes(state)) throw new AppError("not-allowed-now");
      return change(
        id,
        { state },
        {
          events: event(id, state, reason),
          closed_reason: state === "closed" ? reason : null,
          result: state === "done" ? reason : null,
        },
      );
    },
    assign_help: ({ id, assignee }) => {
      const name =
        assignee === me ? "Meryem Aydın" : assignee === "u-els" ? "Els Janssen" : assignee && "Koen Peeters";
      return change(id, { assignee, assignee_name: name }, { events: event(id, null, null, name) });
    },
    set_help_urgency: ({ id, urgency }) => change(id, { urgency }),
    add_help_note: ({ id, note }) => change(id, {}, { events: event(id, null, note) }),
    refer: ({ id, service }) =>
      change(
        id,
        { state: "referred" },
        {
          events: event(id, "referred", null),
          referrals: [
            {
              id: `r-${service}`,
              service,
              service_name: SERVICES.find((s) => s.id === service)?.name ?? {},
              state: "pending",
              reason: null,
              sent_at: new Date().toISOString(),
              receipt: "on_laptop",
            },
            ...one(id).referrals,
          ],
        },
      ),
    set_referral: ({ referral, state, reason }) => {
      const view = views.find(({ referrals }) => referrals.some(({ id }) => id === referral));
      if (!view) throw new AppError("not-found");
      return change(
        view.row.id,
        {},
        {
          referrals: view.referrals.map((old) => (old.id === referral ? { ...old, state, reason } : old)),
        },
      );
    },
    set_consent: ({ id, given, recipient, fields }) =>
      change(
        id,
        { shared: given },
        {
          consent: { given, recipient, fields, decided_at: new Date().toISOString(), language: "nl" },
        },
      ),
    share_for_life: ({ id, reason }) => change(id, { shared: true }, { vital_reason: reason }),
  };
}
