//! Pictures of every screen, in the folder that `SCREENS_DIR` names: `cargo xtask screens`.
//!
//! A walk through the demonstration in each language, from the first start to the coordinator's desk. It checks
//! nothing but that every screen is reached; people look at the pictures.

use serde_json::json;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tests::gallery::{DemoTown, Gallery, LANGUAGES, Words, clear, write_index};
use tests::office::PASSPHRASE;
use tests::sheets::{base64, visit_form, workbook};
use tests::window::Laptop;

const RELOAD: &str = "window.isOld = true; setTimeout(() => location.reload(), 20)";
/// The questions between the consent and the last page, with the keys that answer them: who interprets, who is there,
/// how it goes, what is difficult, no help wanted; leaflets and remarks stay empty; no new appointment.
const ANSWERS: [&[&str]; 8] = [&["2"], &["1"], &["4"], &["5"], &["2"], &["3"], &[], &["3"]];
/// Puts a file into the field for files.
const CHOOSE: &str = "
    const [name, base64] = arguments;
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    const field = document.querySelector('input[type=file]');
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }))";
const ADDRESSES: &str = "straat,nummer,bus,wijk
Noordlaan,201,,winterslag
Noordlaan,203,2,winterslag
Vennestraat,112,,winterslag
Noordlaan,zeven,,winterslag
Noordlaan,209,,sledderlo";

/// A spreadsheet in which a name is mistyped and a list is missing.
fn broken_form() -> Vec<u8> {
    workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label::Nederlands (nl)", "relevant", "kleur"],
                &["text", "slaap", "Slaapt u goed?", "", "blauw"],
                &["text", "waarom", "Wat houdt u wakker?", "${slapt} = 'neen'"],
                &["select_one uren", "uren", "Hoeveel uren?"],
            ],
        ),
        ("settings", &[&["form_id", "version"], &["hoe_gaat_het", "2099010101"]]),
    ])
}

/// Where the pictures go; none where nobody asked for them.
fn folder() -> Option<PathBuf> {
    std::env::var_os("SCREENS_DIR").map(PathBuf::from)
}

#[test]
#[ignore = "needs a display"]
fn every_screen() {
    let Some(folder) = folder() else { return };
    clear(&folder);
    let complaints: Vec<String> = LANGUAGES.iter().flat_map(|language| in_language(&folder, language)).collect();
    write_index(&folder);
    complaints.iter().for_each(|complaint| println!("before {complaint}"));
}

/// Takes the pictures, and returns what the windows complained of, each with the picture before which it was.
fn in_language(folder: &Path, language: &'static str) -> Vec<String> {
    let mut town = DemoTown::open();
    let (words, gallery) = (Words::of(language), Gallery::new(folder, language));
    let meryem = Walk::start("Meryem", language, &words, &gallery);
    meryem.first_start(&town, "Meryem Aydın", true);
    meryem.unlock();
    meryem.today();
    meryem.visit();
    meryem.second_visit();
    meryem.quick_note();
    meryem.danger();
    meryem.leaflets();
    meryem.help();
    meryem.settings();

    let koen = Walk::start("Koen", language, &words, &gallery);
    koen.first_start(&town, "Koen Bielen", false);
    koen.review();
    meryem.comments();
    koen.board();
    koen.lists();
    koen.danger_notes();
    koen.forms();
    meryem.add_elsewhere();
    koen.decide();

    town.stop();
    meryem.sending();
    [meryem, koen].into_iter().flat_map(|walk| walk.complaints.into_inner()).collect()
}

/// Somebody's way through the app in one language. Buttons and fields are named by their messages' ids.
struct Walk<'a> {
    laptop: Laptop,
    words: &'a Words,
    gallery: &'a Gallery,
    complaints: RefCell<Vec<String>>,
}

