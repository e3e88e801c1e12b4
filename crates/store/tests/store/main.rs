//! The store on a real encrypted file.

mod decisions;
mod evict;
mod files;
mod kill;
mod model;
mod outbox;
mod queries;
mod search;
mod speed;
mod support;
