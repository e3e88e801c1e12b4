//! The last step of reading: every item has its choices, and its texts under the languages of the form.

use super::columns::Languages;
use crate::form::Item;
use crate::logic::Logic;

/// Fills in the choices, and puts texts without a language under the default one, everywhere.
pub(super) fn finish(items: &mut [Item], logic: &Logic, languages: &Languages) {
    for item in items {
        match item {
            Item::Question(question) => {
                question.choices = logic
                    .by_path
                    .get(&question.path)
                    .map(|def| super::questions::choices(logic, *def))
                    .unwrap_or_default();
                if let Some(list) = question.parameters.get("tick_labelset") {
                    question.choices = super::questions::tick_labels(logic, list);
                }
                for texts in [
                    &mut question.label,
                    &mut question.hint,
                    &mut question.guidance,
                    &mut question.required_message,
                    &mut question.constraint_message,
                ] {
                    languages.settle(texts);
                }
                question.choices.iter_mut().for_each(|choice| languages.settle(&mut choice.label));
            }
            Item::Group(group) => {
                languages.settle(&mut group.label);
                languages.settle(&mut group.hint);
                finish(&mut group.items, logic, languages);
            }
            Item::Repeat(repeat) => {
                languages.settle(&mut repeat.label);
                languages.settle(&mut repeat.hint);
                finish(&mut repeat.items, logic, languages);
            }
        }
    }
}
