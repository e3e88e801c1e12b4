//! Help requests: recorded at the door or apart, followed until they are done or closed with a reason.
//!
//! A request is a few records: what everybody of the neighbourhood may know, whose it is (for its author alone), and
//! what the resident agreed to share. A request without consent stays unshared.

use crate::form_view::{self, uses};
use crate::households::optional;
use crate::session::{Session, create, day_of, new_id, set};
use crate::today::{find_head, receipt};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{
    Consent, HelpEvent, HelpRequest, HelpRequestDetail, Household, Referral, SharedDetail, SharedField, Urgency,
};
use domain::life_cycle::{HelpState, ReferralState};
use domain::{Kind, RecordId, Role};
use forms::Form;
use serde_json::json;
use std::collections::BTreeMap;
use store::{NewChange, Stored};
use uuid::Uuid;

const MAX_DESCRIPTION_CHARS: usize = 2_000;
const MAX_CONTACT_CHARS: usize = 200;

/// Days without action after which a request is overdue, by urgency.
const OVERDUE_DAYS: [(Urgency, i64); 3] = [(Urgency::Today, 1), (Urgency::Week, 7), (Urgency::Normal, 28)];

/// A help request that is being recorded.
pub(crate) struct NewRequest {
    pub(crate) id: RecordId,
    pub(crate) household: RecordId,
    pub(crate) neighbourhood: String,
    pub(crate) visit: Option<RecordId>,
    pub(crate) category: String,
    pub(crate) detail: Option<String>,
    pub(crate) urgency: Urgency,
    pub(crate) description: String,
    pub(crate) contact: Option<String>,
    /// None: not asked.
    pub(crate) consent_given: Option<bool>,
    pub(crate) recipient: Option<String>,
    pub(crate) fields: Vec<SharedField>,
    pub(crate) language: Option<String>,
    /// The day on the laptop's calendar.
    pub(crate) recorded_on: NaiveDate,
}

/// An id that tells no time: the moment of a request would tell its visit.
pub(crate) fn new_request_id() -> RecordId {
    RecordId(Uuid::new_v4())
}

/// The records of a new request.
pub(crate) fn plan_request(session: &Session, new: &NewRequest, at: DateTime<Utc>) -> Vec<NewChange> {
    let shared = new.consent_given == Some(true);
    let request = HelpRequest {
        neighbourhood: new.neighbourhood.clone(),
        category: new.category.clone(),
        urgency: new.urgency,
        state: HelpState::Recorded,
        recorded_on: new.recorded_on,
        shared,
        assignee: None,
    };
    let consent = new.consent_given.map(|given| Consent {
        given,
        recipient: new.recipient.clone(),
        fields: if given { new.fields.clone() } else { Vec::new() },
        decided_at: at,
        language: new.language.clone(),
    });
    let detail = HelpRequestDetail {
        household: new.household,
        visit: new.visit,
        detail: new.detail.clone(),
        description: new.description.clone(),
        contact: new.contact.clone(),
        consent,
    };
    let mut changes = vec![create(new.id, &request, at), create(new.id, &detail, at)];
    if shared {
        let shared = shared_detail(session, new.id, &detail, new.recipient.clone(), &new.fields);
        changes.push(create(new_id(), &shared, at));
    }
    changes
}

/// Only what was agreed.
fn shared_detail(
    session: &Session,
    request: RecordId,
    detail: &HelpRequestDetail,
    recipient: Option<String>,
    fields: &[SharedField],
) -> SharedDetail {
    let agreed = |field: SharedField| fields.contains(&field);
    SharedDetail {
        help_request: request,
        recipient,
        by: session.user,
        household: agreed(SharedField::Address).then_some(detail.household),
        detail: detail.detail.clone().filter(|_| agreed(SharedField::Description)),
        description: agreed(SharedField::Description).then(|| detail.description.clone()),
        contact: detail.contact.clone().filter(|_| agreed(SharedField::Contact)),
        vital_reason: None,
    }
}

pub(crate) fn help_options(app: &App, _: Nothing) -> Result<HelpOptions> {
    let session = app.session()?;
    let form = session.current_form()?;
    let categories = crate::quick_note::choices(&form, uses::HELP_CATEGORY);
    let mut details: BTreeMap<String, Vec<ChoiceOption>> = BTreeMap::new();
    for choice in form.find_use(uses::HELP_DETAIL).map(|q| q.choices.clone()).unwrap_or_default() {
        if let Some(category) = choice.extra.get("categorie") {
            let option = ChoiceOption { value: choice.value.clone(), label: choice.label.clone(), leaflet: None };
            details.entry(category.clone()).or_default().push(option);
        }
    }
    Ok(HelpOptions { categories, details, recipients: session.facts()?.services() })
}

