//! Forms at the office: checking a spreadsheet, trying it, publishing a version and taking one out of use.
//!
//! A version is a record of the whole municipality and never changes; the newest one that is not withdrawn serves new
//! visits ([`crate::form_source`]). Checking and trying keep nothing.

mod check;
mod completeness;
mod file;
mod template;
mod trial;

pub(crate) use check::check_form;
pub use check::problem_codes;
pub(crate) use trial::{nobody, try_form};

use crate::form_source::{BUILT_IN, compare_versions, newest};
use crate::session::{Session, create, set};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::Form;
use domain::{Kind, RecordId, Role};
use file::OpenFile;
use serde_json::json;
use std::cmp::Reverse;
use store::Stored;

impl Session {
    /// Only coordinators and administrators.
    fn demand_form_author(&self) -> Result<()> {
        if matches!(self.actor().role, Role::Coordinator | Role::Administrator) {
            Ok(())
        } else {
            Err(Error::forbidden())
        }
    }
}

pub(crate) fn forms(app: &App, _: Nothing) -> Result<FormsView> {
    let session = app.session()?;
    session.demand_form_author()?;
    view(&session)
}

fn view(session: &Session) -> Result<FormsView> {
    let mut published = session.read(|r| r.forms())?;
    let in_use = newest(&published).map(|f| f.id);
    let rest: Vec<Stored<Form>> = published.iter().filter(|f| Some(f.id) != in_use).cloned().collect();
    let successor = name_in_use(&rest)?;
    published.sort_by_key(|f| (Some(f.id) != in_use, Reverse(f.value.published_at), Reverse(f.id)));
    let visits = match session.actor().role {
        Role::Administrator => None,
        _ => Some(session.read(|r| r.visits_by_form())?),
    };
    let count = |name: &FormName| {
        visits.as_ref().map(|all| all.get(&(name.form_id.clone(), name.version.clone())).copied().unwrap_or(0))
    };
    let mut versions: Vec<FormVersionView> = Vec::new();
    for form in published {
        let name = name_of(&form.value);
        versions.push(FormVersionView {
            visits: count(&name),
            id: Some(form.id),
            state: match form.value.withdrawn {
                true => FormVersionState::Withdrawn,
                false if Some(form.id) == in_use => FormVersionState::InUse,
                false => FormVersionState::Kept,
            },
            by_name: form.value.by.map(|user| session.name_of(user)),
            published_at: form.value.published_at,
            files: form.value.files.into_keys().collect(),
            receipt: crate::today::receipt(form.receipt),
            name,
        });
    }
    let built_in = built_in_name()?;
    if !versions.iter().any(|v| v.name.form_id == built_in.form_id && v.name.version == built_in.version) {
        let at = if in_use.is_none() { 0 } else { versions.len() };
        let state = if in_use.is_none() { FormVersionState::InUse } else { FormVersionState::Kept };
        let own = FormVersionView {
            id: None,
            visits: count(&built_in),
            state,
            by_name: None,
            published_at: None,
            files: Vec::new(),
            receipt: Receipt::OnServer,
            name: built_in,
        };
        versions.insert(at, own);
    }
    Ok(FormsView { versions, successor })
}

fn name_of(form: &Form) -> FormName {
    FormName { form_id: form.form_id.clone(), version: form.version.clone(), title: form.title.clone() }
}

fn built_in_name() -> Result<FormName> {
    let form = BUILT_IN.as_ref().ok_or_else(Error::form_unreadable)?;
    Ok(FormName { form_id: form.id.clone(), version: form.version.clone(), title: form.title.clone() })
}

/// What new visits use when these are published.
fn name_in_use(published: &[Stored<Form>]) -> Result<FormName> {
    newest(published).map_or_else(built_in_name, |form| Ok(name_of(&form.value)))
}

/// The highest version of this form so far, the one that comes with the app included.
fn newest_version(published: &[Stored<Form>], form_id: &str) -> Option<String> {
    let own = BUILT_IN.iter().filter(|b| b.id == form_id).map(|b| b.version.as_str());
    let theirs = published.iter().filter(|f| f.value.form_id == form_id).map(|f| f.value.version.as_str());
    own.chain(theirs).max_by(|a, b| compare_versions(a, b)).map(str::to_owned)
}

/// Why a form without errors cannot be published.
fn obstacle(file: &OpenFile, form: &forms::Form, published: &[Stored<Form>]) -> Option<Error> {
    if form.version.is_empty() {
        return Some(Error::form_without_version());
    }
    if file.bytes_in_all() > file::MAX_FORM_BYTES {
        return Some(Error::form_too_large().with("max", file::MAX_FORM_BYTES >> 20));
    }
    let newest = newest_version(published, &form.id)?;
    let newer = compare_versions(&form.version, &newest).is_gt();
    (!newer).then(|| Error::form_version_taken().with("version", &form.version).with("newest", newest))
}

pub(crate) fn publish_form(app: &App, input: FormFile) -> Result<FormsView> {
    let session = app.session()?;
    session.demand_form_author()?;
    let file = OpenFile::read(input)?;
    let form = file.import().form.ok_or_else(Error::form_has_errors)?;
    if let Some(obstacle) = obstacle(&file, &form, &session.read(|r| r.forms())?) {
        return Err(obstacle);
    }
    let at = app.now_utc();
    let id = Form::id_of(&form.id, &form.version);
    let (xlsx, files) = file.encoded();
    let record = Form {
        form_id: form.id,
        version: form.version,
        title: form.title,
        xlsx,
        files,
        withdrawn: false,
        by: Some(session.user),
        published_at: Some(at),
    };
    session.write(|w| w.record_change(create(id, &record, at)).map(drop))?;
    view(&session)
}

pub(crate) fn withdraw_form(app: &App, input: WithdrawInput) -> Result<FormsView> {
    let session = app.session()?;
    session.demand_form_author()?;
    session.get::<Form>(input.id)?.ok_or_else(Error::not_found)?;
    let fields = json!({ "withdrawn": input.withdrawn });
    session.write(|w| w.record_change(set(Kind::Form, input.id, fields, app.now_utc())).map(drop))?;
    view(&session)
}

pub(crate) fn export_form(app: &App, input: ExportFormInput) -> Result<NamedFile> {
    let session = app.session()?;
    session.demand_form_author()?;
    let Some(id) = input.id else {
        let name = built_in_name()?;
        return Ok(file::workbook(&name, crate::form_source::BUILT_IN_FILE));
    };
    let form: Form = session.get(id)?.ok_or_else(Error::not_found)?;
    match input.file {
        None => Ok(file::workbook(&name_of(&form), &file::decode(&form.xlsx)?)),
        Some(name) => {
            let base64 = form.files.get(&name).cloned().ok_or_else(Error::not_found)?;
            Ok(NamedFile { name, base64 })
        }
    }
}

pub(crate) fn form_template(app: &App, _: Nothing) -> Result<NamedFile> {
    app.session()?.demand_form_author()?;
    template::make(app.today())
}

/// A version of a form, ready to run; the one that comes with the app without an id.
fn find_form(session: &Session, id: Option<RecordId>) -> Result<std::sync::Arc<forms::Form>> {
    let Some(id) = id else { return BUILT_IN.clone().ok_or_else(Error::form_unreadable) };
    let form: Form = session.get(id)?.ok_or_else(Error::not_found)?;
    session.form(&form.form_id, &form.version)
}
