//! The random order of choices, the same as in the reference engines for the same seed.

use sha2::{Digest, Sha256};

const MODULUS: i64 = 2_147_483_647;
const MULTIPLIER: i64 = 16_807;

/// Park and Miller's generator of 1988.
pub(crate) struct ParkMiller(i64);

impl ParkMiller {
    /// Begins with a seed; any will do.
    pub fn new(seed: i64) -> Self {
        let seed = seed % MODULUS;
        ParkMiller(if seed <= 0 { seed + MODULUS - 1 } else { seed })
    }

    /// A number from 0, below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0 * MULTIPLIER % MODULUS;
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "below 2^31, and lists are short"
        )]
        let place = ((self.0 - 1) as f64 / (MODULUS - 1) as f64 * limit as f64) as usize;
        place.min(limit.saturating_sub(1))
    }
}

/// The seed that a text stands for: the first eight bytes of its SHA-256; nothing is 0.
pub(crate) fn seed_of_text(text: &str) -> i64 {
    if text.is_empty() {
        return 0;
    }
    Sha256::digest(text.as_bytes()).iter().take(8).fold(0, |seed, byte| seed << 8 | i64::from(*byte))
}