pub(crate) fn record_help(app: &App, input: HelpInput) -> Result<HelpView> {
    let session = app.session()?;
    let household: Household = session.get(input.household)?.ok_or_else(Error::not_found)?;
    let description = optional("description", Some(&input.description), MAX_DESCRIPTION_CHARS)?
        .ok_or_else(|| Error::missing_field().with("field", "description"))?;
    let at = app.now_utc();
    let new = NewRequest {
        id: new_request_id(),
        household: input.household,
        neighbourhood: household.neighbourhood,
        visit: input.draft,
        category: input.category,
        detail: input.detail,
        urgency: input.urgency,
        description,
        contact: optional("contact", input.contact.as_deref(), MAX_CONTACT_CHARS)?,
        consent_given: input.consent_given,
        recipient: input.recipient,
        fields: input.fields,
        language: None,
        recorded_on: app.today(),
    };
    let changes = plan_request(&session, &new, at);
    record(&session, changes)?;
    view(app, &session, new.id)
}

fn record(session: &Session, changes: Vec<NewChange>) -> Result<()> {
    session.write(|w| {
        for change in changes {
            w.record_change(change)?;
        }
        Ok(())
    })
}

/// A step in a request's life: the fields it sets, and the event that tells of it.
fn step(app: &App, id: RecordId, fields: serde_json::Value, event: impl FnOnce(&mut HelpEvent)) -> Result<HelpView> {
    let session = app.session()?;
    let at = app.now_utc();
    let mut told = HelpEvent { help_request: id, at, by: session.user, state: None, assignee: None, note: None };
    event(&mut told);
    let mut changes = vec![create(new_id(), &told, at)];
    if fields.as_object().is_some_and(|f| !f.is_empty()) {
        changes.push(set(Kind::HelpRequest, id, fields, at));
    }
    record(&session, changes)?;
    view(app, &session, id)
}

pub(crate) fn set_help_state(app: &App, input: HelpStateInput) -> Result<HelpView> {
    let session = app.session()?;
    let request: HelpRequest = session.get(input.id)?.ok_or_else(Error::not_found)?;
    if !request.state.may_become(input.state) {
        return Err(Error::not_allowed_now());
    }
    let reason = optional("reason", input.reason.as_deref(), MAX_DESCRIPTION_CHARS)?;
    if input.state.is_ended() && reason.is_none() {
        return Err(Error::reason_needed());
    }
    // The words stand in the event, for who follows the request; the request itself is seen by the whole team.
    step(app, input.id, json!({ "state": input.state }), |e| {
        e.state = Some(input.state);
        e.note = reason;
    })
}

pub(crate) fn assign_help(app: &App, input: HelpAssignInput) -> Result<HelpView> {
    let session = app.session()?;
    let request: HelpRequest = session.get(input.id)?.ok_or_else(Error::not_found)?;
    let mut fields = json!({ "assignee": input.assignee });
    let takes = input.assignee.is_some() && matches!(request.state, HelpState::Recorded | HelpState::Received);
    if takes {
        fields["state"] = json!(HelpState::Triaged);
    }
    step(app, input.id, fields, |e| {
        e.assignee = input.assignee;
        e.state = takes.then_some(HelpState::Triaged);
    })
}

pub(crate) fn set_help_urgency(app: &App, input: HelpUrgencyInput) -> Result<HelpView> {
    step(app, input.id, json!({ "urgency": input.urgency }), |_| {})
}

pub(crate) fn add_help_note(app: &App, input: HelpNoteInput) -> Result<HelpView> {
    let note = optional("note", Some(&input.note), MAX_DESCRIPTION_CHARS)?;
    let note = note.ok_or_else(|| Error::missing_field().with("field", "note"))?;
    step(app, input.id, json!({}), |e| e.note = Some(note))
}

