//! A form as one page of HTML, in one language or two side by side, for checking a translation before it goes out.
//!
//! The page needs nothing else: no script, no other file. Everything from the form is escaped.

mod conditions;
mod question;
mod source;
mod words;

use std::fmt::Write as _;

use crate::{Form, Item, Texts};
use conditions::text_in;
use words::Words;

/// The page of a form in these languages, the first of which is also that of the page itself.
///
/// # Errors
/// When there is no language, or the form is not in one of them: names those that there are.
pub(crate) fn preview(form: &Form, languages: &[&str]) -> Result<String, String> {
    let languages = languages.iter().map(|wanted| known(form, wanted)).collect::<Result<Vec<&str>, String>>()?;
    let first = *languages.first().ok_or("a preview is in one language or more")?;
    let mut page = Page { form, words: Words::of(first), languages, numbers: 0, out: String::new() };
    page.begin();
    page.items(&form.items, 2);
    page.out.push_str("</main>\n</body>\n</html>\n");
    Ok(page.out)
}

/// The code of a language of the form, by itself or in a header like `Nederlands (nl)`.
fn known<'f>(form: &'f Form, wanted: &str) -> Result<&'f str, String> {
    let code = wanted.rsplit_once('(').map_or(wanted, |(_, rest)| rest.trim_end_matches(')'));
    let found = form.languages.iter().find(|language| *language == wanted || *language == code);
    found
        .map(String::as_str)
        .ok_or_else(|| format!("the form is not in {wanted}; it is in {}", form.languages.join(", ")))
}

/// The page so far.
struct Page<'f> {
    form: &'f Form,
    /// The words of the page itself.
    words: &'static Words,
    languages: Vec<&'f str>,
    /// How many questions have a number.
    numbers: usize,
    out: String,
}

impl Page<'_> {
    fn begin(&mut self) {
        let first = self.languages[0];
        let title = escape(&self.form.title);
        self.add(&format!(
            "<!doctype html>\n<html {}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <style>\n{}</style>\n</head>\n<body style=\"--columns: {}\">\n<header>\n<h1>{title}</h1>\n",
            marks(first),
            include_str!("page.css"),
            self.languages.len(),
        ));
        let version = &self.form.version;
        let version =
            if version.is_empty() { String::new() } else { format!(", {} {}", self.words.version, escape(version)) };
        self.add(&format!("<p class=\"meta\"><code>{}</code>{version}</p>\n", escape(&self.form.id)));
        let all = texts(self.form);
        for language in self.languages.clone() {
            let there = all.iter().filter(|texts| is_in(texts, language)).count();
            let (name, words) = (escape(own_name(language)), self.words.translated);
            self.add(&format!("<p class=\"meta\"><bdi>{name}</bdi>: {there} / {} {words}</p>\n", all.len()));
        }
        self.add("</header>\n<main>\n<div class=\"head columns\">");
        for language in self.languages.clone() {
            self.add(&format!("<div {}>{}</div>", marks(language), escape(own_name(language))));
        }
        self.add("</div>\n");
    }

    fn items(&mut self, items: &[Item], level: usize) {
        for item in items {
            match item {
                Item::Question(question) => self.question(question),
                Item::Group(group) => self.section(item, &group.hint, false, level),
                Item::Repeat(repeat) => self.section(item, &repeat.hint, true, level),
            }
        }
    }

    /// A group or repeat. One without a heading or a condition is only what is in it.
    fn section(&mut self, item: &Item, hint: &Texts, repeated: bool, level: usize) {
        let has_facts = self.facts(item.path(), &[], self.languages[0]).is_some();
        let heading = if level > 3 { 4 } else { level };
        self.add("<section class=\"section\">\n");
        if repeated || has_facts || !item.label().is_empty() {
            self.add("<div class=\"columns\">");
            for language in self.languages.clone() {
                let label = self.text(item.label(), language).unwrap_or_else(|| escape(item.name()));
                self.add(&format!("<div {}><h{heading} class=\"label\">{label}</h{heading}>", marks(language)));
                if let Some(hint) = self.text(hint, language) {
                    self.add(&format!("<p class=\"note\">{hint}</p>"));
                }
                if repeated {
                    self.add(&format!("<p class=\"note\">{}</p>", Words::of(language).repeated));
                }
                let facts = self.facts(item.path(), &[], language).unwrap_or_default();
                self.add(&facts);
                self.add("</div>");
            }
            self.add("</div>\n");
        }
        self.add("<div class=\"inside\">\n");
        self.items(item.items(), level + 1);
        self.add("</div>\n</section>\n");
    }

    /// A text in this language; where it is missing, that is said, with the text that would be shown instead.
    fn text(&self, texts: &Texts, language: &str) -> Option<String> {
        if texts.values().all(|text| text.trim().is_empty()) {
            return None;
        }
        if is_in(texts, language) {
            // A column without a language is in all of them.
            return text_in(texts, language).or_else(|| text_in(texts, "")).map(fill);
        }
        let default = text_in(texts, &self.form.default_language);
        let instead = default.or_else(|| texts.values().map(String::as_str).find(|text| !text.trim().is_empty()))?;
        let missing = Words::of(language).missing;
        Some(format!(
            "<span class=\"missing\">{missing}</span> <span class=\"fallback\" dir=\"auto\">{}</span>",
            fill(instead)
        ))
    }

    fn add(&mut self, html: &str) {
        self.out.push_str(html);
    }
}

/// Whether a text is there in this language.
fn is_in(texts: &Texts, language: &str) -> bool {
    let text = text_in(texts, language).or_else(|| text_in(texts, ""));
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Every text of the form that is there in some language.
fn texts(form: &Form) -> Vec<&Texts> {
    let mut all = Vec::new();
    let mut lists_seen = Vec::new();
    for item in form.walk() {
        all.push(item.label());
        match item {
            Item::Group(group) => all.push(&group.hint),
            Item::Repeat(repeat) => all.push(&repeat.hint),
            Item::Question(question) => {
                all.extend([
                    &question.hint,
                    &question.guidance,
                    &question.required_message,
                    &question.constraint_message,
                ]);
                // Questions may share a list: its texts count once.
                if !lists_seen.contains(&&question.choices) {
                    all.extend(question.choices.iter().map(|choice| &choice.label));
                    lists_seen.push(&question.choices);
                }
            }
        }
    }
    all.retain(|texts| texts.values().any(|text| !text.trim().is_empty()));
    all
}

/// A text for the page, with the references in it set apart.
fn fill(text: &str) -> String {
    let mut parts = text.split("${");
    let mut out = escape(parts.next().unwrap_or_default());
    for part in parts {
        // Writing to a text cannot fail.
        let _ = match part.split_once('}') {
            Some((name, rest)) => write!(out, "<code>${{{}}}</code>{}", escape(name), escape(rest)),
            None => write!(out, "${{{}", escape(part)),
        };
    }
    out
}

/// A text that means nothing to HTML.
fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

/// `lang` and `dir` of an element in this language.
fn marks(language: &str) -> String {
    let direction =
        if matches!(primary(language), "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi") {
            "rtl"
        } else {
            "ltr"
        };
    format!("lang=\"{}\" dir=\"{direction}\"", escape(language))
}

/// The language without its region or script.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or(language)
}

/// What a language calls itself, where that is known here.
fn own_name(language: &str) -> &str {
    match language {
        "nl" => "Nederlands",
        "en" => "English",
        "fr" => "Français",
        "it" => "Italiano",
        "tr" => "Türkçe",
        "ar" => "العربية",
        other => other,
    }
}
