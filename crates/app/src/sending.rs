//! Sending: what waits, what arrived, what was set aside. Runs by itself; the UI only watches.

use crate::choices::choices;
use crate::session::Session;
use crate::today::find_head;
use crate::views::*;
use crate::{App, Error, Result, Shared};
use chrono::{DateTime, Utc};
use domain::{Actor, Change, ChangeId, Kind, RecordId, RecordKey, VerdictKind};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use store::{OutboxEntry, Store};

/// Most changes shown in one list.
const MAX_SHOWN: usize = 500;

/// The sync engine of a session.
pub(crate) struct Sending {
    handle: sync::Handle,
    status: Arc<Mutex<sync::Status>>,
}

impl Sending {
    /// Starts sending in the background; `actor` follows what the server says of the user.
    pub(crate) fn start(
        app: &App,
        store: Arc<Store>,
        identity: &store::Identity,
        actor: Arc<RwLock<Actor>>,
    ) -> Result<Self> {
        let status = Arc::new(Mutex::new(sync::Status::default()));
        let (seen, shared) = (Arc::clone(&status), app.shared());
        let watched = Arc::clone(&store);
        let on_status = move |fresh: &sync::Status| {
            *seen.lock().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
            follow(&watched, &actor);
            tell(&shared, &watched, fresh);
        };
        let engine = sync::Engine::over_http(store, &identity.server, &identity.token).map_err(Error::from)?;
        let handle = sync::spawn(app.runtime().handle(), engine, on_status);
        Ok(Self { handle, status })
    }

    pub(crate) fn wake(&self) {
        self.handle.wake();
    }

    pub(crate) fn stop(&self) {
        self.handle.stop();
    }

    /// Waits for the first data after enrolling; whatever is missing comes later by itself.
    pub(crate) fn first_pull(&self, app: &App) {
        app.runtime().block_on(self.handle.first_contact());
    }

    pub(crate) fn waiting(&self, session: &Session) -> Result<u32> {
        session.read(|r| r.outbox_counts()).map(|c| c.pending)
    }
}

/// Another role or neighbourhood counts at once, not at the next unlocking.
fn follow(store: &Store, actor: &RwLock<Actor>) {
    // What cannot be read stays as it was; the next status tries again.
    if let Ok(Some(identity)) = store.read(|r| r.identity()) {
        *actor.write().unwrap_or_else(PoisonError::into_inner) = identity.actor;
    }
}

fn tell(shared: &Shared, store: &Store, status: &sync::Status) {
    let waiting = store.read(|r| r.outbox_counts()).map_or(0, |c| c.pending);
    shared.emit(&Event::Sync { status: view(status, waiting) });
    if status.records_changed {
        shared.emit(&Event::Changed);
    }
}

fn view(status: &sync::Status, waiting: u32) -> SyncView {
    SyncView {
        online: status.online,
        sending: status.sending,
        waiting,
        last_contact_at: status.last_contact_at,
        problem: status.problem.map(|p| Error::from(p).code.to_owned()),
        remaining: status.remaining,
    }
}

pub(crate) fn sync_status(app: &App, _: Nothing) -> Result<SyncView> {
    let session = app.session()?;
    status(&session)
}

fn status(session: &Session) -> Result<SyncView> {
    let waiting = session.sending.waiting(session)?;
    let status = session.sending.status.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(view(&status, waiting))
}

pub(crate) fn send_now(app: &App, _: Nothing) -> Result<SyncView> {
    let session = app.session()?;
    session.sending.handle.send_now();
    status(&session)
}

pub(crate) fn sending(app: &App, _: Nothing) -> Result<SendingView> {
    let session = app.session()?;
    sending_view(app, &session)
}

pub(crate) fn sending_view(app: &App, session: &Session) -> Result<SendingView> {
    let pending = session.read(|r| r.pending_changes(MAX_SHOWN))?;
    let midnight = app.now() - app.now().time().signed_duration_since(chrono::NaiveTime::MIN);
    let sent = session.read(|r| r.recently_sent(midnight.with_timezone(&chrono::Utc)))?;
    let set_aside = session.read(|r| r.set_aside_changes())?;
    let answered = |entries: &mut dyn Iterator<Item = OutboxEntry>| -> Result<Vec<SendRow>> {
        let shown = entries.take(MAX_SHOWN);
        shown.map(|e| send_row(session, &e.change, e.verdict_at, e.verdict.as_ref())).collect()
    };
    let mut arrived = sent.into_iter().filter(|e| !matches!(e.verdict, Some(VerdictKind::Quarantined { .. })));
    Ok(SendingView {
        status: status(session)?,
        waiting: pending.iter().map(|change| send_row(session, change, None, None)).collect::<Result<_>>()?,
        sent_today: answered(&mut arrived)?,
        choices: choices(session)?,
        set_aside: mark_offers(session, answered(&mut set_aside.into_iter())?)?,
        decided: crate::aside::decided_of_mine(app, session)?,
    })
}

/// Marks what its author can offer again: once the server told of it, and where another answer is possible.
fn mark_offers(session: &Session, mut rows: Vec<SendRow>) -> Result<Vec<SendRow>> {
    if !rows.is_empty() {
        let undecided = session.read(|r| r.undecided())?;
        let known: BTreeSet<ChangeId> = undecided.into_iter().map(|aside| aside.value.change).collect();
        for row in &mut rows {
            row.offer = row.reason.is_some_and(crate::aside::may_end_otherwise) && known.contains(&row.change);
        }
    }
    Ok(rows)
}

fn send_row(
    session: &Session,
    change: &Change,
    sent_at: Option<DateTime<Utc>>,
    verdict: Option<&VerdictKind>,
) -> Result<SendRow> {
    let (receipt, reason) = match verdict {
        None => (Receipt::OnLaptop, None),
        Some(VerdictKind::Quarantined { reason }) => (Receipt::UnderReview, Some(*reason)),
        Some(_) => (Receipt::OnServer, None),
    };
    let household = match household_of(session, &change.record)? {
        Some(id) => find_head(session, id)?,
        None => None,
    };
    Ok(SendRow {
        change: change.id,
        kind: change.record.kind.as_str().to_owned(),
        id: change.record.id,
        household,
        at: change.at,
        sent_at,
        receipt,
        reason,
        offer: false,
    })
}

/// The household a record belongs to, where its body says so.
pub(crate) fn household_of(session: &Session, key: &RecordKey) -> Result<Option<RecordId>> {
    if key.kind == Kind::Household {
        return Ok(Some(key.id));
    }
    let row = session.read(|r| r.record(key))?;
    let text = row.and_then(|r| r.body.get("household").and_then(|v| v.as_str()).map(str::to_owned));
    Ok(text.and_then(|t| t.parse().ok()))
}