impl<'a> Walk<'a> {
    fn start(name: &str, language: &str, words: &'a Words, gallery: &'a Gallery) -> Self {
        let laptop = Laptop::start(name);
        laptop.wait_for("textbox", Words::of("nl").say("enrol-url"));
        let settings = json!({
            "language": language, "theme": "light", "contrast": "normal", "letter_percent": 100, "single_keys": true, "lock_minutes": 5,
        });
        laptop.call("save_settings", settings).expect("saved");
        laptop.script(RELOAD, vec![]);
        laptop.wait_until("the page is loaded again", |page| {
            page.script("return !window.isOld && document.readyState === 'complete'", vec![]) == true
        });
        let walk = Self { laptop, words, gallery, complaints: RefCell::default() };
        walk.laptop.wait_for("textbox", words.say("enrol-url"));
        walk
    }

    fn click(&self, role: &str, id: &str) {
        self.laptop.click(role, self.words.say(id));
    }

    fn wait_for(&self, role: &str, id: &str) {
        self.laptop.wait_for(role, self.words.say(id));
    }

    fn fill(&self, id: &str, text: &str) {
        self.laptop.fill("textbox", self.words.say(id), text);
    }

    fn take(&self, name: &str) {
        self.gallery.take(&self.laptop, name);
        let mut told = self.complaints.borrow_mut();
        let new = self.laptop.complaints().into_iter().skip(told.len());
        let named: Vec<String> =
            new.map(|complaint| format!("{name}.{}: {complaint}", self.gallery.language)).collect();
        told.extend(named);
    }

    fn take_both(&self, name: &str) {
        self.take(name);
        self.gallery.take_dark(&self.laptop, name);
    }

    /// Chooses an address of today's list.
    fn select(&self, name: &str) {
        self.click("button", "nav-today");
        self.laptop.click("button", name);
        self.laptop.wait_for("heading", name);
    }

    /// Clicks what has no name that is the same in every language.
    fn click_all(&self, selector: &str, which: &[usize]) {
        let script = "const [selector, which] = arguments;
            const all = document.querySelectorAll(selector);
            which.forEach((index) => all[index]?.click());
            return all.length";
        let last = which.iter().max().copied().unwrap_or(0) as u64;
        self.laptop.wait_until(&format!("there is {selector}"), |page| {
            page.script("return document.querySelectorAll(arguments[0]).length", vec![json!(selector)]).as_u64()
                > Some(last)
        });
        self.laptop.script(script, vec![json!(selector), json!(which)]);
    }

    /// Waits until no dialog is open.
    fn wait_until_closed(&self) {
        self.laptop.wait_until("the dialog is closed", |page| {
            page.script("return document.querySelector('dialog[open]') === null", vec![]) == true
        });
    }

    /// Does something that leads to another question.
    fn to_next_question(&self, act: impl FnOnce(&Laptop)) {
        let before = self.question();
        act(&self.laptop);
        self.laptop.wait_until("the next question is there", |_| {
            let now = self.question();
            !now.is_empty() && now != before
        });
    }

    fn question(&self) -> String {
        let script = "return document.querySelector('main h1, main [role=heading]')?.textContent ?? ''";
        self.laptop.script(script, vec![]).as_str().unwrap_or_default().to_owned()
    }

    fn first_start(&self, town: &DemoTown, user: &str, pictures: bool) {
        let take = |name| {
            if pictures {
                self.take(name)
            }
        };
        self.fill("enrol-url", "https://bezoek.genk.be");
        take("01-first-start-address");
        self.fill("enrol-url", town.url());
        self.laptop.press("Enter");
        self.wait_for("textbox", "enrol-device-name");
        self.fill("enrol-code", &town.code(user));
        self.fill("enrol-device-name", "Laptop 14");
        take("02-first-start-code");
        self.laptop.press("Enter");
        self.wait_for("textbox", "enrol-passphrase");
        self.fill("enrol-passphrase", PASSPHRASE);
        self.fill("enrol-repeat", PASSPHRASE);
        take("03-first-start-passphrase");
        self.laptop.press("Enter");
        self.wait_for("button", "nav-settings");
    }

