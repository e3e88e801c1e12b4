//! Reviewing visits: a coordinator reads, comments at an answer, approves; the author reads the comments and corrects.
//! A correction keeps the old value with its reason.

use crate::form_view::{self, answer_from, answer_text, answer_view, is_shown, question, section_of};
use crate::households::optional;
use crate::session::{Session, create, new_id, set};
use crate::today::{find_head, receipt};
use crate::views::*;
use crate::{App, Error, Result};
use domain::entities::{ANSWER_PREFIX, Comment, Entity, FormIssue, Review, Revision, Visit};
use domain::life_cycle::ReviewState;
use domain::{Body, Kind, RecordId};
use forms::{Answer, Answers, Form, Run};
use serde_json::json;
use std::sync::Arc;
use store::{Row, Stored};

const MAX_COMMENT_CHARS: usize = 2_000;
/// The flag of a visit with answers that its form does not allow.
const FORM_FLAG: &str = "form";

fn state_of(session: &Session, visit: RecordId) -> Result<ReviewState> {
    Ok(session.get::<Review>(visit)?.map_or(ReviewState::Received, |r| r.state))
}

pub(crate) fn review_list(app: &App, input: ReviewListInput) -> Result<ReviewListView> {
    let session = app.session()?;
    let mut view = ReviewListView { rows: Vec::new(), received: 0, has_issues: 0, approved: 0 };
    for reviewed in session.read(|r| r.visits_in_review(None))? {
        let state = reviewed.state();
        let visit = reviewed.visit;
        let listed = match state {
            ReviewState::Received => {
                view.received += 1;
                input.filter == ReviewFilter::Received
            }
            ReviewState::HasIssues | ReviewState::Rejected => {
                view.has_issues += 1;
                input.filter == ReviewFilter::HasIssues
            }
            ReviewState::Approved => {
                view.approved += 1;
                input.filter == ReviewFilter::Approved
            }
        };
        if listed {
            view.rows.push(row(app, &session, &visit, state)?);
        }
    }
    // Flagged first, then oldest.
    view.rows.sort_by_key(|r| (r.flags.is_empty(), r.at));
    Ok(view)
}

fn row(app: &App, session: &Session, visit: &Stored<Visit>, state: ReviewState) -> Result<ReviewRow> {
    let comments = session.read(|r| r.comments_of(visit.id))?.len();
    let requests = crate::help::shared_of_household(app, session, visit.value.household)?.len();
    Ok(ReviewRow {
        visit: visit.id,
        household: find_head(session, visit.value.household)?,
        by_name: session.name_of(visit.value.by),
        at: visit.value.finished_at,
        state,
        flags: flags(&visit.value),
        requests: u32::try_from(requests).unwrap_or(u32::MAX),
        comments: u32::try_from(comments).unwrap_or(u32::MAX),
    })
}

/// Why somebody should look at it first: what the laptop noted, and what the server found.
fn flags(visit: &Visit) -> Vec<String> {
    let found = (!visit.issues.is_empty()).then(|| FORM_FLAG.to_owned());
    visit.flags.iter().cloned().chain(found).collect()
}

/// Visits to review, and my visits with comments that wait for an answer.
pub(crate) fn counts(session: &Session) -> Result<(u32, u32)> {
    let received = session.read(|r| r.review_counts())?.get("received").copied().unwrap_or(0);
    let mut comments = 0;
    for reviewed in session.read(|r| r.commented_visits_by(session.user))? {
        comments += u32::from(waits_for_me(session, reviewed.visit.id)?);
    }
    Ok((received, comments))
}

/// Whether somebody commented after my last comment or correction.
fn waits_for_me(session: &Session, visit: RecordId) -> Result<bool> {
    let comments = session.read(|r| r.comments_of(visit))?;
    let revisions = session.read(|r| r.revisions_of(visit))?;
    let me = session.user;
    let theirs = comments.iter().filter(|c| c.value.by != me).map(|c| c.value.at).max();
    let my_comments = comments.iter().filter(|c| c.value.by == me).map(|c| c.value.at);
    let mine = my_comments.chain(revisions.iter().filter(|r| r.value.by == me).map(|r| r.value.at)).max();
    Ok(theirs.is_some_and(|t| mine.is_none_or(|m| m < t)))
}

pub(crate) fn my_comments(app: &App, _: Nothing) -> Result<MyCommentsView> {
    let session = app.session()?;
    let mut rows = Vec::new();
    for reviewed in session.read(|r| r.commented_visits_by(session.user))? {
        if waits_for_me(&session, reviewed.visit.id)? {
            rows.push(row(app, &session, &reviewed.visit, reviewed.state())?);
        }
    }
    Ok(MyCommentsView { rows })
}

pub(crate) fn visit_view(app: &App, input: Id) -> Result<VisitView> {
    let session = app.session()?;
    view(app, &session, input.id)
}

