//! The contract of every back end, on PostgreSQL, and what only this one must do.

#![allow(clippy::unwrap_used, reason = "tests")]

mod cluster;
mod contract;

use chrono::TimeDelta;
use cluster::Cluster;
use contract::world::{Person, accepted, household, id, noon};
use domain::{Change, Kind, Role, UserId};
use server::DbError;
use server::db::postgres::Postgres;
use server::db::{Database, DatabaseUrl, EnrolmentCode};
use server::push::{Author, push};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

fn open(url: &str) -> Postgres {
    Postgres::open(&DatabaseUrl(url.to_owned())).unwrap()
}

/// An empty database.
fn make() -> (Postgres, ()) {
    (open(&cluster::new_database()), ())
}

contract_suite!(make);

#[test]
fn what_another_process_writes_is_news() {
    let url = cluster::new_database();
    contract::listening::what_another_process_writes_is_news(&open(&url), &open(&url));
}

#[test]
fn servers_that_start_together_migrate_once() {
    let url = cluster::new_database();
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| open(&url));
        }
    });
    let database = url_name(&url);
    assert_eq!(cluster::shared().sql(database, "SELECT count(*), max(version) FROM schema_version"), "1|2");
    assert_eq!(cluster::shared().sql(database, "SELECT count(*) FROM meta"), "1");
}

#[test]
fn a_newer_database_is_refused_untouched() {
    let url = cluster::new_database();
    drop(open(&url));
    let database = url_name(&url);
    cluster::shared().sql(database, "UPDATE schema_version SET version = 99");
    let refused = Postgres::open(&DatabaseUrl(url.clone()));
    assert!(matches!(refused, Err(DbError::NewerSchema { found: 99, .. })));
    assert_eq!(cluster::shared().sql(database, "SELECT version FROM schema_version"), "99");
}

#[test]
fn a_database_that_garbles_texts_is_refused() {
    let url = cluster::new_database();
    let database = url_name(&url);
    let name = format!("{database}_latin");
    let sql = format!("CREATE DATABASE {name} ENCODING LATIN1 LOCALE 'C' TEMPLATE template0");
    cluster::shared().sql("postgres", &sql);
    let refused = Postgres::open(&DatabaseUrl(cluster::shared().address(&name)));
    assert!(refused.err().unwrap().to_string().contains("UTF8"));
}

/// PostgreSQL answers the commit of a failed transaction without an error, and stores nothing.
#[test]
fn a_failure_that_is_passed_over_is_no_success() {
    let (db, ()) = make();
    let db: &dyn Database = &db;
    let code = EnrolmentCode { hash: [7; 32], user: UserId(id("user").0), expires_at: noon() + TimeDelta::minutes(1) };
    let result = db.writing(|w| {
        w.save_code(&code)?;
        let _ = w.save_code(&code);
        Ok(())
    });
    assert!(result.is_err());
    db.writing(|w| w.save_code(&code)).expect("nothing was stored, and the next transaction is a new one");
}

/// As from another machine: the certificate and its name are verified.
#[test]
fn tls_is_spoken_with_the_right_server_only() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let cluster = Cluster::start_with_tls(port);
    let url = |host: &str, parameters: &str| DatabaseUrl(format!("postgres://hgh@{host}:{port}/postgres?{parameters}"));
    let ours = format!("sslmode=verify-full&sslrootcert={}", cluster.authority());
    Postgres::open(&url("localhost", &ours)).unwrap();
    let refused = |url: &DatabaseUrl| Postgres::open(url).err().unwrap().to_string();
    assert!(refused(&url("127.0.0.1", &ours)).contains("certificate not valid for name"), "another name");
    assert!(refused(&url("localhost", "sslmode=require")).contains("TLS"), "nobody vouches for it");
    assert!(refused(&url("localhost", "sslmode=disable")).contains("no encryption"), "as the server demands");
}

/// Handing out a page costs what is new, not what is there: also while PostgreSQL has not counted its tables yet.
#[test]
fn a_pull_is_a_range_of_an_index() {
    let url = cluster::new_database();
    let sql = |sql: &str| cluster::shared().sql(url_name(&url), sql);
    let mut meryem = Person::visitor();
    {
        let db = open(&url);
        for batch in 0..6 {
            let house = |n: usize| id(&format!("house {batch} {n}"));
            let homes: Vec<_> = (0..500).map(|n| meryem.creation(house(n), &household("winterslag", "1"))).collect();
            assert_eq!(meryem.push(&db, &homes).iter().map(accepted).count(), 500);
        }
        while meryem.pull_page(&db, 2000).more {}
    }
    for analyzed in [false, true] {
        if analyzed {
            sql("ANALYZE");
        }
        sql("SELECT pg_stat_reset()");
        let db = open(&url);
        // More often than PostgreSQL plans anew for each call.
        for n in 0..8 {
            accepted(&meryem.create(&db, id(&format!("new {analyzed} {n}")), &household("winterslag", "2")));
            assert_eq!(meryem.pull_page(&db, 2000).records.len(), 1);
        }
        // The figures are complete once the connections are closed.
        drop(db);
        let scanned = "SELECT seq_scan, idx_tup_fetch < 1000 FROM pg_stat_user_tables WHERE relname = 'record'";
        until(&format!("only ranges are read, analyzed: {analyzed}"), || sql(scanned) == "0|t");
    }
}

