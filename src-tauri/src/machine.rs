//! What the shell asks of the operating system: one process per data directory, no core dumps, and a place for the
//! webview's files that does not outlive the window.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const LOCK_FILE: &str = "lock";
const WEBVIEW_PREFIX: &str = "hoe-gaat-het-webview-";

/// Why a data directory cannot be used.
#[derive(Debug)]
pub enum LockError {
    /// Another process has it.
    Taken,
    /// It cannot be made or written.
    Disk(io::Error),
}

/// Takes a data directory for this process, which keeps it for as long as the file is open.
pub fn lock(data_dir: &Path) -> Result<File, LockError> {
    DirBuilder::new().recursive(true).mode(0o700).create(data_dir).map_err(LockError::Disk)?;
    let open = OpenOptions::new().create(true).write(true).truncate(false).mode(0o600).open(data_dir.join(LOCK_FILE));
    let file = open.map_err(LockError::Disk)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LockError::Taken),
        Err(TryLockError::Error(error)) => Err(LockError::Disk(error)),
    }
}

/// Keeps what is in memory off the disk when this process or the webview's crash (children inherit the limit), and
/// from the user's other programs.
pub fn forbid_reading_memory() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    if set_dumpable_behavior(DumpableBehavior::NotDumpable).is_err() {
        tracing::warn!("other programs of this user can read this one's memory");
    }
    if setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).is_err() {
        tracing::warn!("core dumps could not be switched off");
    }
}

/// A fresh directory for what the webview writes, removed when dropped.
#[derive(Debug)]
pub struct WebviewDir(PathBuf);

impl WebviewDir {
    /// Makes one in memory where the desktop offers that ($XDG_RUNTIME_DIR), else among the temporary files, for
    /// this user only; and removes what killed processes left behind.
    pub fn make() -> io::Result<Self> {
        let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_dir());
        Self::make_in(&runtime.unwrap_or_else(std::env::temp_dir))
    }

    fn make_in(parent: &Path) -> io::Result<Self> {
        remove_left_behind(parent);
        let own = std::process::id();
        for attempt in 0..100 {
            let path = parent.join(format!("{WEBVIEW_PREFIX}{own}-{attempt}"));
            // Not recursive: an existing directory, or a link that somebody put there, is not taken over.
            match DirBuilder::new().mode(0o700).create(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for WebviewDir {
    fn drop(&mut self) {
        if fs::remove_dir_all(&self.0).is_err() {
            tracing::warn!("the webview's files are removed at the next start");
        }
    }
}

/// Removes the webview directories of this user's processes that no longer live.
fn remove_left_behind(parent: &Path) {
    let Some(user) = fs::metadata("/proc/self").map(|own| own.uid()).ok() else { return };
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(WEBVIEW_PREFIX)) else { continue };
        let Some((pid, _)) = rest.split_once('-') else { continue };
        let own = fs::symlink_metadata(entry.path()).is_ok_and(|meta| meta.is_dir() && meta.uid() == user);
        if own && pid.parse::<u32>().is_ok_and(|pid| !lives(pid)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether there is such a process, and not only its exit status that nobody has asked for yet.
fn lives(pid: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat"));
    // The state comes after the name, which stands in brackets and may hold anything.
    stat.is_ok_and(|stat| stat.rsplit(')').next().is_some_and(|rest| !rest.trim_start().starts_with(['Z', 'X'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("hoe-gaat-het-test-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).expect("a temporary directory");
        dir
    }

    #[test]
    fn a_data_directory_has_one_process() {
        let dir = scratch("lock");
        let data = dir.join("new/data");
        let first = lock(&data).expect("free");
        assert!(matches!(lock(&data), Err(LockError::Taken)));
        drop(first);
        assert!(lock(&data).is_ok());
        assert_eq!(fs::metadata(&data).expect("exists").mode() & 0o777, 0o700);
        fs::remove_dir_all(dir).expect("removed");
    }

    #[test]
    fn a_directory_that_cannot_be_made_is_the_disk() {
        assert!(matches!(lock(Path::new("/dev/null/data")), Err(LockError::Disk(_))));
    }

    #[test]
    fn webview_directory_is_fresh_private_and_removed() {
        let dir = scratch("webview");
        let left_behind = dir.join(format!("{WEBVIEW_PREFIX}4194305-0"));
        fs::create_dir(&left_behind).expect("made");
        let (first, second) = (WebviewDir::make_in(&dir).expect("made"), WebviewDir::make_in(&dir).expect("made"));
        assert_ne!(first.path(), second.path());
        assert_eq!(fs::metadata(first.path()).expect("exists").mode() & 0o777, 0o700);
        fs::write(first.path().join("cache"), "x").expect("written");
        drop((first, second));
        assert_eq!(fs::read_dir(&dir).expect("listed").count(), 0, "all removed, the left-behind one too");
        fs::remove_dir_all(dir).expect("removed");
    }
}
