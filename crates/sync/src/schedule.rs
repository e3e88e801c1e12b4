//! When to run: at once after a change, and when the server says that there is something new. While the server cannot
//! be heard, every few seconds; after a failure again and again, with pauses that grow to 4 seconds. A change of the
//! network ends every pause.

use crate::transport::News;
use crate::{Engine, Problem, Status, Transport};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::Instant;

/// Between two questions for news while the server answers and says nothing on its own. With the longest pause it
/// bounds how long a visit takes from one laptop's outbox to another's screen once the server is back: under 10 seconds.
const POLL_MS: u64 = 3_000;
const FIRST_PAUSE_MS: u64 = 1_000;
const LONGEST_PAUSE_MS: u64 = 4_000;
/// After a refusal that time alone does not change.
const REFUSED_PAUSE_MS: u64 = 60_000;
/// However long a server asks to be left alone.
const LONGEST_WAIT_S: u32 = 15 * 60;
/// Between two looks at which way the server would be reached.
const LOOK_AT_WAY: Duration = Duration::from_secs(5);
/// The laptops that heard a server that ends do not all knock in the same moment.
const SPREAD_MS: u64 = 2_000;

/// The running engine. Dropping it stops it.
pub struct Handle {
    signals: Arc<Signals>,
    stopped: Arc<AtomicBool>,
    status: watch::Receiver<Status>,
    ran: watch::Receiver<bool>,
    tasks: [JoinHandle<()>; 2],
}

#[derive(Default)]
struct Signals {
    changed: Notify,
    now: Notify,
    /// A run went well: the server is there to be listened to.
    reached: Notify,
    /// The way to the server is another one.
    moved: Notify,
    /// The server says when there is something new.
    listening: AtomicBool,
    news: watch::Sender<()>,
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
        self.tasks.iter().for_each(JoinHandle::abort);
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
    let listening = runtime.spawn(listen(Arc::clone(&engine.transport), Arc::clone(&signals)));
    let running = runtime.spawn(run(engine, Arc::clone(&signals), ran_sender));
    Handle { signals, stopped, status, ran, tasks: [running, listening] }
}

/// Hears the server whenever it can be reached.
async fn listen<T: Transport>(transport: Arc<T>, signals: Arc<Signals>) {
    loop {
        signals.reached.notified().await;
        let tell = |news| {
            if news == News::Listening {
                signals.listening.store(true, Ordering::SeqCst);
            }
            signals.news.send_replace(());
        };
        let problem = tokio::select! {
            problem = transport.listen(tell) => problem,
            () = signals.moved.notified() => Problem::Unreachable,
        };
        tracing::debug!(%problem, "the server is not heard");
        let heard = signals.listening.swap(false, Ordering::SeqCst);
        // A server that has no news to tell is asked for them every few seconds.
        let pause = if heard { random_below(SPREAD_MS) } else { jittered(REFUSED_PAUSE_MS) };
        tokio::time::sleep(Duration::from_millis(pause)).await;
        signals.news.send_replace(());
    }
}

async fn run<T: Transport>(mut engine: Engine<T>, signals: Arc<Signals>, ran: watch::Sender<bool>) {
    engine.load_last_contact().await;
    let mut failures = 0;
    let mut news = signals.news.subscribe();
    loop {
        let mut known = engine.pending().await.unwrap_or(0);
        let mut failed = None;
        // What the server said before a pull begins is answered by that pull.
        let pause = match engine.run(|| news.mark_unchanged()).await {
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
                if !signals.listening.load(Ordering::SeqCst) {
                    signals.reached.notify_one();
                }
                None
            }
            Err(problem) => {
                failed = Some(problem);
                failures += 1;
                tracing::debug!(%problem, failures, "no contact");
                engine.reporter.tell(|status| no_contact(status, problem)).await;
                Some(pause_ms(problem, failures))
            }
        };
        ran.send_replace(true);
        match failed {
            Some(Problem::TooManyRequests { retry_after_s }) => leave_alone(&signals, retry_after_s).await,
            _ => rest(&engine, &signals, &mut news, pause, known).await,
        }
    }
}

/// As long as the server asked: neither news nor something new to send ends it, only a person who asks for contact.
async fn leave_alone(signals: &Signals, seconds: u32) {
    let wait = u64::from(seconds.min(LONGEST_WAIT_S)) * 1_000;
    // Never shorter, and not at the same moment as all the others.
    let wait = Duration::from_millis(wait.max(FIRST_PAUSE_MS) + random_below(SPREAD_MS));
    tokio::select! {
        () = tokio::time::sleep(wait) => {}
        () = signals.now.notified() => {}
    }
}

fn no_contact(status: &mut Status, problem: Problem) {
    status.online = false;
    status.sending = None;
    status.problem = Some(problem);
}

/// Waits for the pause to pass, for news, for a person's wish, for another network, or until more than the `known`
/// number of changes wait. A write that adds none (of a draft, say) wakes nobody: else every answer typed offline would
/// try the network. Without a pause after a failure there is no end while the server can be heard.
async fn rest<T: Transport>(
    engine: &Engine<T>,
    signals: &Signals,
    news: &mut watch::Receiver<()>,
    pause: Option<u64>,
    mut known: u32,
) {
    let begun = Instant::now();
    let end = begun + Duration::from_millis(jittered(pause.unwrap_or(POLL_MS)));
    let way = engine.transport.way();
    loop {
        let heard = pause.is_none() && signals.listening.load(Ordering::SeqCst);
        let look = Instant::now() + LOOK_AT_WAY;
        tokio::select! {
            () = tokio::time::sleep_until(if heard { look } else { end.min(look) }) => {
                if has_moved(way, engine.transport.way()) {
                    signals.moved.notify_waiters();
                    return;
                }
                if !heard && Instant::now() >= end {
                    return;
                }
            }
            // An error would mean that nobody can tell news any more; the signals live as long as this.
            _ = news.changed() => return,
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

/// Whether the server would be reached another way now. A network that is gone is noticed by trying.
fn has_moved(before: Option<IpAddr>, now: Option<IpAddr>) -> bool {
    now.is_some() && now != before
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
    pause_ms - random_below(pause_ms / 4)
}

fn random_below(end: u64) -> u64 {
    let mut bytes = [0_u8; 2];
    // Without random numbers there is no jitter, and no harm.
    let _ = getrandom::fill(&mut bytes);
    end * u64::from(u16::from_le_bytes(bytes)) / u64::from(u16::MAX)
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
