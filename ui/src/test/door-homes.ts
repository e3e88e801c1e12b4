// The invented addresses of a visitor's day.

import type { HouseholdView, TodayRow } from "../ipc/bindings.gen";
import { at, attempt, head, row } from "./shapes";

export const rows: TodayRow[] = [
  row(head("h98", "Vennestraat", "98", "Familie Conti", { people: 4, languages: ["it"] }), {
    state: "visited",
    last: attempt("h98"),
  }),
  row(head("h106", "Vennestraat", "106", null, { people: null, languages: [] }), {
    state: "not_home",
    not_home_times: 2,
    last: attempt("h106", { outcome: "not_home", has_visit: false }),
  }),
  row(head("h110", "Vennestraat", "110", "Familie Yıldız", { people: 4, languages: ["tr"], bus: "3" }), {
    note: "Bel twee keer aan. Hond in de tuin.",
  }),
  row(head("h112", "Vennestraat", "112", "Familie El Idrissi", { people: 4, languages: ["ar", "fr"] }), {
    appointment: "11.30 uur",
    open_help: 1,
    note: "Mevrouw leest graag mee. Hond in de tuin, bel aan bij de voordeur.",
    last: attempt("h112", {
      at: "2026-03-12T10:00:00Z",
      by_name: "Koen Peeters",
      promised: "Het sociaal huis belt over de huurwaarborg",
    }),
  }),
  row(head("h118", "Vennestraat", "118", "Jef Thijs", { people: 4, languages: ["nl"] }), {
    note: "Hoort slecht. Bel 2 keer aan",
  }),
  row(head("m3", "Margarethalaan", "3", "Familie Bruno", { people: 4, languages: ["it"] })),
  row(head("m7", "Margarethalaan", "7", null, { people: null, languages: [] })),
  row(head("m11", "Margarethalaan", "11", "Familie Van de Walle", { people: 4, languages: ["nl"] }), {
    state: "no_visit",
    no_visit: { said_by: "de zoon", until: "2027-01-15" },
  }),
];

const texts = (nl: string) => ({ nl });

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
    aliases: [],
    set_aside: [],
  };
}
