//! What can go wrong outside a request: starting, publishing, administering. Requests answer with refusals
//! (see [`crate::http`]).

use crate::db::DbError;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the server does not start, or an administrator's command did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("{path}: {source}")]
    File { path: PathBuf, source: std::io::Error },
    #[error("{path}: {what}")]
    BadFile { path: PathBuf, what: String },
    #[error(
        "{0} is not a loopback address. Name a certificate in `[tls]`, put a proxy with HTTPS in front and set \
         `behind_proxy = true`, or listen on 127.0.0.1"
    )]
    NotLoopback(SocketAddr),
    #[error("cannot listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    #[error("the database knows no municipality: give `--municipality FILE` once")]
    NoMunicipality,
    #[error("the database is of municipality {0}, the file of {1}")]
    OtherMunicipality(String, String),
    #[error("there is no user called {0}")]
    UnknownUser(String),
    #[error("there is a user called {0} already")]
    UserExists(String),
    #[error("there is no such laptop")]
    UnknownDevice,
    #[error("no change with this id was set aside")]
    UnknownSetAside,
    #[error("there is no neighbourhood {0}")]
    UnknownNeighbourhood(String),
    #[error("the database holds records already; demo data goes into an empty one")]
    NotEmpty,
    #[error("the database is not empty: a copy goes into an empty one (move `server.db` away, or make a new database)")]
    NotEmptyForRestore,
    #[error("a restore of this database broke off: empty it and restore again")]
    HalfRestored,
    /// What was decided counts; a restore will not know of it.
    #[error("it is done, but cannot be noted in {path} ({source}): do it again after a restore from a copy")]
    NotNoted { path: PathBuf, source: std::io::Error },
    #[error("{0} things are wrong")]
    NotWhole(usize),
    #[error("the demonstration is wrong: a {0} was set aside ({1:?})")]
    Demo(String, domain::QuarantineReason),
    /// How the command line is used wrongly.
    #[error("{0}")]
    Usage(String),
}

impl Error {
    /// For `map_err` on a file operation.
    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.into();
        move |source| Error::File { path, source }
    }
}
