//! Typing, as the keyboard does it.

use super::Laptop;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use std::time::Duration;

impl Laptop {
    /// Presses a key, with others held: "Enter", "7", "F8", "Shift+Enter", "Control+k".
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.hold(keys, Duration::ZERO);
    }

    /// Presses and holds it for so long.
    #[track_caller]
    pub fn hold(&self, keys: &str, time: Duration) {
        let values: Vec<char> = match keys {
            "+" => vec!['+'],
            _ => keys.split('+').map(|key| value(key).unwrap_or_else(|| panic!("{key}: no such key"))).collect(),
        };
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in &values {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        if !time.is_zero() {
            actions = actions.then(KeyAction::Pause { duration: time });
        }
        for value in values.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.perform(actions);
    }

    /// Types text into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.perform(actions);
    }

    #[track_caller]
    fn perform(&self, actions: KeyActions) {
        if let Err(error) = self.runtime.block_on(self.window().client.perform_actions(actions)) {
            self.fail(&format!("the keys could not be pressed: {error}"));
        }
    }
}

/// How WebDriver names keys that have no character.
fn value(key: &str) -> Option<char> {
    let named = match key {
        "Backspace" => '\u{e003}',
        "Tab" => '\u{e004}',
        "Enter" => '\u{e007}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "PageUp" => '\u{e00e}',
        "PageDown" => '\u{e00f}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Delete" => '\u{e017}',
        _ => return function_key(key).or_else(|| only_char(key)),
    };
    Some(named)
}

fn function_key(key: &str) -> Option<char> {
    let number: u32 = key.strip_prefix('F')?.parse().ok()?;
    (1..=12).contains(&number).then(|| char::from_u32(0xe030 + number)).flatten()
}

fn only_char(key: &str) -> Option<char> {
    let mut chars = key.chars();
    chars.next().filter(|_| chars.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_values() {
        assert_eq!(value("Enter"), Some('\u{e007}'));
        assert_eq!(value("F8"), Some('\u{e038}'));
        assert_eq!(value("F"), Some('F'));
        assert_eq!(value("ı"), Some('ı'));
        assert_eq!(value("F13"), None);
        assert_eq!(value("Return"), None);
    }
}
