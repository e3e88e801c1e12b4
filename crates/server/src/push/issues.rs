//! What a visit's form does not allow among its answers: computed again after each change and written into the visit,
//! for whoever reviews it. Nothing is refused or dropped for it.
//!
//! An answer that is demanded and missing is no issue where it was left out on purpose: the section of help requests
//! never travels with a visit, and sensitive questions wait while a minor interprets.

use crate::db::{Result, Stored, Writer};
use crate::publish;
use crate::secret::{Hash, sha256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Local, Utc};
use domain::entities::{ANSWER_PREFIX, AnswerFault, Entity, Form as FormRecord, FormIssue};
use domain::{Body, Kind, RecordId, RecordKey};
use forms::{Answers, Env, Fault, Files, Finding, Form, Run};
use serde::Deserialize as _;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// The field of a visit that holds the list.
const FIELD: &str = "issues";
/// The form that laptops use as long as nothing is published.
const BUILT_IN: &[u8] = include_bytes!("../../../../forms/hoe-gaat-het.xlsx");
/// Words of the `use` column and a value that the app counts on (forms/README.md).
const HELP_REQUEST: &str = "help_request";
const INTERPRETER: &str = "interpreter";
const MINOR: &str = "minderjarige";
/// Most forms that stay parsed.
const MAX_PARSED: usize = 16;

/// Parsed forms by what they were parsed from; none where that is no form.
static PARSED: LazyLock<Mutex<BTreeMap<Hash, Option<Arc<Form>>>>> = LazyLock::new(Mutex::default);

/// Forms that were looked up in a transaction, as they stand in it.
#[derive(Default)]
pub struct Known(BTreeMap<RecordId, Option<Arc<Form>>>);

impl Known {
    /// The form with this id was just written.
    pub(super) fn forget(&mut self, form: RecordId) {
        self.0.remove(&form);
    }
}

/// Lists what the form of this visit does not allow, as it was just stored.
pub(super) fn recheck(
    w: &mut dyn Writer,
    known: &mut Known,
    municipality: &str,
    record: Stored,
    now: DateTime<Utc>,
) -> Result<()> {
    let Stored { key, standing, .. } = record;
    if standing.deleted || standing.erased {
        return Ok(());
    }
    let mut body = standing.body;
    let Some(visit) = Checked::of(&body) else { return Ok(()) };
    let id = FormRecord::id_of(&visit.form_id, &visit.form_version);
    let form = match known.0.get(&id) {
        Some(form) => form.clone(),
        None => {
            let form = find_form(w, &visit)?;
            known.0.insert(id, form.clone());
            form
        }
    };
    // A defect in the engine must not keep a visit from being stored.
    let found = form.map(|form| catch_unwind(AssertUnwindSafe(|| issues(&form, &visit, &body))));
    let issues = match found {
        Some(Ok(issues)) => issues,
        Some(Err(_)) => {
            tracing::error!(visit = %key.id, "the form of a visit cannot be run");
            unknown_form()
        }
        None => unknown_form(),
    };
    if issues == visit.issues {
        return Ok(());
    }
    body.insert(FIELD.to_owned(), if issues.is_empty() { Value::Null } else { json!(issues) });
    publish::record(w, municipality, &key, &body, now).map(drop)
}

/// What checking a visit needs of its body, read without the rest.
struct Checked {
    form_id: String,
    form_version: String,
    finished_at: DateTime<Utc>,
    issues: Vec<FormIssue>,
}

impl Checked {
    fn of(body: &Body) -> Option<Self> {
        Some(Self {
            form_id: body.get("form_id")?.as_str()?.to_owned(),
            form_version: body.get("form_version")?.as_str()?.to_owned(),
            finished_at: DateTime::deserialize(body.get("finished_at")?).ok()?,
            issues: body.get(FIELD).map_or(Ok(Vec::new()), Vec::deserialize).ok()?,
        })
    }
}

fn unknown_form() -> Vec<FormIssue> {
    vec![FormIssue { path: String::new(), fault: AnswerFault::UnknownForm }]
}

