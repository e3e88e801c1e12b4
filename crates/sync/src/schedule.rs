//! When to run: at once after a change, every few seconds while online, and after a failure again and again, with
//! pauses that grow to 4 seconds.

use crate::{Engine, Problem, Status, Transport};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

/// Between two questions for news while all is well. With the longest pause it bounds how long a visit takes from one
/// laptop's outbox to another's screen once the server is back: under 10 seconds.
const POLL_MS: u64 = 3_000;
const FIRST_PAUSE_MS: u64 = 1_000;
const LONGEST_PAUSE_MS: u64 = 4_000;
/// After a refusal that time alone does not change.
const REFUSED_PAUSE_MS: u64 = 60_000;

/// The running engine. Dropping it stops it.
pub struct Handle {
    signals: Arc<Signals>,
    stopped: Arc<AtomicBool>,
    status: watch::Receiver<Status>,
    ran: watch::Receiver<bool>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Signals {
    changed: Notify,
    now: Notify,
}

impl Handle {
    /// Something was written: send it if it is a change. Cheap; call it after every write.
    pub fn wake(&self) {
        self.signals.changed.notify_one();
    }

    /// A person asks for contact now.
    pub fn send_now(&self) {
        self.signals.now.notify_one();
    }

    /// Nothing is sent and nobody is told anything after this; what is being written to disk is finished.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.task.abort();
    }

    /// How it goes.
    pub fn status(&self) -> watch::Receiver<Status> {
        self.status.clone()
    }

    /// Until the first run has ended, well or not.
    pub async fn first_contact(&self) {
        // An error means that the engine was stopped.
        let _ = self.ran.clone().wait_for(|ran| *ran).await;
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Runs `engine` until the handle is dropped. `on_status` is called on a blocking thread, one call at a time.
pub fn spawn<T: Transport>(
    runtime: &tokio::runtime::Handle,
    mut engine: Engine<T>,
    on_status: impl Fn(&Status) + Send + Sync + 'static,
) -> Handle {
    engine.reporter.listen(Arc::new(on_status));
    let signals = Arc::new(Signals::default());
    let (ran_sender, ran) = watch::channel(false);
    let (stopped, status) = (Arc::clone(&engine.reporter.stopped), engine.reporter.watch());
    let task = runtime.spawn(run(engine, Arc::clone(&signals), ran_sender));
    Handle { signals, stopped, status, ran, task }
}

async fn run<T: Transport>(mut engine: Engine<T>, signals: Arc<Signals>, ran: watch::Sender<bool>) {
    engine.load_last_contact().await;
    let mut failures = 0;
    loop {
        let mut known = engine.pending().await.unwrap_or(0);
        let pause = match engine.run_once().await {
            Ok(outcome) => {
                (failures, known) = (0, 0);
                let now = engine.now();
                tracing::debug!(pushed = outcome.pushed, pulled = outcome.pulled, "contact");
                engine
                    .reporter
                    .tell(|status| {
                        *status = Status { online: true, last_contact_at: Some(now), ..Status::default() };
                    })
                    .await;
                POLL_MS
            }
            Err(problem) => {
                failures += 1;
                tracing::debug!(%problem, failures, "no contact");
                engine.reporter.tell(|status| no_contact(status, problem)).await;
                pause_ms(problem, failures)
            }
        };
        ran.send_replace(true);
        rest(&engine, &signals, Duration::from_millis(jittered(pause)), known).await;
    }
}

fn no_contact(status: &mut Status, problem: Problem) {
    status.online = false;
    status.sending = None;
    status.problem = Some(problem);
}

/// Waits for the pause to pass, for a person's wish, or until more than the `known` number of changes wait. A write
/// that adds none (of a draft, say) wakes nobody: else every answer typed offline would try the network.
async fn rest<T: Transport>(engine: &Engine<T>, signals: &Signals, pause: Duration, mut known: u32) {
    let deadline = tokio::time::Instant::now() + pause;
    loop {
        tokio::select! {
            () = tokio::time::sleep_until(deadline) => return,
            () = signals.now.notified() => return,
            () = signals.changed.notified() => {
                let waiting = engine.pending().await.unwrap_or(0);
                if waiting > known {
                    return;
                }
                known = waiting;
            }
        }
    }
}

/// How long to wait after so many failures in a row.
fn pause_ms(problem: Problem, failures: u32) -> u64 {
    if !problem.is_passing() {
        return REFUSED_PAUSE_MS;
    }
    let doublings = failures.saturating_sub(1).min(3);
    (FIRST_PAUSE_MS << doublings).min(LONGEST_PAUSE_MS)
}

/// Between three quarters and the whole, so that a street of laptops does not knock in step.
fn jittered(pause_ms: u64) -> u64 {
    let mut byte = [0_u8; 2];
    // Without random numbers there is no jitter, and no harm.
    let _ = getrandom::fill(&mut byte);
    pause_ms - pause_ms / 4 * u64::from(u16::from_le_bytes(byte)) / u64::from(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_four_seconds() {
        let pauses: Vec<u64> = (1..7).map(|n| pause_ms(Problem::Unreachable, n)).collect();
        assert_eq!(pauses, [1_000, 2_000, 4_000, 4_000, 4_000, 4_000]);
        assert!((0..1_000).all(|_| (3_000..=4_000).contains(&jittered(4_000))));
    }
}
