//! What a laptop does with the answer to a pull: any bytes, cut anywhere, packed or not, within the limit of a line.
//! Cut or whole, the pages are the same.
#![no_main]

use domain::RawRecord;
use libfuzzer_sys::fuzz_target;
use protocol::Pulled;
use protocol::frames::Frames;

const LIMIT: usize = 1024 * 1024;

/// The pages until the first that cannot be read, as JSON.
fn pages(bytes: &[u8], packed: bool, piece: usize) -> Vec<String> {
    let mut frames = Frames::new(packed, LIMIT).expect("memory");
    let mut pages = Vec::new();
    for piece in bytes.chunks(piece) {
        if frames.push(piece).is_err() {
            return pages;
        }
        loop {
            match frames.next_message::<Pulled<RawRecord>>() {
                Ok(Some(page)) => pages.push(serde_json::to_string(&page).expect("json")),
                Ok(None) => break,
                Err(_) => return pages,
            }
        }
    }
    pages
}

fuzz_target!(|bytes: &[u8]| {
    let [how, piece, bytes @ ..] = bytes else { return };
    let packed = how % 2 == 1;
    let (whole, cut) = (pages(bytes, packed, usize::MAX), pages(bytes, packed, 1 + usize::from(*piece)));
    // Of what breaks off, a whole piece may hold pages that were not read yet.
    assert!(whole.starts_with(&cut) || cut.starts_with(&whole));
});