fn view(app: &App, session: &Session, id: RecordId) -> Result<VisitView> {
    let key = domain::RecordKey::new(Kind::Visit, id);
    let row: Row = session.read(|r| r.record(&key))?.ok_or_else(Error::not_found)?;
    let visit = Visit::from_body(&row.body).map_err(|_| Error::damaged_database())?;
    let form = session.form(&visit.form_id, &visit.form_version)?;
    let comments: Vec<CommentView> =
        session.read(|r| r.comments_of(id))?.iter().map(|c| comment_view(session, c)).collect();
    let revisions = session.read(|r| r.revisions_of(id))?;
    let run = run_of(app, session, &form, &row.body);
    let sections = sections(session, &run, &row.body, &visit.issues, &comments, &revisions);
    Ok(VisitView {
        id,
        household: find_head(session, visit.household)?,
        by: visit.by,
        by_name: session.name_of(visit.by),
        with_name: visit.with.map(|u| session.name_of(u)),
        channel: visit.channel,
        language: visit.language.clone(),
        started_at: visit.started_at,
        finished_at: visit.finished_at,
        clock_off_min: visit.clock_off_s.and_then(|seconds| i32::try_from(seconds / 60).ok()),
        state: state_of(session, id)?,
        flags: flags(&visit),
        issues: issues(&form, &visit.issues, &sections),
        sections,
        comments: comments.into_iter().filter(|c| c.path.is_none()).collect(),
        requests: crate::help::shared_of_household(app, session, visit.household)?,
        mine: visit.by == session.user,
        receipt: receipt(row.receipt),
    })
}

fn comment_view(session: &Session, c: &Stored<Comment>) -> CommentView {
    CommentView {
        path: c.value.path.clone(),
        text: c.value.text.clone(),
        by: c.value.by,
        by_name: session.name_of(c.value.by),
        at: c.value.at,
        receipt: receipt(c.receipt),
    }
}

fn answer_of(body: &Body, path: &str) -> Option<Answer> {
    serde_json::from_value(body.get(&format!("{ANSWER_PREFIX}{path}"))?.clone()).ok()
}

/// The form with the visit's answers in it.
fn run_of(app: &App, session: &Session, form: &Arc<Form>, body: &Body) -> Run {
    let mut answers = Answers::default();
    for (field, value) in body {
        if let Some(path) = field.strip_prefix(ANSWER_PREFIX) {
            answers.0.insert(path.to_owned(), serde_json::from_value(value.clone()).unwrap_or_default());
        }
    }
    Run::start(Arc::clone(form), answers, session.form_environment(app))
}

/// The answers by section, in the order of the form; those of a repeat instance by instance.
fn sections(
    session: &Session,
    run: &Run,
    body: &Body,
    issues: &[FormIssue],
    comments: &[CommentView],
    revisions: &[Stored<Revision>],
) -> Vec<ReviewSection> {
    let form = run.form();
    let mut sections: Vec<ReviewSection> = Vec::new();
    for node in form_view::nodes(run) {
        let path = node.path;
        let Some(q) = form.question(&node.question) else { continue };
        let Some(answer) = answer_of(body, &path) else { continue };
        let section = section_of(form, &q.path);
        let asked = question(form, q);
        let shown = ReviewAnswer {
            text: answer_text(q, &answer),
            flagged: is_flagged(q, &answer) || issues.iter().any(|i| i.path == path),
            issues: issues.iter().filter(|i| i.path == path).map(|i| i.fault).collect(),
            comments: comments.iter().filter(|c| c.path.as_deref() == Some(&path)).cloned().collect(),
            revisions: revisions
                .iter()
                .filter(|r| r.value.path == path)
                .map(|r| RevisionView {
                    old: r.value.old.clone(),
                    old_text: words(q, &r.value.old),
                    new_text: words(q, &r.value.new),
                    reason: r.value.reason.clone(),
                    by_name: session.name_of(r.value.by),
                    at: r.value.at,
                })
                .collect(),
            question: QuestionView { label: node.label.unwrap_or(asked.label), ..asked },
            answer: answer_view(&answer),
            around: node.around,
            path,
        };
        match sections.last_mut() {
            Some(last) if last.id == section => last.answers.push(shown),
            _ => {
                let group = form.items.iter().find(|i| i.name() == section);
                let label = group.map(|g| g.label().clone()).unwrap_or_default();
                sections.push(ReviewSection { id: section, label, answers: vec![shown] });
            }
        }
    }
    sections
}

/// What the form does not allow and no answer that is shown stands for.
fn issues(form: &Form, issues: &[FormIssue], sections: &[ReviewSection]) -> Vec<IssueView> {
    let shown = |path: &str| sections.iter().any(|s| s.answers.iter().any(|a| a.path == path));
    let label = |path: &str| form.question(path).map(|q| q.label.clone()).unwrap_or_default();
    let apart = issues.iter().filter(|i| !shown(&i.path));
    apart.map(|i| IssueView { label: label(&i.path), path: i.path.clone(), fault: i.fault }).collect()
}

