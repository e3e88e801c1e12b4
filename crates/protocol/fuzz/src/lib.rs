//! What is fuzzed and where it begins; the tests of `protocol` run the same for a moment.

pub mod seeds;
pub mod targets;
