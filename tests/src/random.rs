//! Chance that replays from a seed (SplitMix64).

/// Numbers that follow from a seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// From the seed in `HGH_SEED`, else from this one; says which, so that a failure can be played again.
    pub fn seeded(what: &str, seed: u64) -> Self {
        let seed = std::env::var("HGH_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(seed);
        println!("{what}: HGH_SEED={seed}");
        Self(seed)
    }

    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`, which is not zero.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next_u64() % end).unwrap_or(0)
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// True `percent` times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// How often to repeat: `few` in continuous integration, `many` with `HGH_LONG=1`.
pub fn rounds(few: usize, many: usize) -> usize {
    if std::env::var_os("HGH_LONG").is_some_and(|value| value == "1") { many } else { few }
}
