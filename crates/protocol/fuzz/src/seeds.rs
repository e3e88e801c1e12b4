//! Where fuzzing begins: the golden samples, packed and not.

use protocol::packing::{Packer, pack};

const PUSHES: [(&str, &str); 3] = [
    ("push", include_str!("../../tests/golden/push.json")),
    ("push_in_epoch", include_str!("../../tests/golden/push_in_epoch.json")),
    ("push_signed", include_str!("../../tests/golden/push_signed.json")),
];
const PULLS: [(&str, &str); 2] = [
    ("pulled", include_str!("../../tests/golden/pulled.json")),
    ("pulled_nothing", include_str!("../../tests/golden/pulled_nothing.json")),
];

/// A name, and what a target is given.
pub type Seed = (String, Vec<u8>);

pub fn push() -> Vec<Seed> {
    let both = |(name, text): (&str, &str)| {
        let line = line(text);
        let packed = pack(line.as_bytes()).unwrap_or_default();
        [seed(name, &[0], line.as_bytes()), seed(&format!("{name}.packed"), &[1], &packed)]
    };
    PUSHES.into_iter().flat_map(both).collect()
}

pub fn pull() -> Vec<Seed> {
    let both = |(name, text): (&str, &str)| {
        let line = line(text);
        let packed = Packer::new().and_then(|mut packer| packer.pack(line.repeat(2).as_bytes())).expect("memory");
        [seed(name, &[0, 9], line.as_bytes()), seed(&format!("{name}.packed"), &[1, 9], &packed)]
    };
    PULLS.into_iter().flat_map(both).collect()
}

fn line(text: &str) -> String {
    text.replace('\n', "") + "\n"
}

fn seed(name: &str, head: &[u8], bytes: &[u8]) -> Seed {
    (name.to_owned(), [head, bytes].concat())
}
