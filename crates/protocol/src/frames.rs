//! A stream of messages, one a line, read as it comes: packed or not, cut anywhere.

use crate::packing::{Unpacked, Unpacker};
use serde::de::DeserializeOwned;

/// Collects bytes and gives whole lines.
pub struct Frames {
    unpacker: Option<Unpacker>,
    buffer: Vec<u8>,
    /// Where the next line begins in the buffer, and how far it was looked through.
    begin: usize,
    seen: usize,
    limit: usize,
}

impl Frames {
    /// For a stream whose lines have at most `limit` bytes.
    ///
    /// # Errors
    /// Where there is no memory for unpacking.
    pub fn new(packed: bool, limit: usize) -> std::io::Result<Self> {
        let unpacker = if packed { Some(Unpacker::new()?) } else { None };
        Ok(Self { unpacker, buffer: Vec::new(), begin: 0, seen: 0, limit })
    }

    /// Takes bytes as they came. Read the lines out before the next bytes.
    ///
    /// # Errors
    /// Where they cannot be unpacked, or a line is longer than the limit.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Unpacked> {
        self.buffer.drain(..self.begin);
        (self.seen, self.begin) = (self.seen - self.begin, 0);
        match &mut self.unpacker {
            Some(unpacker) => unpacker.unpack(bytes, &mut self.buffer, self.limit)?,
            None => self.buffer.extend_from_slice(bytes),
        }
        if self.buffer.len() > self.limit { Err(Unpacked::TooLarge) } else { Ok(()) }
    }

    /// The next whole message; none before more bytes came.
    ///
    /// # Errors
    /// Where a line is no such message.
    pub fn next_message<T: DeserializeOwned>(&mut self) -> serde_json::Result<Option<T>> {
        loop {
            let Some(end) = self.buffer[self.seen..].iter().position(|byte| *byte == b'\n') else {
                self.seen = self.buffer.len();
                return Ok(None);
            };
            let line = self.begin..self.seen + end;
            (self.begin, self.seen) = (line.end + 1, line.end + 1);
            let line = &self.buffer[line];
            if !line.is_empty() {
                return serde_json::from_slice(line).map(Some);
            }
        }
    }

    /// What is left after the last line break, which a stream that was cut leaves behind: the last message where the
    /// answer is a single one without a line break.
    pub fn rest(&self) -> &[u8] {
        &self.buffer[self.begin..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packing::Packer;

    #[test]
    fn lines_come_whole_wherever_the_bytes_are_cut() {
        let stream = b"[1]\n\n[2,3]\n[4]\n[5";
        for size in 1..stream.len() {
            let mut frames = Frames::new(false, 100).expect("memory");
            let mut seen: Vec<Vec<u32>> = Vec::new();
            for piece in stream.chunks(size) {
                frames.push(piece).expect("bytes");
                while let Some(message) = frames.next_message().expect("a message") {
                    seen.push(message);
                }
            }
            assert_eq!(seen, [vec![1], vec![2, 3], vec![4]]);
            assert_eq!(frames.rest(), b"[5");
        }
    }

    #[test]
    fn a_packed_stream_gives_each_line_when_its_piece_is_there() {
        let mut packer = Packer::new().expect("memory");
        let mut frames = Frames::new(true, 1000).expect("memory");
        for n in 0..5_u32 {
            frames.push(&packer.pack(format!("[{n}]\n").as_bytes()).expect("packed")).expect("bytes");
            assert_eq!(frames.next_message::<Vec<u32>>().expect("a message"), Some(vec![n]));
            assert_eq!(frames.next_message::<Vec<u32>>().expect("no message"), None);
        }
    }

    #[test]
    fn a_line_has_a_limit() {
        let mut frames = Frames::new(false, 4).expect("memory");
        frames.push(b"[1]\n").expect("at the limit");
        assert_eq!(frames.next_message::<Vec<u32>>().expect("a message"), Some(vec![1]));
        assert_eq!(frames.push(b"[1,2]"), Err(Unpacked::TooLarge));
    }
}
