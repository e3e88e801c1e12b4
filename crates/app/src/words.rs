//! What a field of a record says, in words: names for ids, labels for the values of a form.

use crate::form_view::{answer_text, choice_label, plain, uses};
use crate::session::Session;
use crate::today::find_head;
use crate::views::{HouseholdHead, Texts};
use domain::entities::{ANSWER_PREFIX, Entity, HelpRequest, Neighbourhood, Round, Visit};
use domain::{Body, Kind, RecordId, UserId};
use forms::{Form, Question};
use serde_json::Value;
use std::sync::Arc;

/// The words of one record. Where it knows none, the window shows the value itself.
pub(crate) struct Words<'s> {
    session: &'s Session,
    kind: Kind,
    /// The form of a visit, else the one in use.
    form: Option<Arc<Form>>,
}

impl<'s> Words<'s> {
    pub(crate) fn of(session: &'s Session, kind: &Kind, body: &Body) -> Self {
        let visit = (*kind == Kind::Visit).then(|| Visit::from_body(body).ok()).flatten();
        let form = match &visit {
            Some(visit) => session.form(&visit.form_id, &visit.form_version),
            None => session.current_form(),
        };
        // Without its form a visit shows its values.
        Self { session, kind: kind.clone(), form: form.ok() }
    }

    /// What was asked, for an answer of a visit.
    pub(crate) fn question(&self, field: &str) -> Option<Texts> {
        self.find(field).map(|question| question.label.clone())
    }

    pub(crate) fn value(&self, field: &str, value: &Value) -> Option<Texts> {
        if let Some(question) = self.find(field) {
            let answer: forms::Answer = serde_json::from_value(value.clone()).ok()?;
            let text = answer_text(question, &answer);
            return (!text.is_empty()).then_some(text);
        }
        if let Value::Array(list) = value
            && field == "distinct_from"
        {
            let homes = list.iter().filter_map(|id| self.home(id.as_str()?));
            return Some(plain(&homes.collect::<Vec<_>>().join(", ")));
        }
        let text = value.as_str()?;
        match field {
            "household" | "merged_into" => self.home(text).map(|home| plain(&home)),
            "by" | "with" | "assignee" => {
                let name = self.session.name_of(text.parse::<UserId>().ok()?);
                (!name.is_empty()).then(|| plain(&name))
            }
            "neighbourhood" => {
                let known = self.session.read(|r| r.list::<Neighbourhood>()).ok()?;
                known.into_iter().find(|n| n.value.code == text).map(|n| plain(&n.value.name))
            }
            "category" => Some(choice_label(self.form.as_ref()?, uses::HELP_CATEGORY, text)),
            "detail" if self.kind != Kind::Visit => Some(choice_label(self.form.as_ref()?, uses::HELP_DETAIL, text)),
            "recipient" | "service" => Some(self.session.facts().ok()?.service_name(text)),
            "help_request" => {
                let request = self.session.get::<HelpRequest>(text.parse().ok()?).ok()??;
                Some(choice_label(self.form.as_ref()?, uses::HELP_CATEGORY, &request.category))
            }
            "visit" => {
                let visit = self.session.get::<Visit>(text.parse().ok()?).ok()??;
                self.home(&visit.household.to_string()).map(|home| plain(&home))
            }
            "round" => Some(plain(&self.session.get::<Round>(text.parse().ok()?).ok()??.name)),
            _ => None,
        }
    }

    fn find(&self, field: &str) -> Option<&Question> {
        let path = field.strip_prefix(ANSWER_PREFIX)?;
        self.form.as_ref()?.question(&without_instances(path))
    }

    fn home(&self, id: &str) -> Option<String> {
        let id: RecordId = id.parse().ok()?;
        find_head(self.session, id).ok().flatten().map(|home| address(&home))
    }
}

/// "Vennestraat 112 bus 3"
fn address(home: &HouseholdHead) -> String {
    let bus = home.bus.as_ref().map(|bus| format!(" bus {bus}")).unwrap_or_default();
    format!("{} {}{bus}", home.street, home.number)
}

/// The path of a question, from that of an answer inside repeats: `kinderen[k1]/naam` is asked by `kinderen[]/naam`.
fn without_instances(path: &str) -> String {
    let mut parts = path.split('[');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + "[]" + part.split_once(']').map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_inside_a_repeat_has_the_words_of_its_question() {
        assert_eq!(without_instances("welzijn/hoe"), "welzijn/hoe");
        assert_eq!(without_instances("kinderen[k1]/school[2]/naam"), "kinderen[]/school[]/naam");
    }
}
