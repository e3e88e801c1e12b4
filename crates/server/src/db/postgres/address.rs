//! Where the database is: a `postgres://` address, as libpq and everybody's documentation write it, and our rules
//! on top of it.
//!
//! Invariants: only a database that takes writes is connected to, wherever several are named; nothing leaves this
//! machine without TLS and a verified certificate; the password is never printed.

use super::failure::Failure;
use super::tls::Tls;
use postgres::Config;
use postgres::config::{Host, SslMode, TargetSessionAttrs};
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Where Debian's PostgreSQL listens, for an address that names no host.
const DEFAULT_SOCKET: &str = "/var/run/postgresql";
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// After this long without an answer to what was sent, the other machine counts as gone.
const GONE_AFTER: Duration = Duration::from_secs(15);
/// After this long without a word, the other machine is asked whether it is there.
const QUIET_AFTER: Duration = Duration::from_secs(10);

/// How to connect.
#[derive(Clone)]
pub struct Address {
    pub config: Config,
    pub tls: Tls,
}

impl Address {
    /// Reads a URL. Of libpq's own parameters `sslrootcert` (a PEM file) is known beside those of the driver, and
    /// `verify-ca` and `verify-full` mean the same as `require`: we always verify.
    pub fn parse(url: &str) -> Result<Self, Failure> {
        let (url, authorities) = take_parameters(url);
        let mut config: Config = url.parse().map_err(Failure::from)?;
        if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
            config.host_path(DEFAULT_SOCKET);
        }
        if config.get_application_name().is_none() {
            config.application_name("hoe-gaat-het-server");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT_TIMEOUT);
        }
        config.tcp_user_timeout(GONE_AFTER).keepalives_idle(QUIET_AFTER);
        config.keepalives_interval(Duration::from_secs(5)).keepalives_retries(3);
        config.target_session_attrs(TargetSessionAttrs::ReadWrite);
        match (leaves_the_machine(&config), config.get_ssl_mode()) {
            (true, SslMode::Disable) => {
                return Err(Failure::new("the database is on another machine: sslmode=disable is not allowed"));
            }
            (true, _) => config.ssl_mode(SslMode::Require),
            // Debian's own certificate is signed by nobody; on one machine there is nobody to hide from.
            (false, SslMode::Prefer) => config.ssl_mode(SslMode::Disable),
            (false, _) => &mut config,
        };
        Ok(Self { config, tls: Tls::new(authorities.as_deref())? })
    }
}

/// Takes out of a URL what the driver does not know.
fn take_parameters(url: &str) -> (String, Option<PathBuf>) {
    let Some((base, query)) = url.split_once('?') else { return (url.to_owned(), None) };
    let mut authorities = None;
    let mut kept = Vec::new();
    for parameter in query.split('&') {
        match parameter.split_once('=') {
            Some(("sslrootcert", file)) => authorities = Some(PathBuf::from(file)),
            Some(("sslmode", "verify-ca" | "verify-full")) => kept.push("sslmode=require"),
            _ => kept.push(parameter),
        }
    }
    (format!("{base}?{}", kept.join("&")), authorities)
}

fn leaves_the_machine(config: &Config) -> bool {
    let near = |ip: IpAddr| ip.is_loopback();
    let named = config.get_hosts().iter().any(|host| match host {
        Host::Tcp(name) => name != "localhost" && !name.parse().is_ok_and(near),
        Host::Unix(_) => false,
    });
    named || !config.get_hostaddrs().iter().all(|ip| near(*ip))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(url: &str) -> Config {
        Address::parse(url).map_err(|e| e.to_string()).expect("an address").config
    }

    #[test]
    fn nothing_leaves_the_machine_without_tls() {
        assert_eq!(parsed("postgres://hgh:x@db.example/genk").get_ssl_mode(), SslMode::Require);
        assert_eq!(parsed("postgres://hgh@localhost,10.0.0.7/genk").get_ssl_mode(), SslMode::Require);
        assert!(Address::parse("postgres://hgh@db.example/genk?sslmode=disable").is_err());
        assert_eq!(parsed("postgres://hgh@localhost/genk").get_ssl_mode(), SslMode::Disable);
        assert_eq!(parsed("postgres:///genk").get_ssl_mode(), SslMode::Disable);
        assert_eq!(parsed("postgres://hgh@localhost/genk?sslmode=verify-full").get_ssl_mode(), SslMode::Require);
    }

    #[test]
    fn of_several_the_one_that_takes_writes_is_asked_for() {
        let config = parsed("postgres://hgh@one.example,two.example:6432/genk");
        assert_eq!(config.get_hosts().len(), 2);
        assert_eq!(config.get_target_session_attrs(), TargetSessionAttrs::ReadWrite);
    }

    #[test]
    fn a_file_of_authorities_is_read() {
        let missing = Address::parse("postgres://hgh@db.example/genk?sslmode=verify-full&sslrootcert=/nowhere.pem");
        assert!(missing.err().expect("no file").to_string().contains("/nowhere.pem"));
    }
}
