//! Where all crates meet: what tests of the whole share.

pub mod window;
