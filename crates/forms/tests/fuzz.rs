//! A short run of the fuzz targets, the same each time. `FORMS_FUZZ=20000` makes it that many tries for each target;
//! `cargo xtask fuzz` is the long run, with a fuzzer that looks at what the code does.
#![cfg(feature = "tool")]

#[path = "../fuzz/src/seeds.rs"]
mod seeds;
mod support;
#[path = "../fuzz/src/targets.rs"]
mod targets;

use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

const TRIES: u64 = 100;

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

/// Some bytes changed, gone, doubled, or taken from another seed.
fn change(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(24)).min(bytes.len());
        match numbers.below(5) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(numbers.below(256)).unwrap_or(0),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let from = numbers.below(other.len());
                let to = (from + numbers.below(40)).min(other.len());
                bytes.splice(at..at, other[from..to].iter().copied());
            }
            _ => {
                let word = ["(", ")", "'", "${", "[", "]", " and ", "-", "1e400", "\u{661}", "\0", "|", "::"]
                    [numbers.below(13)];
                bytes.splice(at..at, word.bytes());
            }
        }
    }
}

fn fuzz(target: fn(&[u8]), seeds: &[Vec<u8>]) {
    seeds.iter().for_each(|seed| target(seed));
    let tries = std::env::var("FORMS_FUZZ").ok().and_then(|tries| tries.parse().ok()).unwrap_or(TRIES);
    for number in 1..=tries {
        let mut numbers = Numbers(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        numbers.below(2);
        let mut bytes = seeds[numbers.below(seeds.len())].clone();
        let other = seeds[numbers.below(seeds.len())].clone();
        change(&mut bytes, &other, &mut numbers);
        let went = catch_unwind(AssertUnwindSafe(|| target(&bytes)));
        assert!(went.is_ok(), "try {number} went wrong with {:?}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn any_workbook_is_read_or_refused() {
    fuzz(targets::workbook, &seeds::workbook());
}

#[test]
fn any_expression_has_a_value_or_an_error() {
    fuzz(targets::expression, &seeds::expression());
}

#[test]
fn any_request_is_answered() {
    fuzz(targets::run_request, &seeds::run_request());
}

#[test]
fn a_small_file_that_unpacks_to_a_large_one_is_refused_unread() {
    let mut packed = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    packed.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).expect("a part");
    let piece = vec![b'a'; 1 << 20];
    (0..200).for_each(|_| packed.write_all(&piece).expect("written"));
    let bytes = packed.finish().expect("packed").into_inner();
    assert!(bytes.len() < 1 << 20);
    let problem = &forms::read(&bytes).problems[0];
    assert_eq!(problem.code, "workbook-too-large");
    assert!(problem.message.contains("unpacks to more than"), "{}", problem.message);
}

/// Found by fuzzing: the name of a cell in it is longer than numbers go.
#[test]
fn a_workbook_that_its_library_stumbles_over_is_refused_or_read() {
    let import = forms::read(include_bytes!("data/damaged.xlsx"));
    assert!(import.form.is_some() || !import.problems.is_empty());
}
