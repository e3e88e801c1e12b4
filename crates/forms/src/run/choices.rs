//! The choices that a question has at one place: from a list or from a repeat, less what a filter hides, in their order.

use super::Run;
use crate::expr::ast::Expr;
use crate::expr::eval::evaluate;
use crate::expr::random::{ParkMiller, seed_of_text};
use crate::expr::text::plain_number;
use crate::expr::tree::NodeId;
use crate::expr::value::Value;
use crate::logic::{Shuffle, Source};

impl Run {
    /// Whether an answer of this definition is the value of a choice.
    pub(super) fn has_choices(&self, def: usize) -> bool {
        self.form.logic.defs[def].choices.is_some()
    }

    /// The values that the choices of a question can have at a node, whatever the filter says.
    pub(super) fn known_values(&self, def: usize, node: NodeId) -> std::borrow::Cow<'_, [String]> {
        match self.form.logic.defs[def].choices {
            Some(Source::Field(field)) => self.repeated(def, field, node).into(),
            _ => self.form.logic.values[def].as_slice().into(),
        }
    }

    /// The values of the choices that the filter leaves, in the order of the list.
    pub(super) fn allowed(&self, def: usize, node: NodeId) -> Vec<String> {
        let it = &self.form.logic.defs[def];
        let name = match &it.choices {
            Some(Source::Field(field)) => return self.repeated(def, *field, node),
            Some(Source::List { name, .. }) => name,
            None => return Vec::new(),
        };
        let Some(filter) = &it.choice_filter else { return self.form.logic.values[def].clone() };
        let root = self.tree.instances.get(name).and_then(|root| self.tree.nodes[*root].children.first());
        let items = root.map_or(&[][..], |root| &self.tree.nodes[*root].children);
        let scope = self.scope(node);
        let mut allowed = Vec::new();
        for (index, (item, value)) in items.iter().zip(&self.form.logic.values[def]).enumerate() {
            let at = scope.at(*item, index + 1, items.len());
            if self.holds(filter, evaluate(filter, at), node) {
                allowed.push(value.clone());
            }
        }
        allowed
    }

    /// The answers of a question in a repeat, those that are empty left out; a filter is asked in each instance. An answer
    /// that was given twice is there twice, as in the reference engines.
    fn repeated(&self, def: usize, field: usize, node: NodeId) -> Vec<String> {
        let answers = self.tree.everywhere(field, node);
        let filter = self.form.logic.defs[def].choice_filter.as_ref();
        let scope = self.scope(node);
        let mut values: Vec<String> = Vec::new();
        for (index, answer) in answers.iter().enumerate() {
            let text = self.tree.text(*answer);
            let item = self.tree.nodes[*answer].parent.unwrap_or(self.tree.top);
            let fits = match filter {
                Some(filter) => {
                    let mut at = scope.at(item, index + 1, answers.len());
                    at.origin = item;
                    self.holds(filter, evaluate(filter, at), node)
                }
                None => !text.is_empty(),
            };
            if fits {
                values.push(text.into_owned());
            }
        }
        values
    }

    fn holds(&self, filter: &Expr, value: Result<Value, String>, node: NodeId) -> bool {
        self.noted(filter, value, node).to_bool(&self.tree)
    }

    /// The choices as they are to be shown: put at random where the form says so.
    pub(super) fn shown_choices(&self, def: usize, node: NodeId) -> Vec<String> {
        let allowed = self.allowed(def, node);
        match &self.form.logic.defs[def].shuffle {
            None => allowed,
            Some(Shuffle::Run) => shuffled(allowed, ParkMiller::new(self.env.random_seed.cast_signed())),
            Some(Shuffle::Seed(expr)) => {
                let text = self.value(expr, node).to_text(&self.tree);
                let seed = match plain_number(&text) {
                    #[expect(
                        clippy::cast_possible_truncation,
                        reason = "a cast saturates, as in the reference engines"
                    )]
                    Some(number) => number as i64,
                    None => seed_of_text(&text),
                };
                shuffled(allowed, ParkMiller::new(seed))
            }
        }
    }
}

/// Fisher and Yates from the inside out, as the reference engines do it.
fn shuffled(values: Vec<String>, mut random: ParkMiller) -> Vec<String> {
    let mut out: Vec<String> = Vec::with_capacity(values.len());
    for (index, value) in values.into_iter().enumerate() {
        let place = random.below(index + 1);
        out.push(value);
        out.swap(place, index);
    }
    out
}
