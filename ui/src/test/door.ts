// What the core answers on a visitor's invented day.

import { AppError } from "../ipc/backend";
import { FormFixture, questions } from "./door-form";
import { householdView, rows } from "./door-homes";
import { leafletHandlers } from "./door-leaflets";
import type { Handlers } from "./fixtures";
import { WidgetForm } from "./widget-form";
import { at, attempt, head, row } from "./shapes";

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
    const first = all[0]?.household;
    if (id.startsWith("w-") && first) {
      const form = new WidgetForm(id.slice(2), first);
      drafts.set(id, form);
      return form;
    }
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
        head(input.id ?? `h-new-${all.length}`, input.street, input.number, input.name, {
          languages: input.languages,
          bus: input.bus,
        }),
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
      const q = form.questions.find((other) => other.path === node?.question);
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
        range: q.range,
        appearance: q.appearance,
        read_only: node.read_only,
        value: node.value,
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
    ...leafletHandlers(),
  };
}
