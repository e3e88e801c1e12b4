//! What surprises authors although it is no error: warnings that need the whole form.

use std::collections::BTreeSet;

use super::columns::Languages;
use super::rows::Row;
use super::types::RowType;
use crate::expr::ast::{Expr, Op, Path, Start};
use crate::expr::functions::Function;
use crate::form::{Kind, Texts};
use crate::logic::{CELLS, Logic, Source};
use crate::problem::Problem;

/// Looks at every row and every list.
pub(super) fn check(
    rows: &[Row],
    choices_sheet: &str,
    logic: &Logic,
    languages: &Languages,
    problems: &mut Vec<Problem>,
) {
    let all = languages.all();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for row in rows.iter().filter(|row| row.kind != RowType::Comment) {
        for (column, texts) in &row.cells.texts {
            if let Some(problem) = untranslated(texts, &all, &languages.default) {
                problems.push(row.place(problem.arg("name", &row.name), column));
            }
        }
        if let Some(list) =
            super::parameters::parse(row.cells.get("parameters")).and_then(|p| p.get("tick_labelset").cloned())
        {
            used.extend(logic.lists.get_key_value(&list).map(|(name, _)| name.as_str()));
        }
        let Some(def) = row.def.get() else { continue };
        let it = &logic.defs[def];
        if let Some(Source::List { name, .. }) = &it.choices {
            used.insert(name);
        }
        for (column, expr) in CELLS.iter().filter_map(|column| Some((column, it.cell(column)?))) {
            expr.walk(&mut |expr| {
                used.extend(list_read(expr));
                problems.extend(compared_as_one(expr, logic).map(|problem| row.place(problem, column)));
            });
        }
        if let Some(relevant) = &it.relevant {
            problems.extend(true_when_empty(relevant, logic).map(|problem| row.place(problem, "relevant")));
            if is_never(relevant, logic) {
                let message = "This is never relevant: no answer makes its condition true.";
                problems
                    .push(row.place(Problem::warning("never-relevant", message).arg("name", &row.name), "relevant"));
            }
        }
    }
    lists(choices_sheet, logic, &used, (&all, &languages.default), problems);
}

fn lists(
    sheet: &str,
    logic: &Logic,
    used: &BTreeSet<&str>,
    (all, default): (&[String], &str),
    problems: &mut Vec<Problem>,
) {
    for (name, list) in logic.lists.iter().filter(|(_, list)| !list.from_file) {
        let first = list.rows.iter().map(|row| row.row).find(|row| *row > 0).unwrap_or_default();
        if !used.contains(name.as_str()) {
            let problem = Problem::warning("list-unused", format!("No question uses the list {name}."));
            problems.push(problem.at(sheet, first).column("list_name").arg("list", name));
        }
        for row in list.rows.iter().filter(|row| row.row > 0) {
            if let Some(problem) = untranslated(&row.label, all, default) {
                problems.push(problem.at(sheet, row.row).column("label").arg("name", &row.value));
            }
        }
    }
}

/// The languages that a text lacks, where it is there in another.
fn untranslated(texts: &Texts, all: &[String], default: &str) -> Option<Problem> {
    let has = |language: &String| texts.contains_key(language) || (language == default && texts.contains_key(""));
    let missing: Vec<&str> = all.iter().filter(|language| !has(language)).map(String::as_str).collect();
    if texts.is_empty() || missing.is_empty() {
        return None;
    }
    let languages = missing.join(", ");
    let message = format!("This text is missing in: {languages}.");
    Some(Problem::warning("translation-missing", message).arg("languages", languages))
}

/// The list that `instance('list')` reads.
fn list_read(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Call(Function::Instance, args) => match args.as_slice() {
            [Expr::Text(list)] => Some(list),
            _ => None,
        },
        _ => None,
    }
}

/// The question that an expression is, and nothing else.
fn field(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Path(Path { start: Start::Field(def), steps }) if steps.is_empty() => Some(*def),
        _ => None,
    }
}

/// A comparison of one question with one text or number.
fn comparison(expr: &Expr) -> Option<(usize, Op, &Expr)> {
    let Expr::Chain(first, rest) = expr else { return None };
    let [(op @ (Op::Equal | Op::NotEqual), second)] = rest.as_slice() else { return None };
    let is_literal = |expr: &Expr| matches!(expr, Expr::Text(_) | Expr::Number(_));
    match (field(first), field(second)) {
        (Some(def), None) if is_literal(second) => Some((def, *op, second)),
        (None, Some(def)) if is_literal(first) => Some((def, *op, first)),
        _ => None,
    }
}

