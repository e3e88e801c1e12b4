//! The two commands of the web page: unpack, call on a thread that may block, map.

use crate::Hidden;
use crate::core_state::Core;
use crate::voice::{Pace, Voice};
use app::Error;
use serde::Deserialize;
use serde_json::Value;
use std::sync::atomic::Ordering;
use tauri::{State, WebviewWindow};

/// Names that begin so are for the window, not for the app.
const SHELL_PREFIX: &str = "shell_";
/// And after that prefix: for the voice that reads aloud.
const VOICE_PREFIX: &str = "voice_";

/// Runs a command of the app, or of the window.
#[tauri::command]
pub async fn call(
    window: WebviewWindow,
    core: State<'_, Core>,
    voice: State<'_, Voice>,
    hidden: State<'_, Hidden>,
    name: String,
    input: Value,
) -> Result<Value, Error> {
    if let Some(rest) = name.strip_prefix(SHELL_PREFIX) {
        if rest == "save_file" {
            return on_blocking_thread(move || crate::save::save_file(&window, input)).await;
        }
        let Some(name) = rest.strip_prefix(VOICE_PREFIX).map(str::to_owned) else {
            return call_shell(&window, &hidden, rest, input);
        };
        let voice = voice.inner().clone();
        return on_blocking_thread(move || call_voice(&voice, &name, input)).await;
    }
    let core = core.inner().clone();
    on_blocking_thread(move || core.call(&name, input)).await
}

/// Runs a command of a resident's view.
#[tauri::command]
pub async fn resident_call(core: State<'_, Core>, name: String, input: Value) -> Result<Value, Error> {
    let core = core.inner().clone();
    on_blocking_thread(move || core.resident_call(&name, input)).await
}

/// A panic in `work` becomes an error, and the window lives on.
async fn on_blocking_thread(work: impl FnOnce() -> Result<Value, Error> + Send + 'static) -> Result<Value, Error> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(Error::internal()))
}

#[derive(Deserialize)]
struct Zoom {
    percent: u32,
}

#[derive(Deserialize)]
struct Fullscreen {
    on: bool,
}

fn call_shell(window: &WebviewWindow, hidden: &Hidden, name: &str, input: Value) -> Result<Value, Error> {
    let bad_input = |_| Error::bad_input();
    let done = match name {
        "zoom" => {
            let Zoom { percent } = serde_json::from_value(input).map_err(bad_input)?;
            if !matches!(percent, 100 | 125 | 150) {
                return Err(Error::bad_input());
            }
            window.set_zoom(f64::from(percent) / 100.0)
        }
        "fullscreen" => {
            let Fullscreen { on } = serde_json::from_value(input).map_err(bad_input)?;
            window.set_fullscreen(on)
        }
        "copied" => window.run_on_main_thread(crate::clipboard::clear_later),
        "hide" => {
            hidden.store(true, Ordering::SeqCst);
            Ok(())
        }
        "quit" => window.close(),
        _ => return Err(Error::bad_input()),
    };
    done.map(|()| Value::Null).map_err(|_| Error::internal())
}

#[derive(Deserialize)]
struct Say {
    language: String,
    text: String,
    pace: Pace,
}

/// Says what the page already shows; it tells the page nothing but which languages can be heard.
fn call_voice(voice: &Voice, name: &str, input: Value) -> Result<Value, Error> {
    match name {
        "languages" => Ok(Value::from(voice.languages())),
        "say" => {
            let Say { language, text, pace } = serde_json::from_value(input).map_err(|_| Error::bad_input())?;
            voice.say(&language, &text, pace).map(Value::from).map_err(|error| {
                tracing::warn!(kind = %error.kind(), "reading aloud failed");
                Error::internal()
            })
        }
        "hush" => {
            voice.hush();
            Ok(Value::Null)
        }
        _ => Err(Error::bad_input()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let answer = tauri::async_runtime::block_on(on_blocking_thread(|| panic!("no content here")));
        assert_eq!(answer, Err(Error::internal()));
    }

    #[test]
    fn an_answer_comes_through() {
        let answer = tauri::async_runtime::block_on(on_blocking_thread(|| Ok(Value::from(1))));
        assert_eq!(answer, Ok(Value::from(1)));
    }
}
