//! The server's configuration: a TOML file, or flags.

use crate::clock::Clock;
use crate::db::DatabaseUrl;
use crate::error::Error;
use crate::tls::TlsFiles;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// The commented default, written by `config init`.
pub const DEFAULT_FILE: &str = include_str!("config.default.toml");

/// What a server needs to know to start.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The folder of the embedded database.
    #[serde(default = "default_data")]
    pub data: PathBuf,
    /// A PostgreSQL database instead of the embedded one.
    #[serde(default)]
    pub database: Option<DatabaseUrl>,
    /// Where to listen; port 0 takes a free one.
    #[serde(default = "default_listen")]
    pub listen: SocketAddr,
    /// A proxy with HTTPS stands in front: allows other than loopback addresses, and takes the caller's address from
    /// `X-Forwarded-For`.
    #[serde(default)]
    pub behind_proxy: bool,
    /// The certificate to speak HTTPS with; without one it is plain HTTP.
    #[serde(default)]
    pub tls: Option<TlsFiles>,
    /// The municipality's facts, published at each start where they changed.
    #[serde(default)]
    pub municipality: Option<PathBuf>,
    /// Forms, published at each start where they are new.
    #[serde(default)]
    pub forms: Vec<PathBuf>,
    /// Wrong enrolment codes that one address may try in ten minutes.
    #[serde(default = "default_wrong_codes")]
    pub wrong_codes: u32,
    /// The longest that one request may take.
    #[serde(default = "default_request_timeout")]
    pub request_timeout_ms: u64,
    /// What time it is; tests stop it.
    #[serde(skip, default = "Clock::system")]
    pub clock: Clock,
}

pub(crate) fn default_listen() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 8642))
}
fn default_data() -> PathBuf {
    PathBuf::from("data")
}
fn default_wrong_codes() -> u32 {
    10
}
fn default_request_timeout() -> u64 {
    60_000
}

impl Config {
    /// A server on a free port of this machine, with its database in `data`.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            database: None,
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            behind_proxy: false,
            tls: None,
            municipality: None,
            forms: Vec::new(),
            wrong_codes: default_wrong_codes(),
            request_timeout_ms: default_request_timeout(),
            clock: Clock::system(),
        }
    }

    /// Reads a file; relative paths in it start at its folder.
    ///
    /// # Errors
    /// Where the file cannot be read, or says something unknown.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(Error::file(path))?;
        let mut config: Self =
            toml::from_str(&text).map_err(|e| Error::BadFile { path: path.to_owned(), what: e.to_string() })?;
        let folder = path.parent().unwrap_or(Path::new("."));
        config.data = folder.join(&config.data);
        if let Some(tls) = &mut config.tls {
            tls.certificate = folder.join(&tls.certificate);
            tls.key = folder.join(&tls.key);
        }
        config.municipality = config.municipality.map(|file| folder.join(file));
        config.forms.iter_mut().for_each(|file| *file = folder.join(&file));
        Ok(config)
    }

    /// Plain HTTP leaves this machine only through a proxy that speaks HTTPS.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.listen.ip().is_loopback() || self.behind_proxy || self.tls.is_some() {
            Ok(())
        } else {
            Err(Error::NotLoopback(self.listen))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_file_reads() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("server.toml");
        std::fs::write(&file, DEFAULT_FILE).expect("to write");
        let config = Config::read(&file).expect("a configuration");
        assert_eq!(config.listen, default_listen());
        assert!(config.data.starts_with(folder.path()) || config.data.is_absolute());
        assert!(config.check().is_ok());
    }

    #[test]
    fn other_addresses_need_a_proxy() {
        let mut config = Config::new("data");
        config.listen = "0.0.0.0:80".parse().expect("an address");
        assert!(matches!(config.check(), Err(Error::NotLoopback(_))));
        config.behind_proxy = true;
        assert!(config.check().is_ok());
    }
}
