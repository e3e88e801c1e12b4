//! The central server: what laptops push becomes the one order of changes, and each laptop pulls what its user may
//! hold, and nothing else.
//!
//! Invariants:
//! - an answered change is durable, and every change gets exactly one verdict;
//! - what is handed out is chosen by [`domain::Scope`] alone;
//! - logs carry ids and codes, never content.
//!
//! This crate must never know how a laptop stores or shows anything.
//!
//! Reading order: [`db`] (what a back end can do), [`push`], [`pull`], [`group`] (shared transactions), [`wake`] (who is
//! told to look), [`enrol`], [`http`] (the only module that knows HTTP), [`running`] (a server in this process),
//! [`publish`], [`copy`], [`rights`], [`verify`] and [`export`] (the whole database), [`admin`] and [`cli`] (the command line).

pub mod actor;
pub mod admin;
pub mod cli;
pub mod clock;
pub mod config;
pub mod copy;
pub mod db;
pub mod demo;
pub mod enrol;
mod error;
pub mod export;
pub mod group;
pub mod http;
pub mod limits;
mod metrics;
pub mod publish;
pub mod pull;
pub mod push;
pub mod rights;
pub mod running;
pub mod secret;
mod tls;
pub mod verify;
pub mod wake;

pub use clock::Clock;
pub use config::Config;
pub use db::{Database, DbError};
pub use error::Error;
pub use limits::Limits;
pub use running::{Running, Server};
pub use tls::TlsFiles;
