//! One connection, and the few that are kept open.

use super::address::Address;
use super::failure::Failure;
use postgres::error::Severity;
use postgres::types::ToSql;
use postgres::{Client, Row, SimpleQueryMessage, Statement};
use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The most connections of this process beside the one that listens. PostgreSQL allows 100 for everybody, unless told.
const MAX_OPEN: usize = 16;
/// How long a request waits for one of them.
const WAIT: Duration = Duration::from_secs(10);
/// Whatever the database's own defaults are: limits on what may hold up the others; each statement planned once, and
/// by index (from a guess at how much there is after a cursor, PostgreSQL reads and sorts a whole neighbourhood), without
/// compiling it (what no index serves, such as the one row of `meta`, counts as very dear then, and compiling it takes
/// 10 ms and more each time); and the promise that what is answered is on disk, also on the standby where there is a synchronous one.
const SET_UP: &str = "SET statement_timeout = '30s'; SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '60s';
    SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off;
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')";

/// A connection with the statements that it knows.
pub struct Connection {
    pub client: Client,
    statements: HashMap<&'static str, Statement>,
    /// No transaction is open.
    pub clean: bool,
    warned: Arc<AtomicBool>,
}

impl Connection {
    pub fn open(address: &Address) -> Result<Self, Failure> {
        let warned = Arc::new(AtomicBool::new(false));
        let mut config = address.config.clone();
        let heard = warned.clone();
        config.notice_callback(move |notice| {
            if notice.parsed_severity() == Some(Severity::Warning) {
                heard.store(true, Ordering::Relaxed);
            }
        });
        let mut client = config.connect(address.tls.clone())?;
        client.batch_execute(SET_UP)?;
        Ok(Self { client, statements: HashMap::new(), clean: true, warned })
    }

    pub fn query(&mut self, sql: &'static str, params: &[&(dyn ToSql + Sync)]) -> Result<Vec<Row>, Failure> {
        let statement = match self.statements.get(sql) {
            Some(statement) => statement.clone(),
            None => {
                let statement = self.client.prepare(sql)?;
                self.statements.insert(sql, statement.clone());
                statement
            }
        };
        Ok(self.client.query(&statement, params)?)
    }

    /// The first row of several statements at once, as texts.
    pub fn batch(&mut self, sql: &str) -> Result<Vec<String>, Failure> {
        for message in self.client.simple_query(sql)? {
            if let SimpleQueryMessage::Row(row) = message {
                return Ok((0..row.len()).map(|i| row.get(i).unwrap_or_default().to_owned()).collect());
            }
        }
        Ok(Vec::new())
    }

    /// Commits. PostgreSQL only warns where it stopped waiting for the standby: that is no commit to rely on.
    pub fn commit(&mut self) -> Result<(), Failure> {
        self.warned.store(false, Ordering::Relaxed);
        self.client.batch_execute("COMMIT")?;
        if self.warned.load(Ordering::Relaxed) {
            return Err(Failure::new("committed with a warning: perhaps the standby does not have it"));
        }
        self.clean = true;
        Ok(())
    }
}

/// Connections to one address.
pub struct Pool {
    address: Address,
    state: Mutex<State>,
    freed: Condvar,
}

#[derive(Default)]
struct State {
    idle: Vec<Connection>,
    /// Idle ones and those in use.
    open: usize,
}

impl Pool {
    pub fn new(address: Address) -> Self {
        Self { address, state: Mutex::default(), freed: Condvar::new() }
    }

    /// An idle connection, or a new one; waits where too many are open.
    pub fn take(&self) -> Result<Pooled<'_>, Failure> {
        let full = |state: &mut State| state.idle.is_empty() && state.open >= MAX_OPEN;
        let waited = self.freed.wait_timeout_while(self.state(), WAIT, full);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if let Some(connection) = state.idle.pop() {
            return Ok(Pooled { pool: self, connection: Some(connection) });
        }
        if state.open >= MAX_OPEN {
            return Err(Failure::new("no connection became free"));
        }
        state.open += 1;
        drop(state);
        let mut pooled = Pooled { pool: self, connection: None };
        pooled.connection = Some(Connection::open(&self.address)?);
        Ok(pooled)
    }

    /// Closes what is idle: where one connection is lost, most likely they all are.
    pub fn forget_idle(&self) {
        let mut state = self.state();
        state.open -= state.idle.len();
        let idle = std::mem::take(&mut state.idle);
        drop(state);
        self.freed.notify_all();
        drop(idle);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pool {
    /// On a thread of its own, because a connection may not be closed among asynchronous tasks.
    fn drop(&mut self) {
        let idle = std::mem::take(&mut self.state().idle);
        if !idle.is_empty() {
            // A panic there was reported by itself.
            let _ = std::thread::spawn(move || drop(idle)).join();
        }
    }
}

/// A connection in use; goes back when dropped, unless something is open on it.
pub struct Pooled<'p> {
    pool: &'p Pool,
    /// None while connecting.
    connection: Option<Connection>,
}

impl Deref for Pooled<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "handed out with a connection")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a connection")
    }
}

impl DerefMut for Pooled<'_> {
    #[expect(clippy::expect_used, reason = "handed out with a connection")]
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("a connection")
    }
}

impl Drop for Pooled<'_> {
    fn drop(&mut self) {
        let mut state = self.pool.state();
        match self.connection.take() {
            Some(connection) if connection.clean => state.idle.push(connection),
            closed => {
                state.open -= 1;
                drop(state);
                drop(closed);
            }
        }
        self.pool.freed.notify_one();
    }
}
