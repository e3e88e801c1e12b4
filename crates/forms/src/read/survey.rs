//! From rows to the tree of items and the definitions behind it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::columns::{Cells, Languages};
use super::rows::Row;
use super::types::{self, RowType};
use crate::expr::text::plain_number;
use crate::form::{Choice, Group, Item, Kind, Metadata, Question, RangeSpec, Repeat, Texts};
use crate::logic::{Def, DefKind, ListRow, Logic};
use crate::problem::Problem;

/// How deep groups and repeats may be nested.
const MAX_DEPTH: usize = 32;

/// An open group or repeat.
struct Open<'r> {
    row: &'r Row,
    def: usize,
    repeat: bool,
    items: Vec<Item>,
    names: HashSet<String>,
}

struct Builder<'b, 'r> {
    logic: &'b mut Logic,
    problems: &'b mut Vec<Problem>,
    open: Vec<Open<'r>>,
    items: Vec<Item>,
    names: HashSet<String>,
    repeat_names: HashMap<String, u32>,
    /// Rows that no author wrote, whose expressions are to be parsed too.
    generated: Vec<Row>,
}

/// The first row that opens one group or repeat too many.
fn too_deep(rows: &[Row]) -> Option<&Row> {
    let mut depth = 0_usize;
    rows.iter().find(|row| {
        match row.kind {
            RowType::BeginGroup | RowType::BeginRepeat => depth += 1,
            RowType::EndGroup | RowType::EndRepeat => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MAX_DEPTH
    })
}

/// Builds the items of the form and their definitions.
pub(super) fn build(rows: &[Row], logic: &mut Logic, problems: &mut Vec<Problem>) -> (Vec<Item>, Vec<Row>) {
    if let Some(row) = too_deep(rows) {
        let message = format!("Groups and repeats may be nested {MAX_DEPTH} deep.");
        problems.push(row.place(Problem::error("nested-too-deep", message), "type"));
        return (Vec::new(), Vec::new());
    }
    let mut builder = Builder {
        logic,
        problems,
        open: Vec::new(),
        items: Vec::new(),
        names: HashSet::new(),
        repeat_names: HashMap::new(),
        generated: Vec::new(),
    };
    for row in rows {
        builder.row(row);
    }
    while let Some(open) = builder.open.pop() {
        let what = if open.repeat { "repeat" } else { "group" };
        let problem = Problem::error("begin-without-end", format!("This {what} has no end_{what}."));
        builder.problems.push(open.row.place(problem.arg("name", &open.row.name), "type"));
    }
    if rows.is_empty() {
        builder.problems.push(Problem::error("empty-form", "The survey sheet has no questions.").at("survey", 0));
    }
    (builder.items, builder.generated)
}

impl<'r> Builder<'_, 'r> {
    fn row(&mut self, row: &'r Row) {
        match &row.kind {
            RowType::BeginGroup => self.begin(row, false),
            RowType::BeginRepeat => self.begin(row, true),
            RowType::EndGroup => self.end(row, false),
            RowType::EndRepeat => self.end(row, true),
            RowType::Question(kind) => self.question(row, kind.clone(), None),
            RowType::Select { kind, list, or_other } => self.select(row, kind, list, *or_other),
            RowType::SelectFromFile { kind, file } => {
                let message =
                    format!("The choices are in the file {file}, which is not with the form; the list is empty.");
                self.problems.push(row.place(Problem::warning("list-file-missing", message).arg("file", file), "type"));
                self.question(row, kind.clone(), None);
            }
            RowType::Refused(name) => {
                let problem = Problem::error("type-unsupported", format!("The type {name} is not supported."));
                self.problems.push(row.place(problem.arg("type", name), "type"));
            }
            RowType::Unknown(name) => {
                let problem = Problem::error("unknown-type", format!("There is no type {name}."));
                self.problems.push(row.place(problem.arg("type", name), "type"));
            }
        }
    }

    /// The name of a row, checked; notes may go without.
    fn name(&mut self, row: &Row) -> Option<String> {
        let generated = match row.kind {
            RowType::Question(Kind::Note) => Some(format!("generated_note_name_{}", row.number)),
            _ => None,
        };
        let name = match (row.name.is_empty(), generated) {
            (false, _) => row.name.clone(),
            (true, Some(generated)) => generated,
            (true, None) => match row.cells.get("type") {
                "audit" => "audit".to_owned(),
                _ => {
                    self.problems.push(row.place(Problem::error("no-name", "This row has no name."), "name"));
                    return None;
                }
            },
        };
        let mut chars = name.chars();
        let good = chars.next().is_some_and(crate::expr::lex::is_name_start) && chars.all(crate::expr::lex::is_name);
        if !good {
            let message = format!("{name} is no name: letters, digits, _ - and . only, and a letter or _ first.");
            self.problems.push(row.place(Problem::error("invalid-name", message).arg("name", &name), "name"));
            return None;
        }
        if name == "meta" && self.open.is_empty() {
            let message = "The name meta is taken by the form itself.";
            self.problems.push(row.place(Problem::error("reserved-name", message).arg("name", &name), "name"));
            return None;
        }
        let names = self.open.last_mut().map_or(&mut self.names, |open| &mut open.names);
        if !names.insert(name.to_lowercase()) {
            let message = format!("There is already something named {name} here.");
            self.problems.push(row.place(Problem::error("duplicate-name", message).arg("name", &name), "name"));
            return None;
        }
        Some(name)
    }

    fn define(&mut self, row: &Row, name: &str, kind: DefKind) -> usize {
        let brackets = if kind == DefKind::Repeat { "[]" } else { "" };
        let parent = self.open.last().map(|open| open.def);
        let path = match parent {
            Some(parent) => format!("{}/{name}{brackets}", self.logic.defs[parent].path),
            None => format!("{name}{brackets}"),
        };
        let def = self.logic.add(Def::new(name, path, parent, kind));
        row.def.set(Some(def));
        def
    }

    fn push(&mut self, item: Item) {
        self.open.last_mut().map_or(&mut self.items, |open| &mut open.items).push(item);
    }

    fn begin(&mut self, row: &'r Row, repeat: bool) {
        // A group with a wrong name is kept under one of its own, so that what is in it is checked too.
        let name = self.name(row).unwrap_or_else(|| format!("row_{}", row.number));
        if repeat && let Some(first) = self.repeat_names.insert(name.clone(), row.number) {
            let message = format!("The repeat in row {first} is also named {name}.");
            self.problems.push(row.place(Problem::error("duplicate-repeat-name", message).arg("name", &name), "name"));
        }
        if repeat {
            self.with_count(row, &name);
        }
        let def = self.define(row, &name, if repeat { DefKind::Repeat } else { DefKind::Group });
        self.open.push(Open { row, def, repeat, items: Vec::new(), names: HashSet::new() });
    }

    /// A count that is more than one reference stands in a calculation of its own, `name_count`.
    fn with_count(&mut self, row: &Row, name: &str) {
        let count = row.cells.get("repeat_count");
        let is_reference = count.starts_with("${") && count.find('}') == Some(count.len() - 1);
        if count.is_empty() || is_reference {
            return;
        }
        let mut cells = Cells::default();
        cells.known.insert("calculation", count.to_owned());
        let counted = Row {
            name: format!("{name}_count"),
            cells,
            def: std::cell::Cell::new(None),
            kind: RowType::Question(Kind::Calculate),
            ..row.clone()
        };
        self.question(&counted, Kind::Calculate, None);
        if counted.def.get().is_some() {
            self.generated.push(counted);
        }
    }

    fn end(&mut self, row: &Row, repeat: bool) {
        let what = if repeat { "repeat" } else { "group" };
        if self.open.last().is_none_or(|open| open.repeat != repeat) {
            let problem = Problem::error("end-without-begin", format!("This end_{what} ends no {what} that is open."));
            self.problems.push(row.place(problem, "type"));
            return;
        }
        let Some(open) = self.open.pop() else { return };
        if open.items.is_empty() {
            let problem = Problem::warning("empty-group", format!("This {what} has nothing in it."));
            self.problems.push(open.row.place(problem.arg("name", &open.row.name), "type"));
        }
        let def = &self.logic.defs[open.def];
        let (name, path, cells) = (def.name.clone(), def.path.clone(), &open.row.cells);
        let (label, hint, extra) = (cells.texts("label"), cells.texts("hint"), cells.extra.clone());
        let (appearance, row, items) = (words(cells.get("appearance")), open.row.number, open.items);
        self.push(if repeat {
            let counted = !cells.get("repeat_count").is_empty();
            Item::Repeat(Box::new(Repeat { name, path, row, label, hint, appearance, counted, items, extra }))
        } else {
            Item::Group(Box::new(Group { name, path, row, label, hint, appearance, items, extra }))
        });
    }

    fn question(&mut self, row: &Row, kind: Kind, list: Option<&str>) {
        let Some(name) = self.name(row) else { return };
        self.warn_of_kind(row, &kind);
        let def = self.define(row, &name, DefKind::Question(kind.clone()));
        self.logic.defs[def].list = list.map(str::to_owned);
        let cells = &row.cells;
        if kind == Kind::Calculate && cells.get("calculation").is_empty() && cells.get("default").is_empty() {
            self.problems
                .push(row.place(Problem::error("no-calculation", "This calculate has no calculation."), "calculation"));
        }
        if !cells.get("trigger").is_empty() {
            let message = "The column trigger is not supported yet; the calculation follows what it reads.";
            self.problems.push(row.place(Problem::warning("trigger-ignored", message), "trigger"));
        }
        let parameters = parameters(cells.get("parameters"));
        let range = if kind == Kind::Range { Some(self.range(row, &parameters)) } else { None };
        let choices = list.and_then(|list| self.logic.lists.get(list)).map(|rows| rows.iter().map(choice).collect());
        let path = self.logic.defs[def].path.clone();
        self.push(Item::Question(Box::new(Question {
            name,
            path,
            kind,
            row: row.number,
            label: cells.texts("label"),
            hint: cells.texts("hint"),
            guidance: cells.texts("guidance_hint"),
            required_message: cells.texts("required_message"),
            constraint_message: cells.texts("constraint_message"),
            appearance: words(cells.get("appearance")),
            choices: choices.unwrap_or_default(),
            has_choice_filter: !cells.get("choice_filter").is_empty(),
            read_only: types::is_yes(cells.get("read_only")),
            range,
            parameters,
            calculated: !cells.get("calculation").is_empty(),
            extra: cells.extra.clone(),
        })));
    }

    fn warn_of_kind(&mut self, row: &Row, kind: &Kind) {
        let name = match kind {
            Kind::Unsupported(name) => name.as_str(),
            Kind::Metadata(Metadata::Other) => row.cells.get("type"),
            _ => {
                let shown = kind.is_answerable() && *kind != Kind::Hidden || *kind == Kind::Note;
                if shown && row.cells.texts("label").is_empty() && row.cells.get("calculation").is_empty() {
                    let problem = Problem::warning("no-label", "This question has no label.");
                    self.problems.push(row.place(problem.arg("name", &row.name), "label"));
                }
                return;
            }
        };
        let message = format!("There is no widget for {name}; the question is kept and not shown.");
        self.problems.push(row.place(Problem::warning("type-without-widget", message).arg("type", name), "type"));
    }

    fn range(&mut self, row: &Row, parameters: &BTreeMap<String, String>) -> RangeSpec {
        let mut bound = |name: &str, otherwise: f64| match parameters.get(name) {
            None => otherwise,
            Some(text) => plain_number(text).unwrap_or_else(|| {
                let problem = Problem::error("range-invalid", format!("{name} of this range must be a number."));
                self.problems.push(row.place(problem.arg("word", text), "parameters"));
                otherwise
            }),
        };
        let (start, end, step) = (bound("start", 1.0), bound("end", 10.0), bound("step", 1.0));
        if step == 0.0 || step.abs() > (end - start).abs() {
            let problem = Problem::error("range-invalid", "The step of this range must lie between 0 and its width.");
            self.problems.push(row.place(problem.arg("word", row.cells.get("parameters")), "parameters"));
        }
        RangeSpec { start, end, step }
    }

    fn select(&mut self, row: &Row, kind: &Kind, list: &str, or_other: bool) {
        if list.starts_with("${") {
            let problem = Problem::error("select-from-repeat", "Choices from a repeat are not supported.");
            self.problems.push(row.place(problem, "type"));
            return;
        }
        if !self.logic.lists.contains_key(list) {
            let problem = Problem::error("unknown-list", format!("There is no list of choices named {list}."));
            self.problems.push(row.place(problem.arg("word", list), "type"));
            return;
        }
        if *kind == Kind::SelectMultiple {
            let values = self.logic.lists[list].iter().find(|choice| choice.value.contains(char::is_whitespace));
            if let Some(value) = values.map(|choice| choice.value.clone()) {
                let message = format!("The choice '{value}' has a space in it, which select_multiple cannot hold.");
                self.problems.push(row.place(Problem::error("choice-with-space", message).arg("name", value), "type"));
            }
        }
        if or_other {
            self.with_other(row, kind, list);
        } else {
            self.question(row, kind.clone(), Some(list));
        }
    }

    /// `or_other`: one more choice, and a text question for whoever takes it.
    fn with_other(&mut self, row: &Row, kind: &Kind, list: &str) {
        let rows = self.logic.lists.entry(list.to_owned()).or_default();
        if !rows.iter().any(|choice| choice.value == "other") {
            let languages: HashSet<String> = rows.iter().flat_map(|choice| choice.label.keys().cloned()).collect();
            let label = languages.into_iter().map(|language| (language, "Other".to_owned())).collect();
            rows.push(ListRow { value: "other".to_owned(), label, columns: BTreeMap::new() });
        }
        self.question(row, kind.clone(), Some(list));
        let Some(asked) = row.def.get() else { return };
        let other = Row { name: format!("{}_other", row.name), def: std::cell::Cell::new(None), ..row.clone() };
        let Some(name) = self.name(&other) else { return };
        let def = self.define(&other, &name, DefKind::Question(Kind::Text));
        let source = format!("selected(${{{}}}, 'other')", row.name);
        self.logic.defs[def].relevant =
            crate::expr::parse::parse(&source, &|_| Ok(asked)).ok().map(|parsed| parsed.expr);
        let path = self.logic.defs[def].path.clone();
        let label: Texts = row.cells.texts("label").into_keys().map(|l| (l, "Specify other.".to_owned())).collect();
        self.push(Item::Question(Box::new(Question { name, path, row: row.number, label, ..Question::default() })));
    }
}

fn choice(row: &ListRow) -> Choice {
    Choice { value: row.value.clone(), label: row.label.clone(), extra: row.columns.clone() }
}

fn words(cell: &str) -> Vec<String> {
    cell.split_whitespace().map(str::to_owned).collect()
}

/// `start=1 end=10, step=1` as pairs.
fn parameters(cell: &str) -> BTreeMap<String, String> {
    let spaced = cell.replace([',', ';'], " ").replace(" =", "=").replace("= ", "=");
    let pairs = spaced.split_whitespace().filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect()
}

/// Puts texts without a language under the default one, everywhere.
pub(super) fn finish(items: &mut [Item], languages: &Languages) {
    for item in items {
        match item {
            Item::Question(question) => {
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
                finish(&mut group.items, languages);
            }
            Item::Repeat(repeat) => {
                languages.settle(&mut repeat.label);
                languages.settle(&mut repeat.hint);
                finish(&mut repeat.items, languages);
            }
        }
    }
}
