//! One filling-in of a form: takes answers, says what is relevant, required, allowed and computed.
//!
//! A new run has no repeat instances: the caller adds them with keys of its own. The instances of a counted repeat have
//! the keys `1`, `2`, …; when the count falls, the answers of the surplus are kept in the draft and left out of states
//! and submission, and are there again when it rises.

mod change;
mod choices;
mod compute;
mod errors;
mod findings;
mod plant;
mod states;
mod triggers;

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

pub use errors::EvaluationError;
pub use findings::{Fault, Finding};

use crate::answers::{Answer, Answers};
use crate::expr::eval::Memory;
use crate::expr::tree::{NodeId, Tree};
use crate::form::{Form, Texts};

/// The most instances of one repeat; a form that asks for more gets this many.
pub const MAX_INSTANCES: usize = 1_000;

/// What comes from outside the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Env {
    /// The moment, with the offset of the place.
    pub now: DateTime<FixedOffset>,
    /// Who fills the form in.
    pub username: String,
    /// On which laptop.
    pub device_id: String,
    /// Where `uuid()` and `random()` begin.
    pub random_seed: u64,
}

/// One filling-in of a form.
#[derive(Debug)]
pub struct Run {
    form: Arc<Form>,
    env: Env,
    /// The language of the labels that expressions read.
    language: String,
    answers: Answers,
    tree: Tree,
    /// The nodes of each definition, in no particular order.
    by_def: Vec<Vec<NodeId>>,
    /// The node of each instance path.
    by_path: HashMap<Arc<str>, NodeId>,
    /// What each calculation of a question that is shown gave last, by instance path.
    computed: HashMap<String, String>,
    /// What each question that triggers others held last, by instance path.
    watched: HashMap<String, String>,
    memory: Memory,
    /// How many cells were computed since the run began.
    computed_cells: u64,
    /// Why expressions have no value now, by node, definition and column.
    errors: RefCell<BTreeMap<(NodeId, usize, &'static str), String>>,
}

/// The state of one node: a question, note, calculation, group or repeat instance.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeState {
    /// The path of the instance: `hulpvraag[0191f0]/hv_categorie`.
    pub path: String,
    /// The path of its definition: `hulpvraag[]/hv_categorie`.
    pub question: String,
    /// Whether it is a question, a group or an instance of a repeat.
    pub kind: NodeKind,
    /// Whether it is to be shown and sent, what is around it included.
    pub relevant: bool,
    /// Whether an answer is demanded.
    pub required: bool,
    /// Whether it may not be changed.
    pub read_only: bool,
    /// The answer as given, whether relevant or not.
    pub answer: Option<Answer>,
    /// The value as the form sees it: computed, or the answer less what a choice filter hides.
    pub value: String,
    /// The values of the choices that the filter leaves; absent for what has no choices.
    pub choices: Option<Vec<String>>,
    /// What is wrong; never anything for what is not relevant.
    pub problem: Option<Violation>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NodeKind {
    /// Anything with one value.
    Question,
    /// A group.
    Group,
    /// One instance of a repeat.
    Instance,
}

/// What is wrong with a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Violation {
    /// An answer is demanded and there is none.
    Required,
    /// The answer breaks the form's constraint.
    Constraint,
    /// The answer is of another type than the question, or no choice of it.
    Type,
}

/// Why a change was refused; nothing changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetError {
    /// The form has no such place, or the repeat has no such instance.
    #[error("there is nothing at {0}")]
    UnknownPath(String),
    /// The value does not fit the question.
    #[error("this is no answer for {0}")]
    WrongType(String),
    /// The value is not one of the choices.
    #[error("{value} is no choice of {path}")]
    UnknownChoice {
        /// The question.
        path: String,
        /// The value.
        value: String,
    },
    /// Notes, calculations and metadata take no answer; counted repeats no instances.
    #[error("{0} takes no answer")]
    NotAnswerable(String),
    /// The key cannot be used, or is in use.
    #[error("{0} cannot be the key of a new instance")]
    BadKey(String),
    /// The repeat is full.
    #[error("{0} has {MAX_INSTANCES} instances")]
    TooMany(String),
}

/// A text ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// The text, with the values of other questions in it.
    pub text: String,
    /// The language that it is in.
    pub language: String,
    /// Whether that is not the language asked for.
    pub fell_back: bool,
}

impl Run {
    /// A new run: defaults and metadata are filled in.
    #[must_use]
    pub fn new(form: Arc<Form>, env: Env) -> Self {
        let mut run = Run::start(form, Answers::default(), env);
        run.fill_new();
        run.watch();
        run
    }

    /// Goes on with answers of before, which are taken as they are: what does not fit is reported by [`Run::nodes`],
    /// and what the form does not know stays in [`Run::answers`].
    #[must_use]
    pub fn start(form: Arc<Form>, answers: Answers, env: Env) -> Self {
        let mut run = Run {
            tree: Tree::default(),
            by_def: Vec::new(),
            by_path: HashMap::new(),
            computed: HashMap::new(),
            watched: HashMap::new(),
            memory: Memory::default(),
            computed_cells: 0,
            errors: RefCell::default(),
            language: form.default_language.clone(),
            form,
            env,
            answers,
        };
        run.plant();
        run.compute_all();
        run.watch();
        run
    }

    /// The form.
    #[must_use]
    pub fn form(&self) -> &Arc<Form> {
        &self.form
    }

    /// Everything that was answered, relevant or not.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// How many cells (the relevance, count or value of one definition, in all its instances) were computed so far: what
    /// a change costs.
    #[must_use]
    pub fn computed_cells(&self) -> u64 {
        self.computed_cells
    }

    /// Moves the clock, and computes what follows from it.
    pub fn set_now(&mut self, now: DateTime<FixedOffset>) {
        self.env.now = now;
        self.compute_all();
    }

    /// Chooses the language of the labels that expressions read (`jr:choice-name`, `jr:itext`) from here on. What was
    /// computed in another language stays until it is computed again, as in the reference engines.
    pub fn set_language(&mut self, language: &str) {
        if self.language != language {
            language.clone_into(&mut self.language);
            self.relabel();
        }
    }

    /// A text in this language, or else in the default one, with the values of other questions put in as seen from `path`.
    #[must_use]
    pub fn text(&self, texts: &Texts, path: &str, language: &str) -> Shown {
        let default = &self.form.default_language;
        let (found, text) = texts
            .get_key_value(language)
            .or_else(|| texts.get_key_value(default))
            .or_else(|| texts.iter().next())
            .map_or((language, ""), |(language, text)| (language.as_str(), text.as_str()));
        Shown { text: self.fill_in(text, path), language: found.to_owned(), fell_back: found != language }
    }
}
