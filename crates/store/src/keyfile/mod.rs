//! The file that keeps the database's key, sealed with a passphrase; and how fast one may guess.
//!
//! `key.hgh`, 116 bytes, integers little-endian (docs/STORAGE.md; a golden sample in the tests):
//!
//! | offset | length | what |
//! |---|---|---|
//! | 0 | 7 | `hgh-key` |
//! | 7 | 1 | version, 1 |
//! | 8 | 4 | Argon2id memory in KiB |
//! | 12 | 4 | Argon2id passes |
//! | 16 | 4 | Argon2id lanes |
//! | 20 | 16 | salt |
//! | 36 | 24 | nonce |
//! | 60 | 48 | the 32-byte key, XChaCha20-Poly1305, with bytes 0–59 as associated data |
//! | 108 | 8 | first bytes of the SHA-256 of bytes 0–107: tells damage from a wrong passphrase, protects nothing |

mod key;
mod sealed;
mod tries;

pub use key::Key;
pub use sealed::Cost;
pub use tries::delay_seconds;

use chrono::{DateTime, Utc};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Name of the file in the data directory.
pub const KEY_FILE: &str = "key.hgh";

/// Why the key did not come out.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum Error {
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// Too many wrong ones: not tried.
    #[error("wait {seconds} seconds")]
    Wait { seconds: u32 },
    #[error("the key file is damaged")]
    Damaged,
    #[error("the key file is of a newer version")]
    NewerVersion,
    /// Cheaper to guess than this app allows, wherever the parameters come from.
    #[error("the key derivation is too weak")]
    TooWeakParameters,
    #[error("the disk is full")]
    DiskFull,
    #[error("the key file cannot be read or written")]
    Io,
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        match crate::Error::from(error) {
            crate::Error::DiskFull => Error::DiskFull,
            _ => Error::Io,
        }
    }
}

/// Result of this module.
pub type Result<T> = std::result::Result<T, Error>;

/// Whether this laptop has a key file.
pub fn exists(dir: &Path) -> bool {
    dir.join(KEY_FILE).exists()
}

/// Makes a new random key and seals it with `passphrase`.
///
/// # Errors
/// [`Error::TooWeakParameters`] for a cost below the minimum.
pub fn create(dir: &Path, passphrase: &str, cost: Cost) -> Result<Key> {
    let key = Key::random().ok_or(Error::Io)?;
    save(dir, &key, passphrase, cost)?;
    Ok(key)
}

/// Seals a key with another passphrase. The old file stays in place until the new one was read back.
///
/// # Errors
/// [`Error::TooWeakParameters`] for a cost below the minimum.
pub fn save(dir: &Path, key: &Key, passphrase: &str, cost: Cost) -> Result<()> {
    let bytes = sealed::seal(key, passphrase, cost)?;
    let unfinished = dir.join(format!("{KEY_FILE}.tmp"));
    let mut file = File::create(&unfinished)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    drop(file);
    if sealed::open(&fs::read(&unfinished)?, passphrase)? != *key {
        return Err(Error::Io);
    }
    fs::rename(&unfinished, dir.join(KEY_FILE))?;
    File::open(dir)?.sync_all()?;
    Ok(())
}

/// Opens the key file. Each wrong passphrase is counted before it is tried, also across restarts.
///
/// # Errors
/// [`Error::Wait`] while the delay after the last wrong one lasts.
pub fn open(dir: &Path, passphrase: &str, now: DateTime<Utc>) -> Result<Key> {
    let seconds = wait_seconds(dir, now);
    if seconds > 0 {
        return Err(Error::Wait { seconds });
    }
    let bytes = fs::read(dir.join(KEY_FILE))?;
    sealed::check(&bytes)?;
    tries::add(dir, now);
    let key = sealed::open(&bytes, passphrase)?;
    tries::clear(dir);
    Ok(key)
}

/// Seconds until the next passphrase may be tried.
pub fn wait_seconds(dir: &Path, now: DateTime<Utc>) -> u32 {
    tries::load(dir, now).wait_seconds(now)
}
