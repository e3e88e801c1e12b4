//! Programs that say a line for each thing they do, to be killed in the middle.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// The longest that a line may be waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program; dropping it kills it.
pub struct Process {
    child: Child,
    lines: Receiver<String>,
}

impl Process {
    /// Starts it. What it writes to its standard error is shown.
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the program starts");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let (said, lines) = channel();
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| said.send(line)));
        Self { child, lines }
    }

    /// Everything that it said up to and with the first line that begins so.
    #[track_caller]
    pub fn until(&self, begins: &str) -> Vec<String> {
        let mut lines = Vec::new();
        while !lines.last().is_some_and(|line: &String| line.starts_with(begins)) {
            match self.lines.recv_timeout(PATIENCE) {
                Ok(line) => lines.push(line),
                Err(_) => panic!("it never said {begins:?}"),
            }
        }
        lines
    }

    /// What it says first; none where it ends without a word.
    pub fn first(&self) -> Option<String> {
        match self.lines.recv_timeout(PATIENCE) {
            Ok(line) => Some(line),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) => panic!("it says nothing and does not end"),
        }
    }

    /// What it said until now and nobody read.
    pub fn said(&self) -> Vec<String> {
        self.lines.try_iter().collect()
    }

    /// Kills it (SIGKILL); returns what it still said.
    pub fn kill(mut self) -> Vec<String> {
        self.child.kill().expect("to kill");
        self.child.wait().expect("to wait");
        self.lines.iter().collect()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
