//! A short run of the fuzz targets, the same each time; `cargo xtask fuzz` is the long run, with a fuzzer that looks at
//! what the code does.

#[path = "../fuzz/src/seeds.rs"]
mod seeds;
#[path = "../fuzz/src/targets.rs"]
mod targets;

const TRIES: u64 = 3_000;

/// Numbers that look random, the same each time (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % end.max(1)
    }
}

/// Some bytes changed, gone or doubled.
fn change(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len());
        let end = (at + numbers.below(24)).min(bytes.len());
        match numbers.below(4) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(numbers.below(256)).unwrap_or(0),
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at),
            _ => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

fn fuzz(target: fn(&[u8]), seeds: &[seeds::Seed]) {
    seeds.iter().for_each(|(_, seed)| target(seed));
    for number in 1..=TRIES {
        let mut numbers = Numbers(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut bytes = seeds[numbers.below(seeds.len())].1.clone();
        change(&mut bytes, &mut numbers);
        target(&bytes);
    }
}

#[test]
fn any_body_of_a_push_is_read_or_refused() {
    fuzz(targets::push, &seeds::push());
}

#[test]
fn any_answer_to_a_pull_is_read_or_refused() {
    fuzz(targets::pull, &seeds::pull());
}
