//! Frozen messages: the bytes that this version writes, and that every later version must read. A change here is a
//! change of the protocol. `GOLDEN=write cargo test -p protocol` writes the files of messages that have none yet.

#![allow(clippy::unwrap_used, reason = "tests")]

use domain::{
    Actor, Body, Change, ChangeId, Conflict, DeviceId, EnrolmentId, Kind, Operation, QuarantineReason, Record,
    RecordId, RecordKey, Role, Sequence, UserId, Verdict, VerdictKind,
};
use protocol::{
    Cursor, Enrol, Enrolled, Hello, PRODUCT, Pull, Pulled, Push, Pushed, ReadEvent, Refusal, RefusalCode, Signature,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;

const AT: &str = "2026-11-24T10:30:00Z";

fn check<T: Serialize + DeserializeOwned + PartialEq>(name: &str, message: &T) {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json"));
    // As a value, which sorts the keys: the order of fields in the code is not part of the protocol.
    let written = serde_json::to_string_pretty(&serde_json::to_value(message).unwrap()).unwrap() + "\n";
    if !file.exists() && std::env::var_os("GOLDEN").is_some() {
        std::fs::write(&file, &written).unwrap();
    }
    let frozen = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    assert_eq!(written, frozen, "{name}: this version writes something else");
    assert!(serde_json::from_str::<T>(&frozen).unwrap() == *message, "{name}: this version reads something else");
    let mut newer: Value = serde_json::from_str(&frozen).unwrap();
    newer["field of a newer version"] = json!({ "any": ["thing"] });
    assert!(serde_json::from_value::<T>(newer).is_ok(), "{name}: a newer message is read");
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(last: u8) -> T {
    format!("0191f0a0-0000-7000-8000-0000000000{last:02x}").parse().unwrap()
}

fn body(value: Value) -> Body {
    value.as_object().unwrap().clone()
}

fn change(counter: u8, kind: Kind, operation: Operation) -> Change {
    Change {
        id: id::<ChangeId>(counter),
        record: RecordKey::new(kind, id::<RecordId>(0x20)),
        operation,
        base: Sequence(1, 41),
        at: AT.parse().unwrap(),
        author: id::<UserId>(0x30),
        device: id::<DeviceId>(0x40),
        counter: counter.into(),
        reason: None,
        resolves: Vec::new(),
    }
}

#[test]
fn hello() {
    let hello = Hello {
        product: PRODUCT.into(),
        protocol: 1,
        oldest_protocol: 1,
        municipality: "genk".into(),
        name: "Genk".into(),
    };
    check("hello", &hello);
}

#[test]
fn enrolment() {
    let enrol = Enrol {
        code: "7K3M-Q9ZD-04TX-8RWB".into(),
        device_name: "laptop 3".into(),
        enrolment: id::<EnrolmentId>(0x50),
        replaces: None,
    };
    check("enrol", &enrol);
    check("enrol_again", &Enrol { replaces: Some(id(0x40)), ..enrol });
    let enrolled =
        Enrolled { device: id(0x40), token: "a-token".into(), actor: actor(), user_name: "Meryem Aydın".into() };
    check("enrolled", &enrolled);
}

fn actor() -> Actor {
    Actor {
        user: id(0x30),
        role: Role::Visitor,
        municipality: "genk".into(),
        neighbourhoods: vec!["winterslag".into()],
        duty: true,
    }
}

#[test]
fn push() {
    let set = body(json!({"neighbourhood": "winterslag", "street": "Vennestraat", "number": "112", "box": "3"}));
    let create = Change { base: Sequence::ZERO, ..change(1, Kind::Household, Operation::Create { set }) };
    let set = body(json!({"note": null, "answers/welzijn/hoe_gaat_het": {"value": "goed"}}));
    let set = Change {
        reason: Some("verkeerd getypt".into()),
        resolves: vec![id(9)],
        ..change(2, Kind::Visit, Operation::Set { set })
    };
    let delete = change(3, Kind::Other("of a newer version".into()), Operation::Delete);
    let push = Push::of(vec![create, set, delete]);
    check("push", &push);
    check("push_in_epoch", &Push { epoch: Some(1), ..push.clone() });
    let at = AT.parse().unwrap();
    check("push_sent", &Push { sent_at: Some(at), ..push.clone() });
    let reads = vec![ReadEvent { record: RecordKey::new(Kind::Visit, id::<RecordId>(0x20)), at }];
    check("push_signed", &Push { reads, signature: Some(Signature([0xa5; 64])), ..push });
}

#[test]
fn pushed() {
    let seq = Sequence(1, 42);
    let quarantined = [
        QuarantineReason::Forbidden,
        QuarantineReason::UnknownRecord,
        QuarantineReason::Deleted,
        QuarantineReason::Erased,
        QuarantineReason::ContentDiffers,
        QuarantineReason::Invalid,
        QuarantineReason::AppendOnly,
    ];
    let kinds = [
        VerdictKind::Accepted { seq },
        VerdictKind::Duplicate { seq },
        VerdictKind::Conflicted { seq, fields: vec!["note".into()] },
    ];
    let kinds = kinds.into_iter().chain(quarantined.map(|reason| VerdictKind::Quarantined { reason }));
    let verdicts: Vec<Verdict> = kinds.zip(1..).map(|(kind, n)| Verdict { change: id(n), kind }).collect();
    check("pushed", &Pushed { verdicts: verdicts.clone(), epoch: None });
    check("pushed_in_epoch", &Pushed { verdicts, epoch: Some(1) });
}

fn cursor() -> Cursor {
    Cursor { epoch: 1, grants: [("genk".to_owned(), 42), ("genk/winterslag".to_owned(), 42)].into() }
}

#[test]
fn pull() {
    check("pull", &Pull { cursor: cursor(), limit: 500 });
    check("pull_unlimited", &Pull { cursor: cursor(), limit: protocol::PAGE_RECORDS });
}

#[test]
fn pulled() {
    let conflict = Conflict {
        change: id(9),
        field: "note".into(),
        value: Value::Null,
        author: id(0x31),
        device: id(0x41),
        at: AT.parse().unwrap(),
        standing_author: id(0x30),
        standing_at: AT.parse().unwrap(),
    };
    let record = Record {
        key: RecordKey::new(Kind::Household, id::<RecordId>(0x20)),
        partition: "genk/winterslag".into(),
        seq: Sequence(1, 42),
        deleted: false,
        body: body(json!({"neighbourhood": "winterslag", "street": "Vennestraat", "number": "112"})),
        conflicts: vec![conflict],
    };
    let deleted = Record { deleted: true, body: Body::new(), conflicts: Vec::new(), ..record.clone() };
    let evict = vec![RecordKey::new(Kind::Visit, id::<RecordId>(0x21))];
    let records = vec![record, deleted];
    check("pulled", &Pulled { records, evict, cursor: cursor(), more: true, actor: Some(actor()), remaining: 7 });
    let nothing: Pulled =
        Pulled { records: Vec::new(), evict: Vec::new(), cursor: cursor(), more: false, actor: None, remaining: 0 };
    check("pulled_nothing", &nothing);
}

#[test]
fn refusals() {
    for code in [
        RefusalCode::WrongCode,
        RefusalCode::UsedCode,
        RefusalCode::ExpiredCode,
        RefusalCode::Unauthenticated,
        RefusalCode::Revoked,
        RefusalCode::UpgradeRequired,
        RefusalCode::Malformed,
        RefusalCode::TooLarge,
        RefusalCode::TooManyRequests,
        RefusalCode::Unavailable,
        RefusalCode::OtherEpoch,
        RefusalCode::Cloned,
    ] {
        let name = serde_json::to_value(code).unwrap().as_str().unwrap().to_owned();
        check(&format!("refusal_{name}"), &Refusal { code });
    }
}
