//! Copies: what one database holds, another does after a restore, whichever back ends they are.

use super::world::*;
use chrono::TimeDelta;
use domain::{Kind, Operation, RecordKey, Role, Sequence};
use serde_json::json;
use server::Error;
use server::copy::{backup, begin_epoch, prune, restore};
use server::db::sqlite::Sqlite;
use server::db::{Database, Device, Left, Logged, SetAside, Stored};
use server::secret::sha256;
use server::verify::verify;
use std::collections::BTreeSet;
use std::path::Path;

type Everything = (Vec<Stored>, Vec<Left>, Vec<Logged>, Vec<SetAside>, Vec<Device>, Vec<BTreeSet<String>>);

fn everything(db: &dyn Database) -> Everything {
    db.reading(|r| {
        let devices = r.list_devices()?;
        let grants = devices.iter().map(|d| r.list_device_grants(d.id)).collect::<Result<_, _>>()?;
        let leaves = r.list_leaves_after(None, 100)?;
        Ok((
            r.list_records_after(None, 100)?,
            leaves,
            r.list_changes_after(None, 100)?,
            r.list_set_aside()?,
            devices,
            grants,
        ))
    })
    .unwrap()
}

/// A database with something of everything.
fn filled() -> (Sqlite, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Sqlite::open(folder.path()).unwrap();
    let mut meryem = Person::visitor();
    let mut koen = Person::coordinator();
    let administrator = Person::new("Server", Role::Administrator, &[]);
    db.write(&mut |w| {
        w.save_municipality(GENK)?;
        for person in [&meryem, &koen] {
            let key = RecordKey::new(Kind::User, domain::RecordId(person.actor.user.0));
            let body = sample(&Kind::User, &administrator, "somebody");
            server::publish::record(w, GENK, &key, &body, noon())?;
            w.save_device(&Device {
                id: person.device,
                user: person.actor.user,
                name: "laptop ü".to_owned(),
                token: sha256(person.device.0.as_bytes()),
                enrolled_at: noon(),
                revoked_at: None,
                last_contact_at: Some(noon() + TimeDelta::microseconds(7)),
                skew_s: Some(-7),
            })?;
        }
        Ok(())
    })
    .unwrap();
    base_records(&db, &mut meryem);
    meryem.pull(&db);
    // One that left a neighbourhood, one that waits for a choice, one deleted, one set aside.
    let house = RecordKey::new(Kind::Household, id("house"));
    koen.set(&db, house.clone(), "neighbourhood", json!("waterschei"), Sequence(1, u64::MAX >> 1));
    koen.set(&db, house.clone(), "street", json!("Europalaan"), Sequence::ZERO);
    let request = RecordKey::new(Kind::HelpRequest, id("request"));
    let base = db.reading_sequence();
    let change = meryem.change(request, Operation::Delete, base);
    meryem.push_one(&db, &change);
    let change = meryem.change(RecordKey::new(Kind::Household, id("nowhere")), Operation::Delete, Sequence::ZERO);
    meryem.push_one(&db, &change);
    (db, folder)
}

trait Head {
    fn reading_sequence(&self) -> Sequence;
}

impl<D: Database> Head for D {
    fn reading_sequence(&self) -> Sequence {
        (self as &dyn Database).reading(|r| r.sequence()).unwrap()
    }
}

