//! A visit while it is being written: a draft on this laptop, saved at each answer, sent to nobody.
//!
//! Finishing turns the draft into records in one transaction: an attempt for everybody of the neighbourhood, and,
//! where consent to note was given, a visit with its answers for its author and the coordinators. Help requests
//! become records of their own when they are confirmed.

mod draft;

pub(crate) use draft::{OpenDraft, Removed};

use crate::form_view;
use crate::session::{Session, new_id};
use crate::views::*;
use crate::{App, Error, Result};
use domain::RecordId;
use domain::entities::{Household, LeafletGiven};
use draft::GivenInDraft;
use forms::{Run, Value};
use store::NewChange;

pub(crate) fn start_visit(app: &App, input: StartVisitInput) -> Result<DraftView> {
    let session = app.session()?;
    let id = find_or_start(app, &session, &input, false)?;
    view(app, &session, id)
}

/// The unfinished visit of a household, or a new one with what is known filled in.
pub(crate) fn find_or_start(app: &App, session: &Session, input: &StartVisitInput, quick: bool) -> Result<RecordId> {
    if let Some(row) = session.read(|r| r.draft_of_household(r.stays(input.household)?))? {
        return Ok(row.id);
    }
    let household: Household = session.get(input.household)?.ok_or_else(Error::not_found)?;
    let form = session.current_form()?;
    let id = new_id();
    let mut open = OpenDraft::begin(app, session, form, input, &household)?;
    open.draft.quick = quick;
    session.save_draft(app, id, &mut open)?;
    session.drafts().insert(id, open);
    Ok(id)
}

pub(crate) fn draft(app: &App, input: Id) -> Result<DraftView> {
    let session = app.session()?;
    view(app, &session, input.id)
}

pub(crate) fn view(app: &App, session: &Session, id: RecordId) -> Result<DraftView> {
    let (draft, form, state, trial) = session.with_draft(app, id, |open| {
        Ok((open.draft.clone(), form_view::definition(open.run.form()), open.state(), open.trial))
    })?;
    let household = match trial {
        true => crate::publishing::nobody(),
        false => crate::today::find_head(session, draft.household)?.ok_or_else(Error::not_found)?,
    };
    let given = draft.leaflets.iter().map(|l| LeafletGivenView {
        leaflet: l.leaflet.clone(),
        title: crate::leaflets::titles(&l.leaflet),
        language: l.language.clone(),
        version: l.version,
        how: l.how,
        at: l.at,
        by_name: session.user_name.clone(),
    });
    Ok(DraftView {
        id,
        household,
        started_at: draft.started_at,
        channel: draft.channel,
        with: draft.with,
        quick: draft.quick,
        danger_noted: draft.danger_noted,
        form,
        state,
        requests: crate::help::of_household(app, session, draft.household)?,
        leaflets: given.collect(),
    })
}

pub(crate) fn answer(app: &App, input: AnswerInput) -> Result<FormState> {
    let session = app.session()?;
    let answer = form_view::answer_from(input.answer)?;
    let mut offer = None;
    let mut state = session.edit(app, input.draft, |open| {
        if let (false, Some(q)) = (input.typing, open.run.form().question(&input.path)) {
            offer = form_view::leaflet_for(q, &answer);
        }
        open.run.set(&input.path, answer).map_err(|_| Error::bad_input())?;
        if let (false, Some(to)) = (input.typing, input.go_to) {
            open.draft.at = Some(to);
        }
        Ok(())
    })?;
    state.offer_leaflet = offer;
    Ok(state)
}

pub(crate) fn go_to(app: &App, input: GoToInput) -> Result<FormState> {
    let session = app.session()?;
    session.edit(app, input.draft, |open| {
        open.draft.at = input.path;
        Ok(())
    })
}

pub(crate) fn add_repeat(app: &App, input: RepeatInput) -> Result<FormState> {
    let session = app.session()?;
    session.edit(app, input.draft, |open| {
        let key = new_id().to_string();
        open.run.add_repeat(&input.repeat, &key).map_err(|_| Error::bad_input())?;
        let inside = format!("[{key}]");
        let first = open.state().nodes.into_iter().find(|n| n.relevant && n.path.contains(&inside));
        if let Some(first) = first {
            open.draft.at = Some(first.path);
        }
        Ok(())
    })
}

pub(crate) fn remove_repeat(app: &App, input: RepeatInstanceInput) -> Result<FormState> {
    let session = app.session()?;
    session.edit(app, input.draft, |open| {
        if open.draft.confirmed.contains_key(&input.key) {
            return Err(Error::not_allowed_now());
        }
        let gone = open.run.remove_repeat(&input.repeat, &input.key).map_err(|_| Error::bad_input())?;
        session.removed().instances.insert((input.draft, input.key.clone()), gone);
        if open.draft.at.as_ref().is_some_and(|at| at.contains(&format!("[{}]", input.key))) {
            open.draft.at = open.after_removal(&input.repeat);
        }
        Ok(())
    })
}

