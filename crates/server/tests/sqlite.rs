//! The contract of every back end, on SQLite.

mod contract;

use server::db::sqlite::Sqlite;

/// An empty database and the folder that holds it.
fn make() -> (Sqlite, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (Sqlite::open(folder.path()).expect("a database"), folder)
}

contract_suite!(make);
