//! Ways to find an item of a form: by its path, its use, or in order.

use std::collections::BTreeMap;

use crate::form::{Form, Group, Item, Kind, Question, Repeat, Texts};

impl Form {
    /// The question with this path of definition (`hulpvraag[]/hv_categorie`) or of an instance (`hulpvraag[0191]/hv_categorie`).
    #[must_use]
    pub fn question(&self, path: &str) -> Option<&Question> {
        let wanted = crate::answers::definition_path(path);
        self.questions().find(|question| question.path == wanted)
    }

    /// Every question in the order of the sheet, those in groups and repeats included.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.walk().into_iter().filter_map(|item| match item {
            Item::Question(question) => Some(&**question),
            _ => None,
        })
    }

    /// Every repeat in the order of the sheet.
    pub fn repeats(&self) -> impl Iterator<Item = &Repeat> {
        self.walk().into_iter().filter_map(|item| match item {
            Item::Repeat(repeat) => Some(&**repeat),
            _ => None,
        })
    }

    /// The first question whose `use` column has this word.
    #[must_use]
    pub fn find_use(&self, key: &str) -> Option<&Question> {
        self.questions().find(|question| has_use(&question.extra, key))
    }

    /// The first repeat whose `use` column has this word.
    #[must_use]
    pub fn find_repeat_use(&self, key: &str) -> Option<&Repeat> {
        self.repeats().find(|repeat| has_use(&repeat.extra, key))
    }

    /// The first group whose `use` column has this word.
    #[must_use]
    pub fn find_group_use(&self, key: &str) -> Option<&Group> {
        self.walk().into_iter().find_map(|item| match item {
            Item::Group(group) if has_use(&group.extra, key) => Some(&**group),
            _ => None,
        })
    }

    /// All items, each before what is in it.
    #[must_use]
    pub fn walk(&self) -> Vec<&Item> {
        let mut found = Vec::new();
        let mut waiting: Vec<&Item> = self.items.iter().rev().collect();
        while let Some(item) = waiting.pop() {
            found.push(item);
            waiting.extend(item.items().iter().rev());
        }
        found
    }
}

fn has_use(extra: &BTreeMap<String, String>, key: &str) -> bool {
    extra.get("use").is_some_and(|words| words.split_whitespace().any(|word| word == key))
}

impl Item {
    /// What is in it; nothing for a question.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        match self {
            Item::Question(_) => &[],
            Item::Group(group) => &group.items,
            Item::Repeat(repeat) => &repeat.items,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Item::Question(question) => &question.name,
            Item::Group(group) => &group.name,
            Item::Repeat(repeat) => &repeat.name,
        }
    }

    /// The path of its definition.
    #[must_use]
    pub fn path(&self) -> &str {
        match self {
            Item::Question(question) => &question.path,
            Item::Group(group) => &group.path,
            Item::Repeat(repeat) => &repeat.path,
        }
    }

    /// Its label.
    #[must_use]
    pub fn label(&self) -> &Texts {
        match self {
            Item::Question(question) => &question.label,
            Item::Group(group) => &group.label,
            Item::Repeat(repeat) => &repeat.label,
        }
    }
}

impl Kind {
    /// Whether a person (or the app) can give the answer.
    #[must_use]
    pub fn is_answerable(&self) -> bool {
        !matches!(self, Kind::Note | Kind::Calculate | Kind::Metadata(_))
    }
}
