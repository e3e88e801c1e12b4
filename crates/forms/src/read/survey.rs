//! From rows to the tree of items and the definitions behind it: groups, repeats and names. Questions are in `questions`.

use std::collections::{HashMap, HashSet};

use super::columns::Cells;
use super::rows::Row;
use super::types::RowType;
use crate::form::{Group, Item, Kind, Question, Repeat};
use crate::logic::{Def, DefKind, Logic};
use crate::problem::Problem;

/// How deep groups and repeats may be nested.
pub const MAX_DEPTH: usize = 32;

/// An open group or repeat.
struct Open<'r> {
    row: &'r Row,
    def: usize,
    repeat: bool,
    /// Whether its label went to a note inside it.
    table: bool,
    items: Vec<Item>,
    names: Names,
}

/// The names that are taken in one group.
#[derive(Default)]
struct Names {
    exact: HashSet<String>,
    lower: HashSet<String>,
}

/// The table of selects that the rows are in.
pub(super) enum Table {
    None,
    /// It has begun; its first select decides on the list.
    Begun,
    Of(String),
}

pub(super) struct Builder<'b, 'r> {
    pub logic: &'b mut Logic,
    pub problems: &'b mut Vec<Problem>,
    open: Vec<Open<'r>>,
    items: Vec<Item>,
    names: Names,
    repeat_names: HashMap<String, u32>,
    pub table: Table,
    root: &'b str,
    /// Rows that no author wrote, whose expressions are to be parsed too.
    pub generated: Vec<Row>,
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

/// Builds the items of the form and their definitions; `root` is the name of the root.
pub(super) fn build(rows: &[Row], root: &str, logic: &mut Logic, problems: &mut Vec<Problem>) -> (Vec<Item>, Vec<Row>) {
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
        names: Names::default(),
        repeat_names: HashMap::new(),
        table: Table::None,
        root,
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
    if rows.iter().all(|row| row.kind == RowType::Comment) {
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
            RowType::SelectFromFile { kind, file } => self.select_from_file(row, kind, file),
            RowType::CsvExternal | RowType::Comment => {}
            RowType::Setting => {
                let message = "Settings belong on the settings sheet; this row is ignored.";
                self.problems.push(row.place(Problem::warning("setting-in-survey", message), "type"));
            }
            RowType::Refused(name) => {
                let problem = Problem::error("type-unsupported", format!("The type {name} is not supported."));
                self.problems.push(row.place(problem.arg("type", name), "type"));
                self.keep(row, name);
            }
            RowType::Unknown(name) => {
                let problem = Problem::error("unknown-type", format!("There is no type {name}."));
                self.problems.push(row.place(problem.arg("type", name), "type"));
                self.keep(row, name);
            }
        }
    }

    /// The name of a row, checked; notes and audits may go without.
    pub fn name(&mut self, row: &Row) -> Option<String> {
        let kind = row.cells.get("type");
        let name = match (row.name.as_str(), kind) {
            ("", "note") => format!("generated_note_name_{}", row.number),
            ("" | "audit", "audit") => "audit".to_owned(),
            (_, "audit") => {
                let problem = Problem::error("audit-name", "An audit is named audit; leave its name empty.");
                self.problems.push(row.place(problem.arg("name", &row.name), "name"));
                return None;
            }
            ("", _) => {
                self.problems.push(row.place(Problem::error("no-name", "This row has no name."), "name"));
                return None;
            }
            (name, _) => name.to_owned(),
        };
        if !super::is_name(&name) {
            let message = format!("{name} is no name: letters, digits, _ - and . only, and a letter or _ first.");
            self.problems.push(row.place(Problem::error("invalid-name", message).arg("name", &name), "name"));
            return None;
        }
        if name == "meta" {
            let message = "The name meta is taken by the form itself.";
            self.problems.push(row.place(Problem::error("reserved-name", message).arg("name", &name), "name"));
            return None;
        }
        let names = self.open.last_mut().map_or(&mut self.names, |open| &mut open.names);
        if !names.exact.insert(name.clone()) {
            let message = format!("There is already something named {name} here.");
            self.problems.push(row.place(Problem::error("duplicate-name", message).arg("name", &name), "name"));
            return None;
        }
        if !names.lower.insert(name.to_lowercase()) {
            let message = format!("{name} differs from another name here in capitals only.");
            self.problems.push(row.place(Problem::warning("similar-name", message).arg("name", &name), "name"));
        }
        Some(name)
    }

