//! Writes the files that fuzzing begins with.

use protocol_fuzz::seeds::{self, Seed};
use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let targets: [(&str, Vec<Seed>); 2] = [("push", seeds::push()), ("pull", seeds::pull())];
    for (target, seeds) in targets {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        seeds.into_iter().try_for_each(|(name, bytes)| fs::write(corpus.join(name), bytes))?;
    }
    Ok(())
}