fn find_form(w: &mut dyn Writer, visit: &Checked) -> Result<Option<Arc<Form>>> {
    let id = FormRecord::id_of(&visit.form_id, &visit.form_version);
    let published = w.find_record(&RecordKey::new(Kind::Form, id))?;
    let published = published.and_then(|r| FormRecord::from_body(&r.standing.body).ok());
    let Some(record) = published else {
        let own = parsed(sha256(BUILT_IN), || forms::read(BUILT_IN).form);
        return Ok(own.filter(|form| form.id == visit.form_id && form.version == visit.form_version));
    };
    let mut source = record.xlsx.clone();
    source.extend(record.files.iter().flat_map(|(name, file)| [name.as_str(), file.as_str()]));
    Ok(parsed(sha256(source.as_bytes()), || {
        let beside = record.files.into_iter().filter_map(|(name, file)| Some((name, STANDARD.decode(file).ok()?)));
        STANDARD.decode(record.xlsx).ok().and_then(|bytes| forms::reopen(&bytes, Files::new(beside)))
    }))
}

fn parsed(hash: Hash, parse: impl FnOnce() -> Option<Form>) -> Option<Arc<Form>> {
    let mut parsed = PARSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(form) = parsed.get(&hash) {
        return form.clone();
    }
    if parsed.len() >= MAX_PARSED {
        parsed.clear();
    }
    let form = catch_unwind(AssertUnwindSafe(parse)).ok().flatten().map(Arc::new);
    parsed.insert(hash, form.clone());
    form
}

fn issues(form: &Arc<Form>, visit: &Checked, body: &Body) -> Vec<FormIssue> {
    let mut answers = Answers::default();
    let mut issues = Vec::new();
    for (field, value) in body {
        let Some(path) = field.strip_prefix(ANSWER_PREFIX) else { continue };
        match forms::Answer::deserialize(value) {
            Ok(answer) => drop(answers.0.insert(path.to_owned(), answer)),
            Err(_) => issues.push(FormIssue { path: path.to_owned(), fault: AnswerFault::WrongType }),
        }
    }
    // The day of the visit is the one by the clock of the municipality, where the server stands.
    let now = visit.finished_at.with_timezone(&Local).fixed_offset();
    let env = Env { now, username: String::new(), device_id: String::new(), random_seed: 0 };
    let run = Run::start(Arc::clone(form), answers, env);
    let left_out = LeftOut::of(&run);
    let found = run.findings().into_iter().filter(|f| f.fault != Fault::Required || !left_out.holds(&run, f));
    issues.extend(found.map(|f| FormIssue { fault: fault(f.fault), path: f.path }));
    // One answer may be wrong in several choices.
    issues.dedup();
    issues
}

fn fault(fault: Fault) -> AnswerFault {
    match fault {
        Fault::UnknownPath => AnswerFault::UnknownPath,
        Fault::NotAnswerable => AnswerFault::NotAnswerable,
        Fault::WrongType => AnswerFault::WrongType,
        Fault::UnknownChoice => AnswerFault::UnknownChoice,
        Fault::Constraint => AnswerFault::Constraint,
        Fault::Required => AnswerFault::Required,
    }
}

/// Questions that go unanswered on purpose.
struct LeftOut {
    /// The section of help requests.
    section: Option<String>,
    minor: bool,
}

impl LeftOut {
    fn of(run: &Run) -> Self {
        let form = run.form();
        let interpreter = form.find_use(INTERPRETER).and_then(|q| run.answers().0.get(&q.path)?.value.as_ref());
        Self {
            section: form.find_repeat_use(HELP_REQUEST).map(|repeat| section_of(&repeat.path).to_owned()),
            minor: interpreter.is_some_and(|value| value.to_text() == MINOR),
        }
    }

    fn holds(&self, run: &Run, finding: &Finding) -> bool {
        let sensitive = || run.form().question(&finding.path).is_some_and(|q| q.extra.contains_key("sensitive"));
        self.section.as_deref() == Some(section_of(&finding.path)) || (self.minor && sensitive())
    }
}

/// The group or repeat at the top that a path lies in.
fn section_of(path: &str) -> &str {
    path.split(['/', '[']).next().unwrap_or_default()
}
