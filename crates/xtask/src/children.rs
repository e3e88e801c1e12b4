//! Programs that run beside this one and end with it, whatever way it ends.
//!
//! Each stands in a process group of its own, because the windows have processes too; the whole group is ended. If
//! this program is killed, the kernel ends them (`setpriv --pdeathsig`).

use crate::run::{Result, exists};
use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How long a program may take to end by itself.
const GRACE: Duration = Duration::from_secs(5);

/// A command that the kernel ends when this program dies.
pub fn bound_command(program: impl AsRef<OsStr>) -> Command {
    if !exists("setpriv") {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "TERM"]).arg(program);
    command
}

/// A running program with its group; ended when dropped.
pub struct Running {
    name: &'static str,
    child: Child,
    ended: Option<ExitStatus>,
}

impl Running {
    /// Starts it, without the terminal's input.
    pub fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = command.stdin(Stdio::null()).process_group(0).spawn();
        let child = child.map_err(|error| format!("{name} does not start: {error}"))?;
        Ok(Self { name, child, ended: None })
    }

    /// Its standard output, where that was asked for.
    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// What it is called in messages.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// How it ended; none while it runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        if self.ended.is_none() {
            self.ended = self.child.try_wait().ok().flatten();
        }
        self.ended
    }

    fn signal_group(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if self.ended().is_none() {
            self.signal_group("-TERM");
            let deadline = Instant::now() + GRACE;
            while self.ended().is_none() && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        // Whoever is left of the group, the program itself or one of its own.
        self.signal_group("-KILL");
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lives(pid: u32) -> bool {
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        stat.rsplit(')').next().is_some_and(|rest| !rest.trim_start().starts_with('Z') && !rest.is_empty())
    }

    #[test]
    fn the_whole_group_ends() {
        let mut shell = bound_command("sh");
        shell.args(["-c", "trap '' TERM; sleep 600 & echo $!; wait"]).stdout(Stdio::piped());
        let mut running = Running::start("a shell", &mut shell).expect("starts");
        let mut line = String::new();
        let stdout = running.take_stdout().expect("piped");
        std::io::BufRead::read_line(&mut std::io::BufReader::new(stdout), &mut line).expect("a line");
        let grandchild: u32 = line.trim().parse().expect("a process id");
        assert!(running.ended().is_none() && lives(grandchild));
        drop(running);
        let deadline = Instant::now() + Duration::from_secs(5);
        while lives(grandchild) && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(!lives(grandchild));
    }

    #[test]
    fn an_end_is_seen() {
        let mut running = Running::start("true", &mut Command::new("true")).expect("starts");
        let deadline = Instant::now() + Duration::from_secs(5);
        while running.ended().is_none() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(running.ended().is_some_and(|status| status.success()));
    }
}