    pub fn define(&mut self, row: &Row, name: &str, kind: DefKind) -> usize {
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

    pub fn push(&mut self, item: Item) {
        self.open.last_mut().map_or(&mut self.items, |open| &mut open.items).push(item);
    }

    fn begin(&mut self, row: &'r Row, repeat: bool) {
        // A group with a wrong name is kept under one of its own, so that what is in it is checked too.
        let name = self.name(row).unwrap_or_else(|| format!("row_{}", row.number));
        if repeat {
            self.repeat_name(row, &name);
            self.with_count(row, &name);
        }
        let def = self.define(row, &name, if repeat { DefKind::Repeat } else { DefKind::Group });
        let table = words(row.cells.get("appearance")).iter().any(|word| word == "table-list");
        self.open.push(Open { row, def, repeat, table, items: Vec::new(), names: Names::default() });
        if table {
            self.table = Table::Begun;
            self.table_heading(row);
        }
    }

    fn repeat_name(&mut self, row: &Row, name: &str) {
        let problem = if name == self.root {
            let message = format!("A repeat cannot be named {name}: that is the name of the whole form.");
            Some(Problem::error("repeat-named-as-root", message))
        } else {
            let first = self.repeat_names.insert(name.to_owned(), row.number);
            first.map(|first| {
                let message = format!("The repeat in row {first} is also named {name}.");
                Problem::error("duplicate-repeat-name", message)
            })
        };
        self.problems.extend(problem.map(|problem| row.place(problem.arg("name", name), "name")));
    }

    /// In a table of selects, label and hint of the group stand in a note of their own.
    fn table_heading(&mut self, row: &Row) {
        let (label, hint) = (row.cells.texts("label"), row.cells.texts("hint"));
        if label.is_empty() && hint.is_empty() {
            return;
        }
        let name = format!("generated_table_list_label_{}", row.number);
        let heading = generated(row, &name, Kind::Note);
        let def = self.define(&heading, &name, DefKind::Question(Kind::Note));
        let path = self.logic.defs[def].path.clone();
        let number = row.number;
        let question = Question { name, path, kind: Kind::Note, row: number, label, hint, ..Question::default() };
        self.push(Item::Question(Box::new(question)));
    }

    /// A count that is more than one reference stands in a calculation of its own, `name_count`.
    fn with_count(&mut self, row: &Row, name: &str) {
        let count = row.cells.get("repeat_count");
        if count.is_empty() || super::parameters::is_reference(count) {
            return;
        }
        let mut counted = generated(row, &format!("{name}_count"), Kind::Calculate);
        counted.cells.known.insert("calculation", count.to_owned());
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
        self.table = Table::None;
        if open.items.is_empty() {
            let problem = Problem::warning("empty-group", format!("This {what} has nothing in it."));
            self.problems.push(open.row.place(problem.arg("name", &open.row.name), "type"));
        }
        let def = &self.logic.defs[open.def];
        let (name, path, cells) = (def.name.clone(), def.path.clone(), &open.row.cells);
        let text = |column: &str| if open.table { crate::form::Texts::new() } else { cells.texts(column) };
        let (label, hint, extra) = (text("label"), text("hint"), cells.extra.clone());
        let (appearance, row, items) = (appearance(cells.get("appearance")), open.row.number, open.items);
        self.push(if repeat {
            let counted = !cells.get("repeat_count").is_empty();
            Item::Repeat(Box::new(Repeat { name, path, row, label, hint, appearance, counted, items, extra }))
        } else {
            Item::Group(Box::new(Group { name, path, row, label, hint, appearance, items, extra }))
        });
    }
}

/// A row that no author wrote, at the place of another.
pub(super) fn generated(row: &Row, name: &str, kind: Kind) -> Row {
    Row {
        sheet: row.sheet.clone(),
        number: row.number,
        kind: RowType::Question(kind),
        name: name.to_owned(),
        cells: Cells::default(),
        def: std::cell::Cell::new(None),
    }
}

pub(super) fn words(cell: &str) -> Vec<String> {
    cell.split_whitespace().map(str::to_owned).collect()
}

/// The words of a group's appearance; a table of selects is a list of fields.
fn appearance(cell: &str) -> Vec<String> {
    let mut words = words(cell);
    if words.iter().any(|word| word == "table-list") {
        words.retain(|word| word != "table-list");
        words.insert(0, "field-list".to_owned());
    }
    words
}
