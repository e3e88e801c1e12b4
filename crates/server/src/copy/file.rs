//! The file of a copy: lines in, lines out, whole or not at all.

use super::{Counts, End, FORMAT, Head, Line};
use crate::error::Error;
use crate::secret::Hash;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

/// Fast, and small enough.
const LEVEL: i32 = 3;

/// A copy being written, beside its final name until it is whole.
pub struct Writing {
    path: PathBuf,
    part: PathBuf,
    packed: zstd::Encoder<'static, File>,
    hash: Sha256,
    lines: u64,
    pub counts: Counts,
}

impl Writing {
    /// # Errors
    /// Where there is such a file already, or it cannot be made.
    pub fn new(path: &Path, head: Head) -> Result<Self, Error> {
        if path.exists() {
            return Err(Error::file(path)(std::io::ErrorKind::AlreadyExists.into()));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let file = new_file(&part).map_err(Error::file(&part))?;
        let packed = zstd::Encoder::new(file, LEVEL).map_err(Error::file(&part))?;
        let mut writing =
            Self { path: path.to_owned(), part, packed, hash: Sha256::new(), lines: 0, counts: Counts::default() };
        writing.write(&Line::Copy(head))?;
        Ok(writing)
    }

    pub fn write(&mut self, line: &Line) -> Result<(), Error> {
        let mut text = serde_json::to_vec(line).map_err(|e| Error::file(&self.part)(e.into()))?;
        text.push(b'\n');
        self.hash.update(&text);
        self.lines += 1;
        self.counts.add(line);
        self.packed.write_all(&text).map_err(Error::file(&self.part))
    }

    /// Durable, and whole, once this returns.
    pub fn finish(mut self) -> Result<Counts, Error> {
        let end = End { lines: self.lines, sha256: self.hash.clone().finalize().into() };
        self.write(&Line::End(end))?;
        let file = self.packed.finish().map_err(Error::file(&self.part))?;
        file.sync_all().map_err(Error::file(&self.part))?;
        std::fs::rename(&self.part, &self.path).map_err(Error::file(&self.path))?;
        let folder = self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::file(folder))?;
        Ok(self.counts)
    }
}

/// For its owner alone. One that was left by a copy that broke off is written over.
fn new_file(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create(true).truncate(true).open(path)
}

/// Reads a copy to its end; `see` gets every line but the first and the last.
///
/// # Errors
/// Those of `see`, and where the file is not a whole copy of this format.
pub fn read(path: &Path, mut see: impl FnMut(Line) -> Result<(), Error>) -> Result<(Head, Counts), Error> {
    let bad = |what: &str| Error::BadFile { path: path.to_owned(), what: what.to_owned() };
    let cut = || bad("the copy is cut off or damaged");
    let file = File::open(path).map_err(Error::file(path))?;
    let mut unpacked = BufReader::new(zstd::Decoder::new(file).map_err(Error::file(path))?);
    let (mut hash, mut lines, mut counts) = (Sha256::new(), 0, Counts::default());
    let mut head = None;
    let mut text = Vec::new();
    loop {
        text.clear();
        // What zstd finds wrong.
        unpacked.read_until(b'\n', &mut text).map_err(|_| cut())?;
        let line =
            serde_json::from_slice(&text).map_err(|_| if lines == 0 { bad("this is no copy") } else { cut() })?;
        match (line, &head) {
            (Line::Copy(found), None) if found.format == FORMAT => head = Some(found),
            (Line::Copy(_), None) => return Err(bad("the copy is of another version")),
            (_, None) | (Line::Copy(_), Some(_)) => return Err(bad("this is no copy")),
            (Line::End(end), Some(head)) => {
                let sha256: Hash = hash.finalize().into();
                let rest = unpacked.read_until(b'\n', &mut text).map_err(|_| cut())?;
                let whole = end.lines == lines && end.sha256 == sha256 && rest == 0;
                return if whole { Ok((head.clone(), counts)) } else { Err(cut()) };
            }
            (line, Some(_)) => {
                counts.add(&line);
                see(line)?;
            }
        }
        hash.update(&text);
        lines += 1;
    }
}
