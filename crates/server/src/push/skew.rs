//! How far a laptop's clock is from ours. What it says of when something happened is kept as claimed; whoever reads it
//! is told where the clock was wrong.

use super::Author;
use crate::db::{Device, Result, Writer};
use crate::publish;
use chrono::{DateTime, Utc};
use domain::{Change, Kind, Operation, Verdict, VerdictKind};
use serde_json::json;
use std::borrow::Cow;

/// From here on a coordinator is told, in seconds.
pub(crate) const WORTH_TELLING_S: i64 = 120;
/// A laptop's figure is written again where it moved by more, in seconds: networks are slow now and then.
const MOVED_S: i64 = 30;
/// The field of a visit.
const FIELD: &str = "clock_off_s";

/// A change without what only the server says: a laptop neither makes up nor hides that its clock was wrong.
pub(super) fn without_own_word<'c>(author: Author<'_>, change: &'c Change) -> Cow<'c, Change> {
    let says = change.record.kind == Kind::Visit
        && matches!(author, Author::Laptop { .. })
        && change.operation.fields().is_some_and(|set| set.contains_key(FIELD));
    let mut change = Cow::Borrowed(change);
    if says && let Operation::Create { set } | Operation::Set { set } = &mut change.to_mut().operation {
        set.remove(FIELD);
    }
    change
}

/// Notes by how much the clock of a laptop was ahead when it sent these changes: of the laptop, and in the visits that
/// came with them where it is worth telling.
pub(super) fn note(
    w: &mut dyn Writer,
    municipality: &str,
    device: Device,
    (changes, verdicts): (&[Change], &[Verdict]),
    skew_s: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let moved = |before: i64| before.abs_diff(skew_s) > MOVED_S.unsigned_abs();
    if device.skew_s.is_none_or(moved) {
        w.save_device(&Device { skew_s: Some(skew_s), ..device })?;
    }
    if skew_s.abs() < WORTH_TELLING_S {
        return Ok(());
    }
    for (change, verdict) in changes.iter().zip(verdicts) {
        let is_new = matches!(verdict.kind, VerdictKind::Accepted { .. } | VerdictKind::Conflicted { .. });
        if !is_new || change.record.kind != Kind::Visit || !matches!(change.operation, Operation::Create { .. }) {
            continue;
        }
        let Some(visit) = w.find_record(&change.record)?.filter(|visit| !visit.standing.deleted) else { continue };
        let mut body = visit.standing.body;
        body.insert(FIELD.to_owned(), json!(skew_s));
        publish::record(w, municipality, &change.record, &body, now)?;
    }
    Ok(())
}
