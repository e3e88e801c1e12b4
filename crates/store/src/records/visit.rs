//! The answers of conversations; their reviews, comments and corrections.

use crate::{Reader, Result, Stored};
use domain::entities::{Comment, Review, Revision, Visit};
use domain::life_cycle::ReviewState;
use domain::{RecordId, UserId};
use std::collections::BTreeMap;

/// A visit with its review; received where there is none yet.
#[derive(Clone, PartialEq, Debug)]
pub struct ReviewedVisit {
    pub visit: Stored<Visit>,
    pub review: Option<Stored<Review>>,
    pub comments: u32,
}

impl ReviewedVisit {
    pub fn state(&self) -> ReviewState {
        self.review.as_ref().map_or(ReviewState::Received, |r| r.value.state)
    }
}

impl Reader<'_> {
    /// Visits by whether and how they were reviewed, oldest first; all of them for `None`.
    pub fn visits_in_review(&self, state: Option<ReviewState>) -> Result<Vec<ReviewedVisit>> {
        let name = state.map(serde_json::to_value).transpose()?;
        let name = name.as_ref().and_then(|v| v.as_str());
        let visits = self.select::<Visit>(
            "LEFT JOIN review AS v ON v.id = r.id AND v.deleted = 0
             WHERE r.deleted = 0 AND (?1 IS NULL OR coalesce(v.state, 'received') = ?1) ORDER BY r.started_at, r.id",
            [name],
        )?;
        self.with_reviews(visits)
    }

    /// The visits of one colleague that have comments, latest first.
    pub fn commented_visits_by(&self, user: UserId) -> Result<Vec<ReviewedVisit>> {
        // By the comments, which are few, and not by the visits of that colleague: hence the plus.
        let visits = self.select::<Visit>(
            "WHERE r.id IN (SELECT c.visit FROM comment AS c WHERE c.deleted = 0)
               AND +r.\"by\" = ?1 AND +r.deleted = 0
             ORDER BY r.started_at DESC, r.id DESC",
            [user.to_string()],
        )?;
        self.with_reviews(visits)
    }

    fn with_reviews(&self, visits: Vec<Stored<Visit>>) -> Result<Vec<ReviewedVisit>> {
        let ids: Vec<RecordId> = visits.iter().map(|v| v.id).collect();
        let mut reviews = self.get_many::<Review>(&ids)?;
        let comments = self.counts("SELECT visit, count(*) FROM comment WHERE deleted = 0 GROUP BY visit", &[])?;
        let with = visits.into_iter().map(|visit| ReviewedVisit {
            review: reviews.remove(&visit.id),
            comments: comments.get(&visit.id).copied().unwrap_or(0),
            visit,
        });
        Ok(with.collect())
    }

    /// How many visits were filled in with each form, by its id and version.
    pub fn visits_by_form(&self) -> Result<BTreeMap<(String, String), u32>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT body ->> '$.form_id', body ->> '$.form_version', count(*) FROM visit
             WHERE deleted = 0 GROUP BY 1, 2",
        )?;
        let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many visits stand at each state of review.
    pub fn review_counts(&self) -> Result<BTreeMap<String, u32>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(v.state, 'received'), count(*) FROM visit AS r
             LEFT JOIN review AS v ON v.id = r.id AND v.deleted = 0 WHERE r.deleted = 0 GROUP BY 1",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Oldest first.
    pub fn comments_of(&self, visit: RecordId) -> Result<Vec<Stored<Comment>>> {
        self.select("WHERE r.visit = ?1 AND r.deleted = 0 ORDER BY r.id", [visit.to_string()])
    }

    /// Oldest first.
    pub fn revisions_of(&self, visit: RecordId) -> Result<Vec<Stored<Revision>>> {
        self.select("WHERE r.visit = ?1 AND r.deleted = 0 ORDER BY r.id", [visit.to_string()])
    }
}
