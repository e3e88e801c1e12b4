//! What people do, without asking whether they may: the server decides.

use crate::network::Network;
use crate::world::{Common, Made, NEIGHBOURHOODS, lock, new_change_id, new_key};
use chrono::{DateTime, Utc};
use domain::{Body, Kind, Operation, RecordKey, UserId};
use serde_json::{Value, json};
use store::{NewChange, Row, Store};

/// One thing that the laptop's user does to a record that is here, or to a new one.
pub fn act(network: &Network, store: &Store, at: DateTime<Utc>) {
    let me = network.office.actor(network.laptop).user;
    let common = &mut *lock(&network.common);
    let here: Vec<Row> = held(common, store);
    let act = plan(common, &here, me, at);
    if let Some((key, operation, resolves)) = act {
        let new = NewChange { id: new_change_id(common), record: key.clone(), operation, at, reason: None, resolves };
        let change = store.write(|w| w.record_change(new)).expect("to save");
        common.made.push(Made { by: network.laptop, change });
        if !common.keys.contains(&key) {
            common.keys.push(key);
        }
    }
}

fn held(common: &Common, store: &Store) -> Vec<Row> {
    let all = store.read(|r| common.keys.iter().map(|key| r.record(key)).collect::<store::Result<Vec<_>>>());
    all.expect("to read").into_iter().flatten().filter(|row| !row.deleted).collect()
}

type Act = (RecordKey, Operation, Vec<domain::ChangeId>);

fn plan(common: &mut Common, here: &[Row], me: UserId, at: DateTime<Utc>) -> Option<Act> {
    let homes: Vec<&Row> = here.iter().filter(|row| row.key.kind == Kind::Household).collect();
    let somewhere = *common.random.pick(NEIGHBOURHOODS.as_slice());
    if homes.is_empty() || common.random.chance(12) {
        return Some(create(common, Kind::Household, household(somewhere)));
    }
    let home = homes[common.random.below(homes.len())].key.id;
    let any = &here[common.random.below(here.len())];
    let of = |kind: Kind| here.iter().filter(move |row| row.key.kind == kind).collect::<Vec<_>>();
    Some(match common.random.below(17) {
        0 => create(common, Kind::Resident, json!({ "household": home, "name": "Yıldız" })),
        1 => create(common, Kind::Attempt, attempt(home.to_string(), me, at)),
        2 => create(common, Kind::Visit, visit(home.to_string(), me, at)),
        3 => create(common, Kind::HelpRequest, request(somewhere)),
        4 => create(common, Kind::HelpRequestDetail, json!({ "household": home, "description": "Huur." })),
        5 => create(common, Kind::Danger, json!({ "household": home, "at": at, "by": me, "note": "Hond." })),
        6 => {
            let visits = of(Kind::Visit);
            let visit = visits.get(common.random.below(visits.len().max(1)))?.key.id;
            create(common, Kind::Comment, json!({ "visit": visit, "text": "Vraag na.", "by": me, "at": at }))
        }
        7 => {
            let assignee = UserId(uuid::Uuid::from_u128(100 + common.random.below(5) as u128));
            let round = common.fresh();
            let day = at.date_naive();
            create(
                common,
                Kind::Assignment,
                json!({ "household": home, "round": round, "day": day, "assignee": assignee }),
            )
        }
        8 => {
            // To another neighbourhood, with everything that hangs on it.
            set(RecordKey::new(Kind::Household, home), json!({ "neighbourhood": somewhere }))
        }
        13 => {
            let requests = of(Kind::HelpRequest);
            let request = requests.get(common.random.below(requests.len().max(1)))?.key.id;
            create(common, Kind::HelpEvent, json!({ "help_request": request, "at": at, "by": me, "note": "Gebeld." }))
        }
        9 if common.random.chance(40) => (any.key.clone(), Operation::Delete, Vec::new()),
        10 | 11 => choose(common, here)?,
        // Mostly the same few fields, so that people get in each other's way.
        _ => {
            let value = common.random.below(1_000);
            let field = *common.random.pick(&["note", "phone", "people"]);
            set(any.key.clone(), json!({ field: value }))
        }
    })
}

fn create(common: &mut Common, kind: Kind, body: Value) -> Act {
    (new_key(common, kind), Operation::Create { set: body_of(body) }, Vec::new())
}

fn set(key: RecordKey, body: Value) -> Act {
    (key, Operation::Set { set: body_of(body) }, Vec::new())
}

/// One of two values of a field that two people wrote.
fn choose(common: &mut Common, here: &[Row]) -> Option<Act> {
    let torn: Vec<&Row> = here.iter().filter(|row| !row.conflicts.is_empty()).collect();
    let row = torn.get(common.random.below(torn.len().max(1)))?;
    let conflict = common.random.pick(&row.conflicts);
    let standing = row.body.get(&conflict.field).cloned().unwrap_or(Value::Null);
    let value = if common.random.chance(50) { conflict.value.clone() } else { standing };
    let set = Body::from_iter([(conflict.field.clone(), value)]);
    Some((row.key.clone(), Operation::Set { set }, vec![conflict.change]))
}

fn body_of(value: Value) -> Body {
    value.as_object().cloned().unwrap_or_default()
}

fn household(neighbourhood: &str) -> Value {
    json!({ "neighbourhood": neighbourhood, "street": "Vennestraat", "number": "112" })
}

fn request(neighbourhood: &str) -> Value {
    json!({ "neighbourhood": neighbourhood, "category": "wonen", "urgency": "normal", "state": "recorded",
            "recorded_on": "2026-11-24", "shared": false })
}

fn attempt(home: String, me: UserId, at: DateTime<Utc>) -> Value {
    json!({ "household": home, "channel": "door", "outcome": "spoken", "started_at": at, "by": me })
}

fn visit(home: String, me: UserId, at: DateTime<Utc>) -> Value {
    json!({ "household": home, "form_id": "f", "form_version": "1", "by": me, "channel": "door", "started_at": at,
            "finished_at": at, "answers/a": { "value": "goed" } })
}