pub(crate) fn refer(app: &App, input: ReferInput) -> Result<HelpView> {
    let session = app.session()?;
    let request: HelpRequest = session.get(input.id)?.ok_or_else(Error::not_found)?;
    if !request.shared {
        // Without consent there is nothing that may be handed on.
        return Err(Error::not_allowed_now());
    }
    let at = app.now_utc();
    let referral = Referral {
        help_request: input.id,
        service: input.service,
        state: ReferralState::Pending,
        by: session.user,
        sent_at: at,
        reason: None,
    };
    record(&session, vec![create(new_id(), &referral, at)])?;
    step(app, input.id, json!({ "state": HelpState::Referred }), |e| e.state = Some(HelpState::Referred))
}

pub(crate) fn set_referral(app: &App, input: ReferralInput) -> Result<HelpView> {
    let session = app.session()?;
    let referral: Referral = session.get(input.referral)?.ok_or_else(Error::not_found)?;
    let reason = optional("reason", input.reason.as_deref(), MAX_DESCRIPTION_CHARS)?;
    if input.state == ReferralState::Rejected && reason.is_none() {
        return Err(Error::reason_needed());
    }
    let fields = json!({ "state": input.state, "reason": reason });
    record(&session, vec![set(Kind::Referral, input.referral, fields, app.now_utc())])?;
    let state = match input.state {
        ReferralState::Accepted => Some(HelpState::InProgress),
        // Somebody has to look again.
        ReferralState::Rejected => Some(HelpState::Triaged),
        ReferralState::Done | ReferralState::Pending => None,
    };
    let request: HelpRequest = session.get(referral.help_request)?.ok_or_else(Error::not_found)?;
    let state = state.filter(|s| request.state.may_become(*s));
    let fields = state.map_or(json!({}), |s| json!({ "state": s }));
    step(app, referral.help_request, fields, |e| {
        e.state = state;
        e.note = reason;
    })
}

/// The request's private part; only its author holds it.
fn my_detail(session: &Session, id: RecordId) -> Result<HelpRequestDetail> {
    session.get(id)?.ok_or_else(Error::forbidden)
}

pub(crate) fn set_consent(app: &App, input: ConsentInput) -> Result<HelpView> {
    let session = app.session()?;
    let at = app.now_utc();
    let detail: Option<HelpRequestDetail> = session.get(input.id)?;
    let mut changes = vec![set(Kind::HelpRequest, input.id, json!({ "shared": input.given }), at)];
    let agreed = session.read(|r| r.shared_details(input.id))?;
    for old in agreed.into_iter().filter(|s| s.value.vital_reason.is_none()) {
        changes.push(crate::session::change(Kind::SharedDetail, old.id, domain::Operation::Delete, at));
    }
    match detail {
        Some(detail) => {
            let consent = Consent {
                given: input.given,
                recipient: input.recipient.clone(),
                fields: if input.given { input.fields.clone() } else { Vec::new() },
                decided_at: at,
                language: None,
            };
            changes.push(set(Kind::HelpRequestDetail, input.id, json!({ "consent": consent }), at));
            if input.given {
                let shared = shared_detail(&session, input.id, &detail, input.recipient, &input.fields);
                changes.push(create(new_id(), &shared, at));
            }
        }
        // Anybody who follows the request can take consent back for the resident; only its author can give it.
        None if input.given => return Err(Error::forbidden()),
        None => {}
    }
    record(&session, changes)?;
    view(app, &session, input.id)
}

pub(crate) fn share_for_life(app: &App, input: VitalShareInput) -> Result<HelpView> {
    let session = app.session()?;
    let detail = my_detail(&session, input.id)?;
    let reason = optional("reason", Some(&input.reason), MAX_DESCRIPTION_CHARS)?.ok_or_else(Error::reason_needed)?;
    let mut shared = shared_detail(&session, input.id, &detail, None, &[SharedField::Address]);
    shared.vital_reason = Some(reason);
    record(&session, vec![create(new_id(), &shared, app.now_utc())])?;
    view(app, &session, input.id)
}

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

fn view(app: &App, session: &Session, id: RecordId) -> Result<HelpView> {
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
    let requests = session.read(|r| r.help_requests_of(id))?;
    rows_of(app, session, &requests)
}

/// The requests that somebody shared with the coordinators, for a visit's household.
pub(crate) fn shared_of_household(app: &App, session: &Session, id: RecordId) -> Result<Vec<HelpRow>> {
    Ok(of_household(app, session, id)?.into_iter().filter(|r| r.shared).collect())
}
