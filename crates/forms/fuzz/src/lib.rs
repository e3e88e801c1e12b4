//! What is fuzzed, and where fuzzing begins. The short run among the tests uses the same.

pub mod seeds;
#[path = "../../tests/support/mod.rs"]
mod support;
pub mod targets;
