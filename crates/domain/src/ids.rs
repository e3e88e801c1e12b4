//! Identifiers. Each is a UUID in a type of its own, so that a user cannot be passed for a device.
//! New ids are UUID version 7 (RFC 9562), made outside this crate.

use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        #[ts(as = "String")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// A record of any kind. Unique together with its [`crate::Kind`]: an attempt, a visit and its review share one.
    RecordId
);
id!(
    /// One change; what makes sending it twice harmless.
    ChangeId
);
id!(
    /// A person who signs in.
    UserId
);
id!(
    /// One laptop, for one person.
    DeviceId
);
id!(
    /// One enrolment, made by the laptop that asks for it: random, so that nobody else can ask again in its name.
    EnrolmentId
);

impl From<UserId> for RecordId {
    /// The record that describes a user has the user's id.
    fn from(user: UserId) -> Self {
        Self(user.0)
    }
}
