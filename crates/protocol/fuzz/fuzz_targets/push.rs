//! What the server does with the body of a push before it knows what is in it: unpack within the limit, read, and what
//! was read survives being written again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use protocol::packing::unpack;
use protocol::{MAX_BODY_BYTES, Push};

fuzz_target!(|bytes: &[u8]| {
    let Some((packed, bytes)) = bytes.split_first() else { return };
    let unpacked = if packed % 2 == 1 { unpack(bytes, MAX_BODY_BYTES).unwrap_or_default() } else { bytes.to_vec() };
    assert!(unpacked.len() <= MAX_BODY_BYTES);
    if let Ok(push) = serde_json::from_slice::<Push>(&unpacked) {
        let again: Push = serde_json::from_slice(&serde_json::to_vec(&push).expect("json")).expect("what was written");
        assert!(again == push);
    }
});
