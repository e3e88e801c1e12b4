//! A visit while it is being written: a draft on this laptop, saved at each answer, sent to nobody.
//!
//! Finishing turns the draft into records in one transaction: an attempt for everybody of the neighbourhood, and,
//! where consent to note was given, a visit with its answers for its author and the coordinators. Help requests
//! become records of their own when they are confirmed.

use crate::form_view::{self, uses};
use crate::session::{Session, new_id};
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, Utc};
use domain::entities::{Channel, Household, LeafletGiven, LeafletUse};
use domain::{RecordId, UserId};
use forms::{Answer, Answers, Form, Run, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, MutexGuard};
use store::NewChange;

/// What a draft holds, as it lies in the database.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Draft {
    pub(crate) household: RecordId,
    pub(crate) channel: Channel,
    pub(crate) started_at: DateTime<Utc>,
    pub(crate) form_id: String,
    pub(crate) form_version: String,
    #[serde(default)]
    pub(crate) with: Option<UserId>,
    pub(crate) answers: Answers,
    /// The question it is at; none on the check-answers page.
    #[serde(default)]
    pub(crate) at: Option<String>,
    /// Instances of the request repeat that are help requests already: key → id.
    #[serde(default)]
    pub(crate) confirmed: BTreeMap<String, RecordId>,
    #[serde(default)]
    pub(crate) leaflets: Vec<GivenInDraft>,
    #[serde(default)]
    pub(crate) quick: bool,
    #[serde(default)]
    pub(crate) danger_noted: bool,
    /// The household's language, where the form has it: what the resident reads when the form does not ask.
    #[serde(default)]
    pub(crate) language: Option<String>,
}

/// A leaflet given during the visit; it becomes a record when the visit is finished.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct GivenInDraft {
    pub(crate) leaflet: String,
    pub(crate) language: String,
    pub(crate) version: u32,
    pub(crate) how: LeafletUse,
    pub(crate) at: DateTime<Utc>,
}

/// A draft with its form running.
pub(crate) struct OpenDraft {
    pub(crate) draft: Draft,
    pub(crate) run: Run,
    pub(crate) saved_at: DateTime<Utc>,
    /// A form that is tried ([`crate::publishing`]): in memory only, of no household.
    pub(crate) trial: bool,
}

/// What was thrown away and can be brought back until the app closes.
#[derive(Default)]
pub(crate) struct Removed {
    drafts: BTreeMap<RecordId, Draft>,
    instances: BTreeMap<(RecordId, String), Answers>,
}

impl OpenDraft {
    /// A new visit with this form, with what is known filled in. Nothing is saved yet.
    pub(crate) fn begin(
        app: &App,
        session: &Session,
        form: Arc<Form>,
        input: &StartVisitInput,
        household: &Household,
    ) -> Result<Self> {
        let draft = Draft {
            household: input.household,
            channel: input.channel,
            started_at: app.now_utc(),
            form_id: form.id.clone(),
            form_version: form.version.clone(),
            with: None,
            answers: Answers::default(),
            at: None,
            confirmed: BTreeMap::new(),
            leaflets: Vec::new(),
            quick: false,
            danger_noted: false,
            language: household.languages.iter().find(|l| form.languages.contains(l)).cloned(),
        };
        let run = Run::new(form, session.form_environment(app));
        let mut open = Self { draft, run, saved_at: app.now_utc(), trial: false };
        prefill(&mut open, household, input.channel)?;
        open.draft.at = open.first_question();
        Ok(open)
    }

    /// A trial becomes no record.
    ///
    /// # Errors
    /// `not-allowed-now` for a trial.
    pub(crate) fn demand_real(&self) -> Result<()> {
        if self.trial { Err(Error::not_allowed_now()) } else { Ok(()) }
    }

    fn keys_confirmed(&self) -> Vec<String> {
        self.draft.confirmed.keys().cloned().collect()
    }

    pub(crate) fn state(&self) -> FormState {
        let Draft { at, language, .. } = &self.draft;
        form_view::state(&self.run, at.as_deref(), &self.keys_confirmed(), language.as_deref(), self.saved_at)
    }

    /// Consent comes first: what stands before it is prefilled. A form that does not ask for it begins at its beginning.
    fn first_question(&self) -> Option<String> {
        let consent = self.run.form().find_use(uses::CONSENT).map(|q| q.path.clone());
        consent.or_else(|| self.state().nodes.into_iter().find(|n| n.relevant).map(|n| n.path))
    }

    /// Whether the resident allowed to note answers; none until asked.
    pub(crate) fn consent(&self) -> Option<bool> {
        if self.run.form().find_use(uses::CONSENT).is_none() {
            return Some(true);
        }
        form_view::text_of(&self.run, uses::CONSENT).map(|v| v == form_view::YES)
    }

    /// Where to go when the instance on the screen is removed: to its repeat; for a request to the question whether help
    /// is wanted.
    fn after_removal(&self, repeat: &str) -> Option<String> {
        let stop = format!("{}[]", repeat.trim_end_matches("[]"));
        let there = self.state().nodes.into_iter().find(|n| n.path == stop).map(|n| n.path);
        there.or_else(|| self.run.form().find_use(uses::HELP_WANTED).map(|q| q.path.clone()))
    }

