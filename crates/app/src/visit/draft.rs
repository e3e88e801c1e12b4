//! A draft as it rests on the disk, and open with its form running.

use crate::form_view::{self, uses};
use crate::session::Session;
use crate::views::*;
use crate::{App, Error, Result};
use chrono::{DateTime, Utc};
use domain::entities::{Channel, Household, LeafletUse};
use domain::{RecordId, UserId};
use forms::{Answer, Answers, Form, Run};
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
    pub(super) drafts: BTreeMap<RecordId, Draft>,
    pub(super) instances: BTreeMap<(RecordId, String), Answers>,
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
        let keys = self.keys_confirmed();
        let mut state = form_view::state(&self.run, at.as_deref(), &keys, language.as_deref(), self.saved_at);
        if self.trial {
            form_view::tell_the_author(&mut state, &self.run);
        }
        state
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
    pub(super) fn after_removal(&self, repeat: &str) -> Option<String> {
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

    pub(super) fn removed(&self) -> MutexGuard<'_, Removed> {
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
    pub(super) fn edit(
        &self,
        app: &App,
        id: RecordId,
        f: impl FnOnce(&mut OpenDraft) -> Result<()>,
    ) -> Result<FormState> {
        self.edit_with(app, id, |open| f(open).map(|()| Vec::new()))
    }

    /// The same, with changes that go along in one transaction.
    pub(super) fn edit_with(
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
