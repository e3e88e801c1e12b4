//! The PostgreSQL back end: any number of server processes on one database.
//!
//! Invariants:
//! - one transaction writes at a time, and reads see one moment ([`session`]);
//! - a transaction that lost a race or its connection before the commit is run again; after a commit whose outcome is
//!   not known nothing is, and whoever asked is told that it failed;
//! - nothing that processes must agree on is in the memory of one of them;
//! - migrations only go forward, one process at a time; a newer database is refused untouched.

mod address;
mod columns;
mod connection;
mod failure;
mod listening;
mod migrations;
mod pending;
mod read;
mod scan;
mod session;
mod tls;
mod write;

use super::{Database, DatabaseUrl, DbError, News, Reader, Result, Writer};
use address::Address;
use connection::{Connection, Pool};
use failure::{is_lost, may_try_again};
use listening::Ear;
use session::{Access, Session};

/// How often a transaction is run before its failure counts.
const ATTEMPTS: usize = 3;

/// A PostgreSQL database.
pub struct Postgres {
    pool: Pool,
    ear: Ear,
}

/// Why a transaction stopped.
enum Stopped {
    /// Nothing is stored; it may be run again.
    Undone(DbError),
    /// Whether it was committed is not known.
    Unknown(DbError),
}

impl Postgres {
    /// Connects to a `postgres://` address, and migrates.
    ///
    /// # Errors
    /// Where it cannot be reached, is not fit, or is of a newer version.
    pub fn open(url: &DatabaseUrl) -> Result<Self> {
        let address = Address::parse(&url.0)?;
        let mut connection = Connection::open(&address)?;
        migrations::check(&mut connection)?;
        migrations::migrate(&mut connection)?;
        Ok(Self { pool: Pool::new(address.clone()), ear: Ear::new(address) })
    }

    fn run(&self, access: Access, work: &mut dyn FnMut(&mut Session<'_>) -> Result<()>) -> Result<()> {
        for attempt in 1.. {
            let stopped = match transact(&mut *self.pool.take()?, access, work) {
                Ok(()) => break,
                Err(stopped) => stopped,
            };
            let (error, again) = match stopped {
                Stopped::Undone(error) => {
                    let again = attempt < ATTEMPTS && may_try_again(&error);
                    (error, again)
                }
                Stopped::Unknown(error) => (error, false),
            };
            if is_lost(&error) {
                self.pool.forget_idle();
            }
            if !again {
                return Err(error);
            }
        }
        Ok(())
    }
}

fn transact(
    connection: &mut Connection,
    access: Access,
    work: &mut dyn FnMut(&mut Session<'_>) -> Result<()>,
) -> Result<(), Stopped> {
    let mut session = Session::begin(connection, access).map_err(Stopped::Undone)?;
    match work(&mut session).and_then(|()| session.complete()) {
        Ok(()) if access == Access::Write => session.commit().map_err(Stopped::Unknown),
        Ok(()) => session.commit().map_err(Stopped::Undone),
        Err(error) => {
            session.roll_back();
            Err(Stopped::Undone(error))
        }
    }
}

impl Database for Postgres {
    fn read(&self, work: &mut dyn FnMut(&mut dyn Reader) -> Result<()>) -> Result<()> {
        self.run(Access::Read, &mut |session| work(session))
    }

    fn write(&self, work: &mut dyn FnMut(&mut dyn Writer) -> Result<()>) -> Result<()> {
        self.run(Access::Write, &mut |session| work(session))
    }

    fn listen(&self, news: News) {
        self.ear.listen(news);
    }
}
