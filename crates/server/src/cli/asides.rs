//! Changes that were set aside, for the administrator: no screen shows those that no coordinator holds. By ids, reason
//! and age; what they say may be of a resident, and is told only where that is asked for.

use super::options::Options;
use super::say;
use crate::admin::{Admin, Aside};
use crate::error::Error;
use chrono::{DateTime, Utc};
use domain::{ChangeId, Kind, Operation};
use serde::Serialize;

pub fn list(options: &Options) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let now = admin.now();
    let open = |aside: &&Aside| options.all || aside.told.as_ref().is_none_or(|told| told.decision.is_none());
    for aside in admin.list_set_aside()?.iter().filter(open) {
        let row = &aside.row;
        let kind = row.change.as_ref().map_or_else(|| "?".to_owned(), |change| kind_word(&change.record.kind));
        let (reason, age) = (word(&row.reason), age(row.received_at, now));
        say(&format!("{}  {reason:14}  {kind:20}  {age:>5}  {}", row.id, state(aside)))?;
    }
    Ok(())
}

pub fn show(options: &Options, id: &str) -> Result<(), Error> {
    let admin = Admin::open(&options.config()?)?;
    let id: ChangeId = id.parse().map_err(|_| Error::UnknownSetAside)?;
    let found: Vec<Aside> = admin.list_set_aside()?.into_iter().filter(|aside| aside.row.id == id).collect();
    if found.is_empty() {
        return Err(Error::UnknownSetAside);
    }
    found.iter().try_for_each(|aside| show_one(aside, options.content))
}

fn show_one(aside: &Aside, content: bool) -> Result<(), Error> {
    let row = &aside.row;
    say(&format!("change        {}", row.id))?;
    say(&format!("reason        {}", word(&row.reason)))?;
    say(&format!("received      {}", row.received_at.to_rfc3339()))?;
    say(&format!("sent by       laptop {}", row.device))?;
    if let Some(change) = &row.change {
        let deed = match change.operation {
            Operation::Create { .. } => "create",
            Operation::Set { .. } => "set",
            Operation::Delete => "delete",
        };
        say(&format!("author        user {}", change.author))?;
        say(&format!("what          {deed} {} {}", kind_word(&change.record.kind), change.record.id))?;
        say(&format!("at            {} by the laptop's clock", change.at.to_rfc3339()))?;
    }
    if let Some(told) = &aside.told {
        say(&format!("for           [{}]", told.neighbourhoods.join(",")))?;
    }
    say(&format!("state         {}", state(aside)))?;
    match &row.change {
        Some(change) if content => {
            let fields = change.operation.fields().cloned().unwrap_or_default();
            say(&serde_json::to_string_pretty(&fields).unwrap_or_default())
        }
        None if content => say("its content was not kept"),
        _ => Ok(()),
    }
}

fn state(aside: &Aside) -> String {
    match &aside.told {
        Some(told) => match told.decision {
            Some(decision) => word(&decision),
            None if aside.seen => "undecided".to_owned(),
            None => "undecided, no coordinator sees it".to_owned(),
        },
        None if aside.row.change.as_ref().is_some_and(|change| change.record.kind == Kind::SetAside) => {
            "a decision that does not count".to_owned()
        }
        None => "undecided, no coordinator sees it".to_owned(),
    }
}

/// "3 d", "5 h" or "12 m".
fn age(since: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let age = now - since;
    match (age.num_days(), age.num_hours()) {
        (0, 0) => format!("{} m", age.num_minutes()),
        (0, hours) => format!("{hours} h"),
        (days, _) => format!("{days} d"),
    }
}

/// A kind that this version knows. Any other is what a laptop made up, and may steer the terminal.
fn kind_word(kind: &Kind) -> String {
    if let Kind::Other(_) = kind { "other".to_owned() } else { kind.to_string() }
}

/// The word that a value has in JSON.
fn word(value: &impl Serialize) -> String {
    let json = serde_json::to_value(value).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}