    fn unlock(&self) {
        self.click("button", "lock-app");
        self.wait_for("textbox", "unlock-passphrase");
        self.take("04-unlock");
        self.fill("unlock-passphrase", PASSPHRASE);
        self.laptop.press("Enter");
        self.wait_for("button", "nav-settings");
    }

    fn today(&self) {
        self.select("El Idrissi");
        self.laptop.wait_for_text("belt over de huurwaarborg");
        self.take_both("05-today");
        self.laptop.press("?");
        self.wait_for("dialog", "keys-title");
        self.take("06-keys");
        self.click("button", "close");
        self.click("button", "today-add");
        self.fill("household-street", "Vennestraat");
        self.fill("household-number", "112 bus 3");
        self.fill("household-name", "Familie El Idrissi");
        self.click("checkbox", "language-ar");
        self.take("07-add-address");
        // Somebody of that name lives there already.
        self.click("button", "household-save");
        self.wait_for("button", "household-doubles-this");
        self.take("08-add-address-double");
        self.laptop.press("Escape");
        self.select("Conti");
        self.laptop.press("w");
        self.fill("today-refused-who", "mevrouw zelf");
        self.take("09-outcome-no-visit");
        self.laptop.press("Escape");
        self.select("El Idrissi");
        self.laptop.press("h");
        self.wait_for("button", "household-edit");
        self.take("10-household");
    }

    fn visit(&self) {
        self.select("El Idrissi");
        self.click("button", "today-start");
        self.wait_for("button", "visit-next");
        self.take("11-visit-consent");
        self.laptop.press("F8");
        self.wait_for("button", "resident-strip-back");
        self.laptop.wait_for("radio", "نعم");
        self.take("12-resident-view");
        self.laptop.click("radio", "نعم");
        self.laptop.hold("Escape", Duration::from_millis(1300));
        self.wait_for("button", "visit-next");
        self.to_next_question(|page| page.press("Enter"));
        for (number, keys) in ANSWERS.iter().enumerate() {
            keys.iter().for_each(|key| self.laptop.press(key));
            if number == 2 {
                self.take_both("13-visit-question");
            }
            self.to_next_question(|_| {
                self.click("button", if number + 1 < 8 { "visit-next" } else { "visit-to-check" })
            });
        }
        self.wait_for("heading", "visit-check-title");
        self.take("14-check-answers");
        self.click("button", "visit-finish");
        self.wait_for("button", "nav-settings");
    }

    /// The worker's words beside those of a resident who reads from the left.
    fn second_visit(&self) {
        self.select("Yıldız");
        self.click("button", "today-start");
        self.wait_for("button", "visit-next");
        self.take("15-visit-turkish");
        self.click("button", "visit-pause");
        self.wait_for("button", "nav-settings");
    }

    fn quick_note(&self) {
        self.select("Bruno");
        self.laptop.press("s");
        self.wait_for("heading", "quick-title");
        self.laptop.press("j");
        self.laptop.press("3");
        self.laptop.press("n");
        self.fill("quick-remarks", "Was haar auto aan het wassen. Komt rond.");
        self.take("16-quick-note");
        self.click("button", "quick-later");
        self.wait_for("searchbox", "today-search");
    }

    fn danger(&self) {
        self.select("Jef Thijs");
        self.laptop.press("d");
        self.wait_for("dialog", "danger-title");
        self.click_all("dialog input[type=checkbox]", &[0]);
        self.fill("danger-note", "Gas geroken in de gang. Buren gewaarschuwd.");
        self.take("17-danger");
        self.click("button", "danger-save");
        self.wait_until_closed();
    }

