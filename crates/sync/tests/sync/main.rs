//! The engine with a real store and a server in memory that loses answers on command.

mod by_itself;
mod restored;
mod runs;
mod server;
mod support;
