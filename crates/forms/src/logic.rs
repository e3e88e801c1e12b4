//! The logic of a form: each definition with its expressions, and the order in which they are to be computed.

mod lists;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::expr::ast::Expr;
use crate::expr::functions::Function;
use crate::form::Kind;

pub(crate) use lists::{List, ListRow};

/// The columns that hold expressions.
pub(crate) const CELLS: [&str; 9] = [
    "relevant",
    "required",
    "read_only",
    "constraint",
    "calculation",
    "choice_filter",
    "repeat_count",
    "default",
    "parameters",
];

/// Everything that a run needs beyond the texts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Logic {
    /// Definitions, each after the one that holds it.
    pub defs: Vec<Def>,
    /// Definitions that nothing holds, in order.
    pub top: Vec<usize>,
    pub by_path: HashMap<String, usize>,
    pub by_name: HashMap<String, Vec<usize>>,
    /// Lists of choices by name, and tables from files by the name of the file without its extension.
    pub lists: BTreeMap<String, List>,
    /// What is computed, each after what it reads.
    pub order: Vec<Cell>,
    /// Whether choice filters read each other in a circle, so that no order serves them all.
    pub circular_filters: bool,
    /// For each place in `order`, the places that read it.
    pub readers: Vec<Vec<usize>>,
    /// The place of a cell in `order`.
    pub places: HashMap<Cell, usize>,
    /// For each question that is a trigger, the definitions whose calculations it runs.
    pub triggers: BTreeMap<usize, Vec<usize>>,
    /// Expressions that cannot be used; their definitions are without them.
    pub left_out: Vec<LeftOut>,
    /// For each definition its ancestors from the outermost to itself.
    pub chains: Arc<Vec<Vec<usize>>>,
    pub repeats: Arc<Vec<bool>>,
    /// For each definition the values of its choices in a list, in order.
    pub values: Vec<Vec<String>>,
    /// The lists that expressions walk over: only these have nodes in a run.
    pub walked: BTreeSet<String>,
    /// For each definition its name and path, shared by the nodes of all runs.
    pub texts: Vec<(Arc<str>, Arc<str>)>,
}

/// An expression that cannot be used.
#[derive(Clone, Debug)]
pub(crate) struct LeftOut {
    pub def: usize,
    /// The column of the survey sheet.
    pub column: &'static str,
    /// Why, in English.
    pub reason: String,
}

/// Something that is computed for every instance of a definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Cell {
    /// Whether the definition is relevant.
    Relevant(usize),
    /// How many instances a counted repeat has.
    Count(usize),
    /// Its value: a calculation, or an answer seen through a choice filter.
    Value(usize),
}

/// One definition with its expressions.
#[derive(Clone, Debug)]
pub(crate) struct Def {
    pub name: String,
    pub path: String,
    pub parent: Option<usize>,
    pub children: Vec<usize>,
    pub kind: DefKind,
    pub relevant: Option<Expr>,
    pub required: Option<Expr>,
    pub read_only: Option<Expr>,
    pub constraint: Option<Expr>,
    pub calculation: Option<Expr>,
    pub choice_filter: Option<Expr>,
    pub count: Option<Expr>,
    pub default: Option<Default>,
    /// Where its choices come from; absent for what has none.
    pub choices: Option<Source>,
    /// The order of its choices, where that is not the order of the list.
    pub shuffle: Option<Shuffle>,
    /// What the author wrote in the columns that hold expressions.
    pub sources: BTreeMap<&'static str, String>,
    /// The definitions whose change makes the calculation run; empty when it follows what it reads.
    pub triggers: Vec<usize>,
}

/// Where choices come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// A list: its name, and the columns that hold value and label.
    List { name: String, value: String, label: String },
    /// The answers of a question in all instances of its repeat.
    Field(usize),
}

/// The order of choices that are put at random.
#[derive(Clone, Debug)]
pub(crate) enum Shuffle {
    /// By the seed of the run.
    Run,
    /// By a number, or by another answer.
    Seed(Expr),
}

/// What a definition is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DefKind {
    Question(Kind),
    Group,
    Repeat,
}

/// What a question holds before anyone answers.
#[derive(Clone, Debug)]
pub(crate) enum Default {
    Text(String),
    Computed(Expr),
}

impl Def {
    pub fn new(name: &str, path: String, parent: Option<usize>, kind: DefKind) -> Self {
        Def {
            name: name.to_owned(),
            path,
            parent,
            children: Vec::new(),
            kind,
            relevant: None,
            required: None,
            read_only: None,
            constraint: None,
            calculation: None,
            choice_filter: None,
            count: None,
            default: None,
            choices: None,
            shuffle: None,
            sources: BTreeMap::new(),
            triggers: Vec::new(),
        }
    }

    /// The expression of a column of the survey sheet.
    pub fn cell(&self, column: &str) -> Option<&Expr> {
        match column {
            "relevant" => self.relevant.as_ref(),
            "required" => self.required.as_ref(),
            "read_only" => self.read_only.as_ref(),
            "constraint" => self.constraint.as_ref(),
            "calculation" => self.calculation.as_ref(),
            "choice_filter" => self.choice_filter.as_ref(),
            "repeat_count" => self.count.as_ref(),
            "default" => match &self.default {
                Some(Default::Computed(expr)) => Some(expr),
                _ => None,
            },
            "parameters" => match &self.shuffle {
                Some(Shuffle::Seed(expr)) => Some(expr),
                _ => None,
            },
            _ => None,
        }
    }

