//! The contract of every back end, on SQLite.

mod contract;

use server::db::sqlite::Sqlite;

/// An empty database and the folder that holds it.
fn make() -> (Sqlite, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (Sqlite::open(folder.path()).expect("a database"), folder)
}

contract_suite!(make);

/// As the administrator's commands do beside a running server.
#[test]
fn what_another_process_writes_is_news() {
    let (db, folder) = make();
    let other = Sqlite::open(folder.path()).expect("the same database");
    contract::listening::what_another_process_writes_is_news(&db, &other);
}
