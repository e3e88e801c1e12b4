//! What PostgreSQL said when it did not do something, in words that are fit for a log: an error of the classes that
//! quote values (22 and 23) is named by its code alone.

use crate::db::DbError;
use postgres::error::SqlState;
use std::fmt;

/// An error of the database or of the way to it.
#[derive(Debug)]
pub struct Failure {
    code: Option<SqlState>,
    words: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for Failure {}

impl Failure {
    /// One that no answer of the database tells.
    pub fn new(words: impl Into<String>) -> Self {
        Self { code: None, words: words.into() }
    }

    /// The connection is of no use any more, or leads to a database that takes no writes: another may be found.
    fn is_lost(&self) -> bool {
        let Some(code) = &self.code else { return true };
        code.code().starts_with("08")
            || [
                SqlState::ADMIN_SHUTDOWN,
                SqlState::CRASH_SHUTDOWN,
                SqlState::CANNOT_CONNECT_NOW,
                SqlState::READ_ONLY_SQL_TRANSACTION,
                SqlState::IDLE_IN_TRANSACTION_SESSION_TIMEOUT,
            ]
            .contains(code)
    }

    /// The transaction lost a race against another.
    fn is_race(&self) -> bool {
        let races = [SqlState::T_R_SERIALIZATION_FAILURE, SqlState::T_R_DEADLOCK_DETECTED];
        self.code.as_ref().is_some_and(|code| races.contains(code))
    }
}

impl From<postgres::Error> for Failure {
    fn from(error: postgres::Error) -> Self {
        let code = error.code().cloned();
        let words = match error.as_db_error() {
            Some(db) if quotes_values(db.code()) => format!("SQLSTATE {}", db.code().code()),
            Some(db) => format!("{} (SQLSTATE {})", db.message(), db.code().code()),
            None => match std::error::Error::source(&error) {
                Some(source) => format!("{error}: {source}"),
                None => error.to_string(),
            },
        };
        Self { code, words }
    }
}

fn quotes_values(code: &SqlState) -> bool {
    ["22", "23"].contains(&code.code().get(..2).unwrap_or_default())
}

impl From<Failure> for DbError {
    fn from(failure: Failure) -> Self {
        DbError::Backend(Box::new(failure))
    }
}

impl From<postgres::Error> for DbError {
    fn from(error: postgres::Error) -> Self {
        Failure::from(error).into()
    }
}

/// Whether the connection that this came from is of no use any more.
pub fn is_lost(error: &DbError) -> bool {
    matches!(error, DbError::Backend(source) if source.downcast_ref().is_some_and(Failure::is_lost))
}

/// Whether the same transaction may succeed when it is run again.
pub fn may_try_again(error: &DbError) -> bool {
    is_lost(error) || matches!(error, DbError::Backend(source) if source.downcast_ref().is_some_and(Failure::is_race))
}
