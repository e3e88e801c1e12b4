//! Makes a database fit for this version, or says why it is not.

use super::columns::get;
use super::connection::Connection;
use super::failure::Failure;
use crate::db::{DbError, Result};

/// In order; the number of a migration is its place.
const MIGRATIONS: &[&str] = &[include_str!("0001_first.sql"), include_str!("0002_skew.sql")];
/// Whoever migrates holds this lock of the database: "HGH" in bytes, and nobody else's.
const LOCK: i64 = 0x48_47_48;
/// The first version that has what we use; older ones are no longer mended.
const OLDEST_VERSION: u32 = 140_000;

/// Refuses what would lose or garble things later.
pub fn check(connection: &mut Connection) -> Result<()> {
    let sql =
        "SELECT current_setting('server_version_num'), current_setting('server_encoding'), current_setting('fsync')";
    let facts = connection.batch(sql)?;
    let is = |i: usize, wanted: &str| facts.get(i).is_some_and(|fact| fact == wanted);
    let version = facts.first().and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
    let problem = match () {
        () if version < OLDEST_VERSION => "PostgreSQL 14 or newer is needed",
        () if !is(1, "UTF8") => "the database's encoding has to be UTF8",
        () if !is(2, "on") => "fsync is off: what is answered would not be on disk",
        () => return Ok(()),
    };
    Err(Failure::new(problem).into())
}

/// Brings the schema up to date. Of several processes that start together, one does it and the others wait.
pub fn migrate(connection: &mut Connection) -> Result<()> {
    let known = MIGRATIONS.len() as i64;
    connection.clean = false;
    connection.client.batch_execute("BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0")?;
    connection.query("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
    let found = version(connection)?;
    if found > known {
        return Err(DbError::NewerSchema { found, known });
    }
    if found < known {
        for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
            connection.client.batch_execute(migration)?;
        }
        connection.query("UPDATE schema_version SET version = $1", &[&known])?;
    }
    Ok(connection.commit()?)
}

fn version(connection: &mut Connection) -> Result<i64> {
    let there = connection.query("SELECT to_regclass('schema_version') IS NOT NULL AS there", &[])?;
    if !there.first().is_some_and(|row| get(row, "there").unwrap_or(false)) {
        return Ok(0);
    }
    let rows = connection.query("SELECT version FROM schema_version", &[])?;
    rows.first().map_or(Err(DbError::Damaged("schema_version")), |row| get(row, "version"))
}
