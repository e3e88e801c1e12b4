//! What is kept outside the encrypted database: how the app looks, and whose laptop this is. Nothing of a resident.

use crate::views::{ContrastSetting, Settings, ThemeSetting};
use crate::{Error, Result};
use domain::EnrolmentId;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// `profile.json` in the data directory; readable while locked.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Profile {
    pub(crate) settings: Settings,
    /// First name of who works here, for the greeting.
    pub(crate) user_name: Option<String>,
    pub(crate) device_name: Option<String>,
    pub(crate) municipality: Option<String>,
    /// While this laptop is being enrolled: on disk before the server is asked, so that it may ask again with the same
    /// code when power or room runs out before the answer is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) enrolment: Option<EnrolmentId>,
}

const FILE: &str = "profile.json";
const LETTER_PERCENTS: &[u32] = &[100, 125, 150];

impl Default for Profile {
    fn default() -> Self {
        let settings = Settings {
            language: "nl".to_owned(),
            theme: ThemeSetting::System,
            contrast: ContrastSetting::System,
            letter_percent: 100,
            single_keys: true,
            lock_minutes: crate::views::default_lock_minutes(),
        };
        Self { settings, user_name: None, device_name: None, municipality: None, enrolment: None }
    }
}

impl Profile {
    /// Reads the file; the defaults where there is none or it cannot be understood, since nothing in it is irreplaceable.
    pub(crate) fn load(dir: &Path) -> Self {
        fs::read(dir.join(FILE)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Writes the file whole or not at all.
    pub(crate) fn save(&self, dir: &Path) -> Result<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|_| Error::internal())?;
        let fresh = dir.join("profile.json.new");
        let mut file = fs::File::create(&fresh).map_err(disk)?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(disk)?;
        fs::rename(&fresh, dir.join(FILE)).map_err(disk)
    }
}

/// Settings that make sense, else `bad-input`.
pub(crate) fn checked(settings: Settings) -> Result<Settings> {
    let known = crate::leaflets::LANGUAGES.contains(&settings.language.as_str());
    let offered = LETTER_PERCENTS.contains(&settings.letter_percent)
        && crate::idle::LOCK_MINUTES.contains(&settings.lock_minutes);
    if known && offered { Ok(settings) } else { Err(Error::bad_input()) }
}

pub(crate) fn disk(error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::StorageFull { Error::disk_full() } else { Error::disk_error() }
}
