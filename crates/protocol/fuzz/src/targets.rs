//! The readers of bytes from the network. The first bytes of a try say how the rest arrives.

use domain::RawRecord;
use protocol::frames::Frames;
use protocol::packing::unpack;
use protocol::{MAX_BODY_BYTES, Pulled, Push};

/// Of one line of an answer to a pull.
const LIMIT: usize = 1024 * 1024;

/// What the server does with the body of a push before it knows what is in it: unpack within the limit, read; and what
/// was read survives being written again.
pub fn push(bytes: &[u8]) {
    let Some((packed, bytes)) = bytes.split_first() else { return };
    let unpacked = if packed % 2 == 1 { unpack(bytes, MAX_BODY_BYTES).unwrap_or_default() } else { bytes.to_vec() };
    assert!(unpacked.len() <= MAX_BODY_BYTES);
    if let Ok(push) = serde_json::from_slice::<Push>(&unpacked) {
        let again: Push = serde_json::from_slice(&serde_json::to_vec(&push).expect("json")).expect("what was written");
        assert!(again == push);
    }
}

/// What a laptop does with the answer to a pull: any bytes, cut anywhere, packed or not, within the limit of a line.
/// Cut or whole, the pages are the same.
pub fn pull(bytes: &[u8]) {
    let [how, piece, bytes @ ..] = bytes else { return };
    let packed = how % 2 == 1;
    let (whole, cut) = (pages(bytes, packed, usize::MAX), pages(bytes, packed, 1 + usize::from(*piece)));
    // Of what breaks off, a whole piece may hold pages that were not read yet.
    assert!(whole.starts_with(&cut) || cut.starts_with(&whole));
}

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
