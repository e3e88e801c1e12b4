//! Questions: from a row to its definition and what the app shows, with choices from lists, files and repeats.

use super::parameters::{self, Parameters};
use super::rows::Row;
use super::survey::{Builder, Table, generated, words};
use super::types;
use crate::form::{Choice, Item, Kind, Metadata, Question, Texts};
use crate::logic::{DefKind, ListRow, Logic, Source};
use crate::problem::Problem;

/// The words of the choice and the question that `or_other` adds.
const OTHER: (&str, &str, &str) = ("other", "Other", "Specify other.");

impl Builder<'_, '_> {
    pub fn question(&mut self, row: &Row, kind: Kind, source: Option<Source>) {
        let Some(name) = self.name(row) else { return };
        self.warn_of_kind(row, &kind);
        if is_shown(row, &kind) && !has_label(row) {
            let problem = Problem::error("no-label", "This question has neither a label nor a hint.");
            self.problems.push(row.place(problem.arg("name", &name), "label"));
        }
        let def = self.define(row, &name, DefKind::Question(kind.clone()));
        let cells = &row.cells;
        if cells.get("type") == "calculate" && cells.get("calculation").is_empty() && cells.get("default").is_empty() {
            let problem = Problem::error("no-calculation", "This calculate has no calculation.");
            self.problems.push(row.place(problem, "calculation"));
        }
        let parameters = self.parameters(row, &kind);
        let range = (kind == Kind::Range).then(|| {
            let (range, wrong) = parameters::range(row, &parameters, self.logic);
            self.problems.extend(wrong);
            range
        });
        let in_table = matches!(self.table, Table::Of(_)) && source.is_some();
        let appearance = if in_table { vec!["list-nolabel".to_owned()] } else { words(cells.get("appearance")) };
        self.logic.defs[def].choices = source;
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
            appearance,
            // Filled in once all rows are read: `or_other` further down may add one.
            choices: Vec::new(),
            has_choice_filter: !cells.get("choice_filter").is_empty(),
            read_only: types::is_yes(cells.get("read_only")),
            range,
            parameters,
            calculated: !cells.get("calculation").is_empty(),
            extra: cells.extra.clone(),
        })));
    }

    /// A row that cannot be asked still has a place for the answers of before.
    pub fn keep(&mut self, row: &Row, type_name: &str) {
        if row.name.is_empty() {
            return;
        }
        let Some(name) = self.name(row) else { return };
        let kind = Kind::Unsupported(type_name.to_owned());
        let def = self.define(row, &name, DefKind::Question(kind.clone()));
        let (path, label, hint) =
            (self.logic.defs[def].path.clone(), row.cells.texts("label"), row.cells.texts("hint"));
        let extra = row.cells.extra.clone();
        let question = Question { name, path, kind, row: row.number, label, hint, extra, ..Question::default() };
        self.push(Item::Question(Box::new(question)));
    }

    fn parameters(&mut self, row: &Row, kind: &Kind) -> Parameters {
        let Some(parameters) = parameters::parse(row.cells.get("parameters")) else {
            let problem =
                Problem::error("parameters-syntax", "Parameters are written as name=value, with spaces between.");
            self.problems.push(row.place(problem.arg("word", row.cells.get("parameters")), "parameters"));
            return Parameters::new();
        };
        let from_file = matches!(row.kind, types::RowType::SelectFromFile { .. });
        self.problems.extend(parameters::check(row, kind, from_file, &parameters));
        parameters
    }

    fn warn_of_kind(&mut self, row: &Row, kind: &Kind) {
        let name = match kind {
            Kind::Unsupported(name) => name.as_str(),
            Kind::Metadata(Metadata::Other) => row.cells.get("type"),
            _ => return,
        };
        let message = format!("There is no widget for {name}; the question is kept and not shown.");
        self.problems.push(row.place(Problem::warning("type-without-widget", message).arg("type", name), "type"));
    }

    pub fn select(&mut self, row: &Row, kind: &Kind, list: &str, or_other: bool) {
        if let Some(name) = list.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')) {
            // The question may stand further down: it is found once all names are known.
            let wanted = format!("${{{}}}", name.trim());
            self.question(
                row,
                kind.clone(),
                Some(Source::List { name: wanted, value: String::new(), label: String::new() }),
            );
            return;
        }
        let Some(found) = self.logic.lists.get(list).filter(|list| !list.from_file) else {
            let problem = Problem::error("unknown-list", format!("There is no list of choices named {list}."));
            self.problems.push(row.place(problem.arg("word", list), "type"));
            self.keep(row, row.cells.get("type"));
            return;
        };
        if !found.translated && found.rows.first().is_some_and(|first| first.label.is_empty()) {
            let message = format!("The first choice of the list {list} has no label.");
            self.problems.push(row.place(Problem::error("list-without-label", message).arg("list", list), "type"));
        }
        if *kind == Kind::SelectMultiple {
            let spaced = found.rows.iter().find(|choice| choice.value.contains(' '));
            if let Some(value) = spaced.map(|choice| choice.value.clone()) {
                let message = format!("The choice '{value}' has a space in it, which select_multiple cannot hold.");
                self.problems.push(row.place(Problem::error("choice-with-space", message).arg("name", value), "type"));
            }
        }
        self.in_table(row, kind, list);
        if or_other {
            self.with_other(row, kind, list);
        } else {
            self.question(row, kind.clone(), Some(listed(list)));
        }
    }

    pub fn select_from_file(&mut self, row: &Row, kind: &Kind, file: &str) {
        let (name, extension) = file.split_once('.').unwrap_or((file, ""));
        if name.is_empty() || !matches!(extension, "csv" | "xml" | "geojson") || file.contains(' ') {
            let message = format!("{file} is not the name of a file of choices, such as cities.csv.");
            self.problems.push(row.place(Problem::error("list-file-name", message).arg("word", file), "type"));
            self.keep(row, row.cells.get("type"));
            return;
        }
        let parameters = parameters::parse(row.cells.get("parameters")).unwrap_or_default();
        let column = |name: &str, otherwise: &str| parameters.get(name).map_or(otherwise, String::as_str).to_owned();
        let (value, label) = (column("value", "name"), column("label", "label"));
        let rows = self.logic.lists.get(name).map_or(&[][..], |list| &list.rows);
        for wanted in [&value, &label] {
            if rows.first().is_some_and(|row| !row.columns.contains_key(wanted)) {
                let message = format!("The file {file} has no column {wanted}.");
                let problem = Problem::error("list-file-column", message).arg("file", file).arg("word", wanted);
                self.problems.push(row.place(problem, "type"));
            }
        }
        self.question(row, kind.clone(), Some(Source::List { name: name.to_owned(), value, label }));
    }

    /// The first select of a table brings a row with the names of the choices; the others have the same list.
    fn in_table(&mut self, row: &Row, kind: &Kind, list: &str) {
        match &self.table {
            Table::None => return,
            Table::Of(first) if first == list => return,
            Table::Of(first) => {
                let message =
                    format!("All questions of a table-list have one list of choices; here {first} and {list}.");
                let problem = Problem::error("table-list-mixed", message).arg("word", list);
                self.problems.push(row.place(problem, "type"));
                return;
            }
            Table::Begun => self.table = Table::Of(list.to_owned()),
        }
        if !row.cells.get("choice_filter").is_empty() {
            let problem =
                Problem::error("table-list-filter", "The first question of a table-list can have no choice filter.");
            self.problems.push(row.place(problem, "choice_filter"));
        }
        let name = format!("reserved_name_for_field_list_labels_{}", row.number);
        let heading = generated(row, &name, kind.clone());
        let def = self.define(&heading, &name, DefKind::Question(kind.clone()));
        self.logic.defs[def].choices = Some(listed(list));
        let path = self.logic.defs[def].path.clone();
        let (kind, appearance, row) = (kind.clone(), vec!["label".to_owned()], row.number);
        let question = Question { name, path, kind, row, appearance, ..Question::default() };
        self.push(Item::Question(Box::new(question)));
    }

    /// `or_other`: one more choice, and a text question for whoever takes it.
    fn with_other(&mut self, row: &Row, kind: &Kind, list: &str) {
        if !row.cells.get("choice_filter").is_empty() {
            let problem = Problem::error("or-other-filter", "or_other does not go with a choice filter.");
            self.problems.push(row.place(problem, "choice_filter"));
        }
        let (value, other, specify) = OTHER;
        let rows = &mut self.logic.lists.entry(list.to_owned()).or_default().rows;
        if !rows.iter().any(|choice| choice.value == value) {
            let languages = rows.iter().flat_map(|choice| choice.label.keys().cloned());
            let label: Texts = languages.map(|language| (language, other.to_owned())).collect();
            if label.len() > 1 {
                let message = "or_other adds a choice and a question in English; write them out to translate them.";
                self.problems.push(row.place(Problem::warning("or-other-untranslated", message), "type"));
            }
            rows.push(ListRow { value: value.to_owned(), label, ..ListRow::default() });
        }
        self.question(row, kind.clone(), Some(listed(list)));
        if row.def.get().is_none() {
            return;
        }
        let mut asked = generated(row, &format!("{}_other", row.name), Kind::Text);
        asked.cells.known.insert("relevant", format!("selected(../{}, 'other')", row.name));
        let label = row.cells.texts("label").into_keys().map(|language| (language, specify.to_owned())).collect();
        asked.cells.texts.insert("label", label);
        self.question(&asked, Kind::Text, None);
        self.generated.push(asked);
    }
}

