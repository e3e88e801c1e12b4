//! Invented data for a demonstration.
use crate::config::Config;
use crate::error::Error;

/// See the command line.
///
/// # Errors
/// Where it fails.
pub fn run(_config: &Config) -> Result<String, Error> {
    Err(Error::NotEmpty)
}
