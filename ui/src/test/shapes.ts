// The smallest valid household, attempt, row and question, to change where a test needs it.

import type { AttemptView, HouseholdHead, QuestionView, TodayRow } from "../ipc/bindings.gen";

/** An instant on the invented day. */
export const at = (hour: number, minute: number) => new Date(2026, 10, 24, hour, minute).toISOString();

export function head(
  id: string,
  street: string,
  number: string,
  name: string | null,
  more: Partial<HouseholdHead> = {},
): HouseholdHead {
  return {
    id,
    neighbourhood: "winterslag",
    street,
    number,
    bus: null,
    name,
    people: null,
    languages: [],
    ...more,
  };
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
    alias_notes: [],
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

export function question(path: string, label: string, part: Partial<QuestionView> = {}): QuestionView {
  return {
    path,
    kind: "select_one",
    label: { nl: label },
    hint: {},
    guidance: {},
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
