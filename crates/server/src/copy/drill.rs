//! A drill: whether a copy can be restored, before that is needed.

use super::{Counts, Head, restore};
use crate::config::Config;
use crate::db::sqlite::Sqlite;
use crate::error::Error;
use crate::running::Server;
use crate::verify::verify;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long the restored server may take to answer.
const HEALTH_TIMEOUT: Duration = Duration::from_secs(10);

/// What came of a drill.
pub struct Drill {
    pub head: Head,
    pub counts: Counts,
    /// What is wrong, as [`verify`] says it.
    pub problems: Vec<String>,
    pub took: Duration,
}

/// Restores a copy into an embedded database in a new folder below `beside`, verifies it, starts a server on it and
/// asks for its health; then deletes the folder. Nothing of the real database is touched.
///
/// # Errors
/// Where a step fails.
pub fn drill(path: &Path, beside: &Path, config: &Config) -> Result<Drill, Error> {
    let begun = Instant::now();
    let folder = Folder(beside.join(format!("restore-drill-{}", std::process::id())));
    let (head, counts, problems) = {
        let db = Sqlite::open(&folder.0)?;
        let (head, counts) = restore(&db, path, config.clock.now())?;
        (head, counts, verify(&db)?.problems)
    };
    let running = Server::start(Config { clock: config.clock.clone(), ..Config::new(&folder.0) })?;
    let healthy = health(running.address);
    let address = running.address;
    running.stop();
    healthy.map_err(|error| Error::Listen(address, error))?;
    Ok(Drill { head, counts, problems, took: begun.elapsed() })
}

fn health(address: SocketAddr) -> std::io::Result<()> {
    let mut stream = TcpStream::connect_timeout(&address, HEALTH_TIMEOUT)?;
    stream.set_read_timeout(Some(HEALTH_TIMEOUT))?;
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    if answer.starts_with("HTTP/1.1 200") { Ok(()) } else { Err(std::io::Error::other("it is not healthy")) }
}

/// Everybody's records lie in it: it goes, whatever happens.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::error!(%error, folder = %self.0.display(), "remove it by hand");
        }
    }
}