    fn leaflets(&self) {
        self.click("button", "nav-leaflets");
        self.click("button", "language-ar");
        self.laptop.wait_until("the leaflet is there in Arabic", |page| {
            page.script("return document.querySelector('.sheet [lang=ar], .sheet[lang=ar]') !== null", vec![]) == true
        });
        self.take("18-leaflets");
        self.laptop.press("F8");
        self.laptop.wait_until("it fills the window", |page| {
            page.script("return document.querySelector('.full h1') !== null", vec![]) == true
        });
        self.take("19-leaflet-full");
        self.laptop.hold("Escape", Duration::from_millis(1300));
        self.wait_for("button", "nav-help");
    }

    fn help(&self) {
        self.click("button", "nav-help");
        self.click("button", "help-new");
        self.laptop.wait_for("searchbox", self.words.say("help-new-household"));
        self.laptop.fill("searchbox", self.words.say("help-new-household"), "Conti");
        self.laptop.click("button", "Conti");
        self.click_all("dialog input[type=radio]", &[3]);
        self.fill("help-new-description", "Wil leren videobellen met haar kleinkinderen in Italië.");
        self.take("20-help-new");
        // The rest: not urgent, may be passed on, to the first service.
        let radios = "return document.querySelectorAll('dialog input[type=radio]').length";
        let before = self.laptop.script(radios, vec![]).as_u64().unwrap_or(0) as usize;
        self.click_all("dialog input[type=radio]", &[before - 4, before - 3]);
        self.click_all("dialog input[type=radio]", &[before]);
        self.take("21-help-new-consent");
        self.laptop.press("Escape");
        self.laptop.click("button", "El Idrissi");
        self.laptop.wait_for_text("betaalt de waarborg niet terug");
        self.take("22-help-list");
    }

    fn settings(&self) {
        self.click("button", "nav-settings");
        self.wait_for("heading", "settings-title");
        self.take("23-settings");
    }

    fn review(&self) {
        self.laptop.click("button", "El Idrissi");
        self.wait_for("button", "review-approve");
        self.laptop.wait_for("heading", "El Idrissi");
        self.laptop.wait_until("it can be approved", |page| {
            page.script("return document.querySelector('.doc .f .btn--primary:enabled') !== null", vec![]) == true
        });
        self.take_both("24-review");
        self.laptop.press("c");
        self.laptop.wait_until("a comment can be written", |page| page.focus().0 == "textbox");
        self.laptop.type_text("Heb je naar de huisarts gevraagd?");
        self.laptop.press("Control+Enter");
        self.laptop.wait_for_text("Heb je naar de huisarts gevraagd?");
        self.laptop.wait_until("it is written", |page| page.focus().0 != "textbox");
        self.take("25-review-comment");
        self.click("button", "review-follow-up");
        self.wait_for("textbox", "review-follow-up-label");
        self.take("26-review-follow-up");
        self.fill("review-follow-up-label", "Bel haar morgen even terug.");
        self.click_all("dialog button[type=submit]", &[0]);
        self.wait_until_closed();
    }

    fn comments(&self) {
        self.click("button", "nav-comments");
        self.laptop.wait_until("the coordinator's wish is there", |page| {
            page.script("return document.querySelector('.list .chip--warn') !== null", vec![]) == true
        });
        self.take("27-comments");
        self.laptop.click("button", "El Idrissi");
        self.laptop.wait_for_text("Heb je naar de huisarts gevraagd?");
        self.take("28-visit-view");
    }

    fn board(&self) {
        self.click("button", "nav-help");
        self.click("button", "help-view-board");
        self.wait_for("region", "help-column-ended");
        self.take("29-help-board");
    }

    fn lists(&self) {
        self.click("button", "nav-rounds");
        self.laptop.wait_for_text("Vennestraat");
        self.take("30-rounds");
        self.click("button", "rounds-part-new");
        self.wait_for("textbox", "rounds-name");
        self.fill("rounds-name", "Noordlaan, oneven");
        self.click_all("form input[type=radio]", &[0]);
        self.laptop.wait_for_text("Noordlaan");
        self.take("31-round-new");
        self.click("button", "rounds-part-import");
        // WebDriver drops line feeds; the key makes them.
        self.fill("rounds-paste", &ADDRESSES.replace('\n', "\u{e007}"));
        self.click("button", "rounds-look");
        self.wait_for("heading", "rounds-preview");
        self.take("32-import");
    }