    /// The kind of a question.
    pub fn question(&self) -> Option<&Kind> {
        match &self.kind {
            DefKind::Question(kind) => Some(kind),
            _ => None,
        }
    }

    /// Whether its value is its answer as it was given.
    pub fn is_plain(&self) -> bool {
        self.calculation.is_none() && !self.has_changing_choices()
    }

    fn has_changing_choices(&self) -> bool {
        self.choice_filter.is_some() || matches!(self.choices, Some(Source::Field(_)))
    }

    /// Whether its relevance and its value follow from `${name}` and its own answer alone: in an instance of a repeat
    /// these mean what is in that instance, for all that is in the same repeat.
    fn looks_nearby(&self) -> bool {
        let expressions = [&self.relevant, &self.calculation];
        !self.has_changing_choices() && expressions.into_iter().flatten().all(Expr::looks_nearby)
    }

    pub fn is_repeat(&self) -> bool {
        self.kind == DefKind::Repeat
    }
}

impl Logic {
    /// Adds a definition to those of its parent.
    pub fn add(&mut self, def: Def) -> usize {
        let id = self.defs.len();
        match def.parent {
            Some(parent) => self.defs[parent].children.push(id),
            None => self.top.push(id),
        }
        self.by_path.insert(def.path.clone(), id);
        self.by_name.entry(def.name.clone()).or_default().push(id);
        self.defs.push(def);
        id
    }

    /// The list that a definition's choices come from, and the columns of value and label.
    pub fn list_of(&self, def: usize) -> Option<(&List, &str, &str)> {
        match &self.defs.get(def)?.choices {
            Some(Source::List { name, value, label }) => Some((self.lists.get(name)?, value, label)),
            _ => None,
        }
    }

    /// The definition that a name means, when it means one.
    pub fn named(&self, name: &str) -> Option<usize> {
        match self.by_name.get(name).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }

    /// Takes the expression of a column away where there is one, and notes that.
    pub fn leave_out(&mut self, def: usize, column: &'static str, reason: &str) {
        let it = &mut self.defs[def];
        let cell = match column {
            "relevant" => &mut it.relevant,
            "required" => &mut it.required,
            "read_only" => &mut it.read_only,
            "calculation" => &mut it.calculation,
            "repeat_count" => &mut it.count,
            _ => return,
        };
        if cell.take().is_some() {
            self.left_out.push(LeftOut { def, column, reason: reason.to_owned() });
        }
    }

    /// Notes which definitions each trigger runs, in the order of the form.
    pub fn note_triggers(&mut self) {
        for (id, def) in self.defs.iter().enumerate() {
            for trigger in &def.triggers {
                self.triggers.entry(*trigger).or_default().push(id);
            }
        }
    }

    /// Notes what every run needs of the lists and definitions, once these and the expressions are whole.
    pub fn note_for_runs(&mut self) {
        let texts = self.defs.iter().map(|def| (def.name.as_str().into(), def.path.as_str().into()));
        self.texts = texts.collect();
        let values = |def: usize| match self.list_of(def) {
            Some((list, value, _)) => list.rows.iter().map(|row| row.cell(value).to_owned()).collect(),
            None => Vec::new(),
        };
        self.values = (0..self.defs.len()).map(values).collect();
        let names_lists = |expr: &Expr| expr.calls(Function::Instance) || expr.calls(Function::Itext);
        let anywhere = |def: &Def| CELLS.into_iter().filter_map(|cell| def.cell(cell)).any(names_lists);
        self.walked = if self.defs.iter().any(anywhere) {
            // Which one is only known when the expression is computed.
            self.lists.keys().cloned().collect()
        } else {
            let filtered = self.defs.iter().filter(|def| def.choice_filter.is_some());
            let name = |def: &Def| match &def.choices {
                Some(Source::List { name, .. }) => Some(name.clone()),
                _ => None,
            };
            filtered.filter_map(name).collect()
        };
    }

    /// Whether what `reader` reads of `cell` is in its own instance of the repeat that holds both.
    pub fn reads_nearby(&self, reader: Cell, cell: Cell) -> bool {
        let (Cell::Value(by) | Cell::Relevant(by)) = reader else { return false };
        let (Cell::Value(of) | Cell::Relevant(of)) = cell else { return false };
        let repeat = |def: usize| {
            std::iter::successors(self.defs[def].parent, |d| self.defs[*d].parent).find(|d| self.repeats[*d])
        };
        self.defs[by].looks_nearby() && repeat(by) == repeat(of)
    }

    /// Fills in what follows from the definitions alone.
    pub fn seal(&mut self) {
        let chains = (0..self.defs.len()).map(|def| {
            let mut chain: Vec<usize> = std::iter::successors(Some(def), |d| self.defs[*d].parent).collect();
            chain.reverse();
            chain
        });
        self.chains = Arc::new(chains.collect());
        self.repeats = Arc::new(self.defs.iter().map(Def::is_repeat).collect());
    }
}
