//! Starts the program anew in its own process, so that nothing of what was open is left in memory: not here, and not in
//! the webview's processes, which keep copies of pages that were shown.

use rustix::fd::{BorrowedFd, RawFd};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;

/// Puts a fresh start of this program, with these arguments, in its place. Returns only where that fails.
pub fn restart(arguments: impl IntoIterator<Item = OsString>) -> io::Error {
    keep_no_files_open();
    Command::new(program()).args(arguments).exec()
}

/// What the webview leaves open would be open in every later start as well, until there is no room for more.
fn keep_no_files_open() {
    let Ok(open) = fs::read_dir("/proc/self/fd") else { return };
    let numbers = open.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<RawFd>().ok());
    // Standard input, output and errors stay.
    for number in numbers.filter(|number| *number > 2) {
        // SAFETY: nothing is read, written or closed through it. Where another thread has closed it meanwhile, or
        // opened something else under the number, that is marked in its place or not at all.
        #[allow(unsafe_code)]
        let file = unsafe { BorrowedFd::borrow_raw(number) };
        let _ = fcntl_setfd(file, FdFlags::CLOEXEC);
    }
}

/// The file this program was started from; the very same program also where an update has replaced the file.
fn program() -> PathBuf {
    match std::env::current_exe() {
        Ok(path) if path.exists() => path,
        _ => PathBuf::from("/proc/self/exe"),
    }
}

/// Ends every process that descends from this one, and waits for its own children.
pub fn end_children() {
    let own = std::process::id();
    let all = parents();
    let mut line = vec![own];
    while let Some(parent) = line.pop() {
        for (child, _) in all.iter().filter(|(_, of)| *of == parent) {
            line.push(*child);
            let Some(pid) = i32::try_from(*child).ok().and_then(Pid::from_raw) else { continue };
            // One that ended by itself meanwhile is just as gone.
            let _ = kill_process(pid, Signal::KILL);
            if parent == own {
                let _ = waitpid(Some(pid), WaitOptions::empty());
            }
        }
    }
}

/// Every process with its parent.
fn parents() -> Vec<(u32, u32)> {
    let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    pids.filter_map(|pid| Some((pid, parent_of(&fs::read_to_string(format!("/proc/{pid}/stat")).ok()?)?))).collect()
}

/// The parent in a line of `/proc/<pid>/stat` (proc_pid_stat(5)): the second value after the name, which stands in
/// brackets and may hold anything.
fn parent_of(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parent_comes_after_a_name_of_any_kind() {
        assert_eq!(parent_of("71 (a) b 1 2 (c)) S 70 71 71 0"), Some(70));
        assert_eq!(parent_of("71"), None);
    }

    #[test]
    fn knows_its_own_children() {
        let mut child = Command::new("sleep").arg("60").spawn().expect("sleep");
        assert!(parents().contains(&(child.id(), std::process::id())));
        child.kill().expect("ended");
        child.wait().expect("waited for");
    }
}
