//! Parses the expressions of every row, once all names are known, and hangs them on their definitions.

use std::collections::BTreeMap;

use super::rows::Row;
use super::types;
use crate::expr::ast::{Expr, Parsed};
use crate::expr::functions::Function;
use crate::expr::lex::{Token, tokens};
use crate::expr::parse::{ParseError, parse};
use crate::form::Kind;
use crate::logic::{Default, Logic};
use crate::problem::Problem;

/// Parses everything that can be parsed; the rest becomes problems.
pub(super) fn attach(rows: &[Row], logic: &mut Logic, problems: &mut Vec<Problem>) {
    for row in rows {
        let Some(def) = row.def.get() else { continue };
        let mut reader = Reader { row, logic, problems };
        let relevant = reader.condition("relevant");
        let required = reader.condition("required");
        let read_only = reader.condition("read_only");
        let constraint = reader.condition("constraint");
        let calculation = reader.expression("calculation");
        let choice_filter = reader.expression("choice_filter");
        let count = reader.expression("repeat_count");
        let default = reader.default(def);
        reader.labels();
        let it = &mut logic.defs[def];
        it.relevant = it.relevant.take().or(relevant);
        (it.required, it.read_only, it.constraint) = (required, read_only, constraint);
        (it.calculation, it.choice_filter, it.count, it.default) = (calculation, choice_filter, count, default);
    }
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
        let mut wrong: Vec<Problem> = Vec::new();
        if let Some(axis) = &parsed.axis {
            let message = format!("In {column}: {axis} is not supported; use ${{name}}.");
            wrong.push(Problem::error("axis-unsupported", message).arg("word", axis));
        }
        parsed.expr.walk(&mut |expr| check_call(expr, column, self.logic, &mut wrong));
        let refused = wrong.iter().any(|p| p.severity == crate::problem::Severity::Error);
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

    /// References in labels and other texts.
    fn labels(&mut self) {
        for (column, texts) in &self.row.cells.texts {
            let mut unknown: BTreeMap<String, ParseError> = BTreeMap::new();
            for text in texts.values() {
                for name in references(text) {
                    if let Err(error) = resolve(self.logic, name) {
                        unknown.insert(name.to_owned(), error);
                    }
                }
            }
            for (name, error) in unknown {
                let problem = Problem::error(error.code(), format!("In {column}: {error}.")).arg("word", name);
                self.problems.push(self.row.place(problem, column));
            }
        }
    }
}

fn check_call(expr: &Expr, column: &str, logic: &Logic, wrong: &mut Vec<Problem>) {
    let Expr::Call(function, args) = expr else { return };
    let name = function.name();
    if !function.arguments().contains(&args.len()) {
        let message = format!("In {column}: {name}() is called with {} arguments.", args.len());
        wrong.push(Problem::error("argument-count", message).arg("word", name));
    }
    match (function, args.as_slice()) {
        (Function::Regex, [_, Expr::Text(pattern)]) => {
            if crate::expr::pattern::compile(pattern).is_err() {
                let message = format!("In {column}: {pattern} is no regular expression that can be used here.");
                wrong.push(Problem::error("regex-invalid", message).arg("word", pattern));
            } else if !(pattern.starts_with('^') && pattern.ends_with('$')) {
                let message = format!("In {column}: the whole answer must match {pattern}; write ^ and $ to say so.");
                wrong.push(Problem::warning("regex-unanchored", message).arg("word", pattern));
            }
        }
        (Function::Instance, [Expr::Text(list)]) if !logic.lists.contains_key(list) => {
            let message = format!("In {column}: there is no list named {list}.");
            wrong.push(Problem::error("unknown-list", message).arg("word", list));
        }
        (Function::Date | Function::DateTime, [Expr::Text(text)])
            if crate::expr::dates::looks_like_date(text) && crate::expr::dates::read(text).is_none() =>
        {
            let message = format!("In {column}: {text} is no date.");
            wrong.push(Problem::error("date-invalid", message).arg("word", text));
        }
        _ => {}
    }
}

/// The definition that `${name}` means.
pub(super) fn resolve(logic: &Logic, name: &str) -> Result<usize, ParseError> {
    match logic.by_name.get(name).map(Vec::as_slice) {
        Some([one]) => Ok(*one),
        Some([_, ..]) => Err(ParseError::AmbiguousName(name.to_owned())),
        _ => Err(ParseError::UnknownName(name.to_owned())),
    }
}

/// The names between `${` and `}` in a text.
pub(super) fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split("${").skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name.trim()))
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