pub fn a_copy_brings_everything_back(db: &dyn Database) {
    let (source, folder) = filled();
    assert_eq!(verify(&source).unwrap().problems, Vec::<String>::new());
    let (file, counts) = backup(&source, folder.path(), noon()).unwrap();
    let (head, restored) = restore(db, &file, noon()).unwrap();
    assert_eq!((head.municipality.as_str(), restored), (GENK, counts));

    let (before, after) = (everything(&source), everything(db));
    assert!(!before.1.is_empty() && !before.3.is_empty() && !before.5.iter().all(BTreeSet::is_empty));
    assert!(before == after, "something differs");
    assert_eq!(verify(db).unwrap().problems, Vec::<String>::new());

    let (was, is) = (source.reading_sequence(), db.reading(|r| r.sequence()).unwrap());
    assert!(is.0 > was.0 && is.1 == was.1, "{is:?}");
    // From there a copy can be made again.
    let (again, same) = backup(db, &folder.path().join("again"), noon()).unwrap();
    assert_eq!(same, counts);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(again.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(matches!(restore(db, &again, noon()), Err(Error::NotEmptyForRestore)));
}

pub fn each_restore_begins_an_epoch_of_its_own(db: &dyn Database) {
    let (source, folder) = filled();
    let (file, _) = backup(&source, folder.path(), noon()).unwrap();
    restore(db, &file, noon()).unwrap();
    let other_folder = tempfile::tempdir().unwrap();
    let other = Sqlite::open(other_folder.path()).unwrap();
    restore(&other, &file, noon() + TimeDelta::seconds(1)).unwrap();
    let (first, second) = (db.reading(|r| r.sequence()).unwrap(), other.reading_sequence());
    assert!(first.0 < second.0);
    let third = begin_epoch(db, noon()).unwrap();
    assert!(third.0 > first.0 && third.1 == first.1);
}

pub fn what_is_no_whole_copy_is_refused(db: &dyn Database) {
    let (source, folder) = filled();
    let (file, _) = backup(&source, folder.path(), noon()).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    let broken = folder.path().join("broken");
    for len in [0, 1, 10, bytes.len() / 2, bytes.len() - 1] {
        std::fs::write(&broken, &bytes[..len]).unwrap();
        assert!(restore(db, &broken, noon()).is_err(), "cut at {len}");
    }
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    std::fs::write(&broken, changed).unwrap();
    assert!(restore(db, &broken, noon()).is_err());
    std::fs::write(&broken, [&bytes[..], b"x"].concat()).unwrap();
    assert!(restore(db, &broken, noon()).is_err());
    // Nothing of that touched the database.
    restore(db, &file, noon()).unwrap();
}

/// A file that was made once; `GOLDEN=1` makes it where it is not there.
pub fn a_copy_of_an_earlier_day_is_read(db: &dyn Database) {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/copy-1.hgh-copy");
    let (source, _folder) = filled();
    if !frozen.exists() && std::env::var_os("GOLDEN").is_some() {
        backup(&source, &frozen, noon()).unwrap();
    }
    let (head, counts) = restore(db, &frozen, noon()).unwrap();
    assert_eq!((head.municipality.as_str(), counts.devices), (GENK, 2));
    assert!(counts.records >= 5 && counts.changes >= 5 && counts.set_aside >= 1, "{counts}");
    assert_eq!(verify(db).unwrap().problems, Vec::<String>::new());
}

pub fn old_copies_make_room(db: &dyn Database) {
    let (source, folder) = filled();
    let to = folder.path().join("copies");
    std::fs::create_dir(&to).unwrap();
    std::fs::write(to.join("other-file"), "").unwrap();
    for day in 0..4 {
        backup(&source, &to, noon() + TimeDelta::days(day)).unwrap();
    }
    assert_eq!(prune(&to, GENK, 2).unwrap(), 2);
    let mut left: Vec<_> = std::fs::read_dir(&to).unwrap().map(|e| e.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left.len(), 3);
    restore(db, &to.join(&left[1]), noon()).unwrap();
}

pub fn verifying_names_what_is_wrong(db: &dyn Database) {
    let (source, folder) = filled();
    let (file, _) = backup(&source, folder.path(), noon()).unwrap();
    restore(db, &file, noon()).unwrap();
    let (records, _, changes, ..) = everything(db);
    let house = records.iter().find(|r| r.key.kind == Kind::Household).unwrap();
    let visit = records.iter().find(|r| r.key.kind == Kind::Visit).unwrap();
    let mut changed = changes[0].clone();
    changed.id = server::secret::named_id("test", "forged").into();
    db.write(&mut |w| {
        let mut misplaced = visit.clone();
        misplaced.place.partition = "genk/sledderlo/dossier".to_owned();
        w.save_record(&misplaced)?;
        let mut future = house.clone();
        future.seq.1 += 1_000;
        w.save_record(&future)?;
        w.save_change(&changed.to_text()?)
    })
    .unwrap();
    let problems = verify(db).unwrap().problems.join("\n");
    for wanted in [
        format!("visit {}: lies in the wrong place", visit.key.id),
        format!("household {}: its number was never given out", house.key.id),
        format!("change {}: its content is not what was received", changed.id),
    ] {
        assert!(problems.contains(&wanted), "{wanted} is not in {problems}");
    }
    assert!(!problems.contains("Vennestraat"), "content: {problems}");
}
