//! What pictures of the screens need: a municipality with the demonstration's data, the words of a language, and the
//! folder where the pictures lie side by side.

use crate::office::root;
use crate::window::Laptop;
use chrono::Local;
use server::admin::Admin;
use server::{Config, Running, Server, demo};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The languages of the pictures, in the order of the columns.
pub const LANGUAGES: [&str; 2] = ["nl", "ar"];
const DAY: &str = "document.documentElement.dataset.theme = 'light'";
const NIGHT: &str = "document.documentElement.dataset.theme = 'dark'";
/// What the app said last stays for seconds and would lie over the next picture; colours change in steps.
const STILL: &str = "
    document.querySelector('.toast .btn--quiet')?.click();
    const moves = document.getAnimations().some((a) => a instanceof CSSTransition && a.playState === 'running');
    return document.querySelector('.toast') === null && !moves";

/// A server with the demonstration's data of this morning. Stops when dropped.
pub struct DemoTown {
    folder: TempDir,
    address: Option<SocketAddr>,
    running: Option<Running>,
}

impl DemoTown {
    pub fn open() -> Self {
        let mut town = Self { folder: tempfile::tempdir().expect("a folder"), address: None, running: None };
        let config = town.config();
        let admin = Admin::open(&config).expect("a database");
        demo::fill(&admin, &config, Local::now().date_naive()).expect("the demonstration's data");
        town.start();
        town
    }

    fn config(&self) -> Config {
        let config = Config::new(self.folder.path());
        Config { listen: self.address.unwrap_or(config.listen), ..config }
    }

    /// Starts the server, on the port it had before.
    pub fn start(&mut self) {
        let running = Server::start(self.config()).expect("the server starts");
        self.address = Some(running.address);
        self.running = Some(running);
    }

    /// Ends the server; laptops are on their own.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop();
        }
    }

    pub fn url(&self) -> &str {
        &self.running.as_ref().expect("the server runs").url
    }

    /// An enrolment code for somebody of the demonstration.
    pub fn code(&self, user: &str) -> String {
        let admin = &self.running.as_ref().expect("the server runs").admin;
        admin.enrol_code(admin.get_user(user).expect("a known user"), 60).expect("a code")
    }
}

/// The interface's messages in one language, where they are one line without anything to fill in.
pub struct Words(BTreeMap<String, String>);

impl Words {
    pub fn of(language: &str) -> Self {
        let folder = root().join("locales").join(language);
        let files = fs::read_dir(folder).expect("the language's messages").flatten().map(|entry| entry.path());
        let texts = files.filter(|path| path.extension().is_some_and(|e| e == "ftl")).map(fs::read_to_string);
        let mut words = BTreeMap::new();
        for text in texts.map(|text| text.expect("readable messages")) {
            let messages = text.lines().filter_map(|line| line.split_once('='));
            words.extend(messages.map(|(id, text)| (id.trim().to_owned(), text.trim().to_owned())));
        }
        Self(words)
    }

    /// The text of a message.
    #[track_caller]
    pub fn say(&self, id: &str) -> &str {
        let text = self.0.get(id).filter(|text| !text.is_empty() && !text.contains('{'));
        text.unwrap_or_else(|| panic!("{id}: no message of one line"))
    }
}

/// The folder of the pictures.
pub struct Gallery {
    folder: PathBuf,
    pub language: &'static str,
}

impl Gallery {
    pub fn new(folder: &Path, language: &'static str) -> Self {
        Self { folder: folder.to_owned(), language }
    }

    /// Takes a picture of the window, by day.
    #[track_caller]
    pub fn take(&self, laptop: &Laptop, name: &str) {
        self.save(laptop, &format!("{name}.{}.png", self.language));
    }

    /// The same window by night.
    #[track_caller]
    pub fn take_dark(&self, laptop: &Laptop, name: &str) {
        laptop.script(NIGHT, vec![]);
        self.save(laptop, &format!("{name}.{}.dark.png", self.language));
        laptop.script(DAY, vec![]);
    }

    #[track_caller]
    fn save(&self, laptop: &Laptop, file: &str) {
        laptop.wait_until("nothing moves", |page| page.script(STILL, vec![]) == true);
        laptop.screenshot(&self.folder.join(file));
    }
}

/// Removes the pictures of an earlier run: a screen that is gone must not stay in the gallery.
pub fn clear(folder: &Path) {
    for file in list(folder) {
        fs::remove_file(folder.join(file)).expect("a picture that can be removed");
    }
}

/// Writes index.html: a row for each screen, a column for each language.
pub fn write_index(folder: &Path) {
    let files = list(folder);
    // "05-today.nl.dark.png" is the screen "05-today" by night.
    let screens: BTreeSet<(&str, &str)> = files.iter().filter_map(|file| screen_of(file)).collect();
    let mut rows = String::new();
    for (name, look) in screens {
        rows += &format!("<tr><th>{name}{look}</th>");
        for language in LANGUAGES {
            let file = format!("{name}.{language}{look}.png");
            rows += &match files.contains(&file) {
                true => format!("<td><a href=\"{file}\"><img src=\"{file}\" alt=\"{file}\" loading=\"lazy\"></a></td>"),
                false => "<td></td>".to_owned(),
            };
        }
        rows += "</tr>\n";
    }
    let head: String = LANGUAGES.iter().map(|language| format!("<th>{language}</th>")).collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Screens</title>\n\
         <style>body {{ font: 14px sans-serif }} th {{ vertical-align: top; text-align: start; padding: 4px }}\n\
         td {{ width: 46% }} img {{ width: 100%; border: 1px solid #999 }}</style>\n\
         <table><tr><th></th>{head}</tr>\n{rows}</table></html>\n"
    );
    fs::write(folder.join("index.html"), page).expect("an index that can be written");
}

fn screen_of(file: &str) -> Option<(&str, &'static str)> {
    let (name, rest) = file.strip_suffix(".png")?.split_once('.')?;
    Some((name, if rest.ends_with(".dark") { ".dark" } else { "" }))
}

/// The pictures in the folder.
fn list(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).filter(|name| name.ends_with(".png")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_both_languages() {
        let folder = tempfile::tempdir().expect("a folder");
        for file in ["05-today.nl.png", "05-today.ar.png", "05-today.nl.dark.png"] {
            fs::write(folder.path().join(file), "").expect("written");
        }
        write_index(folder.path());
        let page = fs::read_to_string(folder.path().join("index.html")).expect("an index");
        assert_eq!(page.matches("<tr>").count(), 3, "{page}");
        assert_eq!(page.matches("<td></td>").count(), 1, "no Arabic one by night");
        clear(folder.path());
        assert_eq!(list(folder.path()).len(), 0);
    }

    #[test]
    fn words_are_said_in_the_language() {
        assert_eq!(Words::of("nl").say("back"), "Terug");
        assert_ne!(Words::of("ar").say("back"), "Terug");
    }
}
