//! What a change does on the server: a pure plan from the record as it stands.
//!
//! Invariants: a value on the server is never overwritten by an author who had not seen it, unless it is the
//! same laptop or the same value; a value that loses is kept until a person chooses.

use crate::entities::Form;
use crate::record::apply;
use crate::{Body, Change, ChangeId, Conflict, DeviceId, Kind, Operation, QuarantineReason, Sequence, UserId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who wrote a field last.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug)]
pub struct FieldMeta {
    pub seq: Sequence,
    pub device: DeviceId,
    pub author: UserId,
    pub at: DateTime<Utc>,
}

/// A record as the server keeps it.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug, Default)]
pub struct Standing {
    pub body: Body,
    pub fields: BTreeMap<String, FieldMeta>,
    pub conflicts: Vec<Conflict>,
    pub deleted: bool,
    pub erased: bool,
}

/// What to do with a change.
#[derive(Clone, PartialEq, Debug)]
pub enum Plan {
    /// Store this state under the given sequence; `waiting` names the fields that conflict.
    Store {
        standing: Standing,
        waiting: Vec<String>,
    },
    Quarantine(QuarantineReason),
}

/// Plans `change` on `current`, to be stored under `seq`.
pub fn plan(current: Option<&Standing>, change: &Change, seq: Sequence) -> Plan {
    let append_only = change.record.kind.is_append_only();
    match (current, &change.operation) {
        (None, Operation::Create { set }) => {
            let mut standing = Standing::default();
            write(&mut standing, change, set, seq);
            Plan::Store { standing, waiting: Vec::new() }
        }
        (None, _) => Plan::Quarantine(QuarantineReason::UnknownRecord),
        (Some(standing), _) if standing.erased => Plan::Quarantine(QuarantineReason::Erased),
        (Some(standing), _) if standing.deleted => Plan::Quarantine(QuarantineReason::Deleted),
        (Some(_), Operation::Create { .. } | Operation::Set { .. }) if append_only => {
            Plan::Quarantine(QuarantineReason::AppendOnly)
        }
        // Visits refer to a version of a form: what was published under its name stays.
        (Some(_), Operation::Create { set } | Operation::Set { set })
            if change.record.kind == Kind::Form && Form::rewrites(set) =>
        {
            Plan::Quarantine(QuarantineReason::AppendOnly)
        }
        (Some(standing), Operation::Delete) => {
            let mut standing = standing.clone();
            standing.deleted = true;
            Plan::Store { standing, waiting: Vec::new() }
        }
        (Some(standing), Operation::Create { set } | Operation::Set { set }) => merge(standing, change, set, seq),
    }
}

fn merge(current: &Standing, change: &Change, set: &Body, seq: Sequence) -> Plan {
    let mut standing = current.clone();
    let settled = |id: &ChangeId| change.resolves.contains(id);
    let chosen: Vec<String> =
        standing.conflicts.iter().filter(|c| settled(&c.change)).map(|c| c.field.clone()).collect();
    standing.conflicts.retain(|c| !(settled(&c.change) && set.contains_key(&c.field)));

    let mut accepted = Body::new();
    let mut waiting = Vec::new();
    for (field, value) in set {
        match current.fields.get(field) {
            Some(meta) if !chosen.contains(field) && contends(current, meta, change, field, value) => {
                standing.conflicts.push(Conflict {
                    change: change.id,
                    field: field.clone(),
                    value: value.clone(),
                    author: change.author,
                    device: change.device,
                    at: change.at,
                    standing_author: meta.author,
                    standing_at: meta.at,
                });
                waiting.push(field.clone());
            }
            _ => {
                accepted.insert(field.clone(), value.clone());
            }
        }
    }
    write(&mut standing, change, &accepted, seq);
    Plan::Store { standing, waiting }
}

/// Whether another laptop wrote this field after the author's base, with another value.
fn contends(current: &Standing, meta: &FieldMeta, change: &Change, field: &str, value: &serde_json::Value) -> bool {
    let stands = current.body.get(field).unwrap_or(&serde_json::Value::Null);
    meta.seq > change.base && meta.device != change.device && stands != value
}

fn write(standing: &mut Standing, change: &Change, set: &Body, seq: Sequence) {
    apply(&mut standing.body, set);
    for field in set.keys() {
        let meta = FieldMeta { seq, device: change.device, author: change.author, at: change.at };
        standing.fields.insert(field.clone(), meta);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RecordId, RecordKey};
    use serde_json::json;
    use uuid::Uuid;

    fn change(operation: Operation) -> Change {
        Change {
            id: ChangeId(Uuid::nil()),
            record: RecordKey::new(Kind::Form, RecordId(Uuid::nil())),
            operation,
            base: Sequence::ZERO,
            at: DateTime::UNIX_EPOCH,
            author: UserId(Uuid::nil()),
            device: DeviceId(Uuid::nil()),
            counter: 1,
            reason: None,
            resolves: Vec::new(),
        }
    }

    #[test]
    fn a_published_form_can_be_withdrawn_and_not_rewritten() {
        let body =
            |xlsx: &str| Body::from_iter([("xlsx".to_owned(), json!(xlsx)), ("withdrawn".to_owned(), json!(false))]);
        let Plan::Store { standing, .. } = plan(None, &change(Operation::Create { set: body("v1") }), Sequence(1, 1))
        else {
            panic!("published")
        };
        let plan_next = |operation| plan(Some(&standing), &change(operation), Sequence(1, 2));
        let refused = |plan| matches!(plan, Plan::Quarantine(QuarantineReason::AppendOnly));
        assert!(refused(plan_next(Operation::Create { set: body("other") })), "another form under the same version");
        assert!(refused(plan_next(Operation::Set { set: body("other") })));
        let withdraw = Body::from_iter([("withdrawn".to_owned(), json!(true))]);
        assert!(matches!(plan_next(Operation::Set { set: withdraw }), Plan::Store { .. }));
    }
}
