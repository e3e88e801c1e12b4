//! The server's log of changes: whether everything that was written is in it, and what follows from it.

use domain::merge::{Plan, Standing, plan};
use domain::{Change, RecordKey, Sequence, VerdictKind};
use server::db::Database;
use std::collections::{BTreeMap, BTreeSet};

/// What was written, each with the server's answer.
pub type Ledger = Vec<(Change, VerdictKind)>;

/// The answer to each of these changes, under its id and with its own content.
#[track_caller]
pub fn answers(db: &dyn Database, made: &[Change]) -> Ledger {
    let one = |change: &Change| {
        let found = db.reading(|r| r.find_change(change.id)).expect("to read");
        let logged = found.unwrap_or_else(|| panic!("{change:?} is lost"));
        if let Some(kept) = &logged.change {
            assert!(kept == change, "another content under the id of {change:?}");
        }
        (change.clone(), logged.verdict)
    };
    made.iter().map(one).collect()
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
        let found = db.reading(|r| r.find_record(key)).expect("to read").map(|stored| without_issues(stored.standing));
        let mine = records.remove(key).map(without_issues);
        assert!(found == mine, "{key:?} is not what was written");
    }
}

/// What its form does not allow in a visit is the server's own word.
fn without_issues(mut standing: Standing) -> Standing {
    standing.body.remove("issues");
    standing.fields.remove("issues");
    standing
}
