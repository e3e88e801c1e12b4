//! Parses the expressions of every row, once all names are known, and hangs them on their definitions.

use super::references::{references, resolve, wrong_references};
use super::rows::Row;
use super::types;
use crate::expr::ast::{Expr, Parsed};
use crate::expr::functions::Function;
use crate::expr::lex::{Token, tokens};
use crate::expr::parse::parse;
use crate::form::Kind;
use crate::logic::{CELLS, Default, LeftOut, Logic, Shuffle, Source};
use crate::problem::{Problem, Severity};

/// Parses everything that can be parsed; the rest becomes problems.
pub(super) fn attach(rows: &[Row], logic: &mut Logic, problems: &mut Vec<Problem>) {
    for row in rows {
        let known = problems.len();
        let mut reader = Reader { row, logic, problems };
        let Some(def) = row.def.get() else {
            reader.all_references();
            if row.kind != types::RowType::Comment {
                reader.triggers();
            }
            continue;
        };
        let relevant = reader.condition("relevant");
        let required = reader.condition("required");
        let read_only = reader.condition("read_only");
        let constraint = reader.condition("constraint").or_else(|| reader.constraint_of_type());
        let calculation = reader.condition("calculation");
        let choice_filter = reader.expression_of("choice_filter", reader.logic.defs[def].choices.is_some());
        let count = reader.expression_of("repeat_count", reader.logic.defs[def].is_repeat());
        let default = reader.default(def);
        let triggers = reader.triggers();
        let shuffle = reader.shuffle();
        let choices = reader.choices(def);
        reader.texts();
        logic.left_out.extend(problems[known..].iter().filter_map(|problem| left_out(def, problem)));
        let it = &mut logic.defs[def];
        it.sources = CELLS.iter().filter_map(|column| Some((*column, row.cells.known.get(column)?.clone()))).collect();
        (it.relevant, it.triggers, it.shuffle, it.choices) = (relevant, triggers, shuffle, choices);
        (it.required, it.read_only, it.constraint) = (required, read_only, constraint);
        (it.calculation, it.choice_filter, it.count, it.default) = (calculation, choice_filter, count, default);
    }
}

/// The expression that an error keeps from being used.
fn left_out(def: usize, problem: &Problem) -> Option<LeftOut> {
    let column = CELLS.into_iter().find(|column| problem.column.as_deref() == Some(column))?;
    let is_error = problem.severity == Severity::Error;
    is_error.then(|| LeftOut { def, column, reason: problem.message.clone() })
}

struct Reader<'r> {
    row: &'r Row,
    logic: &'r Logic,
    problems: &'r mut Vec<Problem>,
}

