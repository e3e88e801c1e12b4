//! A form and a run of it, as the UI shows them.

mod headings;
mod sections;
mod state;

pub(crate) use sections::of as section_of;
pub(crate) use state::{nodes, state, tell_the_author};

use crate::views::*;
use forms::{Answer, Form, Item, Kind, Question, RangeSpec, Repeat, Run, Value};

/// What a question is to the app, by the `use` column of the form (forms/README.md).
pub(crate) mod uses {
    pub(crate) const CHANNEL: &str = "channel";
    pub(crate) const LANGUAGE: &str = "language";
    pub(crate) const INTERPRETER: &str = "interpreter";
    pub(crate) const CONSENT: &str = "consent";
    pub(crate) const MOOD: &str = "mood";
    pub(crate) const HELP_WANTED: &str = "help_wanted";
    pub(crate) const HELP_REQUEST: &str = "help_request";
    pub(crate) const HELP_CATEGORY: &str = "help_category";
    pub(crate) const HELP_DETAIL: &str = "help_detail";
    pub(crate) const HELP_DESCRIPTION: &str = "help_description";
    pub(crate) const HELP_URGENCY: &str = "help_urgency";
    pub(crate) const HELP_SHARE: &str = "help_share";
    pub(crate) const HELP_RECIPIENT: &str = "help_recipient";
    pub(crate) const LEAFLETS: &str = "leaflets";
    pub(crate) const REMARKS: &str = "remarks";
    pub(crate) const FOLLOW_UP: &str = "follow_up";
    pub(crate) const COME_BACK_ON: &str = "come_back_on";
}

/// Values that the app counts on.
pub(crate) const YES: &str = "ja";
pub(crate) const NO: &str = "nee";
const MINOR: &str = "minderjarige";

/// Longest note or text answer, in characters.
pub(crate) const MAX_TEXT_CHARS: usize = 10_000;

/// The fixed part of a form: its questions and their texts.
pub(crate) fn definition(form: &Form) -> FormDefinition {
    FormDefinition {
        id: form.id.clone(),
        version: form.version.clone(),
        title: form.title.clone(),
        default_language: form.default_language.clone(),
        languages: form.languages.clone(),
        questions: form.walk().into_iter().filter_map(|item| asked(form, item)).collect(),
    }
}

/// What a row is to the visitor; nothing for groups and for what is not shown.
fn asked(form: &Form, item: &Item) -> Option<QuestionView> {
    match item {
        Item::Question(q) if is_shown(q) => Some(question(form, q)),
        Item::Repeat(repeat) if has_stop(repeat) => Some(stop(form, repeat)),
        _ => None,
    }
}

/// Whether the visitor sees it at all. A computed value is shown where the form has words for it.
pub(crate) fn is_shown(question: &Question) -> bool {
    match &question.kind {
        Kind::Calculate | Kind::Hidden | Kind::Metadata(_) => false,
        // These record by themselves on a phone; there is nothing to ask.
        Kind::Unsupported(name) => {
            !matches!(name.as_str(), "audit" | "background-audio")
                && !name.starts_with("start-")
                && !name.starts_with("background-")
        }
        _ => !is_heading(question) || !question.label.is_empty(),
    }
}

/// The row above a table of questions: only words, whatever type it has.
fn is_heading(question: &Question) -> bool {
    question.appearance.iter().any(|word| word == "label")
        && matches!(question.kind, Kind::SelectOne | Kind::SelectMultiple)
}

/// Whether the visitor decides how often a repeat is answered, on a page of its own behind its instances. Help requests
/// are added from the side, and a count of the form leaves nothing to decide.
fn has_stop(repeat: &Repeat) -> bool {
    !repeat.counted && repeat.extra.get("use").is_none_or(|u| u != uses::HELP_REQUEST)
}

fn stop(form: &Form, repeat: &Repeat) -> QuestionView {
    QuestionView {
        path: repeat.path.clone(),
        kind: QuestionKind::Repeat,
        label: repeat.label.clone(),
        hint: repeat.hint.clone(),
        guidance: Texts::new(),
        choices: Vec::new(),
        range: None,
        appearance: Vec::new(),
        sensitive: false,
        leaflet: None,
        use_as: None,
        section: section_of(form, &repeat.path),
    }
}

pub(crate) fn question(form: &Form, q: &Question) -> QuestionView {
    QuestionView {
        path: q.path.clone(),
        kind: if is_heading(q) { QuestionKind::Note } else { kind(&q.kind) },
        label: q.label.clone(),
        hint: q.hint.clone(),
        guidance: q.guidance.clone(),
        choices: if q.range.is_none() { options(q) } else { Vec::new() },
        range: q.range.as_ref().map(|r| range(q, r)),
        appearance: q.appearance.clone(),
        sensitive: is_sensitive(q),
        leaflet: q.extra.get("leaflet").cloned(),
        use_as: q.extra.get("use").cloned(),
        section: section_of(form, &q.path),
    }
}

/// A range, with the words that a list of `tick_labelset` gives its ends.
fn range(q: &Question, range: &RangeSpec) -> RangeView {
    let at = |number: f64| q.choices.iter().find(|c| c.value.parse() == Ok(number)).map(|c| c.label.clone());
    RangeView {
        start: range.start,
        end: range.end,
        step: range.step,
        start_label: at(range.start).unwrap_or_default(),
        end_label: at(range.end).unwrap_or_default(),
    }
}

