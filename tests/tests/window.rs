//! The app in its real window. Ignored by a plain `cargo test`, because it needs a display; `cargo xtask test` runs it.

use serde_json::json;
use tests::window::Laptop;

fn wait_for_heading(laptop: &Laptop) {
    laptop.wait_until("there is a heading of the first level", |page| page.heading().is_some());
}

#[test]
#[ignore = "needs a display"]
fn the_window_opens_with_a_heading() {
    let laptop = Laptop::start("visitor");
    wait_for_heading(&laptop);
    assert_eq!(laptop.complaints(), Vec::<String>::new());
}

#[test]
#[ignore = "needs a display"]
fn a_keyboard_reaches_the_page() {
    let laptop = Laptop::start("visitor");
    laptop.wait_until("a field has the focus", |page| page.focus().0 == "textbox");
    laptop.type_text("Yıldız, 112 bus 3");
    laptop.press("Shift+Home");
    laptop.press("Delete");
    laptop.type_text("Él Ídrissi ش");
    assert_eq!(laptop.texts("textbox")[0], "Él Ídrissi ش");
    laptop.press("Tab");
    assert_ne!(laptop.focus().0, "textbox");
}

#[test]
#[ignore = "needs a display"]
fn the_page_can_do_nothing_but_our_two_commands() {
    let laptop = Laptop::start("visitor");
    assert!(laptop.call("start_state", json!({})).is_ok());
    assert_eq!(laptop.call("no_such_command", json!({})).map_err(|e| e["code"].clone()), Err(json!("bad-input")));
    assert_eq!(laptop.call("shell_zoom", json!({ "percent": 125 })), Ok(json!(null)));
    assert_eq!(
        laptop.call("shell_zoom", json!({ "percent": 1 })).map_err(|e| e["code"].clone()),
        Err(json!("bad-input"))
    );
    let resident = laptop.invoke("resident_call", json!({ "name": "today", "input": {} }));
    assert_eq!(resident.map_err(|e| e["code"].clone()), Err(json!("forbidden")));
    let resident = laptop.invoke("resident_call", json!({ "name": "shell_quit", "input": {} }));
    assert_eq!(resident.map_err(|e| e["code"].clone()), Err(json!("forbidden")));
    for command in [
        "plugin:window|set_title",
        "plugin:app|version",
        "plugin:event|emit",
        "plugin:webview|print",
        "plugin:webview|set_webview_zoom",
    ] {
        let refused = laptop.invoke(command, json!({ "label": "main", "value": "x", "event": "x" }));
        assert!(refused.as_ref().is_err_and(|why| why.to_string().contains("not allowed")), "{command}: {refused:?}");
    }
    let page = laptop.script("return fetch('https://example.org').then(() => 'reached', () => 'refused')", vec![]);
    assert_eq!(page, "refused");
}

#[test]
#[ignore = "needs a display"]
fn one_data_directory_has_one_window() {
    let mut laptop = Laptop::start("first");
    let second = laptop.start_beside("second");
    wait_for_heading(&second);
    let refused = second.call("start_state", json!({}));
    assert_eq!(refused.map_err(|error| error["code"].clone()), Err(json!("already-open")));
    assert!(laptop.call("start_state", json!({})).is_ok(), "the first goes on");
    laptop.close();
    // A process that ends holds its lock a moment longer than its name.
    second
        .wait_until("the first is closed, so the second may open", |page| page.call("start_state", json!({})).is_ok());
    laptop.open();
    assert!(laptop.call("start_state", json!({})).is_err(), "now it is the second's");
}

#[test]
#[ignore = "needs a display"]
fn what_the_webview_writes_goes_with_the_window() {
    let mut laptop = Laptop::start("visitor");
    wait_for_heading(&laptop);
    assert_eq!(laptop.webview_dirs().len(), 1);
    laptop.close();
    assert_eq!(laptop.webview_dirs(), Vec::<std::path::PathBuf>::new());
    laptop.open();
    let before = laptop.webview_dirs();
    laptop.kill9();
    laptop.open();
    let after = laptop.webview_dirs();
    assert_eq!(after.len(), 1, "the next start removes what a killed window left");
    assert_ne!(before, after);
}

#[test]
#[ignore = "needs a display"]
fn a_picture_can_be_taken() {
    let laptop = Laptop::start("visitor");
    wait_for_heading(&laptop);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("start.png");
    laptop.screenshot(&path);
    let picture = std::fs::read(path).expect("a picture");
    assert!(picture.starts_with(b"\x89PNG") && picture.len() > 5_000, "{} bytes", picture.len());
}