    fn danger_notes(&self) {
        self.click("button", "nav-danger-notes");
        self.laptop.wait_for_text("Gas geroken");
        self.take("33-danger-notes");
    }

    /// A spreadsheet with errors, then the next version of the form, tried and about to be published.
    fn forms(&self) {
        self.click("button", "nav-forms");
        self.wait_for("button", "forms-template");
        self.laptop.wait_for_text("hoe_gaat_het");
        self.take("35-forms");
        self.choose("met-fouten.xlsx", &broken_form());
        self.wait_for("heading", "forms-problems");
        self.take("36-form-problems");
        self.choose("hoe-gaat-het.xlsx", &visit_form("hoe_gaat_het", "2099010101", "Hoe gaat het met u?"));
        self.wait_for("heading", "forms-languages");
        self.take("37-form-check");
        self.click("button", "forms-publish");
        self.laptop.wait_for_text(self.words.say("forms-publish-for-good"));
        self.take("38-form-publish");
        self.click("button", "cancel");
        self.click("button", "forms-try");
        self.wait_for("button", "forms-trial-end");
        self.take("39-form-trial");
        self.click("button", "forms-trial-end");
    }

    /// An address in a neighbourhood that there is not, which the server sets aside; and one that is there already.
    fn add_elsewhere(&self) {
        let household = |street: &str, number: &str, name: &str, neighbourhood: &str| {
            json!({ "id": null, "neighbourhood": neighbourhood, "street": street, "number": number, "bus": null,
                    "name": name, "people": 4, "languages": ["tr"], "note": null, "on_my_list": false })
        };
        for home in [
            household("Noordlaan", "212", "Familie Demir", "wintersalg"),
            household("Noordlaan", "214", "Familie Yıldız", "winterslag"),
            household("Noordlaan", "214", "Yildiz", "winterslag"),
        ] {
            self.laptop.call("save_household", home).expect("saved");
        }
    }

    fn decide(&self) {
        self.laptop.wait_until("both lie on the desk", |page| {
            page.call("decide", json!({})).is_ok_and(|view| {
                ["set_aside", "doubles"].iter().all(|part| view[part].as_array().is_some_and(|all| !all.is_empty()))
            })
        });
        self.click("button", "nav-decide");
        self.wait_for("button", "decide-edit");
        self.take_both("40-decide-set-aside");
        self.laptop.press("e");
        self.wait_for("button", "decide-edit-save");
        self.take("41-decide-edit");
        self.laptop.press("Escape");
        self.wait_until_closed();
        self.click_all(".head .segment button", &[2]);
        self.wait_for("button", "decide-apart");
        self.take("42-decide-doubles");
    }

    /// Chooses a file as the person does; no driver opens the desktop's dialog.
    fn choose(&self, name: &str, bytes: &[u8]) {
        self.laptop.script(CHOOSE, vec![json!(name), json!(base64(bytes))]);
    }

    /// With no server, so that something waits.
    fn sending(&self) {
        self.select("Conti");
        self.laptop.wait_for_text(self.words.say("today-last-none"));
        self.laptop.press("n");
        self.laptop.wait_until("something waits", |page| {
            page.call("sync_status", json!({})).is_ok_and(|status| status["waiting"] != 0)
        });
        self.click("button", "nav-sending");
        self.click("button", "sending-now");
        self.laptop.wait_until("the laptop knows that nobody answers", |page| {
            page.call("sync_status", json!({})).is_ok_and(|status| status["online"] == false)
        });
        self.wait_for("heading", "sending-offline");
        self.take("34-sending");
    }
}