pub(crate) fn options(q: &Question) -> Vec<ChoiceOption> {
    let option = |c: &forms::Choice| ChoiceOption {
        value: c.value.clone(),
        label: c.label.clone(),
        leaflet: c.extra.get("leaflet").cloned(),
    };
    q.choices.iter().map(option).collect()
}

/// The label of a choice; the value itself where there is no such choice.
pub(crate) fn choice_label(form: &Form, use_as: &str, value: &str) -> Texts {
    let found = form.find_use(use_as).and_then(|q| q.choices.iter().find(|c| c.value == value));
    found.map_or_else(|| plain(value), |c| c.label.clone())
}

/// A text that is the same in every language.
pub(crate) fn plain(text: &str) -> Texts {
    Texts::from([("nl".to_owned(), text.to_owned())])
}

pub(crate) fn kind(kind: &Kind) -> QuestionKind {
    match kind {
        Kind::Text => QuestionKind::Text,
        Kind::Integer => QuestionKind::Integer,
        Kind::Decimal => QuestionKind::Decimal,
        Kind::Date => QuestionKind::Date,
        Kind::Time => QuestionKind::Time,
        Kind::DateTime => QuestionKind::DateTime,
        Kind::Note => QuestionKind::Note,
        Kind::SelectOne => QuestionKind::SelectOne,
        Kind::SelectMultiple => QuestionKind::SelectMultiple,
        Kind::Acknowledge => QuestionKind::Acknowledge,
        Kind::Range => QuestionKind::Range,
        Kind::Rank => QuestionKind::Rank,
        Kind::Unsupported(_) => QuestionKind::Unsupported,
        _ => QuestionKind::Hidden,
    }
}

pub(crate) fn is_sensitive(q: &Question) -> bool {
    q.extra.get("sensitive").is_some_and(|v| matches!(v.to_lowercase().as_str(), "yes" | "ja" | "true" | "1"))
}

/// Whether a minor interprets, so that sensitive questions wait.
pub(crate) fn minor_interprets(run: &Run) -> bool {
    text_of(run, uses::INTERPRETER).as_deref() == Some(MINOR)
}

/// Whether the question with this use waits for somebody else to interpret.
pub(crate) fn is_put_off(run: &Run, use_as: &str) -> bool {
    minor_interprets(run) && run.form().find_use(use_as).is_some_and(is_sensitive)
}

/// The answer to the question with this use, as text; none while it does not apply.
pub(crate) fn text_of(run: &Run, use_as: &str) -> Option<String> {
    let path = &run.form().find_use(use_as)?.path;
    let node = run.nodes().into_iter().find(|n| n.relevant && n.question == *path)?;
    node.answer?.value.map(|v| v.to_text()).filter(|t| !t.is_empty())
}

pub(crate) fn answer_view(answer: &Answer) -> AnswerView {
    AnswerView {
        value: answer.value.as_ref().and_then(|v| serde_json::to_value(v).ok()),
        refused: answer.refused,
        later: answer.later,
        note: answer.note.clone(),
    }
}

/// The answer that the UI gave; empty text is no value.
///
/// # Errors
/// `bad-input` for a value that is not text, number or list; `text-too-long` beyond [`MAX_TEXT_CHARS`].
pub(crate) fn answer_from(view: AnswerView) -> crate::Result<Answer> {
    let value = match view.value {
        None | Some(serde_json::Value::Null) => None,
        Some(json) => Some(serde_json::from_value::<Value>(json).map_err(|_| crate::Error::bad_input())?),
    };
    let value = value.filter(|v| !v.to_text().is_empty());
    let note = view.note.filter(|n| !n.trim().is_empty());
    for text in [value.as_ref().map(Value::to_text), note.clone()].into_iter().flatten() {
        if text.chars().count() > MAX_TEXT_CHARS {
            return Err(crate::Error::text_too_long().with("max", MAX_TEXT_CHARS));
        }
    }
    Ok(Answer { value, refused: view.refused, later: view.later, note })
}

/// The leaflet that this answer calls for: of the chosen choice, else of the question where the answer is not "no".
pub(crate) fn leaflet_for(q: &Question, answer: &Answer) -> Option<String> {
    let value = answer.value.as_ref()?;
    let chosen = match value {
        Value::List(list) => list.clone(),
        other => vec![other.to_text()],
    };
    let of_choice =
        q.choices.iter().filter(|c| chosen.contains(&c.value)).find_map(|c| c.extra.get("leaflet").cloned());
    of_choice.or_else(|| q.extra.get("leaflet").filter(|_| chosen != [NO]).cloned())
}

/// The answer in words, by language.
pub(crate) fn answer_text(q: &Question, answer: &Answer) -> Texts {
    let Some(value) = &answer.value else { return Texts::new() };
    let chosen: Vec<String> = match value {
        Value::List(list) => list.clone(),
        other if !q.choices.is_empty() && q.range.is_none() => vec![other.to_text()],
        other => return plain(&other.to_text()),
    };
    let languages: std::collections::BTreeSet<&String> = q.choices.iter().flat_map(|c| c.label.keys()).collect();
    let word = |language: &String, value: &String| {
        let choice = q.choices.iter().find(|c| c.value == *value);
        choice.and_then(|c| c.label.get(language).or_else(|| c.label.get("nl"))).unwrap_or(value).clone()
    };
    let line = |language: &String| chosen.iter().map(|v| word(language, v)).collect::<Vec<_>>().join(", ");
    if languages.is_empty() {
        return plain(&chosen.join(", "));
    }
    languages.into_iter().map(|l| (l.clone(), line(l))).collect()
}