/// Laptops that push one house after the other, each until it is answered, until told to stop.
#[derive(Default)]
struct Pushers {
    stop: AtomicBool,
    answered: AtomicUsize,
    failed: AtomicUsize,
}

impl Pushers {
    /// Pushes to the servers in turn while `meanwhile` runs; returns what was acknowledged.
    fn push_to(&self, servers: &[Postgres], meanwhile: impl FnOnce()) -> Vec<Change> {
        thread::scope(|scope| {
            let one = |n: usize| scope.spawn(move || self.push(&servers[n % servers.len()], n));
            let pushers: Vec<_> = (0..4).map(one).collect();
            meanwhile();
            self.stop.store(true, Ordering::Relaxed);
            pushers.into_iter().flat_map(|pusher| pusher.join().unwrap()).collect()
        })
    }

    fn push(&self, db: &dyn Database, pusher: usize) -> Vec<Change> {
        let mut person = Person::new(&format!("pusher {pusher}"), Role::Visitor, &["winterslag"]);
        let mut acknowledged = Vec::new();
        while !self.stop.load(Ordering::Relaxed) {
            let house = id(&format!("house {pusher} {}", acknowledged.len()));
            let change = person.creation(house, &household("winterslag", "1"));
            until("it is answered", || {
                let author = Author::Laptop { actor: &person.actor, device: person.device };
                let answer = push(db, contract::world::GENK, author, std::slice::from_ref(&change), noon());
                self.failed.fetch_add(usize::from(answer.is_err()), Ordering::Relaxed);
                answer.is_ok()
            });
            self.answered.fetch_add(1, Ordering::Relaxed);
            acknowledged.push(change);
        }
        acknowledged
    }

    fn wait_for(&self, answers: usize) {
        let wanted = self.answered.load(Ordering::Relaxed) + answers;
        until("pushes are answered", || self.answered.load(Ordering::Relaxed) >= wanted);
    }
}

/// Every acknowledged change is there, once, with its record; and the numbers have no gaps.
#[track_caller]
fn all_there(db: &dyn Database, acknowledged: &[Change]) {
    db.reading(|r| {
        for change in acknowledged {
            assert!(r.find_change(change.id)?.is_some_and(|logged| logged.change.as_ref() == Some(change)));
            assert!(r.find_record(&change.record)?.is_some());
        }
        assert_eq!(r.list_of_kind(&Kind::Household)?.len() as u64, r.sequence()?.1);
        Ok(())
    })
    .unwrap();
    let mut reader = Person::visitor();
    assert_eq!(reader.pull(db).records.len() as u64, db.reading(|r| r.sequence()).unwrap().1);
}

#[test]
fn cut_connections_lose_nothing_that_was_acknowledged() {
    let url = cluster::new_database();
    let servers = [open(&url), open(&url)];
    let cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    let acknowledged = Pushers::default().push_to(&servers, || {
        let mut connections = 0;
        until("many connections are cut", || {
            connections += cluster::shared().sql(url_name(&url), cut).parse::<usize>().unwrap();
            connections >= 40
        });
    });
    all_there(&servers[0], &acknowledged);
}

/// Two servers, a synchronous standby; the primary dies in the middle of pushes and the standby takes over.
#[test]
fn a_promoted_standby_has_what_was_acknowledged() {
    let primary = Cluster::start();
    let url = primary.new_database();
    let standby = Cluster::standby_of(&primary);
    primary.set("synchronous_standby_names", "*");
    let in_step = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'";
    until("the standby is in step", || primary.sql("postgres", in_step) == "1");

    let both = primary.address_with(&standby, url_name(&url));
    let servers = [open(&both), open(&both)];
    let told = Told::listening(&servers[1]);
    let pushers = Pushers::default();
    let acknowledged = pushers.push_to(&servers, || {
        pushers.wait_for(20);
        primary.kill();
        until("pushes are cut", || pushers.failed.load(Ordering::Relaxed) > 0);
        standby.promote();
        pushers.wait_for(20);
    });
    all_there(&servers[0], &acknowledged);
    until("who listens is told to look", || told.everybody.load(Ordering::Relaxed));
    let some = told.some.load(Ordering::Relaxed);
    let mut sofie = Person::new("Sofie", Role::Visitor, &["winterslag"]);
    accepted(&sofie.create(&servers[0], id("after"), &household("winterslag", "1")));
    until("news goes on", || told.some.load(Ordering::Relaxed) > some);
}

/// What a listener was told.
struct Told {
    everybody: Arc<AtomicBool>,
    some: Arc<AtomicUsize>,
}

impl Told {
    fn listening(db: &dyn Database) -> Self {
        let told = Self { everybody: Default::default(), some: Default::default() };
        let (everybody, some) = (told.everybody.clone(), told.some.clone());
        db.listen(Box::new(move |grants| match grants {
            None => everybody.store(true, Ordering::Relaxed),
            Some(_) => drop(some.fetch_add(1, Ordering::Relaxed)),
        }));
        told
    }
}

#[track_caller]
fn until(what: &str, mut is: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(60);
    while !is() {
        assert!(Instant::now() < deadline, "{what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn url_name(url: &str) -> &str {
    url.trim_start_matches("postgres://hgh@/").split('?').next().unwrap()
}
