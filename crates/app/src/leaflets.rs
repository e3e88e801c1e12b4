//! Leaflets: Markdown per language under `locales/<lang>/leaflets`, shown as a tree of allowed blocks.
//!
//! The municipality's facts stand in the text as `{ $phone }` and are filled in from its one file; each is isolated
//! from the direction of the text around it.

use crate::facts::Facts;
use crate::session::{Session, create, new_id};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::NaiveDate;
use domain::entities::LeafletGiven;
use include_dir::{Dir, include_dir};
use pulldown_cmark::{Event as Markdown, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../locales");

/// Languages of the interface and the leaflets, Dutch first.
pub(crate) const LANGUAGES: &[&str] = &["nl", "en", "it", "fr", "tr", "ar"];

/// One leaflet in one language, as its file says.
struct Source {
    head: BTreeMap<String, String>,
    body: &'static str,
}

/// All leaflets that come with the app: id → language → text.
static LEAFLETS: LazyLock<BTreeMap<String, BTreeMap<&'static str, Source>>> = LazyLock::new(|| {
    let mut all: BTreeMap<String, BTreeMap<&'static str, Source>> = BTreeMap::new();
    for language in LANGUAGES {
        let files = LOCALES.get_dir(format!("{language}/leaflets")).map(|d| d.files()).into_iter().flatten();
        for file in files.filter(|f| f.path().extension().is_some_and(|e| e == "md")) {
            let id = file.path().file_stem().map(|s| s.to_string_lossy().into_owned());
            if let (Some(id), Some(source)) = (id, file.contents_utf8().and_then(split)) {
                all.entry(id).or_default().insert(language, source);
            }
        }
    }
    all
});

/// Takes the front matter (`key: value` lines between two lines of `---`) off the text.
fn split(text: &'static str) -> Option<Source> {
    let (head, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    let head = head
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(key, value)| (key.trim().to_owned(), value.trim().trim_matches('"').to_owned()))
        .collect();
    Some(Source { head, body })
}

impl Source {
    fn text(&self, key: &str) -> Option<String> {
        self.head.get(key).filter(|v| !v.is_empty()).cloned()
    }
    fn version(&self) -> u32 {
        self.head.get("version").and_then(|v| v.parse().ok()).unwrap_or(1)
    }
    fn day(&self, key: &str) -> Option<NaiveDate> {
        self.head.get(key)?.parse().ok()
    }
}

/// The title of a leaflet in every language it has.
pub(crate) fn titles(id: &str) -> Texts {
    texts(id, "title")
}

fn texts(id: &str, key: &str) -> Texts {
    let languages = LEAFLETS.get(id).into_iter().flatten();
    languages.filter_map(|(language, source)| Some(((*language).to_owned(), source.text(key)?))).collect()
}

/// The version that is shown in this language, Dutch where there is no translation.
pub(crate) fn version(id: &str, language: &str) -> Option<u32> {
    let all = LEAFLETS.get(id)?;
    all.get(language).or_else(|| all.get("nl")).map(Source::version)
}

pub(crate) fn leaflets(_app: &App, _: Nothing) -> Result<LeafletsView> {
    let rows = LEAFLETS.iter().map(|(id, all)| LeafletRow {
        id: id.clone(),
        title: titles(id),
        summary: texts(id, "summary"),
        expires_on: all.get("nl").and_then(|s| s.day("expires")),
        languages: LANGUAGES.iter().filter(|l| all.contains_key(*l)).map(|l| (*l).to_owned()).collect(),
    });
    Ok(LeafletsView { rows: rows.collect() })
}

pub(crate) fn leaflet(app: &App, input: LeafletInput) -> Result<LeafletView> {
    let session = app.session()?;
    show(&input.id, &input.language, &session.facts()?)
}

fn show(id: &str, wanted: &str, facts: &Facts) -> Result<LeafletView> {
    let all = LEAFLETS.get(id).ok_or_else(Error::not_found)?;
    let dutch = all.get("nl").ok_or_else(Error::not_found)?;
    let found = all.get(wanted);
    let source = found.unwrap_or(dutch);
    let language = if found.is_some() { wanted } else { "nl" };
    let translated_from: u32 = source.head.get("translated_from").and_then(|v| v.parse().ok()).unwrap_or(0);
    Ok(LeafletView {
        id: id.to_owned(),
        language: language.to_owned(),
        direction: direction(language),
        title: source.text("title").unwrap_or_else(|| id.to_owned()),
        version: source.version(),
        blocks: blocks(source.body, facts),
        untranslated: found.is_none(),
        outdated: language != "nl" && translated_from < dutch.version(),
        checked_by: source.text("checked_by"),
        checked_on: source.day("checked_on"),
        expires_on: source.day("expires").or_else(|| dutch.day("expires")),
    })
}

/// Which way a language is written.
pub(crate) fn direction(language: &str) -> Align {
    if language == "ar" { Align::Rtl } else { Align::Ltr }
}

/// What is being read.
#[derive(Default)]
struct Reader {
    blocks: Vec<LeafletBlock>,
    text: Vec<LeafletText>,
    items: Vec<Vec<LeafletText>>,
    contact: Option<Vec<Vec<LeafletText>>>,
    strong: bool,
    in_list: bool,
}

/// Headings, paragraphs, lists, steps and the contact box; anything else loses its mark-up and keeps its words.
fn blocks(markdown: &str, facts: &Facts) -> Vec<LeafletBlock> {
    let mut reader = Reader::default();
    for event in Parser::new(markdown) {
        match event {
            Markdown::Start(Tag::Strong) => reader.strong = true,
            Markdown::End(TagEnd::Strong) => reader.strong = false,
            Markdown::Start(Tag::List(_)) => reader.in_list = true,
            Markdown::Start(Tag::BlockQuote(_)) => reader.contact = Some(Vec::new()),
            Markdown::Text(text) | Markdown::Code(text) => reader.push(&text, facts),
            Markdown::SoftBreak => reader.push(" ", facts),
            Markdown::HardBreak => reader.end_line(),
            Markdown::End(end) => reader.end(end),
            _ => {}
        }
    }
    reader.blocks
}

