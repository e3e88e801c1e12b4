//! The desktop shell: window, IPC, operating system. It decides nothing.
//!
//! Invariants: the web page has two commands and no more; what they may do is decided in `app`. Only one process
//! works in a data directory. What the webview writes to disk is gone when the app has ended.

mod commands;
mod core_state;
mod machine;
mod options;
mod panics;
mod save;
mod voice;
mod window;

use app::views::Event;
use core_state::Core;
use machine::WebviewDir;
use options::Options;
use std::process::ExitCode;
use tauri::{Emitter, Manager, RunEvent};
use voice::Voice;

/// Name of the Tauri event that carries what the app says by itself.
const APP_EVENT: &str = "app-event";

/// Starts the app and waits until its window is closed.
pub fn run() -> ExitCode {
    let options = match Options::parse(std::env::args_os().skip(1), |name| std::env::var_os(name)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    start_log();
    panics::keep_content_out_of_messages();
    machine::forbid_core_dumps();
    match open_window(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window does not open");
            ExitCode::FAILURE
        }
    }
}

fn open_window(options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let webview_dir = WebviewDir::make()?;
    let webview_path = webview_dir.path().to_owned();
    let mut webview_dir = Some(webview_dir);
    let data_dir = options.data_dir.clone();
    let tauri = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![commands::call, commands::resident_call])
        .setup(move |tauri| {
            let handle = tauri.handle().clone();
            let voice = Voice::of_session();
            let reading = voice.clone();
            let core = Core::open(&data_dir, move |event| {
                if matches!(event, Event::Locked) {
                    reading.hush();
                }
                if handle.emit(APP_EVENT, event).is_err() {
                    tracing::warn!("an event did not reach the window");
                }
            });
            tauri.manage(core);
            tauri.manage(voice);
            window::open(tauri, &webview_path)?;
            Ok(())
        })
        .build(tauri::generate_context!("tauri.conf.json"))?;
    tauri.run(move |tauri, event| {
        if matches!(event, RunEvent::Exit) {
            tauri.state::<Voice>().hush();
            // Tauri ends the process after this without running destructors.
            drop(webview_dir.take());
        }
    });
    Ok(())
}

/// Ids and codes to stderr; `HGH_LOG` chooses how much.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HGH_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
