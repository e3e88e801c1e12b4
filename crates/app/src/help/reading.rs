//! What a laptop may show of help requests: one with all that is known of it, and the lists.

use crate::form_view::{self, uses};
use crate::session::{Session, day_of};
use crate::today::{find_head, receipt};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::{
    Consent, HelpEvent, HelpRequest, HelpRequestDetail, Referral, SharedDetail, SharedField, Urgency,
};
use domain::life_cycle::HelpState;
use domain::{RecordId, Role};
use forms::Form;
use store::Stored;

/// Days without action after which a request is overdue, by urgency.
const OVERDUE_DAYS: [(Urgency, i64); 3] = [(Urgency::Today, 1), (Urgency::Week, 7), (Urgency::Normal, 28)];

pub(crate) fn help_request(app: &App, input: Id) -> Result<HelpView> {
    let session = app.session()?;
    view(app, &session, input.id)
}

/// What this laptop may know of a request.
struct Known {
    detail: Option<HelpRequestDetail>,
    shared: Vec<SharedDetail>,
}

impl Known {
    fn of(session: &Session, id: RecordId) -> Result<Self> {
        let shared = session.read(|r| r.shared_details(id))?;
        Ok(Self { detail: session.get(id)?, shared: shared.into_iter().map(|s| s.value).collect() })
    }
    fn household(&self) -> Option<RecordId> {
        let mine = self.detail.as_ref().map(|d| d.household);
        mine.or_else(|| self.shared.iter().find_map(|s| s.household))
    }
    fn text(
        &self,
        own: impl Fn(&HelpRequestDetail) -> Option<String>,
        theirs: impl Fn(&SharedDetail) -> Option<String>,
    ) -> Option<String> {
        self.detail.as_ref().and_then(own).or_else(|| self.shared.iter().find_map(theirs))
    }
}

pub(super) fn view(app: &App, session: &Session, id: RecordId) -> Result<HelpView> {
    let stored = session.read(|r| r.get::<HelpRequest>(id))?.ok_or_else(Error::not_found)?;
    let known = Known::of(session, id)?;
    let facts = session.facts()?;
    let referral = |r: Stored<Referral>| ReferralView {
        id: r.id,
        service_name: facts.service_name(&r.value.service),
        service: r.value.service,
        state: r.value.state,
        reason: r.value.reason,
        sent_at: r.value.sent_at,
        receipt: receipt(r.receipt),
    };
    let events = events_of(session, id)?;
    let now = stored.value.state;
    let states = [HelpState::Triaged, HelpState::Referred, HelpState::InProgress, HelpState::Done, HelpState::Closed];
    Ok(HelpView {
        description: known.text(|d| Some(d.description.clone()), |s| s.description.clone()),
        contact: known.text(|d| d.contact.clone(), |s| s.contact.clone()),
        consent: known.detail.as_ref().and_then(|d| d.consent.clone()).or_else(|| agreed(&known, &stored.value)),
        vital_reason: known.shared.iter().find_map(|s| s.vital_reason.clone()),
        events: events.iter().map(|e| event_view(session, e)).collect(),
        referrals: session.read(|r| r.referrals_of(id))?.into_iter().map(referral).collect(),
        next_states: states.into_iter().filter(|s| now.may_become(*s)).collect(),
        closed_reason: ended_with(&events, HelpState::Closed),
        result: ended_with(&events, HelpState::Done),
        visit: known.detail.as_ref().and_then(|d| d.visit),
        row: row_of(app, session, &*session.current_form()?, &stored, &known, &events)?,
    })
}

/// What was written when the request ended so.
fn ended_with(events: &[Stored<HelpEvent>], state: HelpState) -> Option<String> {
    events.iter().rev().find(|e| e.value.state == Some(state)).and_then(|e| e.value.note.clone())
}

/// What a reader who is not the author can tell of the consent: the agreed fields are those that were passed on.
fn agreed(known: &Known, request: &HelpRequest) -> Option<Consent> {
    let shared = known.shared.iter().find(|s| s.vital_reason.is_none())?;
    let fields = [
        (SharedField::Description, shared.description.is_some()),
        (SharedField::Contact, shared.contact.is_some()),
        (SharedField::Address, shared.household.is_some()),
    ];
    Some(Consent {
        given: request.shared,
        recipient: shared.recipient.clone(),
        fields: fields.into_iter().filter(|(_, there)| *there).map(|(f, _)| f).collect(),
        decided_at: request.recorded_on.and_hms_opt(0, 0, 0)?.and_utc(),
        language: None,
    })
}

fn event_view(session: &Session, e: &Stored<HelpEvent>) -> HelpEventView {
    HelpEventView {
        at: e.value.at,
        by_name: session.name_of(e.value.by),
        state: e.value.state,
        assignee_name: e.value.assignee.map(|u| session.name_of(u)),
        note: e.value.note.clone(),
        receipt: receipt(e.receipt),
    }
}

