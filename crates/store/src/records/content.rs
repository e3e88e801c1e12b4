//! What the municipality gives its visitors: facts and forms.

use crate::{Reader, Result, Stored};
use domain::Body;
use domain::entities::Form;

impl Reader<'_> {
    /// The municipality's own facts.
    pub fn municipality(&self) -> Result<Option<Body>> {
        let bodies = self.strings("SELECT body FROM municipality WHERE deleted = 0 ORDER BY id LIMIT 1", [])?;
        Ok(bodies.first().map(|b| serde_json::from_str(b)).transpose()?)
    }

    /// Every published version of every form, oldest first.
    pub fn forms(&self) -> Result<Vec<Stored<Form>>> {
        self.list()
    }

    /// A version of a form.
    pub fn form(&self, form_id: &str, version: &str) -> Result<Option<Stored<Form>>> {
        let tail = "WHERE r.form_id = ?1 AND r.body ->> '$.version' = ?2 AND r.deleted = 0 ORDER BY r.id";
        Ok(self.select(tail, [form_id, version])?.pop())
    }
}
