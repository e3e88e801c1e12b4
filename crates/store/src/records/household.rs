//! Addresses with the people who live there.

use crate::reader::id_list;
use crate::{Reader, Result, Stored};
use domain::RecordId;
use domain::address::compare;
use domain::entities::Household;
use domain::fold::fold;

impl Reader<'_> {
    /// Several households, in walking order.
    pub fn households(&self, ids: &[RecordId]) -> Result<Vec<Stored<Household>>> {
        let tail = "JOIN json_each(?1) AS wanted ON r.id = wanted.value WHERE r.deleted = 0";
        Ok(walking_order(self.select(tail, [id_list(ids)])?))
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
