//! What the UI is told when something cannot be done.

use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// A code that names a Fluent message (`error-<code>`), and its arguments. Never holds what a person said.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct Error {
    pub code: &'static str,
    pub args: BTreeMap<&'static str, String>,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal),* $(,)?) => {
        impl Error {
            /// Every code; a test demands a message for each in each language.
            pub const CODES: &'static [&'static str] = &[$($code),*];
            $($(#[$doc])* pub fn $name() -> Self { Self { code: $code, args: BTreeMap::new() } })*
        }
    };
}

codes!(
    /// A defect; nothing that was saved is lost.
    internal = "internal",
    /// The UI sent something this version does not understand.
    bad_input = "bad-input",
    /// Locked: unlock first.
    locked = "locked",
    /// Another window uses this data directory.
    already_open = "already-open",
    wrong_passphrase = "wrong-passphrase",
    /// Argument `seconds`.
    wait_before_retry = "wait-before-retry",
    passphrase_too_short = "passphrase-too-short",
    passphrase_too_common = "passphrase-too-common",
    wrong_code = "wrong-code",
    used_code = "used-code",
    expired_code = "expired-code",
    /// Nobody answers at that address.
    unreachable = "unreachable",
    /// Something answers, but it is not our server.
    wrong_server = "wrong-server",
    /// Not https, and not this machine.
    insecure_address = "insecure-address",
    /// The server speaks a newer version: this app must be updated.
    app_too_old = "app-too-old",
    /// The server is older than this app.
    server_too_old = "server-too-old",
    revoked = "revoked",
    /// The code is for somebody else than whose laptop this is.
    other_user = "other-user",
    /// Another laptop works on from a copy of the same data: this one has to be enrolled again; nothing is lost.
    cloned = "cloned",
    too_many_requests = "too-many-requests",
    /// The database was written by a newer version; untouched.
    newer_database = "newer-database",
    /// The database is damaged; kept aside, nothing deleted.
    damaged_database = "damaged-database",
    disk_full = "disk-full",
    disk_error = "disk-error",
    not_found = "not-found",
    forbidden = "forbidden",
    /// The visit still has questions that need an answer.
    visit_incomplete = "visit-incomplete",
    /// The form cannot be read.
    form_unreadable = "form-unreadable",
    /// The spreadsheet has errors, so it cannot be published or tried.
    form_has_errors = "form-has-errors",
    /// The settings sheet names no version.
    form_without_version = "form-without-version",
    /// This version, or a higher one, was published before. Arguments `version`, `newest`.
    form_version_taken = "form-version-taken",
    /// Workbook and tables are too large to send. Argument `max`, in megabytes.
    form_too_large = "form-too-large",
    /// Argument `field`.
    missing_field = "missing-field",
    /// Argument `max`.
    text_too_long = "text-too-long",
    invalid_number = "invalid-number",
    invalid_year = "invalid-year",
    invalid_date = "invalid-date",
    /// The life cycle does not allow this step.
    not_allowed_now = "not-allowed-now",
    /// A reason is needed.
    reason_needed = "reason-needed",
);

impl Error {
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.insert(name, value.to_string());
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}
impl std::error::Error for Error {}

pub type Result<T> = std::result::Result<T, Error>;

impl From<store::Error> for Error {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Damaged => Error::damaged_database(),
            store::Error::NewerVersion => Error::newer_database(),
            store::Error::DiskFull => Error::disk_full(),
            store::Error::Io => Error::disk_error(),
            store::Error::NotFound(_) => Error::not_found(),
            store::Error::TooLarge => Error::text_too_long(),
            store::Error::NotEnrolled | store::Error::Sql(_) | store::Error::Json(_) => {
                tracing::error!(%error, "store");
                Error::internal()
            }
        }
    }
}

impl From<store::keyfile::Error> for Error {
    fn from(error: store::keyfile::Error) -> Self {
        use store::keyfile::Error as Key;
        match error {
            Key::WrongPassphrase => Error::wrong_passphrase(),
            Key::Wait { seconds } => Error::wait_before_retry().with("seconds", seconds),
            Key::NewerVersion => Error::newer_database(),
            Key::Damaged | Key::TooWeakParameters => Error::damaged_database(),
            Key::DiskFull => Error::disk_full(),
            Key::Io => Error::disk_error(),
        }
    }
}

impl From<sync::Problem> for Error {
    fn from(problem: sync::Problem) -> Self {
        use sync::Problem;
        match problem {
            Problem::InsecureAddress => Error::insecure_address(),
            Problem::Unreachable | Problem::Unavailable | Problem::OtherEpoch => Error::unreachable(),
            Problem::Cloned => Error::cloned(),
            Problem::WrongServer => Error::wrong_server(),
            Problem::UpgradeRequired => Error::app_too_old(),
            Problem::ServerTooOld => Error::server_too_old(),
            Problem::WrongCode => Error::wrong_code(),
            Problem::UsedCode => Error::used_code(),
            Problem::ExpiredCode => Error::expired_code(),
            Problem::Unauthenticated | Problem::Revoked => Error::revoked(),
            Problem::TooManyRequests { .. } => Error::too_many_requests(),
            Problem::TooLarge => Error::text_too_long(),
            Problem::DiskFull => Error::disk_full(),
            Problem::Disk => Error::disk_error(),
            Problem::Malformed => Error::internal(),
        }
    }
}