impl Reader {
    fn push(&mut self, text: &str, facts: &Facts) {
        let strong = self.strong;
        let mut rest = text;
        while let Some((before, name, after)) = next_placeable(rest) {
            if !before.is_empty() {
                self.text.push(LeafletText { text: before.to_owned(), strong, fact: false });
            }
            let value = facts.fact(name).unwrap_or(name).to_owned();
            self.text.push(LeafletText { text: value, strong, fact: true });
            rest = after;
        }
        if !rest.is_empty() {
            self.text.push(LeafletText { text: rest.to_owned(), strong, fact: false });
        }
    }

    /// A line of the contact box ends.
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.text);
        match &mut self.contact {
            Some(lines) if !line.is_empty() => lines.push(line),
            _ => self.text = line,
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => {
                let text = std::mem::take(&mut self.text);
                self.blocks.push(LeafletBlock::Heading { level: level as u8, text });
            }
            TagEnd::Paragraph if self.contact.is_some() => self.end_line(),
            TagEnd::Paragraph if !self.in_list && !self.text.is_empty() => {
                let text = std::mem::take(&mut self.text);
                self.blocks.push(LeafletBlock::Paragraph { text });
            }
            TagEnd::Item => self.items.push(std::mem::take(&mut self.text)),
            TagEnd::List(numbered) => {
                self.in_list = false;
                let items = std::mem::take(&mut self.items);
                self.blocks.push(if numbered { LeafletBlock::Steps { items } } else { LeafletBlock::List { items } });
            }
            TagEnd::BlockQuote(_) => {
                self.end_line();
                if let Some(lines) = self.contact.take() {
                    self.blocks.push(LeafletBlock::Contact { lines });
                }
            }
            _ => {}
        }
    }
}

/// The text before the first `{ $name }`, the name, and the text after it.
fn next_placeable(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (inside, after) = rest.split_once('}')?;
    Some((before, inside.trim().strip_prefix('$')?, after))
}

pub(crate) fn give_leaflet(app: &App, input: GiveLeafletInput) -> Result<LeafletGivenView> {
    let session = app.session()?;
    let version = version(&input.leaflet, &input.language).ok_or_else(Error::not_found)?;
    let given = LeafletGiven {
        household: input.household,
        visit: input.draft,
        leaflet: input.leaflet,
        language: input.language,
        version,
        how: input.how,
        at: app.now_utc(),
        by: session.user,
    };
    match input.draft {
        // In a visit it waits: without consent to note, only a count leaves the laptop.
        Some(draft) => crate::visit::note_leaflet(app, &session, draft, &given)?,
        None => session.write(|w| w.record_change(create(new_id(), &given, given.at)).map(drop))?,
    }
    Ok(given_view(&session, &given))
}

/// How a given leaflet shows.
pub(crate) fn given_view(session: &Session, given: &LeafletGiven) -> LeafletGivenView {
    LeafletGivenView {
        leaflet: given.leaflet.clone(),
        title: titles(&given.leaflet),
        language: given.language.clone(),
        version: given.version,
        how: given.how,
        at: given.at,
        by_name: session.name_of(given.by),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        crate::facts::built_in()
    }

    #[test]
    fn every_shipped_leaflet_is_there_in_six_languages_and_every_fact_is_filled_in() {
        assert!(LEAFLETS.len() >= 4, "at least four leaflets");
        for (id, all) in LEAFLETS.iter() {
            for language in LANGUAGES {
                assert!(all.contains_key(language), "{id} in {language}");
                let view = show(id, language, &facts()).expect("shows");
                assert!(!view.blocks.is_empty(), "{id} in {language} has text");
                let json = serde_json::to_string(&view).expect("json");
                assert!(!json.contains("{ $") && !json.contains("{$"), "{id} in {language}: a fact is missing");
                for name in placeables(all[language].body) {
                    assert!(facts().fact(&name).is_some(), "{id} in {language}: unknown fact {name}");
                }
            }
        }
    }

    fn placeables(mut text: &str) -> Vec<String> {
        let mut names = Vec::new();
        while let Some((_, name, after)) = next_placeable(text) {
            names.push(name.to_owned());
            text = after;
        }
        names
    }

    #[test]
    fn reads_the_allowed_blocks_and_keeps_the_words_of_others() {
        let text = "## Kop\n\nEen **vet** woord, bel { $phone }.\n\n- een\n- twee\n\n1. stap\n\n> Hulp nodig?  \n> Bel ons.\n\n<b>x</b>\n";
        let read = blocks(text, &facts());
        assert!(matches!(&read[0], LeafletBlock::Heading { level: 2, .. }));
        let LeafletBlock::Paragraph { text } = &read[1] else { panic!("a paragraph") };
        assert!(text.iter().any(|t| t.strong && t.text == "vet"));
        assert!(text.iter().any(|t| t.fact && t.text == "089 65 36 00"));
        assert!(matches!(&read[2], LeafletBlock::List { items } if items.len() == 2));
        assert!(matches!(&read[3], LeafletBlock::Steps { items } if items.len() == 1));
        assert!(matches!(&read[4], LeafletBlock::Contact { lines } if lines.len() == 2));
        assert!(!serde_json::to_string(&read).expect("json").contains("<b>"));
    }
}
