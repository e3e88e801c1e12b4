// Invented data for the coordinator's decisions; acts change it.

import { AppError } from "../ipc/backend";
import type { AsideView, DecideView, DoublePair } from "../ipc/bindings.gen";
import type { Handlers } from "./fixtures";
import { phoneChoice } from "./office-desk";
import { daysAgo } from "./office-help";
import { head, row } from "./shapes";

const conti = head("h-98", "Vennestraat", "98", "Familie Conti");

export function aside(id: string, more: Partial<AsideView> = {}): AsideView {
  return {
    id,
    change: `c-${id}`,
    kind: "household",
    deed: "create",
    household: head("h-114", "Vennestraat", "114", "Familie Yıldız", { bus: "2" }),
    reason: "forbidden",
    author_name: "Meryem Aydın",
    mine: false,
    at: daysAgo(1),
    fields: [
      field("street", "Vennestraat", "text"),
      field("number", "114", "text"),
      { ...field("neighbourhood", "winterslag", "neighbourhood"), text: { nl: "Winterslag" } },
      field("people", 4, "number"),
      field("languages", ["tr", "nl"], null),
    ],
    blocked: null,
    decision: null,
    decided_by_name: null,
    decided_at: null,
    note: null,
    ...more,
  };
}

function field(name: string, value: unknown, edit: AsideView["fields"][number]["edit"]) {
  return { field: name, question: null, value, text: null, standing: null, standing_text: null, edit };
}

export function decidedAsides(): AsideView[] {
  return [
    aside("d1", {
      decision: "edited",
      decided_by_name: "Koen Bielen",
      decided_at: daysAgo(0),
      note: "Het nummer is 114.",
    }),
    aside("d2", {
      kind: "resident",
      deed: "set",
      household: conti,
      decision: "rejected",
      decided_by_name: "Koen Bielen",
      decided_at: daysAgo(1),
      note: "Mevrouw belde zelf: dit nummer is oud.",
      fields: [{ ...field("phone", "089 00 00 12", "text"), standing: "089 00 00 98" }],
    }),
  ];
}

export function pair(): DoublePair {
  const first = head("h-40a", "Hoevenzavellaan", "40", "Familie Yıldız", { people: 4, languages: ["tr"] });
  const second = head("h-40b", "Hoevenzavellaan", "40", "Yildiz", { languages: ["tr", "nl"] });
  const emine = { id: "r1", name: "Emine", birth_year: null, phone: null, language: "tr" };
  return {
    first: { row: row(first, { state: "visited" }), residents: [], attempts: 2 },
    second: {
      row: row(second, { note: "Belt stuk, klop luid." }),
      residents: [{ ...emine, receipt: "on_server" }],
      attempts: 0,
    },
  };
}

export function decideView(): DecideView {
  return {
    choices: [phoneChoice()],
    set_aside: [
      aside("a1"),
      aside("a2", {
        kind: "assignment",
        deed: "create",
        reason: "unknown_record",
        fields: [field("day", "2026-11-24", null)],
        blocked: "missing",
      }),
      aside("a3", {
        kind: "help_request_detail",
        household: null,
        reason: "forbidden",
        fields: [],
        blocked: "author_only",
      }),
    ],
    decided: decidedAsides(),
    doubles: [pair()],
    merged: [
      {
        alias: head("h-7b", "Noordlaan", "7", "Fam. Janssen"),
        stays: head("h-7a", "Noordlaan", "7", "Familie Jansen"),
      },
    ],
  };
}

export function decideHandlers(): Handlers {
  let view = decideView();
  const without = (id: string) => (view = { ...view, set_aside: view.set_aside.filter((a) => a.id !== id) });
  return {
    decide: () => view,
    accept_set_aside: ({ id }) => without(id),
    reject_set_aside: ({ id, reason }) => {
      if (!reason) throw new AppError("reason-needed");
      return without(id);
    },
    merge_households: ({ stays, alias }) => {
      const { first, second } = pair();
      const homes = [first.row.household, second.row.household];
      const find = (id: string) => homes.find((home) => home.id === id) ?? conti;
      return (view = {
        ...view,
        doubles: [],
        merged: [...view.merged, { alias: find(alias), stays: find(stays) }],
      });
    },
    lift_alias: ({ id }) => {
      const doubles = id === "h-7b" ? view.doubles : [pair()];
      return (view = { ...view, doubles, merged: view.merged.filter((one) => one.alias.id !== id) });
    },
    keep_apart: ({ apart }) => (view = { ...view, doubles: apart ? [] : [pair()] }),
  };
}
