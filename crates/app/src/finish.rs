//! Turning a draft into records, in one transaction.

use crate::form_view::{self, YES, uses};
use crate::help::NewRequest;
use crate::session::{Session, create, new_id};
use crate::views::*;
use crate::visit::{OpenDraft, list_of, problems};
use crate::{App, Error, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::entities::{
    ANSWER_PREFIX, Attempt, Entity, LeafletGiven, LeafletUse, Outcome, SharedField, Urgency, Visit,
};
use domain::{Body, Kind, Operation, RecordId};
use forms::{Answer, Run};
use store::NewChange;

/// Moods for which a coordinator should look at a visit first.
const LOW_MOODS: &[&str] = &["slecht", "zeer_slecht"];

/// Finishes a visit: what can be sent is in the outbox when this returns, and the draft is gone.
pub(crate) fn finish(app: &App, session: &Session, id: RecordId) -> Result<FinishView> {
    let at = app.now_utc();
    let household = session.with_draft(app, id, |open| {
        open.demand_real()?;
        if !problems(open).is_empty() {
            return Err(Error::visit_incomplete());
        }
        let changes = plan(app, session, open, id, Outcome::Spoken, at)?;
        commit(session, id, changes)?;
        Ok(open.draft.household)
    })?;
    session.drafts().remove(&id);
    Ok(FinishView { attempt: id, row: crate::today::row(app, session, household)?, saved_at: at })
}

/// Closes a visit as left unsafe: time and outcome only, nothing of what was said.
pub(crate) fn leave(app: &App, session: &Session, id: RecordId) -> Result<()> {
    let at = app.now_utc();
    session.with_draft(app, id, |open| {
        open.demand_real()?;
        let attempt = attempt(open, session, Outcome::LeftUnsafe, at);
        commit(session, id, vec![create(id, &attempt, at)])
    })?;
    session.drafts().remove(&id);
    Ok(())
}

fn commit(session: &Session, id: RecordId, changes: Vec<NewChange>) -> Result<()> {
    session.write(|w| {
        for change in changes {
            w.record_change(change)?;
        }
        w.remove_draft(id).map(drop)
    })
}

/// The records a draft becomes. Without consent only the attempt: time, channel, outcome and a count of leaflets.
fn plan(
    app: &App,
    session: &Session,
    open: &OpenDraft,
    id: RecordId,
    outcome: Outcome,
    at: DateTime<Utc>,
) -> Result<Vec<NewChange>> {
    let mut attempt = attempt(open, session, outcome, at);
    if open.consent() != Some(true) {
        return Ok(vec![create(id, &attempt, at)]);
    }
    attempt.come_back_on = come_back_on(&open.run);
    attempt.promised = promised(&open.run);
    let mut changes = vec![create(id, &attempt, at), visit(open, session, id, at)];
    for key in unconfirmed(open) {
        changes.extend(request_of(app, session, open, id, &key)?.changes);
    }
    changes.extend(leaflets(open, session, id, at));
    Ok(changes)
}

fn attempt(open: &OpenDraft, session: &Session, outcome: Outcome, at: DateTime<Utc>) -> Attempt {
    let ticked = list_of(value_of(&open.run, uses::LEAFLETS)).len();
    let left = open.draft.leaflets.iter().filter(|l| l.how == LeafletUse::Left).count();
    Attempt {
        household: open.draft.household,
        channel: open.draft.channel,
        outcome,
        started_at: open.draft.started_at,
        finished_at: Some(at),
        by: session.user,
        with: open.draft.with,
        leaflets: u32::try_from(ticked.max(left)).unwrap_or(u32::MAX),
        come_back_on: None,
        promised: None,
        undone: false,
    }
}

fn value_of(run: &Run, use_as: &str) -> Option<forms::Value> {
    let path = &run.form().find_use(use_as)?.path;
    run.nodes().into_iter().find(|n| n.relevant && n.question == *path)?.answer?.value
}

fn come_back_on(run: &Run) -> Option<NaiveDate> {
    form_view::text_of(run, uses::COME_BACK_ON)?.get(..10)?.parse().ok()
}

/// What was agreed, in Dutch, for whoever comes next; nothing where nothing was.
fn promised(run: &Run) -> Option<String> {
    let agreed = form_view::text_of(run, uses::FOLLOW_UP).filter(|value| value != "geen")?;
    form_view::choice_label(run.form(), uses::FOLLOW_UP, &agreed).get("nl").cloned()
}

fn visit(open: &OpenDraft, session: &Session, id: RecordId, at: DateTime<Utc>) -> NewChange {
    let visit = Visit {
        household: open.draft.household,
        form_id: open.draft.form_id.clone(),
        form_version: open.draft.form_version.clone(),
        by: session.user,
        with: open.draft.with,
        channel: open.draft.channel,
        started_at: open.draft.started_at,
        finished_at: at,
        language: form_view::text_of(&open.run, uses::LANGUAGE),
        flags: flags(&open.run),
        issues: Vec::new(),
        clock_off_s: None,
    };
    let mut body = visit.to_body();
    body.extend(answers(&open.run));
    crate::session::change(Kind::Visit, id, Operation::Create { set: body }, at)
}

/// The answers that leave the laptop: relevant ones, outside the section of help requests. A request without consent
/// must not be linked to a visit, so nothing of that section is an answer of the visit.
fn answers(run: &Run) -> Body {
    let form = run.form();
    let help_section = form.find_repeat_use(uses::HELP_REQUEST).map(|r| form_view::section_of(form, &r.path));
    let mut body = Body::new();
    for (path, answer) in run.submission().0 {
        let in_help = help_section.as_ref().is_some_and(|section| form_view::section_of(form, &path) == *section);
        if in_help || answer.is_empty() {
            continue;
        }
        if let Ok(value) = serde_json::to_value(&answer) {
            body.insert(format!("{ANSWER_PREFIX}{path}"), value);
        }
    }
    body
}

/// Why a coordinator should look at this visit first.
fn flags(run: &Run) -> Vec<String> {
    let mut flags = Vec::new();
    if form_view::text_of(run, uses::MOOD).is_some_and(|m| LOW_MOODS.contains(&m.as_str())) {
        flags.push("mood".to_owned());
    }
    if form_view::minor_interprets(run) {
        flags.push("minor".to_owned());
    }
    if run.answers().0.values().any(|a| a.later) {
        flags.push("incomplete".to_owned());
    }
    flags
}

fn leaflets(open: &OpenDraft, session: &Session, visit: RecordId, at: DateTime<Utc>) -> Vec<NewChange> {
    let language = form_view::text_of(&open.run, uses::LANGUAGE).unwrap_or_else(|| "nl".to_owned());
    let mut given: Vec<LeafletGiven> = open
        .draft
        .leaflets
        .iter()
        .map(|l| LeafletGiven {
            household: open.draft.household,
            visit: Some(visit),
            leaflet: l.leaflet.clone(),
            language: l.language.clone(),
            version: l.version,
            how: l.how,
            at: l.at,
            by: session.user,
        })
        .collect();
    // Ticked in the form but not noted from the leaflet itself.
    for leaflet in list_of(value_of(&open.run, uses::LEAFLETS)) {
        let noted = given.iter().any(|g| g.leaflet == leaflet && g.how == LeafletUse::Left);
        if let (false, Some(version)) = (noted, crate::leaflets::version(&leaflet, &language)) {
            let (household, by, language) = (open.draft.household, session.user, language.clone());
            let (visit, how) = (Some(visit), LeafletUse::Left);
            given.push(LeafletGiven { household, visit, leaflet, language, version, how, at, by });
        }
    }
    given.iter().map(|g| create(new_id(), g, at)).collect()
}

/// Instances of the request repeat that are not help requests yet.
fn unconfirmed(open: &OpenDraft) -> Vec<String> {
    let Some(repeat) = open.run.form().find_repeat_use(uses::HELP_REQUEST) else { return Vec::new() };
    let path = repeat.path.trim_end_matches("[]");
    if !open.run.is_relevant(path) {
        return Vec::new();
    }
    open.run.instances(path).into_iter().filter(|key| !open.draft.confirmed.contains_key(key)).collect()
}

/// Makes a help request of one instance; it leaves the laptop before the visit is finished.
pub(crate) fn confirm(app: &App, session: &Session, id: RecordId, open: &mut OpenDraft, key: &str) -> Result<()> {
    if open.draft.confirmed.contains_key(key) {
        return Ok(());
    }
    if open
        .state()
        .nodes
        .iter()
        .any(|n| n.relevant && n.problem.is_some() && !n.put_off && n.path.contains(&format!("[{key}]")))
    {
        return Err(Error::visit_incomplete());
    }
    let request = request_of(app, session, open, id, key)?;
    open.draft.confirmed.insert(key.to_owned(), request.id);
    session.save_draft_with(app, id, open, request.changes)
}

/// A planned help request.
struct Planned {
    id: RecordId,
    changes: Vec<NewChange>,
}

fn request_of(app: &App, session: &Session, open: &OpenDraft, visit: RecordId, key: &str) -> Result<Planned> {
    let (at, recorded_on) = (app.now_utc(), app.today());
    let nodes = open.run.nodes();
    let text = |use_as: &str| -> Option<String> {
        let question = &open.run.form().find_use(use_as)?.path;
        let node =
            nodes.iter().find(|n| n.relevant && n.question == *question && n.path.contains(&format!("[{key}]")))?;
        let answer: &Answer = node.answer.as_ref()?;
        answer.value.as_ref().map(forms::Value::to_text).filter(|t| !t.is_empty())
    };
    let household: domain::entities::Household = session.get(open.draft.household)?.ok_or_else(Error::not_found)?;
    // With a minor in between nobody was asked: the request stays unshared, and the question open.
    let share = text(uses::HELP_SHARE).filter(|_| !form_view::is_put_off(&open.run, uses::HELP_SHARE));
    let request = NewRequest {
        id: crate::help::new_request_id(),
        household: open.draft.household,
        neighbourhood: household.neighbourhood,
        visit: Some(visit),
        category: text(uses::HELP_CATEGORY).unwrap_or_else(|| "andere".to_owned()),
        detail: text(uses::HELP_DETAIL),
        urgency: urgency(text(uses::HELP_URGENCY).as_deref()),
        description: text(uses::HELP_DESCRIPTION).unwrap_or_default(),
        contact: None,
        consent_given: share.map(|s| s == YES),
        recipient: text(uses::HELP_RECIPIENT),
        fields: vec![SharedField::Description, SharedField::Contact, SharedField::Address],
        language: form_view::text_of(&open.run, uses::LANGUAGE),
        recorded_on,
    };
    Ok(Planned { id: request.id, changes: crate::help::plan_request(session, &request, at) })
}

pub(crate) fn urgency(value: Option<&str>) -> Urgency {
    match value {
        Some("vandaag") => Urgency::Today,
        Some("week") => Urgency::Week,
        _ => Urgency::Normal,
    }
}

/// Notes that danger was noted in a draft.
pub(crate) fn mark_danger(app: &App, session: &Session, id: RecordId) -> Result<()> {
    session.with_draft(app, id, |open| {
        open.draft.danger_noted = true;
        session.save_draft(app, id, open)
    })
}
