//! Danger: apart from urgency. A laptop without a network alerts nobody; people call, and the app notes who was called.

use crate::session::{Session, create, new_id};
use crate::today::{find_head, receipt};
use crate::views::*;
use crate::{App, Error, Result};
use domain::RecordId;
use domain::entities::Danger;

const MAX_NOTE_CHARS: usize = 2_000;

pub(crate) fn note_danger(app: &App, input: DangerInput) -> Result<DangerView> {
    let session = app.session()?;
    let not_called_because =
        crate::households::optional("not_called_because", input.not_called_because.as_deref(), MAX_NOTE_CHARS)?;
    if input.called.is_empty() && not_called_because.is_none() && !input.leave {
        return Err(Error::reason_needed());
    }
    let at = app.now_utc();
    let id = new_id();
    // Who leaves before a visit was begun has an attempt that the note belongs to.
    let visit = input.draft.or_else(|| input.leave.then(new_id));
    let danger = Danger {
        household: input.household,
        visit,
        at,
        by: session.user,
        called: input.called,
        not_called_because,
        note: crate::households::optional("note", input.note.as_deref(), MAX_NOTE_CHARS)?,
    };
    session.write(|w| w.record_change(create(id, &danger, at)).map(drop))?;
    match (input.draft, visit) {
        (Some(draft), _) if input.leave => crate::finish::leave(app, &session, draft)?,
        (Some(draft), _) => crate::finish::mark_danger(app, &session, draft)?,
        (None, Some(attempt)) => leave_household(app, &session, attempt, input.household)?,
        (None, None) => {}
    }
    view(&session, id, &danger, Receipt::OnLaptop)
}

/// Left before a visit was begun.
fn leave_household(app: &App, session: &Session, id: RecordId, household: RecordId) -> Result<()> {
    let at = app.now_utc();
    let attempt = domain::entities::Attempt {
        household,
        channel: domain::entities::Channel::Door,
        outcome: domain::entities::Outcome::LeftUnsafe,
        started_at: at,
        finished_at: Some(at),
        by: session.user,
        with: None,
        leaflets: 0,
        come_back_on: None,
        promised: None,
        undone: false,
    };
    session.write(|w| w.record_change(create(id, &attempt, at)).map(drop))
}

fn view(session: &Session, id: RecordId, danger: &Danger, receipt: Receipt) -> Result<DangerView> {
    Ok(DangerView {
        id,
        household: find_head(session, danger.household)?,
        at: danger.at,
        by_name: session.name_of(danger.by),
        called: danger.called.clone(),
        not_called_because: danger.not_called_because.clone(),
        note: danger.note.clone(),
        receipt,
    })
}

pub(crate) fn danger_notes(app: &App, _: Nothing) -> Result<DangerList> {
    let session = app.session()?;
    let mut notes = session.read(|r| r.list::<Danger>())?;
    notes.sort_by_key(|n| std::cmp::Reverse(n.value.at));
    let rows: Result<Vec<DangerView>> =
        notes.iter().map(|n| view(&session, n.id, &n.value, receipt(n.receipt))).collect();
    Ok(DangerList { rows: rows? })
}
