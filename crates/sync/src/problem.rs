//! Why there was no contact, or not the one hoped for.

use protocol::RefusalCode;

/// A variant exists because the app says or does something else for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Problem {
    /// Neither https nor this machine.
    #[error("insecure address")]
    InsecureAddress,
    /// Nobody answers, or not to the end.
    #[error("unreachable")]
    Unreachable,
    /// Something answers, but it is not our server: a wrong address, or a hotel's sign-in page.
    #[error("wrong server")]
    WrongServer,
    /// The server no longer understands this version of the app.
    #[error("upgrade required")]
    UpgradeRequired,
    /// The server is older than this app can talk to.
    #[error("server too old")]
    ServerTooOld,
    #[error("wrong code")]
    WrongCode,
    #[error("used code")]
    UsedCode,
    #[error("expired code")]
    ExpiredCode,
    /// The server does not know this laptop.
    #[error("unauthenticated")]
    Unauthenticated,
    #[error("revoked")]
    Revoked,
    /// Asked too often; the server takes nothing before so many seconds have passed.
    #[error("too many requests")]
    TooManyRequests { retry_after_s: u32 },
    /// One change is larger than the server takes.
    #[error("too large")]
    TooLarge,
    /// The server cannot do it now.
    #[error("unavailable")]
    Unavailable,
    /// The server was restored from a copy; what it may have lost has to be offered again first.
    #[error("other epoch")]
    OtherEpoch,
    /// Two laptops work on from one copy of the same data: this one has to enrol again.
    #[error("cloned")]
    Cloned,
    /// One of both does not speak the protocol: a defect.
    #[error("malformed")]
    Malformed,
    /// What arrived could not be stored: the disk is full.
    #[error("disk full")]
    DiskFull,
    /// What arrived could not be stored.
    #[error("disk error")]
    Disk,
}

impl Problem {
    /// Whether trying again soon may help by itself.
    pub fn is_passing(self) -> bool {
        !matches!(
            self,
            Problem::Revoked
                | Problem::Unauthenticated
                | Problem::Cloned
                | Problem::UpgradeRequired
                | Problem::ServerTooOld
                | Problem::InsecureAddress
        )
    }
}

impl From<RefusalCode> for Problem {
    fn from(code: RefusalCode) -> Self {
        match code {
            RefusalCode::WrongCode => Problem::WrongCode,
            RefusalCode::UsedCode => Problem::UsedCode,
            RefusalCode::ExpiredCode => Problem::ExpiredCode,
            RefusalCode::Unauthenticated => Problem::Unauthenticated,
            RefusalCode::Revoked => Problem::Revoked,
            RefusalCode::UpgradeRequired => Problem::UpgradeRequired,
            RefusalCode::Malformed => Problem::Malformed,
            RefusalCode::TooLarge => Problem::TooLarge,
            RefusalCode::TooManyRequests => Problem::TooManyRequests { retry_after_s: 0 },
            RefusalCode::Unavailable => Problem::Unavailable,
            RefusalCode::OtherEpoch => Problem::OtherEpoch,
            RefusalCode::Cloned => Problem::Cloned,
        }
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::DiskFull => Problem::DiskFull,
            error => {
                tracing::error!(%error, "store");
                Problem::Disk
            }
        }
    }
}
