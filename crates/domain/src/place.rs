//! Where a record lies: the partition it belongs to, and the owner who may hold it beside the partition's readers.
//!
//! | partition | readers |
//! |---|---|
//! | `genk` | everybody of the municipality |
//! | `genk/winterslag` | visitors and coordinators of the neighbourhood |
//! | `genk/winterslag/dossier` | its coordinators, and each owner their own |
//! | `genk/private` | each owner their own, nobody else |
//! | `genk/duty` | who is on duty, and each owner their own |
//!
//! The server decides a record's place from its body and its parent, never from what a laptop claims.

use crate::{Body, Kind, QuarantineReason, RecordId, RecordKey, UserId};

/// Where a record lies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    pub partition: String,
    /// The partition with its owner, as a grant; none where ownership gives nothing.
    pub owned: Option<String>,
}

/// What is known of another record when placing one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parent {
    /// The neighbourhood it lies in.
    pub neighbourhood: Option<String>,
    pub created_by: UserId,
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
/// `private` and `duty` cannot be ids of neighbourhoods.
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
pub const RESERVED_NEIGHBOURHOODS: &[&str] = &["private", "duty"];

/// The place of a record of `kind` with this body, made by `created_by`.
///
/// # Errors
/// `Invalid` where the body lacks the link that decides, `UnknownRecord` where its parent is not there.
pub fn place(
    m: &str,
    key: &RecordKey,
    body: &Body,
    created_by: UserId,
    find: &mut dyn FnMut(&RecordKey) -> Option<Parent>,
) -> Result<Place, QuarantineReason> {
    let text = |field: &str| body.get(field).and_then(|v| v.as_str()).ok_or(QuarantineReason::Invalid);
    let link = |field: &str| text(field)?.parse::<RecordId>().map_err(|_| QuarantineReason::Invalid);
    let mut parent = |kind: Kind, id: RecordId| find(&RecordKey::new(kind, id)).ok_or(QuarantineReason::UnknownRecord);
    let within = |partition: String, owner: UserId| {
        let owned = Some(owned(&partition, owner));
        Place { partition, owned }
    };
    let of = |p: &Parent| p.neighbourhood.clone().ok_or(QuarantineReason::Invalid);

    Ok(match &key.kind {
        Kind::Municipality | Kind::Neighbourhood | Kind::User | Kind::Form | Kind::Other(_) => {
            Place { partition: municipality(m), owned: None }
        }
        Kind::Household | Kind::HelpRequest | Kind::Round => {
            let n = text("neighbourhood")?;
            if RESERVED_NEIGHBOURHOODS.contains(&n) || n.is_empty() || n.contains(['/', '@']) {
                return Err(QuarantineReason::Invalid);
            }
            within(neighbourhood(m, n), created_by)
        }
        Kind::Resident | Kind::Attempt | Kind::LeafletGiven | Kind::Assignment => {
            let household = parent(Kind::Household, link("household")?)?;
            within(neighbourhood(m, &of(&household)?), created_by)
        }
        Kind::Visit => {
            let household = parent(Kind::Household, link("household")?)?;
            within(dossier(m, &of(&household)?), created_by)
        }
        Kind::Review => {
            let visit = parent(Kind::Visit, key.id)?;
            within(dossier(m, &of(&visit)?), visit.created_by)
        }
        Kind::Comment | Kind::Revision => {
            let visit = parent(Kind::Visit, link("visit")?)?;
            within(dossier(m, &of(&visit)?), visit.created_by)
        }
        Kind::SharedDetail | Kind::HelpEvent | Kind::Referral => {
            let request = parent(Kind::HelpRequest, link("help_request")?)?;
            within(dossier(m, &of(&request)?), request.created_by)
        }
        Kind::HelpRequestDetail => within(private(m), created_by),
        Kind::Danger => within(duty(m), created_by),
    })
}

/// The neighbourhood a partition lies in, if any.
pub fn neighbourhood_of(partition: &str) -> Option<&str> {
    let n = partition.split('/').nth(1)?;
    (!RESERVED_NEIGHBOURHOODS.contains(&n)).then_some(n)
}
