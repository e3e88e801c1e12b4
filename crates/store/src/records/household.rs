//! Addresses with the people who live there.

use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use chrono::NaiveDate;
use domain::address::compare;
use domain::entities::{Assignment, Household};
use domain::fold::fold;
use domain::{RecordId, UserId};

impl Reader<'_> {
    pub fn household(&self, id: RecordId) -> Result<Option<Stored<Household>>> {
        self.get(id)
    }

    /// Several households, in walking order.
    pub fn households(&self, ids: &[RecordId]) -> Result<Vec<Stored<Household>>> {
        let tail = "JOIN json_each(?1) AS wanted ON r.id = wanted.value WHERE r.deleted = 0";
        Ok(walking_order(self.select(tail, [id_list(ids)])?))
    }

    /// The households of a neighbourhood, or all of them, in walking order.
    pub fn households_in(&self, neighbourhood: Option<&str>) -> Result<Vec<Stored<Household>>> {
        let found = match neighbourhood {
            Some(n) => self.select("WHERE r.neighbourhood = ?1 AND r.deleted = 0", [n])?,
            None => self.select("WHERE r.deleted = 0", [])?,
        };
        Ok(walking_order(found))
    }

    /// The households that `user` is to visit on `day`, in walking order, with the assignment of each.
    pub fn households_for_day(
        &self,
        day: NaiveDate,
        user: UserId,
    ) -> Result<Vec<(Stored<Household>, Stored<Assignment>)>> {
        let mut assigned = self.assignments(day, Some(user))?;
        let ids: Vec<RecordId> = assigned.iter().map(|a| a.value.household).collect();
        let households = self.households(&ids)?;
        let with = households.into_iter().filter_map(|h| {
            let at = assigned.iter().position(|a| a.value.household == h.id)?;
            Some((h, assigned.swap_remove(at)))
        });
        Ok(with.collect())
    }

    /// Who lives at an address, whatever the box and however the street is written: households that a new one there
    /// may double.
    pub fn households_at(&self, street: &str, number: &str) -> Result<Vec<Stored<Household>>> {
        let wanted = fold(street);
        let mut found = Vec::new();
        for known in self.streets()?.iter().filter(|known| fold(known) == wanted) {
            let tail = "WHERE r.street = ?1 AND upper(r.number) = upper(?2) AND r.deleted = 0";
            found.extend(self.select(tail, [known.as_str(), number.trim()])?);
        }
        Ok(walking_order(found))
    }

    /// The streets known, for completing what is typed.
    pub fn streets(&self) -> Result<Vec<String>> {
        self.strings(
            "SELECT DISTINCT street FROM household WHERE deleted = 0 AND street IS NOT NULL ORDER BY street",
            [],
        )
    }
}

fn walking_order(mut households: Vec<Stored<Household>>) -> Vec<Stored<Household>> {
    households.sort_by(|a, b| {
        let (x, y) = (&a.value, &b.value);
        let plates = || compare((&x.number, x.bus.as_deref()), (&y.number, y.bus.as_deref()));
        x.street.cmp(&y.street).then_with(plates).then_with(|| a.id.cmp(&b.id))
    });
    households.dedup_by(|a, b| a.id == b.id);
    households
}