/// What happened to a request, oldest first.
fn events_of(session: &Session, id: RecordId) -> Result<Vec<Stored<HelpEvent>>> {
    let mut events = session.read(|r| r.events_of(id))?;
    events.sort_by_key(|e| e.value.at);
    Ok(events)
}

fn row_of(
    app: &App,
    session: &Session,
    form: &Form,
    stored: &Stored<HelpRequest>,
    known: &Known,
    events: &[Stored<HelpEvent>],
) -> Result<HelpRow> {
    let request = &stored.value;
    let last = events.last().map(|e| event_view(session, e));
    let acted_on = last.as_ref().map_or(request.recorded_on, |e| day_of(app, e.at));
    let days = (app.today() - acted_on).num_days().max(0);
    let limit = OVERDUE_DAYS.iter().find(|(u, _)| *u == request.urgency).map_or(28, |(_, days)| *days);
    let household = match known.household() {
        Some(id) => find_head(session, id)?,
        None => None,
    };
    let detail = known.text(|d| d.detail.clone(), |s| s.detail.clone());
    let on_server = receipt(stored.receipt);
    Ok(HelpRow {
        id: stored.id,
        category_label: form_view::choice_label(form, uses::HELP_CATEGORY, &request.category),
        category: request.category.clone(),
        detail_label: detail.map(|d| form_view::choice_label(form, uses::HELP_DETAIL, &d)),
        urgency: request.urgency,
        state: shown_state(request.state, on_server),
        recorded_on: request.recorded_on,
        shared: request.shared,
        household,
        assignee: request.assignee,
        assignee_name: request.assignee.map(|u| session.name_of(u)),
        days_since_action: u32::try_from(days).unwrap_or(u32::MAX),
        overdue: !request.state.is_ended() && days >= limit,
        mine: known.detail.is_some() || request.assignee == Some(session.user),
        receipt: if on_server == Receipt::OnServer && !events.is_empty() { Receipt::ActedOn } else { on_server },
        last_event: last,
    })
}

/// What is recorded and has reached the server is received.
fn shown_state(state: HelpState, receipt: Receipt) -> HelpState {
    if state == HelpState::Recorded && receipt == Receipt::OnServer { HelpState::Received } else { state }
}

fn all_rows(app: &App, session: &Session) -> Result<Vec<HelpRow>> {
    let requests = session.read(|r| r.help_requests(store::HelpFilter::All))?;
    rows_of(app, session, &requests)
}

fn rows_of(app: &App, session: &Session, requests: &[Stored<HelpRequest>]) -> Result<Vec<HelpRow>> {
    let form = session.current_form()?;
    let mut rows = Vec::with_capacity(requests.len());
    for stored in requests {
        let known = Known::of(session, stored.id)?;
        rows.push(row_of(app, session, &form, stored, &known, &events_of(session, stored.id)?)?);
    }
    // Overdue first, then urgent, then oldest.
    rows.sort_by_key(|r| (!r.overdue, r.urgency, r.recorded_on));
    Ok(rows)
}

pub(crate) fn help_list(app: &App, input: HelpListInput) -> Result<HelpListView> {
    let session = app.session()?;
    let all = all_rows(app, &session)?;
    let count = |f: &dyn Fn(&HelpRow) -> bool| u32::try_from(all.iter().filter(|r| f(r)).count()).unwrap_or(u32::MAX);
    let open = |r: &HelpRow| !r.state.is_ended();
    let (mine, team, ended) = (count(&|r| open(r) && r.mine), count(&open), count(&|r| !open(r)));
    let unassigned_today =
        all.iter().filter(|r| open(r) && r.urgency == Urgency::Today && r.assignee.is_none()).map(|r| r.id).collect();
    let rows = all
        .into_iter()
        .filter(|r| match input.filter {
            HelpFilter::Mine => open(r) && r.mine,
            HelpFilter::Team => open(r),
            HelpFilter::Ended => !open(r),
        })
        .collect();
    Ok(HelpListView { rows, mine, team, ended, unassigned_today })
}

/// Open requests that this person should see on the rail.
pub(crate) fn open_counts(session: &Session) -> Result<u32> {
    let requests = session.read(|r| r.help_requests(store::HelpFilter::Open))?;
    let team = matches!(session.actor().role, Role::Coordinator);
    let mut count = 0;
    for r in &requests {
        let mine = r.value.assignee == Some(session.user) || session.get::<HelpRequestDetail>(r.id)?.is_some();
        count += u32::from(team || mine);
    }
    Ok(count)
}

/// The requests of one household, as far as this laptop may know.
pub(crate) fn of_household(app: &App, session: &Session, id: RecordId) -> Result<Vec<HelpRow>> {
    let requests = session.read(|r| r.help_requests_of(r.stays(id)?))?;
    rows_of(app, session, &requests)
}

/// The requests that somebody shared with the coordinators, for a visit's household.
pub(crate) fn shared_of_household(app: &App, session: &Session, id: RecordId) -> Result<Vec<HelpRow>> {
    Ok(of_household(app, session, id)?.into_iter().filter(|r| r.shared).collect())
}
