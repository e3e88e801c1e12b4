//! Where a record lies: the partition it belongs to, and the owner who may hold it beside the partition's readers.
//!
//! | partition | readers |
//! |---|---|
//! | `genk` | everybody of the municipality |
//! | `genk/winterslag` | visitors and coordinators of the neighbourhood |
//! | `genk/winterslag/dossier` | its coordinators, and each owner their own |
//! | `genk/private` | each owner their own, nobody else |
//! | `genk/duty` | who is on duty, and each owner their own |
//! | `genk/unplaced` | every coordinator |
//!
//! Beside these, whoever takes a household holds it with its residents, and the second colleague of a visit holds the
//! visit with its remarks. Who notes a step in a colleague's request holds that note.
//!
//! The server decides a record's place from its body and its parent, never from what a laptop claims.

use crate::{Body, Grant, Kind, QuarantineReason, RecordId, RecordKey, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a record lies. What was set aside is the one kind whose owner and others hold it under other partitions.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Debug)]
pub struct Place {
    pub partition: String,
    /// The partition with its owner, as a grant; none where ownership gives nothing.
    pub owned: Option<Grant>,
    /// The partition with each other user who holds the record; never its owner.
    pub also: BTreeSet<Grant>,
}

impl Place {
    /// Every grant under which the record is handed out.
    pub fn grants(&self) -> impl Iterator<Item = &Grant> {
        std::iter::once(&self.partition).chain(&self.owned).chain(&self.also)
    }
}

/// What is known of another record when placing one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parent {
    /// The neighbourhood it lies in.
    pub neighbourhood: Option<String>,
    pub created_by: UserId,
    /// The second colleague, where it is a visit.
    pub with: Option<UserId>,
}

/// What placing asks of other records.
pub trait Surroundings {
    fn parent(&mut self, key: &RecordKey) -> Option<Parent>;
    /// Who takes a household: the assignees of its assignments.
    fn assignees(&mut self, household: RecordId) -> Vec<UserId>;
}

pub fn municipality(m: &str) -> String {
    m.to_owned()
}
pub fn neighbourhood(m: &str, n: &str) -> String {
    format!("{m}/{n}")
}
pub fn dossier(m: &str, n: &str) -> String {
    format!("{m}/{n}/dossier")
}
/// What was set aside and belongs to no neighbourhood. `unplaced`, `private` and `duty` cannot be ids of neighbourhoods.
pub fn unplaced(m: &str) -> String {
    format!("{m}/unplaced")
}
pub fn private(m: &str) -> String {
    format!("{m}/private")
}
pub fn duty(m: &str) -> String {
    format!("{m}/duty")
}
pub fn owned(partition: &str, owner: UserId) -> String {
    format!("{partition}@{owner}")
}

/// Names that a neighbourhood may not have.
pub const RESERVED_NEIGHBOURHOODS: &[&str] = &["private", "duty", "unplaced"];

