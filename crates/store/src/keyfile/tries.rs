//! Wrong passphrases, counted in a small file beside the key: `key.tries`, JSON, counts and a time, nothing else.
//!
//! It slows down somebody at the keyboard. Somebody with the disk is slowed down by Argon2id alone, so a file that
//! is missing or unreadable counts as no tries, and one that cannot be written keeps nobody out.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

const FILE: &str = "key.tries";

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, Default)]
pub(super) struct Tries {
    failures: u32,
    last_at: DateTime<Utc>,
}

/// How long to wait after this many wrong passphrases in a row.
pub fn delay_seconds(failures: u32) -> u32 {
    match failures {
        0..=4 => 0,
        5 => 5,
        6 => 15,
        7 => 30,
        _ => 60,
    }
}

impl Tries {
    pub(super) fn wait_seconds(self, now: DateTime<Utc>) -> u32 {
        let delay = delay_seconds(self.failures);
        let left = i64::from(delay) * 1000 - (now - self.last_at).num_milliseconds();
        u32::try_from(left.max(0).div_euclid(1000) + i64::from(left.max(0) % 1000 > 0)).unwrap_or(delay).min(delay)
    }
}

/// Where the clock was set back since, the delay starts anew and no more than that.
pub(super) fn load(dir: &Path, now: DateTime<Utc>) -> Tries {
    let bytes = fs::read(dir.join(FILE)).unwrap_or_default();
    let mut tries: Tries = serde_json::from_slice(&bytes).unwrap_or_default();
    if tries.last_at > now {
        tries.last_at = now;
        let _ = write(dir, &tries);
    }
    tries
}

pub(super) fn add(dir: &Path, now: DateTime<Utc>) {
    let tries = Tries { failures: load(dir, now).failures.saturating_add(1), last_at: now };
    let _ = write(dir, &tries);
}

pub(super) fn clear(dir: &Path) {
    let _ = fs::remove_file(dir.join(FILE));
}

fn write(dir: &Path, tries: &Tries) -> std::io::Result<()> {
    let unfinished = dir.join(format!("{FILE}.tmp"));
    let mut file = File::create(&unfinished)?;
    file.write_all(&serde_json::to_vec(tries)?)?;
    file.sync_all()?;
    fs::rename(unfinished, dir.join(FILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_from_the_fifth_failure_on() {
        let waits: Vec<u32> = (0..11).map(delay_seconds).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 5, 15, 30, 60, 60, 60]);
    }

    #[test]
    fn counts_down() {
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("time");
        let tries = Tries { failures: 6, last_at: at };
        assert_eq!(tries.wait_seconds(at), 15);
        assert_eq!(tries.wait_seconds(at + chrono::Duration::milliseconds(14_100)), 1);
        assert_eq!(tries.wait_seconds(at + chrono::Duration::seconds(15)), 0);
    }

    #[test]
    fn a_clock_set_back_costs_one_delay() {
        let dir = tempfile::tempdir().expect("dir");
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("time");
        (0..6).for_each(|_| add(dir.path(), at));
        let earlier = at - chrono::Duration::days(400);
        assert_eq!(load(dir.path(), earlier).wait_seconds(earlier), 15);
        let later = earlier + chrono::Duration::seconds(16);
        assert_eq!(load(dir.path(), later).wait_seconds(later), 0);
    }
}
