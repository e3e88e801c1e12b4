//! Help requests: recorded at the door or apart, followed until they are done or closed with a reason.
//!
//! A request is a few records: what everybody of the neighbourhood may know, whose it is (for its author alone), and
//! what the resident agreed to share. A request without consent stays unshared.

mod reading;

pub(crate) use reading::{help_list, help_request, of_household, open_counts, shared_of_household};

use crate::form_view::uses;
use crate::households::optional;
use crate::session::{Session, create, new_id, set};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{
    Consent, HelpEvent, HelpRequest, HelpRequestDetail, Household, Referral, SharedDetail, SharedField, Urgency,
};
use domain::life_cycle::{HelpState, ReferralState};
use domain::{Kind, RecordId};
use reading::view;
use serde_json::json;
use std::collections::BTreeMap;
use store::NewChange;
use uuid::Uuid;

const MAX_DESCRIPTION_CHARS: usize = 2_000;
const MAX_CONTACT_CHARS: usize = 200;

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
