//! The laptop's sync engine: sends what waits, brings what is new, and says how it goes.
//!
//! Invariants:
//! - A change leaves the outbox only with the server's verdict; whatever is cut in between is sent again.
//! - A page of a pull and the cursor behind it are one transaction: a pull that dies goes on where it was.
//! - Nothing is decided here about conflicts, scope or rights: the server does that, the store lays changes on top.
//! - The database is only touched on blocking threads; no transaction is open while the network is waited for.
//!
//! This crate must never know a form or the screen. Logs carry counts and codes, never content.
//!
//! Reading order: [`Problem`], [`Transport`] and its HTTP implementation, [`Engine`] (one run), `schedule` (when).

mod engine;
mod http;
mod problem;
mod pushing;
mod schedule;
mod status;
mod transport;

pub use engine::{Clock, Engine, Outcome};
pub use http::{HttpTransport, enrol, enrol_again, hello};
pub use problem::Problem;
pub use protocol::{Enrolled, Hello};
pub use schedule::{Handle, spawn};
pub use status::Status;
pub use transport::{News, Page, Pages, RawPush, Transport};
