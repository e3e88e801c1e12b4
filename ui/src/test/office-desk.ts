// Invented data for sending, review, lists and danger notes; acts change it.

import { AppError } from "../ipc/backend";
import type {
  AnswerView,
  ChoiceView,
  QuestionView,
  ReviewAnswer,
  ReviewRow,
  ReviewState,
  RoundView,
  SendRow,
  SyncView,
  VisitView,
} from "../ipc/bindings.gen";
import type { Handlers } from "./fixtures";
import { decidedAsides } from "./office-decide";
import { daysAgo, helpRow } from "./office-help";
import { head, question, row } from "./shapes";

const conti = head("h-98", "Vennestraat", "98", "Familie Conti");
const claes = head("h-102", "Vennestraat", "102", "Maria Claes", { people: 1 });

export const offline: SyncView = {
  online: false,
  sending: null,
  waiting: 3,
  last_contact_at: daysAgo(0),
  problem: null,
  remaining: 0,
};

export function phoneChoice(): ChoiceView {
  return {
    kind: "resident",
    id: "res-1",
    field: "phone",
    household: conti,
    change: "c-phone",
    question: null,
    standing: { value: "089 00 00 98", text: null, by: "u-koen", by_name: "Koen Peeters", at: daysAgo(1) },
    waiting: { value: "0470 00 00 98", text: null, by: "u-meryem", by_name: "Meryem Aydın", at: daysAgo(0) },
  };
}

function sendRow(change: string, kind: string, household = conti, sent: string | null = null): SendRow {
  return {
    change,
    kind,
    id: change,
    household,
    at: daysAgo(0),
    sent_at: sent,
    receipt: sent ? "on_server" : "on_laptop",
    reason: null,
    offer: false,
  };
}

export function sendingHandlers(): Handlers {
  const all = [
    phoneChoice(),
    {
      ...phoneChoice(),
      change: "c-name",
      field: "name",
      standing: { ...phoneChoice().standing, value: "Conti" },
      waiting: { ...phoneChoice().waiting, value: "Conti-Russo" },
    },
  ];
  let choices = all;
  const view = () => ({
    status: offline,
    waiting: [
      sendRow("s1", "visit", head("h-110", "Vennestraat", "110", "Familie Yıldız")),
      sendRow("s2", "help_request"),
      sendRow("s3", "attempt", head("h-106", "Vennestraat", "106", null)),
    ],
    sent_today: [sendRow("s4", "visit", claes, daysAgo(0)), sendRow("s5", "visit", conti, daysAgo(0))],
    choices,
    set_aside: [
      {
        ...sendRow("s6", "resident", conti, daysAgo(0)),
        receipt: "under_review" as const,
        reason: "deleted" as const,
        offer: true,
      },
    ],
    decided: decidedAsides(),
  });
  return {
    sending: view,
    send_now: () => offline,
    offer_again: () => ({ ...view(), set_aside: [] }),
    resolve: ({ change }) => {
      choices = choices.filter((choice) => choice.change !== change);
      return view();
    },
  };
}

export function reviewAnswer(
  path: string,
  label: string,
  said: string,
  more: Partial<ReviewAnswer> = {},
  q: Partial<QuestionView> = {},
): ReviewAnswer {
  return {
    path,
    question: question(path, label, { kind: "text", section: "welzijn", ...q }),
    answer: { value: said, refused: false, later: false, note: null },
    text: { nl: said },
    flagged: false,
    issues: [],
    comments: [],
    around: [],
    revisions: [],
    ...more,
  };
}

const FIVE = ["Zeer goed", "Goed", "Gaat wel", "Slecht", "Zeer slecht"].map((nl) => ({
  value: nl.toLowerCase().replace(" ", "_"),
  label: { nl },
  leaflet: null,
}));

