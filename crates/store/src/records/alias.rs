//! Households that are the same: one stays, the others are its aliases. Nothing is moved: queries by household look
//! under the aliases too.

use crate::{Reader, Result, Stored, Writer};
use domain::RecordId;
use domain::entities::Household;
use domain::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// `household IN` this: the household ?1 and its aliases.
pub(crate) const FAMILY: &str = "(SELECT ?1 UNION ALL SELECT household FROM alias WHERE stays = ?1)";
/// The households of the JSON list ?1 (`stays`), each with itself and its aliases (`household`).
pub(crate) const WANTED: &str = "(SELECT value AS stays, value AS household FROM json_each(?1)
     UNION ALL SELECT x.stays, x.household FROM json_each(?1) AS j JOIN alias AS x ON x.stays = j.value)";

impl Reader<'_> {
    /// The household that stands for this one; itself where none does.
    pub fn stays(&self, household: RecordId) -> Result<RecordId> {
        let found = self.strings("SELECT stays FROM alias WHERE household = ?1", [household.to_string()])?;
        Ok(found.first().and_then(|id| id.parse().ok()).unwrap_or(household))
    }

    /// The households that this one stands for.
    pub fn aliases_of(&self, household: RecordId) -> Result<Vec<Stored<Household>>> {
        let tail = "WHERE r.id IN (SELECT household FROM alias WHERE stays = ?1) AND r.deleted = 0 ORDER BY r.id";
        self.select(tail, [household.to_string()])
    }

    /// Every alias with the household that stands for it.
    pub fn aliases(&self) -> Result<BTreeMap<RecordId, RecordId>> {
        self.links("SELECT household, stays FROM alias")
    }

    /// Households at an address where another stands too, whatever the box and however the street is written, and that
    /// no other stands for; by their ids.
    pub fn sharing_an_address(&self) -> Result<Vec<Stored<Household>>> {
        let mut spellings: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for street in self.streets()? {
            spellings.entry(fold(&street)).or_default().push(street);
        }
        let several: Vec<String> = spellings.into_values().filter(|s| s.len() > 1).flatten().collect();
        self.select(
            "WHERE r.deleted = 0 AND r.id NOT IN (SELECT household FROM alias)
               AND ((r.street, r.number) IN (SELECT street, number FROM household WHERE deleted = 0
                                             GROUP BY street, number HAVING count(*) > 1)
                    OR r.street IN (SELECT value FROM json_each(?1)))
             ORDER BY r.id",
            [serde_json::to_string(&several)?],
        )
    }

    fn links(&self, sql: &str) -> Result<BTreeMap<RecordId, RecordId>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut links = BTreeMap::new();
        for row in rows {
            let (from, to) = row?;
            if let (Ok(from), Ok(to)) = (from.parse(), to.parse()) {
                links.insert(from, to);
            }
        }
        Ok(links)
    }
}

impl Writer<'_> {
    /// Computes again who stands for whom, after a household was written.
    pub(crate) fn refresh_aliases(&self) -> Result<()> {
        let merged = self.links(
            "SELECT h.id, h.merged_into FROM household AS h JOIN household AS kept ON kept.id = h.merged_into
             WHERE h.merged_into IS NOT NULL AND h.deleted = 0 AND kept.deleted = 0",
        )?;
        let wanted = resolve(&merged);
        if wanted == self.aliases()? {
            return Ok(());
        }
        self.conn.prepare_cached("DELETE FROM alias")?.execute([])?;
        let mut insert = self.conn.prepare_cached("INSERT INTO alias (household, stays) VALUES (?1, ?2)")?;
        for (household, stays) in wanted {
            insert.execute((household.to_string(), stays.to_string()))?;
        }
        Ok(())
    }
}

/// Follows each household to the one that stays. Where two coordinators merged both ways round, the lowest id stays, on
/// every laptop.
fn resolve(merged: &BTreeMap<RecordId, RecordId>) -> BTreeMap<RecordId, RecordId> {
    let end = |start: RecordId| {
        let mut path = BTreeSet::new();
        let mut at = start;
        while let Some(next) = merged.get(&at) {
            if !path.insert(at) {
                return ring(merged, at);
            }
            at = *next;
        }
        at
    };
    let ends = merged.keys().map(|household| (*household, end(*household)));
    ends.filter(|(household, stays)| household != stays).collect()
}

/// The lowest id of the ring that `on` lies on.
fn ring(merged: &BTreeMap<RecordId, RecordId>, on: RecordId) -> RecordId {
    let round = std::iter::successors(merged.get(&on).copied(), |at| merged.get(at).copied());
    round.take_while(|at| *at != on).fold(on, Ord::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn resolved(links: &[(u128, u128)]) -> Vec<(u128, u128)> {
        let id = |n: u128| RecordId(Uuid::from_u128(n));
        let merged = links.iter().map(|(a, b)| (id(*a), id(*b))).collect();
        resolve(&merged).into_iter().map(|(a, b)| (a.0.as_u128(), b.0.as_u128())).collect()
    }

    #[test]
    fn an_alias_of_an_alias_stands_under_the_one_that_stays() {
        assert_eq!(resolved(&[(1, 2), (2, 3), (4, 2)]), [(1, 3), (2, 3), (4, 3)]);
    }

    #[test]
    fn merging_both_ways_round_keeps_one() {
        assert_eq!(resolved(&[(7, 5), (5, 7)]), [(7, 5)]);
        assert_eq!(resolved(&[(9, 7), (7, 8), (8, 9), (10, 8)]), [(8, 7), (9, 7), (10, 7)]);
        assert_eq!(resolved(&[(3, 3)]), []);
    }
}
