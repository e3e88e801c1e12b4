//! The groups and instances around a question, as the headings above it.

use super::state::filled;
use crate::views::Heading;
use forms::{Group, Repeat, Run, Texts};

/// The headings at one place of the form, from outside in.
#[derive(Clone, Default)]
pub(super) struct Headings {
    list: Vec<Heading>,
    /// The section has its own place on the screen.
    in_section: bool,
}

impl Headings {
    pub(super) fn list(&self) -> Vec<Heading> {
        self.list.clone()
    }

    /// Inside a group; one without words adds nothing.
    pub(super) fn with_group(&self, run: &Run, group: &Group, path: &str) -> Self {
        let shown = self.in_section && !group.label.is_empty();
        self.with(shown.then(|| Heading { label: words(run, &group.label, path), number: None }))
    }

    /// Inside an instance: which one, and of how many.
    pub(super) fn with_instance(&self, run: &Run, repeat: &Repeat, path: &str, (number, of): (usize, usize)) -> Self {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let number = Some((small(number), small(of)));
        self.with(Some(Heading { label: words(run, &repeat.label, path), number }))
    }

    fn with(&self, heading: Option<Heading>) -> Self {
        Headings { list: self.list.iter().cloned().chain(heading).collect(), in_section: true }
    }
}

fn words(run: &Run, label: &Texts, path: &str) -> Texts {
    filled(run, label, path).unwrap_or_else(|| label.clone())
}
