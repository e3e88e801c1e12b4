//! The bytes of the key file.

use super::{Error, Key, Result};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const MAGIC: &[u8; 7] = b"hgh-key";
const VERSION: u8 = 1;
const SALT: std::ops::Range<usize> = 20..36;
const NONCE: std::ops::Range<usize> = 36..60;
const HEADER_BYTES: usize = 60;
const SEALED_END: usize = 108;
const FILE_BYTES: usize = 116;

/// How dear one guess is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
    pub lanes: u32,
}

impl Cost {
    /// What laptops use: 64 MiB, 3 passes.
    pub const STANDARD: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// The least that is accepted; for tests.
    pub const MINIMUM: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// More than any laptop of ours writes: a file that asks for it is damaged.
    const MOST: Cost = Cost { memory_kib: 1024 * 1024, passes: 32, lanes: 16 };

    fn check(self) -> Result<()> {
        if self.memory_kib < Self::MINIMUM.memory_kib || self.passes < Self::MINIMUM.passes || self.lanes == 0 {
            return Err(Error::TooWeakParameters);
        }
        if self.memory_kib > Self::MOST.memory_kib || self.passes > Self::MOST.passes || self.lanes > Self::MOST.lanes {
            return Err(Error::Damaged);
        }
        Ok(())
    }
}

pub(super) fn seal(key: &Key, passphrase: &str, cost: Cost) -> Result<Vec<u8>> {
    let mut random = [0; 40];
    getrandom::fill(&mut random).map_err(|_| Error::Io)?;
    seal_with(key, passphrase, cost, &random)
}

/// `random` is salt and nonce.
fn seal_with(key: &Key, passphrase: &str, cost: Cost, random: &[u8; 40]) -> Result<Vec<u8>> {
    cost.check()?;
    let mut out = Vec::with_capacity(FILE_BYTES);
    out.extend_from_slice(MAGIC);
    out.push(VERSION);
    for number in [cost.memory_kib, cost.passes, cost.lanes] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(random);
    let cipher = cipher(passphrase, &out[SALT], cost)?;
    let payload = Payload { msg: key.bytes(), aad: &out };
    let sealed = cipher.encrypt(XNonce::from_slice(&out[NONCE]), payload).map_err(|_| Error::Io)?;
    out.extend_from_slice(&sealed);
    let sum = checksum(&out);
    out.extend_from_slice(&sum);
    Ok(out)
}

/// What can be said of the file without a passphrase.
pub(super) fn check(bytes: &[u8]) -> Result<Cost> {
    if bytes.get(..7) != Some(MAGIC.as_slice()) {
        return Err(Error::Damaged);
    }
    if bytes.get(7).is_some_and(|v| *v > VERSION) {
        return Err(Error::NewerVersion);
    }
    if bytes.len() != FILE_BYTES || bytes[7] != VERSION || checksum(&bytes[..SEALED_END]) != bytes[SEALED_END..] {
        return Err(Error::Damaged);
    }
    let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let cost = Cost { memory_kib: number(8), passes: number(12), lanes: number(16) };
    cost.check()?;
    Ok(cost)
}

pub(super) fn open(bytes: &[u8], passphrase: &str) -> Result<Key> {
    let cost = check(bytes)?;
    let cipher = cipher(passphrase, &bytes[SALT], cost)?;
    let payload = Payload { msg: &bytes[HEADER_BYTES..SEALED_END], aad: &bytes[..HEADER_BYTES] };
    let opened = cipher.decrypt(XNonce::from_slice(&bytes[NONCE]), payload).map_err(|_| Error::WrongPassphrase)?;
    let opened = Zeroizing::new(opened);
    let key: [u8; 32] = opened.as_slice().try_into().map_err(|_| Error::Damaged)?;
    Ok(Key::from_bytes(key))
}

fn cipher(passphrase: &str, salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305> {
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| Error::Damaged)?;
    let mut wrapping = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, wrapping.as_mut_slice())
        .map_err(|_| Error::Damaged)?;
    Ok(XChaCha20Poly1305::new(wrapping.as_slice().into()))
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    let mut sum = [0; 8];
    sum.copy_from_slice(&Sha256::digest(bytes)[..8]);
    sum
}

#[cfg(test)]
mod tests;
