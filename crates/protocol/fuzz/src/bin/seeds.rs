//! Writes where fuzzing begins: the golden samples, packed and not.

use protocol::packing::{Packer, pack};
use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (target, samples) in [("push", &["push", "push_signed"][..]), ("pull", &["pulled", "pulled_nothing"])] {
        let corpus = folder.join("corpus").join(target);
        fs::create_dir_all(&corpus)?;
        for sample in samples {
            let text = fs::read_to_string(folder.join(format!("../tests/golden/{sample}.json")))?;
            let line = text.replace('\n', "") + "\n";
            let head = |packed: u8| if target == "push" { vec![packed] } else { vec![packed, 9] };
            let packed = match target {
                "push" => pack(line.as_bytes()).unwrap_or_default(),
                _ => Packer::new()?.pack(line.repeat(2).as_bytes())?,
            };
            fs::write(corpus.join(sample), [head(0), line.into_bytes()].concat())?;
            fs::write(corpus.join(format!("{sample}.packed")), [head(1), packed].concat())?;
        }
    }
    Ok(())
}
