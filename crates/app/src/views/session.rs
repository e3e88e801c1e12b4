//! What the window opens with: the session, its settings, the facts of the municipality.

use super::*;
use chrono::NaiveDate;
use domain::{Role, UserId};

views! {
    pub struct Settings {
        /// Of the interface: nl en it fr tr ar.
        pub language: String,
        pub theme: ThemeSetting,
        pub contrast: ContrastSetting,
        /// 100, 125 or 150.
        pub letter_percent: u32,
        /// Whether single letters and digits act outside text fields.
        pub single_keys: bool,
        /// Minutes without a touch until the app locks: 1, 2, 5, 10 or 15.
        #[serde(default = "default_lock_minutes")]
        pub lock_minutes: u32,
    }
    pub struct ChangePassphrase {
        pub present: String,
        /// The new one.
        pub passphrase: String,
    }
    pub struct TypedTexts {
        /// At most 20, each of at most 20,000 characters.
        pub texts: Vec<TypedText>,
    }
    pub struct TypedText {
        /// What stood beside the field.
        pub label: String,
        pub text: String,
    }
    pub struct InUse {
        /// Whether people talk to each other over the screen: in a visit, before a resident, while it reads aloud.
        pub talking: bool,
    }
    pub struct StartView {
        pub stage: Stage,
        /// First name of who works on this laptop, once enrolled.
        pub user_name: Option<String>,
        pub device_name: Option<String>,
        pub municipality: Option<String>,
        /// Seconds to wait before the next try.
        pub wait_seconds: u32,
        pub problem: Option<String>,
        pub settings: Settings,
    }
    pub struct ServerAddress { pub url: String }
    pub struct ServerView { pub municipality: String }
    pub struct EnrolInput { pub url: String, pub code: String, pub device_name: String, pub passphrase: String }
    /// The code of this laptop's user, where the laptop has to be enrolled again.
    pub struct EnrolAgainInput { pub code: String }
    pub struct Passphrase { pub passphrase: String }
    pub struct PassphraseHint { pub strength: PassphraseStrength, pub length: u32, pub minimum: u32 }
    pub struct Neighbourhood { pub code: String, pub name: String }
    pub struct Colleague { pub id: UserId, pub name: String, pub role: Role }
    pub struct Counts {
        pub to_visit: u32,
        pub open_help: u32,
        pub waiting: u32,
        pub to_review: u32,
        pub comments: u32,
        /// Choices, changes that were set aside, likely doubles: for coordinators.
        pub to_decide: u32,
    }
    pub struct SessionView {
        pub user: UserId,
        pub user_name: String,
        pub role: Role,
        pub duty: bool,
        pub device_name: String,
        pub neighbourhoods: Vec<Neighbourhood>,
        pub colleagues: Vec<Colleague>,
        pub counts: Counts,
        pub facts: Facts,
        pub settings: Settings,
        /// What was being typed when the app was locked.
        pub typed: Vec<TypedText>,
        pub today: NaiveDate,
    }
    /// The municipality's own facts, from its one file.
    pub struct Facts {
        pub municipality: String,
        pub website: String,
        pub phone: String,
        pub interpreter_phone: Option<String>,
        pub languages: Vec<String>,
        pub services: Vec<ServiceView>,
        pub danger_numbers: Vec<DangerNumber>,
    }
    pub struct ServiceView { pub id: String, pub name: Texts }
    pub struct DangerNumber {
        pub id: String,
        pub number: String,
        pub label: Texts,
        /// False: "geen noodnummer".
        pub emergency: bool,
    }
}

/// What older settings, which do not say, mean.
pub(crate) fn default_lock_minutes() -> u32 {
    5
}