fn is_empty_text(expr: &Expr) -> bool {
    matches!(expr, Expr::Text(text) if text.is_empty())
}

/// `=` on a question of several choices holds only when that choice is the only one.
fn compared_as_one(expr: &Expr, logic: &Logic) -> Option<Problem> {
    let (def, _, other) = comparison(expr)?;
    let it = &logic.defs[def];
    if it.question() != Some(&Kind::SelectMultiple) || is_empty_text(other) {
        return None;
    }
    let message =
        format!("{} can hold several choices; write selected(${{{}}}, …) instead of = or !=.", it.name, it.name);
    Some(Problem::warning("equal-on-several", message).arg("word", &it.name))
}

/// `${x} != 'a'` also holds as long as x is empty, unless the same condition asks for that too.
fn true_when_empty<'e>(relevant: &'e Expr, logic: &'e Logic) -> impl Iterator<Item = Problem> {
    let mut suspects = BTreeSet::new();
    let mut guarded = BTreeSet::new();
    relevant.walk(&mut |expr| match comparison(expr) {
        Some((def, _, other)) if is_empty_text(other) => drop(guarded.insert(def)),
        Some((def, Op::NotEqual, _)) => drop(suspects.insert(def)),
        _ => {
            if let Expr::Call(Function::StringLength | Function::Coalesce, args) = expr {
                guarded.extend(args.first().and_then(field));
            }
        }
    });
    let asked = |def: &usize| logic.defs[*def].question().is_some_and(Kind::is_answerable);
    suspects.into_iter().filter(move |def| !guarded.contains(def) && asked(def)).map(|def| {
        let name = &logic.defs[def].name;
        let message = format!("This also holds while {name} is empty; add: and ${{{name}}} != ''.");
        Problem::warning("true-when-empty", message).arg("word", name)
    })
}

/// Whether a condition is certainly never true; false when that cannot be told.
fn is_never(expr: &Expr, logic: &Logic) -> bool {
    match expr {
        Expr::Number(number) => *number == 0.0,
        Expr::Text(text) => text.is_empty(),
        Expr::Call(Function::False, _) => true,
        Expr::Call(Function::Not, args) => matches!(args.as_slice(), [Expr::Call(Function::True, _)]),
        Expr::Call(Function::Selected, args) => match args.as_slice() {
            [first, Expr::Text(value)] => field(first).is_some_and(|def| is_no_choice(def, value, logic)),
            _ => false,
        },
        Expr::Chain(first, rest) => {
            let parts = || std::iter::once(&**first).chain(rest.iter().map(|(_, part)| part));
            match rest.first().map(|(op, _)| *op) {
                Some(Op::And) => parts().any(|part| is_never(part, logic)) || contradict(parts(), logic),
                Some(Op::Or) => parts().all(|part| is_never(part, logic)),
                Some(Op::Equal) => match comparison(expr) {
                    Some((def, _, Expr::Text(value))) => is_no_choice(def, value, logic),
                    _ => false,
                },
                _ => false,
            }
        }
        _ => false,
    }
}

/// Whether two of the parts want the same question to be two different things.
fn contradict<'e>(parts: impl Iterator<Item = &'e Expr>, logic: &Logic) -> bool {
    let wanted: Vec<(usize, &Expr)> = parts
        .filter_map(comparison)
        .filter(|(def, op, _)| *op == Op::Equal && logic.defs[*def].question() == Some(&Kind::SelectOne))
        .map(|(def, _, value)| (def, value))
        .collect();
    let differs = |a: &(usize, &Expr), b: &(usize, &Expr)| matches!((a.1, b.1), (Expr::Text(x), Expr::Text(y)) if a.0 == b.0 && x != y);
    wanted.iter().enumerate().any(|(index, a)| wanted[index + 1..].iter().any(|b| differs(a, b)))
}

/// Whether a question has choices from the form itself, of which this is none.
fn is_no_choice(def: usize, value: &str, logic: &Logic) -> bool {
    !value.is_empty()
        && logic
            .list_of(def)
            .is_some_and(|(list, column, _)| !list.from_file && !list.rows.iter().any(|row| row.cell(column) == value))
}
