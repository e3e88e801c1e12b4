//! The use cases of the app and the views it shows: the list of commands that the UI can call.
//!
//! Knows no window and no web: `src-tauri` and the development bridge unpack a call and hand it to [`App::call`].

mod bindings;
mod commands;
mod error;
pub mod views;

mod danger;
mod help;
mod households;
mod leaflets;
mod outcomes;
mod quick_note;
mod resident;
mod review;
mod rounds;
mod sending;
mod session;
mod today;
mod visit;

pub use commands::{NAMES, RESIDENT_NAMES, typescript};
pub use error::{Error, Result};

/// The app on one laptop.
pub struct App {}

impl App {
    /// Runs a command.
    ///
    /// # Errors
    /// What the command says.
    pub fn call(&self, name: &str, input: serde_json::Value) -> Result<serde_json::Value> {
        commands::dispatch(self, name, input)
    }
}
