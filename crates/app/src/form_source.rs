//! Which form a visit is filled in with: the newest published one, else the one that comes with the app.
//! A visit keeps the version that it began with.

use crate::session::Session;
use crate::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::entities;
use forms::Form;
use std::cmp::Ordering;
use std::sync::{Arc, LazyLock};
use store::Stored;

/// The spreadsheet that comes with the app.
pub(crate) const BUILT_IN_FILE: &[u8] = include_bytes!("../../../forms/hoe-gaat-het.xlsx");

/// The same, read.
pub(crate) static BUILT_IN: LazyLock<Option<Arc<Form>>> =
    LazyLock::new(|| forms::read(BUILT_IN_FILE).form.map(Arc::new));

/// Which of these new visits use: of the form that was published last, the highest version that is not withdrawn.
/// One published before times were kept counts as the earliest, the app's own form before another.
pub(crate) fn newest(published: &[Stored<entities::Form>]) -> Option<&Stored<entities::Form>> {
    let offered = || published.iter().filter(|f| !f.value.withdrawn);
    let ours = |id: &str| BUILT_IN.as_ref().is_some_and(|b| b.id == id);
    let last = offered().max_by_key(|f| (f.value.published_at, ours(&f.value.form_id)))?;
    let same = offered().filter(|f| f.value.form_id == last.value.form_id);
    same.max_by(|a, b| compare_versions(&a.value.version, &b.value.version))
}

/// The order of versions: numbers in them by value, so that 10 comes after 9; the rest as text.
pub(crate) fn compare_versions(a: &str, b: &str) -> Ordering {
    parts(a).cmp(&parts(b)).then_with(|| a.cmp(b))
}

/// A run of digits without its leading zeros, by length first; or a run of other characters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part<'a> {
    Number(usize, &'a str),
    Text(&'a str),
}

fn parts(version: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = version;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let number = part.trim_start_matches('0');
        parts.push(if digits { Part::Number(number.len(), number) } else { Part::Text(part) });
        rest = after;
    }
    parts
}

impl Session {
    /// The form for a new visit.
    pub(crate) fn current_form(&self) -> Result<Arc<Form>> {
        let published = self.read(|r| r.forms())?;
        match newest(&published) {
            Some(found) => self.form(&found.value.form_id, &found.value.version),
            None => BUILT_IN.clone().ok_or_else(Error::form_unreadable),
        }
    }

    /// A version of a form, withdrawn or not; parsed once.
    pub(crate) fn form(&self, id: &str, version: &str) -> Result<Arc<Form>> {
        let key = (id.to_owned(), version.to_owned());
        let mut parsed = self.forms.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(form) = parsed.get(&key) {
            return Ok(Arc::clone(form));
        }
        let built_in = BUILT_IN.as_ref().filter(|f| f.id == id && f.version == version);
        let form = match self.published(id, version)? {
            Some(form) => Arc::new(form),
            None => built_in.map(Arc::clone).ok_or_else(Error::form_unreadable)?,
        };
        parsed.insert(key, Arc::clone(&form));
        Ok(form)
    }

    fn published(&self, id: &str, version: &str) -> Result<Option<Form>> {
        let Some(found) = self.read(|r| r.form(id, version))? else { return Ok(None) };
        let bytes = STANDARD.decode(found.value.xlsx).map_err(|_| Error::form_unreadable())?;
        let mut beside = Vec::new();
        for (name, file) in found.value.files {
            beside.push((name, STANDARD.decode(file).map_err(|_| Error::form_unreadable())?));
        }
        // It was without errors for whoever published it, perhaps with an older version of the app.
        forms::reopen(&bytes, forms::Files::new(beside)).map(Some).ok_or_else(Error::form_unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_their_numbers() {
        let in_order = ["", "1.9", "1.10", "2", "2b", "007", "8", "2026112101", "2026112110", "v1"];
        for pair in in_order.windows(2) {
            assert_eq!(compare_versions(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        assert_eq!(compare_versions("3", "3"), Ordering::Equal);
    }
}
