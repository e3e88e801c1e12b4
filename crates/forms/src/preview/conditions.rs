//! Expressions in words, as far as words go.

use super::words::Words;
use crate::expr::ast::{Axis, Expr, Op, Path, Start, Test};
use crate::expr::format_number;
use crate::expr::functions::Function;
use crate::{Choice, Form, Texts};

/// The longest label that is quoted whole, in characters.
const QUOTED: usize = 60;

/// Where conditions are told: in which language, with which words.
#[derive(Clone, Copy)]
pub(super) struct Teller<'f> {
    pub form: &'f Form,
    pub language: &'f str,
    pub words: &'static Words,
    /// The choices of the question that the condition stands at: what `.` is compared with.
    pub own: &'f [Choice],
}

impl Teller<'_> {
    /// The expression as part of a sentence; nothing when there are no words for some of it.
    pub(super) fn tell(&self, expr: &Expr) -> Option<String> {
        match expr {
            Expr::Number(number) => Some(format_number(*number)),
            Expr::Text(text) => Some(self.quoted(text)),
            Expr::Negate(inner) => Some(format!("−{}", self.held(inner)?)),
            Expr::Chain(first, rest) => self.chain(first, rest),
            Expr::Call(function, args) => self.call(*function, args),
            Expr::Path(path) => self.path(path),
        }
    }

    /// A part of something longer: between parentheses where it is long itself.
    fn held(&self, expr: &Expr) -> Option<String> {
        let told = self.tell(expr)?;
        let is_long = matches!(expr, Expr::Chain(_, rest) if !rest.iter().all(|(op, _)| is_comparison(*op)));
        Some(if is_long { format!("({told})") } else { told })
    }

    fn chain(&self, first: &Expr, rest: &[(Op, Expr)]) -> Option<String> {
        if let [(op, second)] = rest
            && is_comparison(*op)
        {
            return self.comparison(first, *op, second);
        }
        let mut told = self.held(first)?;
        for (op, next) in rest {
            let between = match op {
                Op::Or => self.words.or,
                Op::And => self.words.and,
                Op::Add => "+",
                Op::Subtract => "−",
                Op::Multiply => "×",
                Op::Divide => "÷",
                _ => return None,
            };
            told = format!("{told} {between} {}", self.held(next)?);
        }
        Some(told)
    }

    fn comparison(&self, left: &Expr, op: Op, right: &Expr) -> Option<String> {
        let subject = self.held(left)?;
        if *right == Expr::Text(String::new()) {
            return match op {
                Op::Equal => Some(format!("{subject} {}", self.words.is_empty)),
                Op::NotEqual => Some(format!("{subject} {}", self.words.is_filled)),
                _ => None,
            };
        }
        let object = match right {
            Expr::Text(value) => self.choice(left, value).unwrap_or_else(|| self.quoted(value)),
            _ => self.held(right)?,
        };
        let verb = match op {
            Op::Equal => self.words.is,
            Op::NotEqual => self.words.is_not,
            Op::Less => self.words.less,
            Op::LessOrEqual => self.words.at_most,
            Op::Greater => self.words.more,
            _ => self.words.at_least,
        };
        Some(format!("{subject} {verb} {object}"))
    }

    fn call(&self, function: Function, args: &[Expr]) -> Option<String> {
        let words = self.words;
        match (function, args) {
            (Function::Not, [inner]) => match inner {
                Expr::Call(Function::Selected, args) => self.selected(args, true),
                _ => Some(format!("{} ({})", words.not, self.tell(inner)?)),
            },
            (Function::Selected, args) => self.selected(args, false),
            (Function::CountSelected, [of]) => Some(format!("{} {}", words.choices_in, self.tell(of)?)),
            (Function::Count, [of]) => Some(format!("{} {}", words.number_of, self.tell(of)?)),
            (Function::Sum, [of]) => Some(format!("{} {}", words.sum_of, self.tell(of)?)),
            (Function::StringLength, [of]) => Some(format!("{} {}", words.length_of, self.tell(of)?)),
            (Function::Today, []) => Some(words.today.to_owned()),
            (Function::Now, []) => Some(words.now.to_owned()),
            (Function::True, []) => Some(words.yes.to_owned()),
            (Function::False, []) => Some(words.no.to_owned()),
            (Function::Number | Function::String | Function::Boolean, [inner]) => self.held(inner),
            _ => None,
        }
    }

    /// `selected(${q}, 'a')`, and `selected('a b', ${q})`: one of several.
    fn selected(&self, args: &[Expr], negated: bool) -> Option<String> {
        let words = self.words;
        match args {
            [Expr::Text(values), of @ Expr::Path(_)] => {
                let values = values.split_whitespace().map(|v| self.choice(of, v).unwrap_or_else(|| self.quoted(v)));
                let values = values.collect::<Vec<_>>().join(&format!(" {} ", words.or));
                Some(format!("{} {} {values}", self.tell(of)?, if negated { words.is_not } else { words.is }))
            }
            [of @ Expr::Path(_), value] => {
                let value = match value {
                    Expr::Text(value) => self.choice(of, value).unwrap_or_else(|| self.quoted(value)),
                    other => self.tell(other)?,
                };
                Some(format!(
                    "{} {} {value}",
                    self.tell(of)?,
                    if negated { words.includes_not } else { words.includes }
                ))
            }
            _ => None,
        }
    }

    fn path(&self, path: &Path) -> Option<String> {
        match (&path.start, path.steps.as_slice()) {
            (Start::Field(def), []) => Some(self.quoted(&self.label(*def))),
            (Start::Context, [step])
                if step.axis == Axis::Itself && step.test == Test::AnyNode && step.predicates.is_empty() =>
            {
                Some(self.words.the_answer.to_owned())
            }
            _ => None,
        }
    }

    fn quoted(&self, text: &str) -> String {
        let [before, after] = self.words.quotes;
        format!("{before}{text}{after}")
    }

    /// What a definition is called in this language, or else its name.
    fn label(&self, def: usize) -> String {
        let def = &self.form.logic.defs[def];
        let items = self.form.walk();
        let item = items.into_iter().find(|item| item.path() == def.path);
        let label = item.and_then(|item| text_in(item.label(), self.language)).filter(|label| !label.trim().is_empty());
        label.map_or_else(|| def.name.clone(), shortened)
    }

    /// What a value is called among the choices of the question that it is compared with.
    fn choice(&self, of: &Expr, value: &str) -> Option<String> {
        let choices = match of {
            Expr::Path(Path { start: Start::Field(def), steps }) if steps.is_empty() => {
                &self.form.question(&self.form.logic.defs[*def].path)?.choices
            }
            _ => self.own,
        };
        let choice = choices.iter().find(|choice| choice.value == value)?;
        text_in(&choice.label, self.language).map(|label| self.quoted(&shortened(label)))
    }
}

/// The text in this language alone.
pub(super) fn text_in<'t>(texts: &'t Texts, language: &str) -> Option<&'t str> {
    texts.get(language).map(String::as_str)
}

fn is_comparison(op: Op) -> bool {
    matches!(op, Op::Equal | Op::NotEqual | Op::Less | Op::LessOrEqual | Op::Greater | Op::GreaterOrEqual)
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    let kept: String = line.chars().take(QUOTED).collect();
    format!("{}…", kept.rsplit_once(' ').map_or(kept.as_str(), |(kept, _)| kept))
}
