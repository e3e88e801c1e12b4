//! What goes wrong at the door and on the way, and what a person then sees: damaged files, a full disk, a server that
//! dies, a laptop that is killed, a stranger at the server's address, two colleagues at one household, a server that was
//! restored from an old copy, a laptop whose disk was copied.
//!
//! Whatever is left to chance follows from a seed that the test prints; `HGH_SEED` plays it again and `HGH_LONG=1`
//! repeats more often.

mod damage;
mod disk;
mod killed;
mod network;
mod restored;
mod strangers;
mod together;
