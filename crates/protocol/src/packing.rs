//! Bodies packed with zstd. Unpacking never gives more than the limit that is asked for, however small the body is.

use std::io::{Read, Write};
use zstd::stream::{read, write};

/// The level that costs least for what it saves (measured on visits).
const LEVEL: i32 = 3;
/// A body below this is not worth packing.
const WORTH_BYTES: usize = 128;
/// The most memory that a packed body may make its reader keep, as a power of two: 8 MiB.
const WINDOW_LOG: u32 = 23;

/// Why a body cannot be unpacked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unpacked {
    /// It is no zstd, or ends too early.
    Garbled,
    /// It holds more than the limit.
    TooLarge,
}

/// The packed body, where that is smaller.
pub fn pack(body: &[u8]) -> Option<Vec<u8>> {
    if body.len() < WORTH_BYTES {
        return None;
    }
    let packed = zstd::bulk::compress(body, LEVEL).ok()?;
    (packed.len() < body.len()).then_some(packed)
}

/// Unpacks a whole body of at most `limit` bytes.
///
/// # Errors
/// See [`Unpacked`].
pub fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, Unpacked> {
    let mut decoder = read::Decoder::with_buffer(packed).map_err(|_| Unpacked::Garbled)?;
    decoder.window_log_max(WINDOW_LOG).map_err(|_| Unpacked::Garbled)?;
    let mut body = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    decoder.take(most).read_to_end(&mut body).map_err(|_| Unpacked::Garbled)?;
    if body.len() > limit { Err(Unpacked::TooLarge) } else { Ok(body) }
}

/// Packs a stream: each piece can be unpacked when it arrives, and the pieces share what they repeat.
pub struct Packer(write::Encoder<'static, Vec<u8>>);

impl Packer {
    /// # Errors
    /// Where there is no memory for it.
    pub fn new() -> std::io::Result<Self> {
        Ok(Self(write::Encoder::new(Vec::new(), LEVEL)?))
    }

    /// The bytes to send for `piece`.
    ///
    /// # Errors
    /// As [`Packer::new`].
    pub fn pack(&mut self, piece: &[u8]) -> std::io::Result<Vec<u8>> {
        self.0.write_all(piece)?;
        self.0.flush()?;
        Ok(std::mem::take(self.0.get_mut()))
    }

    /// The bytes that end the stream.
    ///
    /// # Errors
    /// As [`Packer::new`].
    pub fn end(self) -> std::io::Result<Vec<u8>> {
        self.0.finish()
    }
}

/// Unpacks a stream piece by piece.
pub struct Unpacker(write::Decoder<'static, Vec<u8>>);

impl Unpacker {
    /// # Errors
    /// Where there is no memory for it.
    pub fn new() -> std::io::Result<Self> {
        let mut decoder = write::Decoder::new(Vec::new())?;
        decoder.window_log_max(WINDOW_LOG)?;
        Ok(Self(decoder))
    }

    /// What the piece holds, into `out`, which may grow to `limit` bytes.
    ///
    /// # Errors
    /// See [`Unpacked`].
    pub fn unpack(&mut self, piece: &[u8], out: &mut Vec<u8>, limit: usize) -> Result<(), Unpacked> {
        // A small part of a packed piece at a time, so that a bomb is noticed while it is small.
        for part in piece.chunks(PART_BYTES) {
            self.0.write_all(part).and_then(|()| self.0.flush()).map_err(|_| Unpacked::Garbled)?;
            out.append(self.0.get_mut());
            if out.len() > limit {
                return Err(Unpacked::TooLarge);
            }
        }
        Ok(())
    }
}

/// Of a packed piece at once; zstd packs at most some 30,000 bytes into one.
const PART_BYTES: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_unpacks_up_to_the_limit() {
        let body = b"answers/welzijn".repeat(100);
        let packed = pack(&body).expect("smaller");
        assert_eq!(unpack(&packed, body.len() + 1), Ok(body.clone()));
        assert_eq!(unpack(&packed, body.len()), Ok(body.clone()));
        assert_eq!(unpack(&packed, body.len() - 1), Err(Unpacked::TooLarge));
        assert_eq!(unpack(&packed[..packed.len() - 1], body.len()), Err(Unpacked::Garbled), "cut");
        assert_eq!(unpack(&body, body.len()), Err(Unpacked::Garbled), "not packed");
        assert_eq!(pack(b"short"), None);
    }

    #[test]
    fn a_bomb_is_noticed_while_it_is_small() {
        let bomb = zstd::bulk::compress(&vec![0; 256 * 1024 * 1024], 19).expect("packed");
        assert_eq!(unpack(&bomb, 1024), Err(Unpacked::TooLarge));
        let mut out = Vec::new();
        let mut unpacker = Unpacker::new().expect("memory");
        assert_eq!(unpacker.unpack(&bomb, &mut out, 1024 * 1024), Err(Unpacked::TooLarge));
        assert!(out.len() < 32 * 1024 * 1024, "{}", out.len());
    }

    #[test]
    fn a_stream_unpacks_as_it_comes() {
        let mut packer = Packer::new().expect("memory");
        let mut unpacker = Unpacker::new().expect("memory");
        for n in 0..20_u8 {
            let piece = vec![b'a' + n; 5000];
            let mut out = Vec::new();
            for byte in packer.pack(&piece).expect("packed") {
                unpacker.unpack(&[byte], &mut out, 10_000).expect("unpacked");
            }
            assert_eq!(out, piece, "whole before the next piece is there");
        }
        let mut rest = Vec::new();
        unpacker.unpack(&packer.end().expect("the end"), &mut rest, 10).expect("the end");
        assert!(rest.is_empty());
    }
}
