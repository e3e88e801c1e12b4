//! What one request, one laptop and one address may take of the server: settings, with a reason to change them said in
//! the default configuration.

use crate::config::read;
use crate::error::Error;
use protocol::{MAX_BATCH_CHANGES, MAX_BODY_BYTES};
use serde::Deserialize;

/// The `[limits]` of the configuration. Each server process counts for itself.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Changes in one push.
    pub changes: usize,
    /// Bytes of a body as it is sent.
    pub body_bytes: usize,
    /// Bytes of a body once it is unpacked.
    pub unpacked_bytes: usize,
    /// The longest until the answer to a request begins.
    pub request_timeout_ms: u64,
    /// Requests of one laptop in a minute, all of which may come at once; 0 is any number.
    pub laptop_requests_per_minute: u32,
    /// The same of one address.
    pub address_requests_per_minute: u32,
    /// Streams of events that one laptop listens to at a time.
    pub streams_per_laptop: usize,
    /// Wrong enrolment codes that one address may try in ten minutes.
    pub wrong_codes: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            changes: MAX_BATCH_CHANGES,
            body_bytes: MAX_BODY_BYTES,
            unpacked_bytes: MAX_BODY_BYTES,
            request_timeout_ms: 60_000,
            laptop_requests_per_minute: 600,
            address_requests_per_minute: 12_000,
            streams_per_laptop: 2,
            wrong_codes: 10,
        }
    }
}

impl Limits {
    /// What the environment says, on top: `HGH_` and the name of the setting in capitals.
    pub(crate) fn override_with(&mut self, variable: impl Fn(&str) -> Option<String>) -> Result<(), Error> {
        read(&variable, "HGH_CHANGES", &mut self.changes)?;
        read(&variable, "HGH_BODY_BYTES", &mut self.body_bytes)?;
        read(&variable, "HGH_UNPACKED_BYTES", &mut self.unpacked_bytes)?;
        read(&variable, "HGH_REQUEST_TIMEOUT_MS", &mut self.request_timeout_ms)?;
        read(&variable, "HGH_LAPTOP_REQUESTS_PER_MINUTE", &mut self.laptop_requests_per_minute)?;
        read(&variable, "HGH_ADDRESS_REQUESTS_PER_MINUTE", &mut self.address_requests_per_minute)?;
        read(&variable, "HGH_STREAMS_PER_LAPTOP", &mut self.streams_per_laptop)?;
        read(&variable, "HGH_WRONG_CODES", &mut self.wrong_codes)
    }

    /// Refuses what would shut everybody out.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let zero = [
            ("changes", self.changes == 0),
            ("body_bytes", self.body_bytes == 0),
            ("unpacked_bytes", self.unpacked_bytes == 0),
            ("request_timeout_ms", self.request_timeout_ms == 0),
            ("streams_per_laptop", self.streams_per_laptop == 0),
            ("wrong_codes", self.wrong_codes == 0),
        ];
        match zero.iter().find(|(_, zero)| *zero) {
            Some((name, _)) => Err(Error::Usage(format!("{name}: 0 is no value for it"))),
            None => Ok(()),
        }
    }
}
