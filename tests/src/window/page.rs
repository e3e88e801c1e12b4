//! Finding and using what is on the page, by its role and its name.

use super::Laptop;
use fantoccini::elements::Element;
use serde_json::{Value, json};

/// What src-tauri/src/record_complaints.js collects.
pub(super) const COMPLAINTS: &str = "return window.__complaints ?? []";

/// Answers when the letters are there and two frames were drawn; a window that is not drawn at all answers too.
pub(super) const DRAWN: &str = "
    const done = arguments[arguments.length - 1];
    setTimeout(done, 3000);
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));";

/// Changes a pixel that nobody sees, again and again: the driver waits for the next time the window is painted, and
/// without a GPU only a change paints it.
pub(super) const KEEP_PAINTING: &str = "
    const pixel = document.body.appendChild(document.createElement('i'));
    Object.assign(pixel.style, { position: 'fixed', inset: 'auto 0 0 auto', inlineSize: '1px', blockSize: '1px' });
    let odd = false;
    const timer = setInterval(() => (pixel.style.background = (odd = !odd) ? '#00000001' : '#00000002'), 20);
    window.__stopPainting = () => (clearInterval(timer), pixel.remove());";

pub(super) const STOP_PAINTING: &str = "window.__stopPainting()";

/// Calls a command and answers whether it went well, and with what.
pub(super) const INVOKE: &str = "
    const [command, input, done] = arguments;
    const answer = (ok) => (value) => done({ ok, value: value ?? null });
    window.__TAURI_INTERNALS__.invoke(command, input).then(answer(true), answer(false));";

/// Closes the window, a moment after the script has answered.
pub(super) const QUIT: &str =
    "setTimeout(() => window.__TAURI_INTERNALS__.invoke('call', { name: 'shell_quit', input: {} }), 50)";

/// The elements that a person can see with this role and name; those whose whole name it is first.
const FIND: &str = include_str!("find.js");

pub(super) fn as_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

impl Laptop {
    /// Whether something with this role has this name, or has it in its name.
    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        self.count(role, name) > 0
    }

    /// How many there are.
    #[track_caller]
    pub fn count(&self, role: &str, name: &str) -> usize {
        // Counted in the page: an element may be gone by the time it would be handed over.
        let count = FIND.replace("return find(...arguments);", "return find(...arguments).length;");
        self.script(&count, vec![json!(role), json!(name)]).as_u64().and_then(|n| n.try_into().ok()).unwrap_or(0)
    }

    /// Waits for it.
    #[track_caller]
    pub fn wait_for(&self, role: &str, name: &str) {
        self.wait_until(&format!("there is a {role} “{name}”"), |page| page.has(role, name));
    }

    /// Waits until it is gone.
    #[track_caller]
    pub fn wait_for_none(&self, role: &str, name: &str) {
        self.wait_until(&format!("there is no {role} “{name}”"), |page| !page.has(role, name));
    }

    /// The whole text of the page, as a person sees it.
    #[track_caller]
    pub fn text(&self) -> String {
        as_text(&self.run("return document.body.innerText"))
    }

    /// The heading of the page; none while there is none.
    #[track_caller]
    pub fn heading(&self) -> Option<String> {
        self.run("return document.querySelector('h1')?.innerText").as_str().map(str::to_owned)
    }

    /// Waits until the page says this.
    #[track_caller]
    pub fn wait_for_text(&self, text: &str) {
        self.wait_until(&format!("the page says “{text}”"), |page| page.text().contains(text));
    }

    /// The text of everything with this role, or the value where it is a field.
    #[track_caller]
    pub fn texts(&self, role: &str) -> Vec<String> {
        let script = "return find(arguments[0], '').map((e) => e.value ?? e.innerText)";
        let texts = self.script(&FIND.replace("return find(...arguments);", script), vec![json!(role)]);
        texts.as_array().into_iter().flatten().map(as_text).collect()
    }

    /// Clicks it once it is there and can be used.
    #[track_caller]
    pub fn click(&self, role: &str, name: &str) {
        self.wait_until(&format!("the {role} “{name}” can be clicked"), |page| {
            let Some(element) = page.element(role, name) else { return false };
            page.runtime
                .block_on(async { matches!(element.is_enabled().await, Ok(true)) && element.click().await.is_ok() })
        });
    }

    /// Puts the text into a field, in place of what is there.
    #[track_caller]
    pub fn fill(&self, role: &str, name: &str, text: &str) {
        self.wait_until(&format!("the {role} “{name}” can be filled"), |page| {
            let Some(element) = page.element(role, name) else { return false };
            page.runtime.block_on(async { element.clear().await.is_ok() && element.send_keys(text).await.is_ok() })
        });
    }

    /// What has the focus: its role and name.
    #[track_caller]
    pub fn focus(&self) -> (String, String) {
        let script = "const e = document.activeElement; return e ? [roleOf(e), nameOf(e)] : ['', '']";
        let focus = self.run(&FIND.replace("return find(...arguments);", script));
        (as_text(&focus[0]), as_text(&focus[1]))
    }

    /// The direction and language of the whole page.
    #[track_caller]
    pub fn direction_and_language(&self) -> (String, String) {
        let found = self.run("const e = document.documentElement; return [e.dir, e.lang]");
        (as_text(&found[0]), as_text(&found[1]))
    }

    #[track_caller]
    fn element(&self, role: &str, name: &str) -> Option<Element> {
        let found = self.script(FIND, vec![json!(role), json!(name)]);
        // WebDriver writes an element as an object with one entry: a fixed key, and the element's id.
        let id = found.get(0)?.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(self.window().client.clone(), id.into()))
    }
}
