//! The laptop's database: open, migrate, read, write, search; and the file that keeps its key.
//!
//! Invariants:
//! - What [`Store::write`] returned from is on disk, encrypted, whole.
//! - A record's local state is the server's state with this laptop's changes on top ([`overlay`]).
//! - A change and its place in the outbox are one transaction; its bytes never change afterwards.
//! - Opening repairs and deletes nothing.
//!
//! This crate must never know the network, a form or the screen. It reads no clock; times and ids are passed in.
//!
//! Reading order: [`keyfile`], `open`, `db` (transactions), `reader` and `records` (queries), `writer`, `overlay`,
//! `pull`, `outbox`, `search`. docs/STORAGE.md describes the files.

mod db;
mod draft;
mod error;
pub mod keyfile;
mod meta;
mod offer;
mod open;
mod outbox;
pub mod overlay;
mod pull;
mod reader;
mod records;
mod search;
mod writer;

pub use db::Store;
pub use draft::Draft;
pub use error::{Error, Result};
pub use keyfile::Key;
pub use meta::Identity;
pub use open::{DATABASE_FILE, set_aside};
pub use outbox::{OutboxCounts, OutboxEntry, Pending};
pub use overlay::Receipt;
pub use reader::{Reader, Row, Stored};
pub use records::*;
pub use writer::{MAX_CHANGE_BYTES, NewChange, Writer};
