//! One function says who may do what.

use crate::place::{Place, neighbourhood_of};
use crate::{Actor, Kind, Role, Scope, SetAside};

/// What somebody wants to do with a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    Read,
    Create,
    Set,
    Delete,
}

/// The actor may not do this.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not allowed")]
pub struct Denied;

/// Whether `actor` may do `action` to a record of `kind` at `place`. `own` says that the actor made the record.
///
/// # Errors
/// [`Denied`] for anything not expressly allowed.
pub fn authorize(actor: &Actor, action: Action, kind: &Kind, place: &Place, own: bool) -> Result<(), Denied> {
    let allowed = match action {
        Action::Read => Scope::of(actor).holds(place),
        Action::Create | Action::Delete if *kind == Kind::SetAside => false,
        // Whoever makes a record owns it: what matters is whether they work in that neighbourhood.
        // A remark on a visit is for those who hold the visit; correcting it is not for the second colleague.
        Action::Create => {
            let held = match kind {
                Kind::Comment => Scope::of(actor).holds(place),
                Kind::Revision | Kind::Review => Scope::of(actor).owns(place),
                _ => true,
            };
            held && works_in(actor, place) && may_write(actor.role, kind, own)
        }
        Action::Set => Scope::of(actor).holds(place) && may_write(actor.role, kind, own),
        // A resident who calls the office can withdraw consent there: what was shared is taken back.
        Action::Delete => {
            // A version of a form is withdrawn, never deleted: visits refer to it.
            if *kind == Kind::Form {
                return Err(Denied);
            }
            let withdraws = actor.role == Role::Coordinator && *kind == Kind::SharedDetail;
            let may = (own || actor.role == Role::Coordinator) && may_write(actor.role, kind, own);
            Scope::of(actor).holds(place) && (withdraws || may)
        }
    };
    if allowed { Ok(()) } else { Err(Denied) }
}

/// Whether a coordinator can decide that a change of this kind, made by somebody else, is stored after all. What they
/// cannot, its author has to offer again.
pub fn may_accept(kind: &Kind) -> bool {
    SetAside::tells(kind) && may_write(Role::Coordinator, kind, false)
}

fn works_in(actor: &Actor, place: &Place) -> bool {
    match neighbourhood_of(&place.partition) {
        Some(n) => actor.neighbourhoods.iter().any(|mine| mine == n),
        None => true,
    }
}

fn may_write(role: Role, kind: &Kind, own: bool) -> bool {
    use Kind::*;
    match role {
        Role::Visitor | Role::Partner => match kind {
            Household | Resident | HelpRequest | HelpEvent | Referral | Comment => true,
            // A list of one's own: whoever adds a household at the door has it on the list of the day.
            Attempt | Visit | HelpRequestDetail | SharedDetail | Danger | LeafletGiven | Revision | Round
            | Assignment => own,
            _ => false,
        },
        Role::Coordinator => match kind {
            Household | Resident | Attempt | Visit | HelpRequest | HelpEvent | Referral | Comment | LeafletGiven
            | Review | Revision | Round | Assignment | Danger | Form | SetAside => true,
            HelpRequestDetail | SharedDetail => own,
            _ => false,
        },
        Role::Administrator => matches!(kind, Municipality | Neighbourhood | User | Form | Household),
    }
}