    /// Answers the question with this use, if the form has one.
    pub(crate) fn set_use(&mut self, use_as: &str, answer: Answer) -> Result<()> {
        let Some(path) = self.run.form().find_use(use_as).map(|q| q.path.clone()) else { return Ok(()) };
        let note = self.run.answers().0.get(&path).and_then(|a| a.note.clone());
        self.run.set(&path, Answer { note: answer.note.clone().or(note), ..answer }).map_err(|_| Error::bad_input())
    }
}

impl Session {
    pub(crate) fn drafts(&self) -> MutexGuard<'_, BTreeMap<RecordId, OpenDraft>> {
        self.drafts.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn removed(&self) -> MutexGuard<'_, Removed> {
        self.removed.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Does something with an open draft; a draft that is not open yet is read from disk first.
    ///
    /// # Errors
    /// `not-found` where there is no such draft.
    pub(crate) fn with_draft<T>(
        &self,
        app: &App,
        id: RecordId,
        f: impl FnOnce(&mut OpenDraft) -> Result<T>,
    ) -> Result<T> {
        let mut open = self.drafts();
        if let Entry::Vacant(place) = open.entry(id) {
            let row = self.read(|r| r.draft(id))?.ok_or_else(Error::not_found)?;
            let draft: Draft = serde_json::from_value(row.body).map_err(|_| Error::damaged_database())?;
            let form = self.form(&draft.form_id, &draft.form_version)?;
            let run = Run::start(form, draft.answers.clone(), self.form_environment(app));
            place.insert(OpenDraft { draft, run, saved_at: row.updated_at, trial: false });
        }
        f(open.get_mut(&id).ok_or_else(Error::internal)?)
    }

    /// Puts a draft on disk; true on disk when this returns.
    pub(crate) fn save_draft(&self, app: &App, id: RecordId, open: &mut OpenDraft) -> Result<()> {
        self.save_draft_with(app, id, open, Vec::new())
    }

    /// Puts a draft on disk together with changes that come out of it: both or neither.
    pub(crate) fn save_draft_with(
        &self,
        app: &App,
        id: RecordId,
        open: &mut OpenDraft,
        changes: Vec<NewChange>,
    ) -> Result<()> {
        if open.trial {
            return if changes.is_empty() { Ok(()) } else { Err(Error::not_allowed_now()) };
        }
        open.draft.answers = open.run.answers().clone();
        let at = app.now_utc();
        let row = store::Draft {
            id,
            household: open.draft.household,
            kind: "visit".to_owned(),
            body: serde_json::to_value(&open.draft).map_err(|_| Error::internal())?,
            at_path: open.draft.at.clone(),
            created_at: open.draft.started_at,
            updated_at: at,
        };
        let to_send = !changes.is_empty();
        self.store.write(|w| {
            for change in changes {
                w.record_change(change)?;
            }
            w.save_draft(&row)
        })?;
        if to_send {
            self.sending.wake();
        }
        open.saved_at = at;
        Ok(())
    }

    /// A change to a draft that is on disk before anything shows. If it cannot be saved, the draft stays as it was.
    fn edit(&self, app: &App, id: RecordId, f: impl FnOnce(&mut OpenDraft) -> Result<()>) -> Result<FormState> {
        self.edit_with(app, id, |open| f(open).map(|()| Vec::new()))
    }

    /// The same, with changes that go along in one transaction.
    fn edit_with(
        &self,
        app: &App,
        id: RecordId,
        f: impl FnOnce(&mut OpenDraft) -> Result<Vec<NewChange>>,
    ) -> Result<FormState> {
        let done = self.with_draft(app, id, |open| {
            let changes = f(open)?;
            self.save_draft_with(app, id, open, changes)?;
            Ok(open.state())
        });
        if done.is_err() {
            // What is in memory may be ahead of the disk: read it again next time. A trial is in memory alone.
            self.drafts().retain(|other, open| *other != id || open.trial);
        }
        done
    }

    pub(crate) fn form_environment(&self, app: &App) -> forms::Env {
        forms::Env {
            now: app.now(),
            username: self.user_name.clone(),
            device_id: self.device.to_string(),
            random_seed: self.device.0.as_u64_pair().1,
        }
    }
}

pub(crate) fn start_visit(app: &App, input: StartVisitInput) -> Result<DraftView> {
    let session = app.session()?;
    let id = find_or_start(app, &session, &input, false)?;
    view(app, &session, id)
}

/// The unfinished visit of a household, or a new one with what is known filled in.
pub(crate) fn find_or_start(app: &App, session: &Session, input: &StartVisitInput, quick: bool) -> Result<RecordId> {
    if let Some(row) = session.read(|r| r.draft_of_household(input.household))? {
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

fn prefill(open: &mut OpenDraft, household: &Household, channel: Channel) -> Result<()> {
    let value = match channel {
        Channel::Door => "huisbezoek",
        Channel::Phone => "telefoon",
        Channel::Elsewhere => "elders",
    };
    let offers = |form: &Form, use_as: &str, value: &str| {
        form.find_use(use_as).is_some_and(|q| q.choices.iter().any(|c| c.value == value))
    };
    if offers(open.run.form(), uses::CHANNEL, value) {
        open.set_use(uses::CHANNEL, Answer::text(value))?;
    }
    let spoken = household.languages.first().filter(|l| offers(open.run.form(), uses::LANGUAGE, l));
    if let Some(language) = spoken {
        open.set_use(uses::LANGUAGE, Answer::text(language.clone()))?;
    }
    Ok(())
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