export function visitView(id: string, more: Partial<VisitView> = {}): VisitView {
  return {
    id,
    household: claes,
    by: "u-koen",
    by_name: "Koen Peeters",
    clock_off_min: null,
    with_name: null,
    channel: "door",
    language: "it",
    started_at: daysAgo(0),
    finished_at: daysAgo(0),
    state: "received",
    flags: [],
    issues: [],
    sections: [
      {
        id: "akkoord",
        label: { nl: "Toestemming" },
        answers: [
          reviewAnswer(
            "akkoord/toestemming",
            "Mag ik noteren wat u vertelt?",
            "Ja",
            {},
            { use_as: "consent" },
          ),
        ],
      },
      {
        id: "welzijn",
        label: { nl: "Hoe gaat het?" },
        answers: [
          reviewAnswer(
            "welzijn/hoe",
            "Hoe gaat het met u?",
            "Slecht",
            {
              answer: {
                value: "slecht",
                refused: false,
                later: false,
                note: "Man overleden in juni. Kinderen wonen in Antwerpen.",
              },
              comments: [
                {
                  path: "welzijn/hoe",
                  text: "Heb je gevraagd naar haar huisarts?",
                  by: "u-els",
                  by_name: "Els Janssen",
                  at: daysAgo(0),
                  receipt: "on_server",
                },
              ],
            },
            { kind: "select_one", choices: FIVE, use_as: "mood" },
          ),
          reviewAnswer("welzijn/bellen", "Wie kan u bellen als er iets is?", "Buurvrouw op nummer 104"),
        ],
      },
      {
        id: "praktisch",
        label: { nl: "Dagelijks leven" },
        answers: [
          reviewAnswer("praktisch/vallen", "Bent u het laatste jaar gevallen?", "Ja, 2 keer", {
            revisions: [
              {
                old: "1",
                old_text: "Ja, 1 keer",
                new_text: "Ja, 2 keer",
                reason: "Dochter wist het beter",
                by_name: "Koen Peeters",
                at: daysAgo(0),
              },
            ],
          }),
          reviewAnswer("praktisch/hulp", "Krijgt u hulp thuis?", "", {
            answer: { value: null, refused: true, later: false, note: null },
          }),
        ],
      },
    ],
    comments: [],
    requests: [],
    mine: false,
    receipt: "on_server",
    ...more,
  };
}

export function visitViews(): VisitView[] {
  const flagged = visitView("v2", {
    flags: ["mood", "form"],
    issues: [{ path: "welzijn/eten", label: { nl: "Eet u elke dag warm?" }, fault: "required" }],
    requests: [helpRow("2")],
  });
  const first = flagged.sections[1]?.answers[0];
  flagged.clock_off_min = 192;
  const third = flagged.sections[2]?.answers[0];
  if (first) first.flagged = true;
  if (third) Object.assign(third, { flagged: true, issues: ["unknown_choice"] });
  return [
    visitView("v1", { household: conti, requests: [helpRow("3")] }),
    flagged,
    visitView("v3", { household: head("h-20", "Hoefstraat", "20", "Familie Kaya") }),
    visitView("v4", {
      household: head("h-33", "Onderwijslaan", "33", "Familie Nowak"),
      with_name: "Meryem Aydın",
    }),
    visitView("v5", { household: head("h-41", "Vennestraat", "41", "Willy Geraerts"), state: "approved" }),
    visitView("v6", { by: "u-meryem", by_name: "Meryem Aydın", mine: true, state: "has_issues" }),
  ];
}

export function reviewHandlers(views: VisitView[] = visitViews()): Handlers {
  const one = (id: string) => {
    const view = views.find((other) => other.id === id);
    if (!view) throw new AppError("not-found");
    return view;
  };
  const answers = (view: VisitView) => view.sections.flatMap((section) => section.answers);
  const row = (view: VisitView): ReviewRow => ({
    visit: view.id,
    household: view.household,
    by_name: view.by_name,
    at: view.finished_at,
    state: view.state,
    flags: view.flags,
    requests: view.requests.length,
    comments: view.comments.length + answers(view).reduce((sum, answer) => sum + answer.comments.length, 0),
  });
  const count = (state: ReviewState) => views.filter((view) => view.state === state).length;
  const textOf = (answer: AnswerView, q: QuestionView) =>
    q.choices.find(({ value }) => value === answer.value)?.label["nl"] ?? String(answer.value ?? "");
  return {
    review_list: ({ filter }) => ({
      rows: views.filter((view) => view.state === filter).map(row),
      received: count("received"),
      has_issues: count("has_issues"),
      approved: count("approved"),
    }),
    visit_view: ({ id }) => one(id),
    set_review: ({ visit, state }) => Object.assign(one(visit), { state }),
    comment: ({ visit, path, text }) => {
      const view = one(visit);
      const comments =
        path === null ? view.comments : (answers(view).find((a) => a.path === path)?.comments ?? []);
      comments.push({
        path,
        text,
        by: "u-meryem",
        by_name: "Meryem Aydın",
        at: new Date().toISOString(),
        receipt: "on_laptop",
      });
      return view;
    },
    approve_unflagged: () => {
      const plain = views.filter((view) => view.state === "received" && view.flags.length === 0);
      for (const view of plain) view.state = "approved";
      return { approved: plain.length };
    },
    my_comments: () => ({ rows: views.filter((view) => view.mine).map(row) }),
    correct_answer: ({ visit, path, answer, reason }) => {
      const view = one(visit);
      const corrected = answers(view).find((a) => a.path === path);
      if (!corrected) throw new AppError("not-found");
      const old_text = corrected.text["nl"] ?? "";
      const new_text = textOf(answer, corrected.question);
      corrected.revisions.push({
        old: corrected.answer.value,
        old_text,
        new_text,
        reason,
        by_name: "Meryem Aydın",
        at: new Date().toISOString(),
      });
      corrected.answer = answer;
      corrected.text = { nl: new_text };
      return view;
    },
  };
}

