//! The server's log of changes: whether everything that was written is in it, and what follows from it.

use domain::merge::{Plan, Standing, plan};
use domain::{Change, RecordKey, Sequence, VerdictKind};
use server::db::Database;
use std::collections::{BTreeMap, BTreeSet};

/// What was written, each with the server's answer.
pub type Ledger = Vec<(Change, VerdictKind)>;

/// The change as the server keeps it, and its answer.
///
/// # Panics
/// Where another content lies under its id. A laptop that was enrolled again sends what waits as its new self.
pub fn find(db: &dyn Database, change: &Change) -> Option<(Change, VerdictKind)> {
    let logged = db.reading(|r| r.find_change(change.id)).expect("to read")?;
    let kept = logged.change.unwrap_or_else(|| change.clone());
    let same = Change { device: change.device, ..kept.clone() } == *change;
    assert!(same, "another content under the id of {change:?}");
    Some((kept, logged.verdict))
}

/// The same of each of these changes, none of which may be lost.
pub fn answers(db: &dyn Database, made: &[Change]) -> Ledger {
    made.iter().map(|change| find(db, change).unwrap_or_else(|| panic!("{change:?} is lost"))).collect()
}

/// Its place in the order, where it was stored.
pub fn number(verdict: &VerdictKind) -> Option<Sequence> {
    match verdict {
        VerdictKind::Accepted { seq } | VerdictKind::Duplicate { seq } | VerdictKind::Conflicted { seq, .. } => {
            Some(*seq)
        }
        VerdictKind::Quarantined { .. } => None,
    }
}

/// What was stored, in the order of the server. No two changes share a number.
pub fn stored(ledger: &Ledger) -> Vec<(Sequence, &Change)> {
    let mut stored: Vec<(Sequence, &Change)> =
        ledger.iter().filter_map(|(change, verdict)| Some((number(verdict)?, change))).collect();
    stored.sort_by_key(|(seq, _)| *seq);
    let numbers: BTreeSet<Sequence> = stored.iter().map(|(seq, _)| *seq).collect();
    assert_eq!(numbers.len(), stored.len(), "two changes share a number");
    stored
}

/// The server's records are the log, played once, in its order: nothing was lost or done twice.
pub fn records_are_what_it_says(db: &dyn Database, ledger: &Ledger) {
    let mut records: BTreeMap<&RecordKey, Standing> = BTreeMap::new();
    for (seq, change) in stored(ledger) {
        match plan(records.get(&change.record), change, seq) {
            Plan::Store { standing, .. } => records.insert(&change.record, standing),
            Plan::Quarantine(reason) => panic!("{:?} was accepted and is {reason:?}", change.record),
        };
    }
    for key in ledger.iter().map(|(change, _)| &change.record).collect::<BTreeSet<_>>() {
        let found = db
            .reading(|r| r.find_record(key))
            .expect("to read")
            .map(|stored| without_words_of_the_server(stored.standing));
        let mine = records.remove(key).map(without_words_of_the_server);
        assert!(found == mine, "{key:?} is not what was written");
    }
}

/// Fields of a visit that the server writes by itself.
const WORDS_OF_THE_SERVER: [&str; 2] = ["issues", "clock_off_s"];

fn without_words_of_the_server(mut standing: Standing) -> Standing {
    for field in WORDS_OF_THE_SERVER {
        standing.body.remove(field);
        standing.fields.remove(field);
    }
    standing
}