pub(crate) fn restore_repeat(app: &App, input: RepeatInstanceInput) -> Result<FormState> {
    let session = app.session()?;
    let answers = session.removed().instances.remove(&(input.draft, input.key.clone())).ok_or_else(Error::not_found)?;
    session.edit(app, input.draft, |open| {
        open.run.restore(answers);
        Ok(())
    })
}

pub(crate) fn set_colleague(app: &App, input: DraftColleagueInput) -> Result<DraftView> {
    let session = app.session()?;
    session.edit(app, input.draft, |open| {
        open.draft.with = input.with;
        Ok(())
    })?;
    view(app, &session, input.draft)
}

pub(crate) fn visit_problems(app: &App, input: Id) -> Result<Problems> {
    let session = app.session()?;
    session.with_draft(app, input.id, |open| Ok(Problems { paths: problems(open) }))
}

/// What the form does not allow yet. Questions put off because of a minor are allowed to wait.
pub(crate) fn problems(open: &OpenDraft) -> Vec<String> {
    let state = open.state();
    let confirmed = |path: &str| open.draft.confirmed.keys().any(|key| path.contains(&format!("[{key}]")));
    let open_problems = state.nodes.into_iter().filter(|n| n.relevant && n.problem.is_some() && !n.put_off);
    open_problems.filter(|n| !confirmed(&n.path)).map(|n| n.path).collect()
}

pub(crate) fn confirm_request(app: &App, input: RepeatInstanceInput) -> Result<DraftView> {
    let session = app.session()?;
    let done = session
        .with_draft(app, input.draft, |open| crate::finish::confirm(app, &session, input.draft, open, &input.key));
    if done.is_err() {
        session.drafts().retain(|other, open| *other != input.draft || open.trial);
        done?;
    }
    view(app, &session, input.draft)
}

pub(crate) fn finish_visit(app: &App, input: Id) -> Result<FinishView> {
    let session = app.session()?;
    crate::finish::finish(app, &session, input.id)
}

pub(crate) fn discard_draft(app: &App, input: Id) -> Result<TodayRow> {
    let session = app.session()?;
    let draft = session.with_draft(app, input.id, |open| open.demand_real().map(|()| open.draft.clone()))?;
    let household = draft.household;
    session.store.write(|w| w.remove_draft(input.id))?;
    session.drafts().remove(&input.id);
    session.removed().drafts.insert(input.id, draft);
    crate::today::row(app, &session, household)
}

pub(crate) fn restore_draft(app: &App, input: Id) -> Result<DraftView> {
    let session = app.session()?;
    let draft = session.removed().drafts.remove(&input.id).ok_or_else(Error::not_found)?;
    let form = session.form(&draft.form_id, &draft.form_version)?;
    let run = Run::start(form, draft.answers.clone(), session.form_environment(app));
    let mut open = OpenDraft { draft, run, saved_at: app.now_utc(), trial: false };
    session.save_draft(app, input.id, &mut open)?;
    session.drafts().insert(input.id, open);
    view(app, &session, input.id)
}

/// Moves a draft to another household, with changes to what hangs on it; false where there is no such draft.
pub(crate) fn move_draft(
    app: &App,
    session: &Session,
    id: RecordId,
    to: RecordId,
    attached: &[NewChange],
) -> Result<bool> {
    if session.read(|r| r.draft(id))?.is_none() {
        return Ok(false);
    }
    if session.read(|r| r.draft_of_household(to))?.is_some() {
        return Err(Error::not_allowed_now());
    }
    session.edit_with(app, id, |open| {
        open.draft.household = to;
        Ok(attached.to_vec())
    })?;
    Ok(true)
}

/// Keeps a leaflet with the draft until the visit is finished.
pub(crate) fn note_leaflet(app: &App, session: &Session, id: RecordId, given: &LeafletGiven) -> Result<()> {
    session.edit(app, id, |open| {
        open.draft.leaflets.push(GivenInDraft {
            leaflet: given.leaflet.clone(),
            language: given.language.clone(),
            version: given.version,
            how: given.how,
            at: given.at,
        });
        Ok(())
    })?;
    Ok(())
}

/// The chosen values of a question with several answers.
pub(crate) fn list_of(value: Option<Value>) -> Vec<String> {
    match value {
        Some(Value::List(list)) => list,
        Some(other) => other.to_text().split_whitespace().map(str::to_owned).collect(),
        None => Vec::new(),
    }
}
