//! The quick note, for a talk at a window or a hedge: one screen over the same draft and the same questions.

use crate::form_view::{self, NO, YES, uses};
use crate::session::Session;
use crate::views::*;
use crate::visit::{OpenDraft, find_or_start, list_of};
use crate::{App, Error, Result};
use domain::RecordId;
use forms::{Answer, Form};

pub(crate) fn quick_note(app: &App, input: StartVisitInput) -> Result<QuickNoteView> {
    let session = app.session()?;
    let id = find_or_start(app, &session, &input, true)?;
    view(app, &session, id)
}

pub(crate) fn save_quick_note(app: &App, input: QuickNoteInput) -> Result<QuickNoteView> {
    let session = app.session()?;
    let id = input.draft;
    let finish = input.finish;
    let saved = session.with_draft(app, id, |open| {
        fill(open, &input)?;
        session.save_draft(app, id, open)
    });
    if saved.is_err() {
        session.drafts().remove(&id);
        saved?;
    }
    let shown = view(app, &session, id)?;
    if finish {
        crate::finish::finish(app, &session, id)?;
    }
    Ok(shown)
}

/// Writes the note into the form's answers. Without consent nothing but leaflets is kept, and those as a count.
fn fill(open: &mut OpenDraft, input: &QuickNoteInput) -> Result<()> {
    open.draft.quick = true;
    open.draft.with = input.with.or(open.draft.with);
    if let Some(consent) = input.consent {
        open.set_use(uses::CONSENT, Answer::text(if consent { YES } else { NO }))?;
    }
    if let Some(mood) = &input.mood {
        open.set_use(uses::MOOD, Answer::text(mood.clone()))?;
    }
    if let Some(wanted) = input.help_wanted {
        open.set_use(uses::HELP_WANTED, Answer::text(if wanted { YES } else { NO }))?;
        if wanted {
            request(open, input.help_category.as_deref())?;
        }
    }
    open.set_use(uses::LEAFLETS, Answer::list(input.leaflets.clone()))?;
    if let Some(remarks) = &input.remarks {
        if remarks.chars().count() > form_view::MAX_TEXT_CHARS {
            return Err(Error::text_too_long().with("max", form_view::MAX_TEXT_CHARS));
        }
        open.set_use(uses::REMARKS, Answer::text(remarks.clone()))?;
    }
    if let Some(day) = input.come_back_on {
        open.set_use(uses::FOLLOW_UP, Answer::text("terug"))?;
        open.set_use(uses::COME_BACK_ON, Answer::text(day.to_string()))?;
    } else if input.finish {
        open.set_use(uses::FOLLOW_UP, Answer::text("geen"))?;
    }
    if input.finish {
        put_off_the_rest(open)?;
    }
    Ok(())
}

/// The first instance of the request repeat, with its category.
fn request(open: &mut OpenDraft, category: Option<&str>) -> Result<()> {
    let Some(repeat) = open.run.form().find_repeat_use(uses::HELP_REQUEST).map(|r| r.path.clone()) else {
        return Ok(());
    };
    let path = repeat.trim_end_matches("[]").to_owned();
    let key = match open.run.instances(&path).into_iter().next() {
        Some(key) => key,
        None => {
            let key = crate::session::new_id().to_string();
            open.run.add_repeat(&path, &key).map_err(|_| Error::bad_input())?;
            key
        }
    };
    let Some(category) = category else { return Ok(()) };
    let question = open.run.form().find_use(uses::HELP_CATEGORY).map(|q| q.path.clone());
    if let Some(instance) = question.map(|q| q.replacen("[]", &format!("[{key}]"), 1)) {
        open.run.set(&instance, Answer::text(category)).map_err(|_| Error::bad_input())?;
    }
    Ok(())
}

/// What a quick note does not ask is "ask later", so that the note can be closed and finished another time.
fn put_off_the_rest(open: &mut OpenDraft) -> Result<()> {
    for path in crate::visit::problems(open) {
        let note = open.run.answers().0.get(&path).and_then(|a| a.note.clone());
        open.run.set(&path, Answer { note, ..Answer::later() }).map_err(|_| Error::bad_input())?;
    }
    Ok(())
}

fn view(app: &App, session: &Session, id: RecordId) -> Result<QuickNoteView> {
    session.with_draft(app, id, |open| {
        let text = |use_as: &str| form_view::text_of(&open.run, use_as);
        let category = open.state().nodes.iter().find_map(|n| {
            let is_category = open.run.form().find_use(uses::HELP_CATEGORY).is_some_and(|q| q.path == n.question);
            let value = n.answer.as_ref()?.value.as_ref()?.as_str()?.to_owned();
            (is_category && n.relevant).then_some(value)
        });
        Ok(QuickNoteView {
            draft: id,
            household: crate::today::find_head(session, open.draft.household)?.ok_or_else(Error::not_found)?,
            consent: text(uses::CONSENT).map(|v| v == YES),
            mood: text(uses::MOOD),
            moods: choices(open.run.form(), uses::MOOD),
            help_wanted: text(uses::HELP_WANTED).map(|v| v == YES),
            help_category: category,
            categories: choices(open.run.form(), uses::HELP_CATEGORY),
            leaflets: text(uses::LEAFLETS).map(|t| list_of(Some(forms::Value::Text(t)))).unwrap_or_default(),
            remarks: text(uses::REMARKS),
            come_back_on: text(uses::COME_BACK_ON).and_then(|t| t.get(..10)?.parse().ok()),
            saved_at: open.saved_at,
        })
    })
}

pub(crate) fn choices(form: &Form, use_as: &str) -> Vec<ChoiceOption> {
    form.find_use(use_as).map(form_view::options).unwrap_or_default()
}
