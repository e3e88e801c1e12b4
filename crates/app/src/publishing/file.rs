//! A spreadsheet and the tables beside it, on their way in and out.

use crate::views::{FormFile, FormName, NamedFile};
use crate::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;

/// Most bytes of a workbook with its tables, so that one change carries them (as base64, a third larger).
pub(super) const MAX_FORM_BYTES: usize = 4 << 20;
/// Most bytes that are looked at: what is larger is refused unread.
const MAX_READ_BYTES: usize = 32 << 20;
/// Most tables beside a workbook.
const MAX_FILES: usize = 50;

/// The bytes behind a [`FormFile`].
pub(super) struct OpenFile {
    pub(super) workbook: Vec<u8>,
    beside: BTreeMap<String, Vec<u8>>,
}

impl OpenFile {
    /// # Errors
    /// `form-too-large`, or `bad-input` for what is no base64.
    pub(super) fn read(file: FormFile) -> Result<Self> {
        let size: usize = file.workbook.base64.len() + file.beside.iter().map(|f| f.base64.len()).sum::<usize>();
        if size > MAX_READ_BYTES || file.beside.len() > MAX_FILES {
            return Err(Error::form_too_large().with("max", MAX_FORM_BYTES >> 20));
        }
        let mut beside = BTreeMap::new();
        for table in file.beside {
            beside.insert(table.name, decode(&table.base64)?);
        }
        Ok(Self { workbook: decode(&file.workbook.base64)?, beside })
    }

    pub(super) fn import(&self) -> forms::Import {
        forms::read_with(&self.workbook, &forms::Files::new(self.beside.clone()))
    }

    pub(super) fn bytes_in_all(&self) -> usize {
        self.workbook.len() + self.beside.values().map(Vec::len).sum::<usize>()
    }

    /// The workbook and the tables as a record keeps them.
    pub(super) fn encoded(&self) -> (String, BTreeMap<String, String>) {
        let tables = self.beside.iter().map(|(name, bytes)| (name.clone(), STANDARD.encode(bytes)));
        (STANDARD.encode(&self.workbook), tables.collect())
    }
}

pub(super) fn decode(base64: &str) -> Result<Vec<u8>> {
    STANDARD.decode(base64).map_err(|_| Error::bad_input())
}

/// A workbook under a name that tells its version; what it is, its first bytes say.
pub(super) fn workbook(name: &FormName, bytes: &[u8]) -> NamedFile {
    let extension = if bytes.starts_with(b"PK") { "xlsx" } else { "xls" };
    let stem: String = format!("{}-{}", name.form_id, name.version)
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '_' })
        .collect();
    NamedFile { name: format!("{stem}.{extension}"), base64: STANDARD.encode(bytes) }
}