impl Reader<'_> {
    /// An expression, or one of the words for yes and no.
    fn condition(&mut self, column: &'static str) -> Option<Expr> {
        let cell = self.row.cells.get(column);
        if types::is_yes(cell) {
            Some(Expr::Call(Function::True, Vec::new()))
        } else if types::is_no(cell) {
            Some(Expr::Call(Function::False, Vec::new()))
        } else {
            self.expression(column)
        }
    }

    fn expression(&mut self, column: &'static str) -> Option<Expr> {
        let cell = self.row.cells.get(column);
        (!cell.is_empty()).then(|| self.parse(cell, column)).flatten()
    }

    fn parse(&mut self, source: &str, column: &str) -> Option<Expr> {
        if !self.references(source, column) {
            return None;
        }
        match parse(source, &|name| resolve(self.logic, name)) {
            Ok(parsed) => self.checked(parsed, column),
            Err(error) => {
                let problem = Problem::error(error.code(), format!("In {column}: {error}.")).arg("word", error.word());
                self.problems.push(self.row.place(problem, column));
                None
            }
        }
    }

    /// What the parser accepts and a form may not have.
    fn checked(&mut self, parsed: Parsed, column: &str) -> Option<Expr> {
        let wrong = super::checks::check(&parsed, column, self.logic);
        let refused = wrong.iter().any(|p| p.severity == Severity::Error);
        self.problems.extend(wrong.into_iter().map(|problem| self.row.place(problem, column)));
        (!refused).then_some(parsed.expr)
    }

    fn default(&mut self, def: usize) -> Option<Default> {
        let cell = self.row.cells.get("default");
        if cell.is_empty() {
            return None;
        }
        let kind = self.logic.defs[def].question().cloned().unwrap_or_default();
        if is_computed(cell, &kind) {
            self.parse(cell, "default").map(Default::Computed)
        } else {
            Some(Default::Text(cell.to_owned()))
        }
    }

    /// An expression where the row can have one; elsewhere the cell means nothing, but its references must be good.
    fn expression_of(&mut self, column: &'static str, means_something: bool) -> Option<Expr> {
        if means_something {
            return self.expression(column);
        }
        self.references(self.row.cells.get(column), column);
        None
    }

    /// The references of a row that is no question.
    fn all_references(&mut self) {
        let row = self.row;
        for (column, cell) in
            row.cells.known.iter().filter(|(column, _)| !matches!(**column, "type" | "name" | "trigger"))
        {
            self.references(cell, column);
        }
        self.texts();
    }

    /// The constraint that comes with the type itself.
    fn constraint_of_type(&mut self) -> Option<Expr> {
        types::constraint(self.row.cells.get("type")).and_then(|source| self.parse(source, "type"))
    }

    /// The questions whose change makes the calculation run.
    fn triggers(&mut self) -> Vec<usize> {
        let cell = self.row.cells.get("trigger");
        let mut found = Vec::new();
        for word in cell.split(',').map(str::trim).filter(|_| !cell.is_empty()) {
            if !super::parameters::is_reference(word) {
                let message = "A trigger is one question, or more with commas between: ${a}, ${b}.";
                self.problem(Problem::error("trigger-invalid", message).arg("word", word), "trigger");
                continue;
            }
            if !self.references(word, "trigger") {
                continue;
            }
            for def in references(word).filter_map(|name| resolve(self.logic, name).ok()) {
                let shown = self.logic.defs[def].question().is_some_and(|kind| *kind != Kind::Calculate);
                if shown {
                    found.push(def);
                } else {
                    let message = format!("{word} is not a question that somebody answers, so it cannot be a trigger.");
                    self.problem(Problem::error("trigger-not-shown", message).arg("word", word), "trigger");
                }
            }
        }
        found
    }

    /// The order of choices that are put at random.
    fn shuffle(&mut self) -> Option<Shuffle> {
        let parameters = super::parameters::parse(self.row.cells.get("parameters"))?;
        if parameters.get("randomize").is_none_or(|yes| yes != "true") {
            return None;
        }
        Some(match parameters.get("seed") {
            Some(seed) => Shuffle::Seed(self.parse(seed, "parameters")?),
            None => Shuffle::Run,
        })
    }

    /// Where the choices come from; those from a repeat are known by now.
    fn choices(&mut self, def: usize) -> Option<Source> {
        let source = self.logic.defs[def].choices.clone()?;
        let Source::List { name, .. } = &source else { return Some(source) };
        if !name.starts_with("${") {
            return Some(source);
        }
        if self.logic.defs[def].question() == Some(&Kind::SelectMultiple) {
            let problem = Problem::error(
                "select-multiple-from-repeat",
                "Only select_one and rank can have choices from a repeat.",
            );
            self.problem(problem, "type");
        }
        let known = self.references(name, "type");
        references(name).next().filter(|_| known).and_then(|name| resolve(self.logic, name).ok()).map(Source::Field)
    }

    fn problem(&mut self, problem: Problem, column: &str) {
        self.problems.push(self.row.place(problem, column));
    }

    /// References in labels, other texts and columns of the author's own.
    fn texts(&mut self) {
        let row = self.row;
        for (column, texts) in &row.cells.texts {
            for text in texts.values() {
                self.references(text, column);
            }
        }
        for (column, cell) in &row.cells.extra {
            self.references(cell, column);
        }
    }

    /// Whether every `${name}` in a text is a question; each that is not is a problem.
    fn references(&mut self, text: &str, column: &str) -> bool {
        let wrong = wrong_references(text, column, self.logic);
        let good = wrong.is_empty();
        wrong.into_iter().for_each(|problem| self.problem(problem, column));
        good
    }
}

/// Whether a default is to be computed: a call, a reference, a predicate or arithmetic; but a hyphen in a date is none.
fn is_computed(cell: &str, kind: &Kind) -> bool {
    if cell.contains("${") {
        return true;
    }
    let Ok(words) = tokens(cell) else { return false };
    let hyphens = matches!(kind, Kind::Date | Kind::DateTime | Kind::Unsupported(_));
    let mut previous: Option<&Token> = None;
    for word in &words {
        match word {
            Token::Sign("-") if hyphens => return false,
            // A sign before a number is part of the number.
            Token::Sign("-") if previous.is_none() => {}
            Token::Sign("+" | "-" | "*" | "div" | "mod" | "|" | "[") => return true,
            Token::Sign("(") if matches!(previous, Some(Token::Name(_))) => return true,
            _ => {}
        }
        previous = Some(word);
    }
    false
}
