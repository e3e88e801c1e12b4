//! Processes of the bench: each is told one line at a time and answers one line of JSON; their processor time and
//! memory are read from outside.

use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A process; dropping it ends it.
pub struct Process {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Process {
    /// This program as another part of the bench.
    pub fn start(args: &[&str]) -> Self {
        let own = std::env::current_exe().expect("this program has a path");
        let mut child = Command::new(own)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|e| panic!("{args:?}: {e}"));
        let questions = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().expect("its output"));
        Self { child, questions, answers }
    }

    /// Sends a line, waits for the answer.
    pub fn ask(&mut self, line: &str) -> Value {
        let pipe = self.questions.as_mut().expect("its input");
        writeln!(pipe, "{line}").and_then(|()| pipe.flush()).expect("to ask");
        let mut answer = String::new();
        self.answers.read_line(&mut answer).expect("an answer");
        serde_json::from_str(&answer).unwrap_or_else(|e| panic!("{line}: {answer}: {e}"))
    }

    /// Seconds that it kept a processor busy, with all its threads.
    pub fn cpu_s(&self) -> f64 {
        cpu_s(self.child.id())
    }

    /// The most memory it ever had, in MB.
    pub fn peak_mb(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0) / 1024
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.questions.take());
        if self.child.wait().is_err() {
            let _ = self.child.kill();
        }
    }
}

/// All threads together.
fn cpu_s(pid: u32) -> f64 {
    times_s(pid, 2)
}

/// The first of: user and system time, and those of children that ended.
fn times_s(pid: u32, first: usize) -> f64 {
    const TICKS_PER_SECOND: f64 = 100.0;
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(first).filter_map(|field| field.parse::<f64>().ok()).sum();
    ticks / TICKS_PER_SECOND
}

/// Of a process and those that it started, also where they ended.
pub fn family_cpu_s(pid: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    let children = text.split_whitespace().filter_map(|child| child.parse().ok()).map(cpu_s);
    times_s(pid, 4) + children.sum::<f64>()
}

/// Answers each line of the input by `answer` until the input ends.
pub fn serve(mut answer: impl FnMut(&[&str]) -> Value) {
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let words: Vec<&str> = line.split_whitespace().collect();
        println!("{}", answer(&words));
    }
}
