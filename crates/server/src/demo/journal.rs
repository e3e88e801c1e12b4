//! What the people of the demonstration wrote down: changes in order, each by somebody on a laptop of their own.

use crate::admin::Admin;
use crate::error::Error;
use crate::push::{Author, push};
use crate::secret::named_id;
use chrono::{DateTime, Utc};
use domain::entities::Entity;
use domain::{Actor, Body, Change, DeviceId, Kind, Operation, RecordId, RecordKey, Sequence, VerdictKind};
use serde_json::Value;
use std::collections::HashMap;

/// The id of an invented record: the same at each start.
pub fn id(name: &str) -> RecordId {
    RecordId(named_id("demo", name))
}

/// Everybody's changes that were not sent yet.
#[derive(Default)]
pub struct Journal {
    changes: Vec<(Actor, Change)>,
    counters: HashMap<DeviceId, u64>,
}

impl Journal {
    /// Somebody makes a record.
    pub fn create<E: Entity>(&mut self, by: &Actor, id: RecordId, entity: &E, at: DateTime<Utc>) {
        self.create_with(by, id, entity, Body::new(), at);
    }

    /// Somebody makes a record with fields beside those of its view.
    pub fn create_with<E: Entity>(&mut self, by: &Actor, id: RecordId, entity: &E, more: Body, at: DateTime<Utc>) {
        let mut set = entity.to_body();
        set.extend(more);
        self.note(by, RecordKey::new(E::KIND, id), "create", Operation::Create { set }, at);
    }

    /// Somebody sets one field.
    pub fn set(&mut self, by: &Actor, kind: Kind, id: RecordId, field: &str, value: Value, at: DateTime<Utc>) {
        let set = Body::from_iter([(field.to_owned(), value)]);
        self.note(by, RecordKey::new(kind, id), field, Operation::Set { set }, at);
    }

    fn note(&mut self, by: &Actor, record: RecordKey, what: &str, operation: Operation, at: DateTime<Utc>) {
        let device = DeviceId(named_id("demo", &format!("laptop of {}", by.user)));
        let counter = self.counters.entry(device).or_default();
        *counter += 1;
        let change = Change {
            id: named_id("demo", &format!("change: {} {} {what} {at}", record.kind, record.id)).into(),
            record,
            operation,
            base: Sequence::ZERO,
            at,
            author: by.user,
            device,
            counter: *counter,
            reason: None,
            resolves: Vec::new(),
        };
        self.changes.push((by.clone(), change));
    }

    /// Pushes it all as the laptops would, each after having read what went before.
    ///
    /// # Errors
    /// Where the server sets anything aside: the demonstration would be wrong then.
    pub fn send(self, admin: &Admin) -> Result<(), Error> {
        let (db, municipality) = (admin.database(), admin.municipality()?);
        for batch in self.changes.chunk_by(|(a, _), (b, _)| a.user == b.user) {
            let Some((actor, Change { device, .. })) = batch.first() else { continue };
            let base = db.reading(|r| r.sequence())?;
            let changes: Vec<Change> = batch.iter().map(|(_, c)| Change { base, ..c.clone() }).collect();
            let author = Author::Laptop { actor, device: *device };
            let verdicts = push(&*db, &municipality, author, &changes, admin.now())?;
            for (change, verdict) in changes.iter().zip(verdicts) {
                if let VerdictKind::Quarantined { reason } = verdict.kind {
                    return Err(Error::Demo(change.record.kind.to_string(), reason));
                }
            }
        }
        Ok(())
    }
}
