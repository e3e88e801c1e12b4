//! How complete each translation of a form is. A text counts where the form has it in any language.

use crate::leaflets::LANGUAGES;
use crate::views::*;
use forms::{Choice, Form, Item, Question, Texts};

/// Most missing texts that are named for a language.
const MAX_NAMED: usize = 100;

/// One text of the form, in whatever languages it has.
struct Slot<'f> {
    kind: FormText,
    row: Option<u32>,
    name: &'f str,
    texts: &'f Texts,
}

/// The form's own languages, then those of the app that it lacks.
pub(super) fn count(form: &Form) -> Vec<LanguageCount> {
    let slots = slots(form);
    let lacking = LANGUAGES.iter().map(|l| (*l).to_owned()).filter(|l| !form.languages.contains(l));
    form.languages.iter().cloned().chain(lacking).map(|language| of_language(form, &slots, language)).collect()
}

fn of_language(form: &Form, slots: &[Slot<'_>], language: String) -> LanguageCount {
    let has = |slot: &&Slot<'_>| slot.texts.get(&language).is_some_and(|t| !t.is_empty());
    let count = |kind| {
        let of_kind = || slots.iter().filter(move |s| s.kind == kind);
        TextCount { have: small(of_kind().filter(has).count()), of: small(of_kind().count()) }
    };
    let missing = || slots.iter().filter(|s| !has(s));
    let named = missing().take(MAX_NAMED).map(|slot| MissingText {
        kind: slot.kind,
        row: slot.row,
        name: slot.name.to_owned(),
        text: slot
            .texts
            .get(&form.default_language)
            .or_else(|| slot.texts.values().next())
            .cloned()
            .unwrap_or_default(),
    });
    LanguageCount {
        labels: count(FormText::Label),
        hints: count(FormText::Hint),
        messages: count(FormText::Message),
        choices: count(FormText::Choice),
        missing: named.collect(),
        missing_count: small(missing().count()),
        language,
    }
}

/// A count for a view.
pub(super) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Every text that a person reads, in the order of the form; a list that several questions share counts once.
fn slots(form: &Form) -> Vec<Slot<'_>> {
    let mut slots = Vec::new();
    let mut lists: Vec<&[Choice]> = Vec::new();
    for item in form.walk() {
        match item {
            Item::Question(q) => {
                of_question(q, &mut slots);
                if !q.choices.is_empty() && !lists.contains(&q.choices.as_slice()) {
                    lists.push(&q.choices);
                }
            }
            Item::Group(g) => {
                slots.push(Slot { kind: FormText::Label, row: Some(g.row), name: &g.name, texts: &g.label });
                slots.push(Slot { kind: FormText::Hint, row: Some(g.row), name: &g.name, texts: &g.hint });
            }
            Item::Repeat(r) => {
                slots.push(Slot { kind: FormText::Label, row: Some(r.row), name: &r.name, texts: &r.label });
                slots.push(Slot { kind: FormText::Hint, row: Some(r.row), name: &r.name, texts: &r.hint });
            }
        }
    }
    let choices = lists.into_iter().flatten();
    slots.extend(choices.map(|c| Slot { kind: FormText::Choice, row: None, name: &c.value, texts: &c.label }));
    slots.retain(|slot| slot.texts.values().any(|text| !text.is_empty()));
    slots
}

fn of_question<'f>(q: &'f Question, slots: &mut Vec<Slot<'f>>) {
    let texts = [
        (FormText::Label, &q.label),
        (FormText::Hint, &q.hint),
        (FormText::Hint, &q.guidance),
        (FormText::Message, &q.constraint_message),
        (FormText::Message, &q.required_message),
    ];
    slots.extend(texts.map(|(kind, texts)| Slot { kind, row: Some(q.row), name: &q.name, texts }));
}
