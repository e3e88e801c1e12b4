//! What the server keeps its records in. Every server process of an office looks at the same.

use crate::laptop::folder;
use server::db::postgres::Postgres;
use server::db::sqlite::Sqlite;
use server::db::{Database, DatabaseUrl};
use tempfile::TempDir;

#[path = "../../../crates/server/tests/cluster/mod.rs"]
mod cluster;

/// Which of the two.
#[derive(Clone, Copy)]
pub enum Backend {
    Sqlite,
    /// Two server processes on one database.
    Postgres,
}

impl std::fmt::Display for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Backend::Sqlite => "sqlite",
            Backend::Postgres => "postgres",
        })
    }
}

/// A database, empty at first.
pub enum Rests {
    Sqlite(TempDir),
    Postgres(DatabaseUrl),
}

impl Backend {
    pub fn make(self) -> Rests {
        match self {
            Backend::Sqlite => Rests::Sqlite(folder()),
            Backend::Postgres => Rests::Postgres(DatabaseUrl(cluster::new_database())),
        }
    }
}

impl Rests {
    /// The servers that work on it.
    pub fn open(&self) -> Vec<Box<dyn Database>> {
        match self {
            Rests::Sqlite(folder) => vec![Box::new(Sqlite::open(folder.path()).expect("a database"))],
            Rests::Postgres(url) => {
                let open = || -> Box<dyn Database> { Box::new(Postgres::open(url).expect("a database")) };
                vec![open(), open()]
            }
        }
    }
}