export function roundsHandlers(): Handlers {
  const streets = [
    {
      street: "Hoefstraat",
      rows: [
        row(head("h-5", "Hoefstraat", "5", "Ria Vanhees")),
        row(head("h-14", "Hoefstraat", "14", "Giuseppe Ferraro"), { state: "visited" }),
      ],
    },
    {
      street: "Vennestraat",
      rows: [
        row(head("h-98", "Vennestraat", "98", "Familie Conti")),
        row(head("h-106", "Vennestraat", "106", null), { state: "not_home" }),
        row(head("h-110", "Vennestraat", "110", "Familie Yıldız")),
        row(head("h-111", "Vennestraat", "111", "Jan Maes"), { state: "no_visit" }),
      ],
    },
  ];
  let rounds: RoundView[] = [
    {
      id: "ro-1",
      day: "2026-11-24",
      name: "Vennestraat, even nummers",
      neighbourhood: "winterslag",
      assignee: "u-meryem",
      assignee_name: "Meryem Aydın",
      households: streets.flatMap(({ rows }) => rows.map((row) => row.household)),
    },
  ];
  return {
    rounds: ({ day }) => ({ rounds: rounds.filter((round) => day === null || round.day === day) }),
    households: ({ text }) => {
      const wanted = (text ?? "").toLowerCase();
      const found = streets
        .map(({ street, rows }) => ({
          street,
          rows: rows.filter(({ household }) =>
            `${street} ${household.name ?? ""}`.toLowerCase().includes(wanted),
          ),
        }))
        .filter(({ rows }) => rows.length);
      return { streets: found, total: found.reduce((sum, { rows }) => sum + rows.length, 0) };
    },
    make_round: (input) => {
      const all = streets.flatMap(({ rows }) => rows.map((row) => row.household));
      rounds = [
        ...rounds,
        {
          ...input,
          id: `ro-${rounds.length + 1}`,
          assignee_name: "Meryem Aydın",
          households: all.filter(({ id }) => input.households.includes(id)),
        },
      ];
      return { rounds: rounds.filter(({ day }) => day === input.day) };
    },
    add_to_round: ({ round, household }) => {
      const known = streets.flatMap(({ rows }) => rows.map((row) => row.household));
      const added = known.filter(({ id }) => id === household);
      rounds = rounds.map((r) => (r.id === round ? { ...r, households: [...r.households, ...added] } : r));
      return { rounds };
    },
    remove_from_round: ({ round, household }) => {
      const without = (r: RoundView) => r.households.filter(({ id }) => id !== household);
      rounds = rounds.map((r) => (r.id === round ? { ...r, households: without(r) } : r));
      return { rounds };
    },
    withdraw_round: ({ id }) => {
      rounds = rounds.filter((round) => round.id !== id);
      return { rounds };
    },
    import_addresses: ({ csv, confirm }) => {
      const lines = csv.trim().split("\n").slice(1);
      const first = lines.map((line, index) => ({ row: index + 2, cells: line.split(/[;,]/) }));
      const problems = first
        .filter(({ cells }) => !cells[1])
        .map(({ row }) => ({ row, column: "number", code: "missing-field" }));
      return {
        missing: [],
        columns: ["street", "number", "neighbourhood"],
        first,
        new: lines.length - problems.length,
        known: 0,
        problems,
        imported: confirm,
      };
    },
  };
}

export function dutyHandlers(): Handlers {
  return {
    danger_notes: () => ({
      rows: [
        {
          id: "d1",
          household: claes,
          at: daysAgo(1),
          by_name: "Koen Peeters",
          called: ["101", "duty"],
          not_called_because: null,
          note: "Zoon dreigde met een mes. Politie kwam na 10 minuten.",
          receipt: "on_server",
        },
        {
          id: "d2",
          household: conti,
          at: daysAgo(0),
          by_name: "Meryem Aydın",
          called: [],
          not_called_because: "Ruzie was al voorbij.",
          note: null,
          receipt: "on_laptop",
        },
      ],
    }),
  };
}
