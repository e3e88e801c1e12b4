//! Locking in the real window: what was open is in the memory of no process afterwards, and nothing is lost.
//! Ignored by a plain `cargo test`, because it needs a display; `cargo xtask test` runs it.

use serde_json::json;
use std::collections::BTreeSet;
use tests::doorstep::household;
use tests::memory::{children, held};
use tests::office::{Office, PASSPHRASE, enrolment};
use tests::window::Laptop;

const NAME: &str = "Familie Kanarievogel";
const TYPED: &str = "kanarie-in-de-mijn";

/// Which of these texts any of the processes has in its memory. The app's own can be looked into by root only, which is
/// also how it should be.
fn any_held<'a>(pids: &[u32], texts: &[&'a str]) -> BTreeSet<&'a str> {
    pids.iter().flat_map(|pid| held(*pid, texts).unwrap_or_default()).collect()
}

#[test]
#[ignore = "needs a display"]
fn what_was_open_is_in_no_memory_after_locking_and_nothing_is_lost() {
    let office = Office::open();
    let mut meryem = Laptop::start("Meryem");
    let code = office.code("Meryem Aydın");
    meryem.call("enrol", enrolment(&office.url(), &code)).expect("enrolled");
    meryem.call("save_household", household("3", Some(NAME))).expect("added");
    meryem.script("location.reload()", vec![]);
    meryem.wait_for_text(NAME);
    meryem.press("d");
    meryem.wait_for("textbox", "Wat zag of hoorde u?");
    meryem.fill("textbox", "Wat zag of hoorde u?", TYPED);

    let app = meryem.process();
    let webview = children(app);
    let before = any_held(&webview, &[NAME, TYPED]);
    assert_eq!(before, BTreeSet::from([NAME, TYPED]), "the webview has in its memory what it shows, and it is found");

    // The driver loses the window with the lock, so the key is pressed a moment after it was answered.
    let press = "setTimeout(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', \
                 { key: 'l', ctrlKey: true, bubbles: true })), 200)";
    meryem.script(press, vec![]);
    let begun = std::time::Instant::now();
    while children(app).is_empty() || children(app).iter().any(|pid| webview.contains(pid)) {
        assert!(begun.elapsed() < tests::window::PATIENCE, "the app did not start anew");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(meryem.process(), app, "in its own process");
    // Time for the new page to be there, and to read whatever it reads.
    std::thread::sleep(std::time::Duration::from_secs(2));
    let all: Vec<u32> = children(app).into_iter().chain([app]).collect();
    assert_eq!(any_held(&all, &[NAME, TYPED, PASSPHRASE]), BTreeSet::new(), "still in memory");

    meryem.kill9();
    meryem.open();
    meryem.fill("textbox", "Wachtwoordzin", PASSPHRASE);
    meryem.press("Enter");
    meryem.wait_for_text("U was iets aan het typen");
    meryem.wait_for_text(NAME);
    let session = meryem.call("session", json!({})).expect("open");
    assert_eq!(session["typed"][0]["text"], TYPED);
}