/// Whether somebody sees the question: what is computed and has no label is not shown.
fn is_shown(row: &Row, kind: &Kind) -> bool {
    let silent = match kind {
        Kind::Calculate | Kind::Hidden | Kind::Metadata(_) => true,
        Kind::Unsupported(name) => matches!(name.as_str(), "audit" | "start-geopoint" | "background-audio"),
        _ => false,
    };
    let cells = &row.cells;
    let bare = cells.texts("label").is_empty() && cells.texts("hint").is_empty();
    !silent && !(bare && !(cells.get("calculation").is_empty() && cells.get("trigger").is_empty()))
}

fn has_label(row: &Row) -> bool {
    let cells = &row.cells;
    let has = |column: &str| !cells.texts(column).is_empty();
    has("label") || has("hint") || cells.media || cells.get("appearance") == "label"
}

/// The choices of a list of the choices sheet.
fn listed(list: &str) -> Source {
    Source::List { name: list.to_owned(), value: "name".to_owned(), label: "label".to_owned() }
}

/// The choices of a definition, before any filter.
pub(super) fn choices(logic: &Logic, def: usize) -> Vec<Choice> {
    let Some((list, value, label)) = logic.list_of(def) else { return Vec::new() };
    let choice = |row: &ListRow| Choice {
        value: row.cell(value).to_owned(),
        label: row.label(label),
        extra: row.columns.clone(),
    };
    list.rows.iter().map(choice).collect()
}

/// The words at the ticks of a range; the value of each is its number.
pub(super) fn tick_labels(logic: &Logic, list: &str) -> Vec<Choice> {
    let rows = logic.lists.get(list).map_or(&[][..], |list| &list.rows);
    let choice =
        |row: &ListRow| Choice { value: row.cell("name").to_owned(), label: row.label("label"), ..Choice::default() };
    rows.iter().map(choice).collect()
}
