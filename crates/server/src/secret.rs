//! Codes, tokens and their hashes. A secret leaves this process once, when it is made; at rest there is its SHA-256.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

pub use domain::named::named_id;

/// SHA-256.
pub type Hash = [u8; 32];

/// Digits and letters without I, L, O, U: nothing that is read as something else (Crockford).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_CHARS: usize = 16;
const GROUP_CHARS: usize = 4;

pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Random bytes of the operating system.
///
/// # Panics
/// Where the operating system has none: nothing safe can be done then.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    #[expect(clippy::expect_used, reason = "without randomness no secret may be made")]
    getrandom::fill(&mut bytes).expect("the operating system's random numbers");
    bytes
}

/// A one-time code of 80 bits, "7K3M-Q9ZD-04TX-8RWB".
pub fn new_code() -> String {
    let bits = random::<16>().iter().fold(0u128, |bits, byte| bits << 8 | u128::from(*byte));
    let chars = (0..CODE_CHARS).map(|i| char::from(ALPHABET[(bits >> (i * 5) & 31) as usize]));
    let mut code = String::new();
    for (i, c) in chars.enumerate() {
        if i > 0 && i % GROUP_CHARS == 0 {
            code.push('-');
        }
        code.push(c);
    }
    code
}

/// The hash of a code as somebody typed it: case, hyphens, spaces and look-alikes do not matter.
pub fn hash_code(typed: &str) -> Hash {
    let plain: String = typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect();
    sha256(plain.as_bytes())
}

/// A token of 256 bits.
pub fn new_token() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// A new id, ordered by time.
pub fn new_id(now: chrono::DateTime<chrono::Utc>) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random()).into_uuid()
}

/// A hash in JSON: text, URL-safe base64.
pub mod as_text {
    use super::{Hash, URL_SAFE_NO_PAD};
    use base64::Engine as _;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(hash: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&URL_SAFE_NO_PAD.encode(hash))
    }

    /// # Errors
    /// Where it is no hash.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| D::Error::custom("no hash"))?;
        bytes.try_into().map_err(|_| D::Error::custom("no hash"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_any_hand() {
        assert_eq!(hash_code("7K3M-Q9ZD-04TX-8RW1"), hash_code("7k3m q9zd o4tx 8rwl"));
        assert_ne!(hash_code("7K3M-Q9ZD-04TX-8RW1"), hash_code("7K3M-Q9ZD-04TX-8RW2"));
    }

    #[test]
    fn codes_have_four_groups_and_do_not_repeat() {
        let code = new_code();
        assert_eq!(code.len(), 19);
        assert_eq!(code.split('-').count(), 4);
        assert_ne!(code, new_code());
    }
}
