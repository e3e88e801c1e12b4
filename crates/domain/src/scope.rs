//! Scope: which records somebody may hold. Decided per record, never per field.

use crate::{UserId, place};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What somebody does in the municipality.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Debug, TS)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Visits households of their neighbourhoods.
    Visitor,
    /// A partner organisation's visitor: sees what they recorded themselves, and the households that they take.
    Partner,
    /// Reviews visits and follows help requests of their neighbourhoods.
    Coordinator,
    /// Users, laptops, forms; no dossiers.
    Administrator,
}

/// Somebody who asks.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Actor {
    pub user: UserId,
    pub role: Role,
    pub municipality: String,
    /// Ids of neighbourhoods.
    pub neighbourhoods: Vec<String>,
    /// On duty: sees notes of danger.
    pub duty: bool,
}

/// One key of the index by which records are handed out: a partition, or a partition with an owner.
pub type Grant = String;

/// The set of grants of an actor. Only [`Scope::of`] makes one, so that a query without an actor does not compile.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Scope {
    grants: Vec<Grant>,
}

impl Scope {
    /// What this actor may hold. A table in docs/SECURITY.md says the same in words.
    pub fn of(actor: &Actor) -> Self {
        let m = actor.municipality.as_str();
        let mut grants = vec![place::municipality(m)];
        for n in &actor.neighbourhoods {
            let dossier = place::dossier(m, n);
            match actor.role {
                Role::Visitor => {
                    grants.push(place::neighbourhood(m, n));
                    grants.push(place::owned(&dossier, actor.user));
                }
                Role::Partner => {
                    grants.push(place::owned(&place::neighbourhood(m, n), actor.user));
                    grants.push(place::owned(&dossier, actor.user));
                }
                Role::Coordinator => {
                    grants.push(place::neighbourhood(m, n));
                    grants.push(dossier);
                }
                Role::Administrator => grants.push(place::neighbourhood(m, n)),
            }
        }
        if actor.role == Role::Coordinator {
            grants.push(place::unplaced(m));
        }
        if actor.role != Role::Administrator {
            grants.push(place::owned(&place::private(m), actor.user));
            grants.push(if actor.duty { place::duty(m) } else { place::owned(&place::duty(m), actor.user) });
        }
        Self { grants }
    }

    pub fn grants(&self) -> &[Grant] {
        &self.grants
    }

    /// Whether a record at this place is in scope.
    pub fn holds(&self, place: &place::Place) -> bool {
        place.grants().any(|g| self.grants.contains(g))
    }

    /// Whether it is there for its partition's reader or its owner, and not only as a second colleague's.
    pub fn owns(&self, place: &place::Place) -> bool {
        self.grants.contains(&place.partition) || place.owned.as_ref().is_some_and(|g| self.grants.contains(g))
    }
}