/// An old answer in Dutch words; empty where it was refused or postponed.
fn words(q: &forms::Question, value: &serde_json::Value) -> String {
    let answer: Answer = serde_json::from_value(value.clone()).unwrap_or_default();
    answer_text(q, &answer).get("nl").cloned().unwrap_or_default()
}

/// The mood question with a low answer, or anything postponed.
fn is_flagged(q: &forms::Question, answer: &Answer) -> bool {
    let low = q.extra.get("use").is_some_and(|u| u == crate::form_view::uses::MOOD)
        && answer.value.as_ref().is_some_and(|v| matches!(v.to_text().as_str(), "slecht" | "zeer_slecht"));
    low || answer.later
}

pub(crate) fn comment(app: &App, input: CommentInput) -> Result<VisitView> {
    let session = app.session()?;
    let text = optional("text", Some(&input.text), MAX_COMMENT_CHARS)?;
    let text = text.ok_or_else(|| Error::missing_field().with("field", "text"))?;
    session.get::<Visit>(input.visit)?.ok_or_else(Error::not_found)?;
    let at = app.now_utc();
    let comment = Comment { visit: input.visit, path: input.path, text, by: session.user, at };
    session.write(|w| w.record_change(create(new_id(), &comment, at)).map(drop))?;
    view(app, &session, input.visit)
}

pub(crate) fn set_review(app: &App, input: ReviewInput) -> Result<VisitView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    decide(app, &session, input.visit, input.state)?;
    view(app, &session, input.visit)
}

fn decide(app: &App, session: &Session, visit: RecordId, state: ReviewState) -> Result<()> {
    let at = app.now_utc();
    let review = Review { state, by: session.user, at };
    let known = session.get::<Review>(visit)?.is_some();
    let change = if known {
        set(Kind::Review, visit, json!({ "state": state, "by": review.by, "at": at }), at)
    } else {
        create(visit, &review, at)
    };
    session.write(|w| w.record_change(change).map(drop))
}

pub(crate) fn approve_unflagged(app: &App, _: Nothing) -> Result<ApprovedView> {
    let session = app.session()?;
    session.demand_coordinator()?;
    let mut approved = 0;
    for reviewed in session.read(|r| r.visits_in_review(Some(ReviewState::Received)))? {
        let visit = reviewed.visit;
        if flags(&visit.value).is_empty() && visit.value.by != session.user {
            decide(app, &session, visit.id, ReviewState::Approved)?;
            approved += 1;
        }
    }
    Ok(ApprovedView { approved })
}

pub(crate) fn correct_answer(app: &App, input: CorrectInput) -> Result<VisitView> {
    let session = app.session()?;
    let reason = optional("reason", Some(&input.reason), MAX_COMMENT_CHARS)?.ok_or_else(Error::reason_needed)?;
    let key = domain::RecordKey::new(Kind::Visit, input.visit);
    let row: Row = session.read(|r| r.record(&key))?.ok_or_else(Error::not_found)?;
    let visit = Visit::from_body(&row.body).map_err(|_| Error::damaged_database())?;
    if visit.by != session.user {
        return Err(Error::forbidden());
    }
    let form = session.form(&visit.form_id, &visit.form_version)?;
    let mut run = run_of(app, &session, &form, &row.body);
    let asked = run.nodes().into_iter().find(|n| n.path == input.path);
    asked.and_then(|n| form.question(&n.question)).filter(|q| is_shown(q)).ok_or_else(Error::not_found)?;
    let field = format!("{ANSWER_PREFIX}{}", input.path);
    let old = row.body.get(&field).cloned().unwrap_or_default();
    let answer = answer_from(input.answer)?;
    check_allowed(&mut run, &input.path, &answer)?;
    let new = serde_json::to_value(&answer).map_err(|_| Error::internal())?;
    if old == new {
        return view(app, &session, input.visit);
    }
    let at = app.now_utc();
    let revision = Revision {
        visit: input.visit,
        path: input.path,
        old,
        new: new.clone(),
        reason: reason.clone(),
        by: session.user,
        at,
    };
    let mut fields = serde_json::Map::new();
    fields.insert(field, new);
    let mut correction = set(Kind::Visit, input.visit, serde_json::Value::Object(fields), at);
    correction.reason = Some(reason);
    session.write(|w| {
        w.record_change(correction)?;
        w.record_change(create(new_id(), &revision, at)).map(drop)
    })?;
    view(app, &session, input.visit)
}

/// A correction must be an answer that the form allows.
fn check_allowed(run: &mut Run, path: &str, answer: &Answer) -> Result<()> {
    run.set(path, answer.clone()).map_err(|_| Error::bad_input())?;
    let broken = run.nodes().into_iter().any(|n| n.path == path && n.problem.is_some());
    if broken { Err(Error::visit_incomplete()) } else { Ok(()) }
}
