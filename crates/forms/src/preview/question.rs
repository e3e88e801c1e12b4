//! One question on the page: its texts, its choices, and what holds for it.

use super::conditions::Teller;
use super::source::source;
use super::words::Words;
use super::{Page, escape, marks};
use crate::expr::ast::Expr;
use crate::expr::format_number;
use crate::expr::functions::Function;
use crate::{Choice, Kind, Metadata, Question};

/// The most choices of one question that are written out.
const CHOICES: usize = 200;

impl Page<'_> {
    pub(super) fn question(&mut self, question: &Question) {
        let is_silent = matches!(question.kind, Kind::Calculate | Kind::Hidden | Kind::Metadata(_));
        self.add(if is_silent {
            "<article class=\"silent\">\n<p class=\"top\">"
        } else {
            "<article>\n<p class=\"top\">"
        });
        if !is_silent {
            self.numbers += 1;
            self.add(&format!("<span class=\"number\">{}</span> ", self.numbers));
        }
        let kind = kind(&question.kind, self.words);
        self.add(&format!("<span class=\"name\">{}</span> <span class=\"type\">{kind}", escape(&question.name)));
        if let Some(range) = &question.range {
            let [start, end, step] = [range.start, range.end, range.step].map(format_number);
            self.add(&format!(" {start}–{end} (± {step})"));
        }
        self.add("</span>");
        let def = self.form.logic.by_path.get(&question.path).map(|def| &self.form.logic.defs[*def]);
        let required = def.and_then(|def| def.required.as_ref());
        if required.is_some_and(is_always) {
            self.add(&format!(" <span class=\"required\">{}</span>", self.words.required));
        }
        if question.read_only {
            self.add(&format!(" <span class=\"required\">{}</span>", self.words.read_only));
        }
        self.add("</p>\n<div class=\"columns\">");
        for language in self.languages.clone() {
            let inside = self.inside(question, language);
            self.add(&format!("<div {}>{inside}</div>", marks(language)));
        }
        self.add("</div>\n</article>\n");
    }

    /// Everything of a question that is in a language.
    fn inside(&self, question: &Question, language: &str) -> String {
        let words = Words::of(language);
        let mut out = String::new();
        if let Some(label) = self.text(&question.label, language) {
            out += &format!("<p class=\"label\">{label}</p>");
        }
        if let Some(hint) = self.text(&question.hint, language) {
            out += &format!("<p class=\"note\">{hint}</p>");
        }
        if let Some(guidance) = self.text(&question.guidance, language) {
            out += &format!("<p class=\"note\">{}: {guidance}</p>", words.guidance);
        }
        if !question.choices.is_empty() {
            out += "<ul>";
            for choice in question.choices.iter().take(CHOICES) {
                let label = self.text(&choice.label, language).unwrap_or_default();
                out += &format!("<li>{label} <span class=\"value\">{}</span></li>", escape(&choice.value));
            }
            if question.choices.len() > CHOICES {
                out += &format!("<li>{} {}</li>", words.and_more, question.choices.len() - CHOICES);
            }
            out += "</ul>";
        }
        out += &self.facts(&question.path, &question.choices, language).unwrap_or_default();
        let messages = [(words.says, &question.constraint_message), (words.says_empty, &question.required_message)];
        let messages = messages.into_iter().filter_map(|(title, texts)| Some((title, self.text(texts, language)?)));
        let messages: String = messages.map(|(title, text)| fact(title, &text)).collect();
        if !messages.is_empty() {
            out += &format!("<dl>{messages}</dl>");
        }
        out
    }

    /// When it is shown, what is demanded of it, and how it is computed; nothing when there is nothing to say.
    pub(super) fn facts(&self, path: &str, own: &[Choice], language: &str) -> Option<String> {
        let words = Words::of(language);
        let def = &self.form.logic.defs[*self.form.logic.by_path.get(path)?];
        let teller = Teller { form: self.form, language, words, own };
        let conditional = def.required.as_ref().filter(|expr| !is_always(expr) && !is_never(expr));
        let facts = [
            (words.shown_if, def.relevant.as_ref()),
            (words.required_if, conditional),
            (words.must, def.constraint.as_ref()),
            (words.choices_if, def.choice_filter.as_ref()),
            (words.times, def.count.as_ref()),
            (words.computed, def.calculation.as_ref()),
        ];
        let told: String = facts
            .into_iter()
            .filter_map(|(title, expr)| expr.map(|expr| (title, expr)))
            .filter_map(|(title, expr)| match teller.tell(expr) {
                Some(told) => Some(fact(title, &escape(&told))),
                // What is the same in every language stands in the first column alone.
                None if language != self.languages[0] => None,
                None => Some(fact(title, &format!("<code>{}</code>", escape(&source(expr, &self.form.logic))))),
            })
            .collect();
        (!told.is_empty()).then(|| format!("<dl>{told}</dl>"))
    }
}

fn fact(title: &str, html: &str) -> String {
    format!("<div><dt>{title}</dt><dd>{html}</dd></div>")
}

fn is_always(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(Function::True, _))
}

fn is_never(expr: &Expr) -> bool {
    matches!(expr, Expr::Call(Function::False, _))
}

fn kind<'w>(kind: &'w Kind, words: &'w Words) -> &'w str {
    match kind {
        Kind::Text => words.text,
        Kind::Integer => words.integer,
        Kind::Decimal => words.decimal,
        Kind::Date | Kind::Metadata(Metadata::Today) => words.date,
        Kind::Time => words.time,
        Kind::DateTime | Kind::Metadata(Metadata::Start | Metadata::End) => words.date_time,
        Kind::Note => words.note,
        Kind::SelectOne => words.one,
        Kind::SelectMultiple => words.several,
        Kind::Acknowledge => words.acknowledge,
        Kind::Range => words.range,
        Kind::Rank => words.rank,
        Kind::Calculate => words.computed,
        Kind::Hidden | Kind::Metadata(_) => words.hidden,
        // The type as the author wrote it; only letters, but from a file.
        Kind::Unsupported(_) => "—",
    }
}
