//! Sending what waits. While the server works on a batch, the answers to the one before are written down and the next
//! one is read.

use crate::engine::{MOST_CHANGES, UNREAD};
use crate::transport::RawPush;
use crate::{Engine, Problem, Transport};
use chrono::{DateTime, Utc};
use domain::ChangeId;
use protocol::{Cursor, Push, Pushed};
use store::{Pending, Writer};

/// Bytes of one push before it is packed, about; a single change may be larger.
const BATCH_BYTES: usize = 4 * 1024 * 1024;

/// Answers that are not written down yet, and when they came.
type Answered = (Pushed, DateTime<Utc>);

impl<T: Transport> Engine<T> {
    /// Sends everything that waits; returns how many changes got their verdict.
    ///
    /// # Errors
    /// As [`Engine::run_once`].
    pub async fn push(&mut self) -> Result<usize, Problem> {
        let epoch = Some(self.cursor().await?.epoch).filter(|epoch| *epoch != UNREAD);
        let mut done = 0;
        loop {
            let changes = self.first_batch().await?;
            if changes.is_empty() {
                break;
            }
            let result = self.push_row(changes, epoch, &mut done).await;
            if result.is_err() {
                self.reporter.tell(|status| status.sending = None).await;
            }
            result?;
        }
        if done > 0 {
            self.reporter.tell(|status| (status.sending, status.records_changed) = (None, true)).await;
        }
        Ok(done)
    }

    /// Sends a batch and those after it, until nothing more waits or one has to be sent in smaller parts. Counts in `done`.
    async fn push_row(&mut self, first: Vec<Pending>, epoch: Option<u64>, done: &mut usize) -> Result<(), Problem> {
        let mut changes = first;
        let mut answered: Option<Answered> = None;
        let mut waiting = self.pending().await? as usize;
        while let Some(last) = changes.last().map(|change| change.counter) {
            self.in_flight = Some(last);
            let (now, all) = (*done, *done + waiting);
            self.reporter.tell(|status| status.sending = Some((count(now), count(all)))).await;
            let sent = changes.len();
            let (ids, changes_as_json): (Vec<_>, Vec<_>) = changes.into_iter().map(|c| (c.id, c.json)).unzip();
            let push = Push { epoch, sent_at: Some(self.now()), ..Push::of(changes_as_json) };
            let (answer, next) = tokio::join!(self.ask(&push, &ids), self.note_and_read(answered.take(), last));
            let next = next?;
            match answer {
                Ok(pushed) => answered = Some((pushed, self.now())),
                Err(problem) => return self.after_failed_push(problem, sent),
            }
            (*done, waiting) = (*done + sent, waiting.saturating_sub(sent));
            (self.in_flight, self.broken_off) = (None, 0);
            self.batch = (self.batch * 2).min(MOST_CHANGES);
            changes = next;
        }
        self.noted_contact_at = answered.as_ref().map(|(_, at)| *at);
        self.note_and_read(answered, u64::MAX).await.map(drop)
    }

    /// The oldest changes that wait. After a failure, the same ones again.
    async fn first_batch(&self) -> Result<Vec<Pending>, Problem> {
        let limit = self.batch;
        let batch = self.blocking(move |store| store.read(|r| r.pending_batch(0, limit, BATCH_BYTES)));
        let mut changes = batch.await?;
        if let Some(last) = self.in_flight {
            changes.retain(|change| change.counter <= last);
        }
        Ok(changes)
    }

    /// Exactly one verdict for each change, in order.
    async fn ask(&self, push: &RawPush, ids: &[ChangeId]) -> Result<Pushed, Problem> {
        let pushed = self.transport.push(push).await?;
        let fits = ids.iter().eq(pushed.verdicts.iter().map(|verdict| &verdict.change));
        if fits { Ok(pushed) } else { Err(Problem::Malformed) }
    }

    /// Writes answers down, and reads what waits after `counter`: by one connection, which has in its memory already what
    /// it will write the next answers beside. Where that fails the answers are asked for again.
    async fn note_and_read(&self, answered: Option<Answered>, counter: u64) -> Result<Vec<Pending>, Problem> {
        // As many as there may be once the batch before has its answer.
        let limit = (self.batch * 2).min(MOST_CHANGES);
        let read = self.blocking(move |store| {
            store.write(|w| {
                if let Some((Pushed { verdicts, epoch }, at)) = answered {
                    w.apply_verdicts(&verdicts, at)?;
                    note_epoch(w, epoch)?;
                    w.set_last_contact_at(at)?;
                }
                w.pending_batch(counter, limit, BATCH_BYTES)
            })
        });
        read.await
    }

    /// The same changes again the first time; then fewer at a time, for a network that never lasts long enough.
    fn after_failed_push(&mut self, problem: Problem, sent: usize) -> Result<(), Problem> {
        if problem == Problem::TooLarge && sent > 1 {
            (self.batch, self.in_flight) = (sent / 2, None);
            return Ok(());
        }
        if problem == Problem::Unreachable {
            self.broken_off += 1;
            if self.broken_off > 1 && sent > 1 {
                (self.batch, self.in_flight) = (sent / 2, None);
            }
        }
        Err(problem)
    }
}

/// Also before anything is read: where the server is restored meanwhile, it may have lost what it just answered.
fn note_epoch(w: &mut Writer<'_>, epoch: Option<u64>) -> store::Result<()> {
    let cursor: Cursor = w.cursor()?.unwrap_or_default();
    let Some(epoch) = epoch.filter(|_| cursor.epoch == UNREAD) else { return Ok(()) };
    // Reading begins at the beginning, as it would have.
    let grants = cursor.grants.into_keys().map(|grant| (grant, 0)).collect();
    w.set_cursor(&Cursor { epoch, grants })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
