//! Where all crates meet.
