//! Group commit: what laptops push at the same moment shares one transaction, and so one wait for the disk.
//!
//! Invariants:
//! - nobody is answered before the transaction is durable;
//! - where the shared transaction fails, each write is tried again in one of its own: one that fails fails alone.

use crate::db::{Database, DbError, Result, Writer};
use crate::push::Known;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use tokio::sync::oneshot;

/// The most writes that share a transaction.
const MOST: usize = 256;

/// The most that may wait. Who comes after is told to try again: a database that stands still shall not fill the memory.
const MOST_WAITING: usize = 4 * MOST;

/// Writes that wait for the one who writes.
pub struct Group {
    queue: mpsc::SyncSender<Job>,
    failing: Arc<AtomicBool>,
}

type Work = Box<dyn FnMut(&mut dyn Writer, &mut Known) -> Result<()> + Send>;

struct Job {
    work: Work,
    done: oneshot::Sender<Result<()>>,
}

impl Group {
    /// Starts the thread that writes to `db`. It ends with the group.
    ///
    /// # Errors
    /// Where there is no thread to be had.
    pub fn start(db: Arc<dyn Database>) -> std::io::Result<Self> {
        let (queue, jobs) = mpsc::sync_channel(MOST_WAITING);
        let failing = Arc::new(AtomicBool::new(false));
        let fails = Arc::clone(&failing);
        std::thread::Builder::new().name("writer".to_owned()).spawn(move || run(&*db, &jobs, &fails))?;
        Ok(Self { queue, failing })
    }

    /// Whether the last write failed.
    pub fn is_failing(&self) -> bool {
        self.failing.load(Ordering::Relaxed)
    }

    /// Runs `work` in a transaction, perhaps with others, perhaps more than once; durable when this is `Ok`.
    ///
    /// # Errors
    /// Those of `work`, or where the database fails; nothing of `work` is stored then.
    pub async fn write<T: Send + 'static>(
        &self,
        mut work: impl FnMut(&mut dyn Writer, &mut Known) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let result = Arc::new(Mutex::new(None));
        let slot = Arc::clone(&result);
        let work: Work = Box::new(move |w, known| {
            let out = work(w, known)?;
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(out);
            Ok(())
        });
        let (done, answer) = oneshot::channel();
        let sent = self.queue.try_send(Job { work, done });
        let ended = DbError::Damaged("queue of writes");
        if sent.is_err() {
            return Err(ended);
        }
        // Nobody answers where the work panicked.
        let Ok(answer) = answer.await else { return Err(ended) };
        answer?;
        let out = result.lock().unwrap_or_else(PoisonError::into_inner).take();
        out.ok_or(ended)
    }
}

fn run(db: &dyn Database, jobs: &mpsc::Receiver<Job>, failing: &AtomicBool) {
    while let Ok(first) = jobs.recv() {
        let mut together = vec![first];
        together.extend(jobs.try_iter().take(MOST - 1));
        // Who was told meanwhile that nothing was stored sends it again: it is not stored behind their back.
        together.retain(|job| !job.done.is_closed());
        if let Ok(wrote) = commit(db, &mut together) {
            note(failing, &Ok(wrote));
            for job in together {
                // Who asked may have gone.
                let _ = job.done.send(Ok(()));
            }
            continue;
        }
        for mut job in together {
            if let Ok(result) = commit_caught(db, std::slice::from_mut(&mut job)) {
                note(failing, &result);
                let _ = job.done.send(result.map(drop));
            }
        }
    }
}

/// What wrote nothing says nothing of the disk.
fn note(failing: &AtomicBool, result: &Result<bool>) {
    match result {
        Ok(false) => {}
        Ok(true) => failing.store(false, Ordering::Relaxed),
        Err(_) => failing.store(true, Ordering::Relaxed),
    }
}

/// All of them in one transaction, or none. Says whether any took a number, and so wrote.
fn commit(db: &dyn Database, jobs: &mut [Job]) -> Result<bool> {
    commit_caught(db, jobs).unwrap_or(Err(DbError::Damaged("write")))
}

/// An error of the outer kind is a panic.
fn commit_caught(db: &dyn Database, jobs: &mut [Job]) -> std::result::Result<Result<bool>, ()> {
    let all = AssertUnwindSafe(|| {
        db.writing(|w| {
            let mut known = Known::default();
            let before = w.sequence()?;
            jobs.iter_mut().try_for_each(|job| (job.work)(w, &mut known))?;
            Ok(w.sequence()? != before)
        })
    });
    catch_unwind(all).map_err(|_| tracing::error!("a write panicked"))
}