/// The place of a record of `kind` with this body, made by `created_by`.
///
/// # Errors
/// `Invalid` where the body lacks the link that decides, `UnknownRecord` where its parent is not there.
pub fn place(
    m: &str,
    key: &RecordKey,
    body: &Body,
    created_by: UserId,
    around: &mut dyn Surroundings,
) -> Result<Place, QuarantineReason> {
    let text = |field: &str| body.get(field).and_then(|v| v.as_str()).ok_or(QuarantineReason::Invalid);
    let link = |field: &str| text(field)?.parse::<RecordId>().map_err(|_| QuarantineReason::Invalid);
    let user = |field: &str| body.get(field).and_then(|v| v.as_str()).and_then(|t| t.parse::<UserId>().ok());
    let parent = |around: &mut dyn Surroundings, kind: Kind, id: RecordId| {
        around.parent(&RecordKey::new(kind, id)).ok_or(QuarantineReason::UnknownRecord)
    };
    let of = |p: &Parent| p.neighbourhood.clone().ok_or(QuarantineReason::Invalid);
    let alone = |partition: String, owner: UserId| within(partition, owner, []);

    Ok(match &key.kind {
        Kind::Municipality | Kind::Neighbourhood | Kind::User | Kind::Form | Kind::Other(_) => {
            Place { partition: municipality(m), owned: None, also: BTreeSet::new() }
        }
        Kind::Household => {
            let n = checked_neighbourhood(text("neighbourhood")?)?;
            within(neighbourhood(m, n), created_by, around.assignees(key.id))
        }
        Kind::HelpRequest | Kind::Round => {
            alone(neighbourhood(m, checked_neighbourhood(text("neighbourhood")?)?), created_by)
        }
        Kind::Resident => {
            let id = link("household")?;
            let household = parent(around, Kind::Household, id)?;
            within(neighbourhood(m, &of(&household)?), created_by, around.assignees(id))
        }
        Kind::Attempt => {
            let household = parent(around, Kind::Household, link("household")?)?;
            within(neighbourhood(m, &of(&household)?), created_by, user("with"))
        }
        Kind::Assignment => {
            let household = parent(around, Kind::Household, link("household")?)?;
            within(neighbourhood(m, &of(&household)?), created_by, user("assignee"))
        }
        Kind::LeafletGiven => {
            let household = parent(around, Kind::Household, link("household")?)?;
            alone(neighbourhood(m, &of(&household)?), created_by)
        }
        Kind::Visit => {
            let household = parent(around, Kind::Household, link("household")?)?;
            within(dossier(m, &of(&household)?), created_by, user("with"))
        }
        Kind::Review | Kind::Comment | Kind::Revision => {
            let id = if key.kind == Kind::Review { key.id } else { link("visit")? };
            let visit = parent(around, Kind::Visit, id)?;
            within(dossier(m, &of(&visit)?), visit.created_by, visit.with)
        }
        Kind::SharedDetail => {
            let request = parent(around, Kind::HelpRequest, link("help_request")?)?;
            alone(dossier(m, &of(&request)?), request.created_by)
        }
        // Whoever does something for a colleague's request keeps what they wrote of it.
        Kind::HelpEvent | Kind::Referral => {
            let request = parent(around, Kind::HelpRequest, link("help_request")?)?;
            within(dossier(m, &of(&request)?), request.created_by, [created_by])
        }
        Kind::HelpRequestDetail => alone(private(m), created_by),
        Kind::Danger => alone(duty(m), created_by),
        Kind::SetAside => {
            let neighbourhoods =
                body.get("neighbourhoods").and_then(|v| v.as_array()).ok_or(QuarantineReason::Invalid)?;
            let codes = neighbourhoods.iter().filter_map(|v| v.as_str()).filter_map(|n| checked_neighbourhood(n).ok());
            let mut deciding = codes.map(|n| dossier(m, n));
            let partition = deciding.next().unwrap_or_else(|| unplaced(m));
            // Its author may work in none of these neighbourhoods.
            let owned = user("author").map(|author| owned(&private(m), author));
            Place { also: deciding.filter(|d| *d != partition).collect(), partition, owned }
        }
    })
}

/// In a partition, for its owner and for others.
fn within(partition: String, owner: UserId, others: impl IntoIterator<Item = UserId>) -> Place {
    let also = others.into_iter().filter(|other| *other != owner).map(|other| owned(&partition, other)).collect();
    Place { owned: Some(owned(&partition, owner)), also, partition }
}

fn checked_neighbourhood(n: &str) -> Result<&str, QuarantineReason> {
    let bad = RESERVED_NEIGHBOURHOODS.contains(&n) || n.is_empty() || n.contains(['/', '@']);
    if bad { Err(QuarantineReason::Invalid) } else { Ok(n) }
}

/// The neighbourhood a partition lies in, if any.
pub fn neighbourhood_of(partition: &str) -> Option<&str> {
    let n = partition.split('/').nth(1)?;
    (!RESERVED_NEIGHBOURHOODS.contains(&n)).then_some(n)
}
