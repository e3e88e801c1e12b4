//! The server's configuration: a TOML file, or flags.

use crate::clock::Clock;
use crate::db::DatabaseUrl;
use crate::error::Error;
use crate::limits::Limits;
use crate::tls::TlsFiles;
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

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
    /// What one request, laptop and address may take.
    #[serde(default)]
    pub limits: Limits,
    /// Files of versions before `[limits]` say here what is `limits.wrong_codes` now; [`Config::read`] moves it there.
    #[serde(default)]
    pub wrong_codes: Option<u32>,
    /// As [`Config::wrong_codes`], for `limits.request_timeout_ms`.
    #[serde(default)]
    pub request_timeout_ms: Option<u64>,
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
            limits: Limits::default(),
            wrong_codes: None,
            request_timeout_ms: None,
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
        if let Some(wrong_codes) = config.wrong_codes.take() {
            config.limits.wrong_codes = wrong_codes;
        }
        if let Some(longest) = config.request_timeout_ms.take() {
            config.limits.request_timeout_ms = longest;
        }
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

    /// What the environment says, on top: `HGH_` and the name of the setting in capitals. `variable` looks one up.
    ///
    /// # Errors
    /// Where a value is not what the setting takes; names the variable.
    pub fn override_with(&mut self, variable: impl Fn(&str) -> Option<String>) -> Result<(), Error> {
        if let Some(data) = variable("HGH_DATA") {
            self.data = data.into();
        }
        if let Some(database) = variable("HGH_DATABASE") {
            self.database = Some(DatabaseUrl(database));
        }
        if let Some(municipality) = variable("HGH_MUNICIPALITY") {
            self.municipality = Some(municipality.into());
        }
        match (variable("HGH_TLS_CERTIFICATE"), variable("HGH_TLS_KEY")) {
            (Some(certificate), Some(key)) => {
                self.tls = Some(TlsFiles { certificate: certificate.into(), key: key.into() });
            }
            (None, None) => {}
            _ => return Err(Error::Usage("HGH_TLS_CERTIFICATE and HGH_TLS_KEY go together".to_owned())),
        }
        read(&variable, "HGH_LISTEN", &mut self.listen)?;
        read(&variable, "HGH_BEHIND_PROXY", &mut self.behind_proxy)?;
        self.limits.override_with(variable)
    }

    /// Plain HTTP leaves this machine only through a proxy that speaks HTTPS, and no limit shuts everybody out.
    pub(crate) fn check(&self) -> Result<(), Error> {
        self.limits.check()?;
        if self.listen.ip().is_loopback() || self.behind_proxy || self.tls.is_some() {
            Ok(())
        } else {
            Err(Error::NotLoopback(self.listen))
        }
    }
}

/// Takes a setting from the environment, where it is there.
pub(crate) fn read<T: FromStr>(
    variable: &impl Fn(&str) -> Option<String>,
    name: &str,
    setting: &mut T,
) -> Result<(), Error> {
    let Some(value) = variable(name) else { return Ok(()) };
    *setting = value.parse().map_err(|_| Error::Usage(format!("{name}: {value} is no value for it")))?;
    Ok(())
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
        // What it says is what holds without it.
        assert_eq!(config.limits, Limits::default());
    }

    /// A server that is upgraded starts with the file that it had.
    #[test]
    fn the_default_file_of_an_older_version_reads() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("server.toml");
        let older = include_str!("../tests/golden/server-1.toml");
        std::fs::write(&file, older).expect("to write");
        let config = Config::read(&file).expect("a configuration");
        assert_eq!(config.limits, Limits::default());
        let changed = older.replace("wrong_codes = 10", "wrong_codes = 3").replace("60000", "5000");
        std::fs::write(&file, changed).expect("to write");
        let limits = Config::read(&file).expect("a configuration").limits;
        assert_eq!((limits.wrong_codes, limits.request_timeout_ms), (3, 5000));
    }

    #[test]
    fn no_limit_shuts_everybody_out() {
        let mut config = Config::new("data");
        (config.limits.laptop_requests_per_minute, config.limits.address_requests_per_minute) = (0, 0);
        assert!(config.check().is_ok(), "no limit");
        config.limits.changes = 0;
        assert!(config.check().expect_err("nothing could be sent").to_string().contains("changes"));
    }

    #[test]
    fn the_environment_has_the_last_word_but_for_flags() {
        let mut config = Config::new("data");
        let set = |pairs: &'static [(&str, &str)]| {
            move |name: &str| pairs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        config.override_with(set(&[("HGH_LISTEN", "[::1]:443"), ("HGH_BEHIND_PROXY", "true")])).expect("good values");
        assert_eq!((config.listen.port(), config.behind_proxy), (443, true));
        config.override_with(set(&[("HGH_DATA", "/srv/hgh"), ("HGH_WRONG_CODES", "3")])).expect("good values");
        assert_eq!((config.data.to_str(), config.limits.wrong_codes), (Some("/srv/hgh"), 3));
        config.override_with(set(&[("HGH_BODY_BYTES", "7"), ("HGH_STREAMS_PER_LAPTOP", "1")])).expect("good values");
        assert_eq!((config.limits.body_bytes, config.limits.streams_per_laptop), (7, 1));
        let wrong = config.override_with(set(&[("HGH_WRONG_CODES", "many")])).expect_err("no number");
        assert!(wrong.to_string().contains("HGH_WRONG_CODES"));
        assert!(config.override_with(set(&[("HGH_TLS_KEY", "key.pem")])).is_err());
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_line() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("server.toml");
        std::fs::write(&file, "data = \"data\"\nlisten_on = \"127.0.0.1:1\"\n").expect("to write");
        let said = Config::read(&file).expect_err("an unknown key").to_string();
        assert!(said.contains("line 2") && said.contains("listen_on"), "{said}");
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
