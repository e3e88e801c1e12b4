//! The desktop shell: window, IPC, operating system. It decides nothing.
//!
//! Invariants: the web page has two commands and no more; what they may do is decided in `app`. Only one process
//! works in a data directory. What the webview writes to disk is gone when the app has ended.

mod away;
mod clipboard;
mod commands;
mod core_state;
mod machine;
mod options;
mod panics;
mod restart;
mod save;
mod voice;
mod window;

use app::views::Event;
use core_state::Core;
use machine::WebviewDir;
use options::Options;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::time::Duration;
use tauri::{Emitter, Manager, RunEvent};
use voice::Voice;

/// Whether the next start begins with the calendar, because somebody hid the app.
type Hidden = Arc<AtomicBool>;

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
    machine::forbid_reading_memory();
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
    let webview_dir = Arc::new(Mutex::new(Some(webview_dir)));
    let held_dir = Arc::clone(&webview_dir);
    let Options { data_dir, calendar } = options.clone();
    let tauri = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![commands::call, commands::resident_call])
        .setup(move |tauri| {
            let handle = tauri.handle().clone();
            let voice = Voice::of_session();
            let reading = voice.clone();
            let hidden = Hidden::default();
            let hide = hidden.clone();
            let restarted = data_dir.clone();
            let core = Core::open(&data_dir, move |event| {
                if matches!(event, Event::Locked) {
                    hush_soon(&reading);
                    let_go(&held_dir);
                    let error = restart::restart(Options::again(&restarted, hide.load(Ordering::SeqCst)));
                    tracing::error!(kind = %error.kind(), "the app does not start anew");
                    // Better no app than one that still has in memory what was open.
                    std::process::exit(1);
                }
                if handle.emit(APP_EVENT, event).is_err() {
                    tracing::warn!("an event did not reach the window");
                }
            });
            let leaving = core.clone();
            away::watch(move || leaving.lock_soon());
            tauri.manage(core);
            tauri.manage(voice);
            tauri.manage(hidden);
            window::open(tauri, &webview_path, calendar)?;
            Ok(())
        })
        .build(tauri::generate_context!("tauri.conf.json"))?;
    tauri.run(move |tauri, event| {
        if matches!(event, RunEvent::Exit) {
            tauri.state::<Voice>().hush();
            // Tauri ends the process after this without running destructors.
            let_go(&webview_dir);
        }
    });
    Ok(())
}

/// Silences the voice, unless that takes longer than a lock may wait for a speech system.
fn hush_soon(voice: &Voice) {
    let (voice, (done, silent)) = (voice.clone(), mpsc::channel());
    std::thread::spawn(move || {
        voice.hush();
        // Nobody listens any more where it took too long.
        let _ = done.send(());
    });
    let _ = silent.recv_timeout(Duration::from_millis(300));
}

/// Ends the webview's processes, and removes what they wrote: while they live they may write more.
fn let_go(webview_dir: &Mutex<Option<WebviewDir>>) {
    restart::end_children();
    drop(webview_dir.lock().unwrap_or_else(PoisonError::into_inner).take());
}

/// Ids and codes to stderr; `HGH_LOG` chooses how much.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("HGH_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
