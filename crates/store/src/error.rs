//! What can go wrong with the database. A variant exists because somebody does something else for it.

use domain::RecordKey;

/// Result of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the database did not do it. Messages hold no content of records.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file is not a database of this key, or parts of it cannot be read. Nothing was deleted.
    #[error("the database is damaged")]
    Damaged,
    /// Written by a newer version of the app; untouched.
    #[error("the database is of a newer version")]
    NewerVersion,
    /// There is no room on the disk; the transaction did not happen.
    #[error("the disk is full")]
    DiskFull,
    /// The disk cannot be read or written; the transaction did not happen.
    #[error("the disk cannot be read or written")]
    Io,
    /// A change on a record that is not on this laptop.
    #[error("no such record: {:?} {}", .0.kind, .0.id)]
    NotFound(RecordKey),
    /// A change larger than [`crate::MAX_CHANGE_BYTES`]; it could never be sent.
    #[error("the change is too large")]
    TooLarge,
    /// Nobody is signed in on this database yet.
    #[error("not enrolled")]
    NotEnrolled,
    /// A defect.
    #[error("unexpected answer of the database")]
    Sql(#[source] rusqlite::Error),
    /// A defect: a stored value is not what this version writes.
    #[error("unexpected value in the database")]
    Json(#[source] serde_json::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::*;
        let extended = error.sqlite_error().map(|e| e.extended_code);
        match error.sqlite_error_code() {
            Some(NotADatabase | DatabaseCorrupt) => Error::Damaged,
            Some(DiskFull) => Error::DiskFull,
            // SQLite grows the file beside the journal by writing to it, and reports any failure of that as this one.
            Some(SystemIoFailure) if extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => Error::DiskFull,
            Some(SystemIoFailure | CannotOpen | ReadOnly | PermissionDenied) => Error::Io,
            _ if comes_from_damage(&error) => Error::Damaged,
            _ => Error::Sql(error),
        }
    }
}

/// SQLCipher gives zeros for a later page of a long value whose seal is broken, and may report the page only with the
/// next statement, as an error without a reason. So text that cannot have been written here is damage as well.
fn comes_from_damage(error: &rusqlite::Error) -> bool {
    match error {
        rusqlite::Error::SqliteFailure(code, text) => {
            let text = text.as_deref().unwrap_or("SQL logic error");
            code.extended_code == rusqlite::ffi::SQLITE_ERROR && ["SQL logic error", "malformed JSON"].contains(&text)
        }
        rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::Utf8Error(..) => true,
        _ => false,
    }
}

impl From<serde_json::Error> for Error {
    /// See [`comes_from_damage`].
    fn from(error: serde_json::Error) -> Self {
        if error.is_syntax() || error.is_eof() { Error::Damaged } else { Error::Json(error) }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::DiskFull,
            _ => Error::Io,
        }
    }
}
