//! Killed while an old database becomes a new one: it opens afterwards, and holds exactly what it holds where nobody
//! killed anything.
//!
//! The old databases are made by the first migrations, which never change, and filled by hand.

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use tests::headless::open_store;
use tests::process::Process;
use tests::random::{Random, rounds};

const LAPTOP_FIRST: &str = include_str!("../../../crates/store/migrations/0001_initial.sql");
const SERVER_FIRST: &str = include_str!("../../../crates/server/src/db/sqlite/0001_first.sql");

/// Households with a change that waits each, what was set aside before there was a table for it, and a draft.
const LAPTOP_ROWS: &str = r#"
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 400)
    INSERT INTO household (id, body, receipt)
        SELECT format('00000000-0000-4000-8000-%012d', n),
               json_object('neighbourhood', 'winterslag', 'street', 'Vennestraat', 'number', format('%d', n)), 0 FROM n;
    INSERT INTO outbox (counter, change_id, kind, record, change, at)
        SELECT rowid, id, 'household', id,
               json_object('id', id, 'record', json_object('kind', 'household', 'id', id), 'op', 'create',
                           'set', json(body), 'base', json('[0,0]'), 'at', '2026-01-01T10:00:00Z',
                           'author', id, 'device', id, 'counter', rowid), 0 FROM household;
    INSERT INTO other (kind, id, body, receipt)
        SELECT 'set_aside', id, json_object('reason', 'forbidden', 'note', hex(zeroblob(400))), 1 FROM household;
    INSERT INTO draft (id, household, kind, body, created_at, updated_at)
        VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', 'visit', '{}', 0, 0);
    INSERT INTO meta (key, value) VALUES ('counter', '400');
    PRAGMA user_version = 1;"#;

const SERVER_ROWS: &str = r#"
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000)
    INSERT INTO record (kind, id, partition, epoch, n, created_by, deleted, erased, body, fields, conflicts)
        SELECT 'household', CAST(format('%016d', n) AS BLOB), 'genk/winterslag', 1, n, zeroblob(16), 0, 0,
               json_object('neighbourhood', 'winterslag', 'number', format('%d', n)), '[]', '[]' FROM n;
    INSERT INTO change (id, hash, device, counter, verdict, change, received_at)
        SELECT id, zeroblob(32), zeroblob(16), n, '{}', body, '2026-01-01T10:00:00Z' FROM record;
    INSERT INTO enrolment_code (hash, user, expires_at) VALUES (zeroblob(32), zeroblob(16), '2026-01-01T10:00:00Z');
    UPDATE meta SET n = 2000;
    PRAGMA user_version = 1;"#;

/// A kind of database.
struct Old {
    /// As `opener` calls it.
    name: &'static str,
    file: &'static str,
    key: Option<&'static str>,
    sql: [&'static str; 2],
}

/// With the key of [`open_store`].
const LAPTOP: Old = Old {
    name: "laptop",
    file: store::DATABASE_FILE,
    key: Some("x'0707070707070707070707070707070707070707070707070707070707070707'"),
    sql: [LAPTOP_FIRST, LAPTOP_ROWS],
};

const SERVER: Old =
    Old { name: "server", file: server::db::sqlite::FILE_NAME, key: None, sql: [SERVER_FIRST, SERVER_ROWS] };

impl Old {
    fn open(&self, dir: &Path) -> Connection {
        let connection = Connection::open_with_flags(
            dir.join(self.file),
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )
        .expect("to open");
        if let Some(key) = self.key {
            connection.pragma_update(None, "key", key).expect("the key");
        }
        connection
    }

    fn make(&self, dir: &Path) {
        let connection = self.open(dir);
        connection.pragma_update(None, "journal_mode", "WAL").expect("a journal");
        self.sql.iter().for_each(|sql| connection.execute_batch(sql).expect("an old database"));
    }

    /// A process that is about to open it.
    fn start(&self, dir: &Path) -> Process {
        let process = Process::start(Command::new(env!("CARGO_BIN_EXE_opener")).arg(self.name).arg(dir));
        process.until("opening");
        process
    }

    /// Returns how long it could have been killed meanwhile.
    fn migrate(&self, dir: &Path) -> Duration {
        let process = self.start(dir);
        let begun = Instant::now();
        process.until("open");
        begun.elapsed()
    }

    /// Everything in it, in order.
    fn dump(&self, dir: &Path) -> Vec<Vec<Value>> {
        let connection = self.open(dir);
        let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("to look");
        assert_eq!(sound, "ok");
        let tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL TABLE%' ORDER BY 1";
        let names = rows(&connection, tables);
        let mut all = rows(&connection, "SELECT name, sql FROM sqlite_schema ORDER BY 1");
        all.extend(rows(&connection, "PRAGMA user_version"));
        for name in names.iter().flatten() {
            let Value::Text(name) = name else { panic!("a table without a name") };
            all.extend(rows(&connection, &format!("SELECT * FROM \"{name}\" ORDER BY 1, 2")));
        }
        all
    }
}

fn rows(connection: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(sql).expect("a query");
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect());
    rows.expect("rows").collect::<Result<_, _>>().expect("values")
}

fn killed_while_migrating(old: &Old, random: &mut Random) {
    let origin = tempfile::tempdir().expect("a folder");
    old.make(origin.path());
    let fresh = || {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::copy(origin.path().join(old.file), dir.path().join(old.file)).expect("to copy");
        dir
    };
    let whole = fresh();
    let longest = old.migrate(whole.path());
    let wanted = old.dump(whole.path());
    let before = old.dump(fresh().path());
    assert!(before.len() > 400 && before != wanted, "there is something to migrate");

    let mut halfway = 0;
    for round in 0..rounds(50, 1_000) {
        let dir = fresh();
        let process = old.start(dir.path());
        let alive = random.below(longest.as_micros() as usize);
        std::thread::sleep(Duration::from_micros(alive as u64));
        process.kill();
        let touched = dir.path().read_dir().expect("the folder").count() > 1;
        let found = old.dump(dir.path());
        assert!(found == before || found == wanted, "round {round}: something between, after {alive} µs");
        halfway += usize::from(found == before && touched);
        old.migrate(dir.path());
        assert!(old.dump(dir.path()) == wanted, "round {round}: another database, after {alive} µs");
    }
    println!("{halfway} in the middle");
    assert!(halfway > 0, "nothing was killed in the middle");
}

#[test]
fn a_laptop_that_is_killed_while_it_migrates() {
    killed_while_migrating(&LAPTOP, &mut Random::seeded("laptops migrating", 7));
    let dir = tempfile::tempdir().expect("a folder");
    LAPTOP.make(dir.path());
    let store = open_store(dir.path()).expect("an old laptop opens");
    assert_eq!(store.read(|r| r.pending_count()).expect("to read"), 400);
}

#[test]
fn a_server_that_is_killed_while_it_migrates() {
    killed_while_migrating(&SERVER, &mut Random::seeded("servers migrating", 8));
}
