//! A PostgreSQL of our own, from Debian's package: one cluster for all tests of a program, with a database for each
//! test. It ends with the program, however that ends.

#![allow(clippy::unwrap_used, dead_code, reason = "tests; each uses the part it needs")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

const MISSING: &str = "PostgreSQL is missing: `cargo xtask setup test` installs Debian's package postgresql";

/// A running cluster. Dropping it ends it.
pub struct Cluster {
    folder: PathBuf,
    /// Of its first process.
    pid: u32,
    /// The keeper ends the cluster when this closes.
    open: Option<ChildStdin>,
    keeper: Child,
}

/// The cluster of this program.
pub fn shared() -> &'static Cluster {
    static CLUSTER: OnceLock<Cluster> = OnceLock::new();
    CLUSTER.get_or_init(Cluster::start)
}

/// The address of a new empty database in it.
pub fn new_database() -> String {
    shared().new_database()
}

impl Cluster {
    pub fn start() -> Self {
        Self::keep(None, None)
    }

    /// One that listens on `localhost` too, under TLS only.
    pub fn start_with_tls(port: u16) -> Self {
        Self::keep(None, Some(port))
    }

    /// A copy of a running one, which follows it.
    pub fn standby_of(primary: &Cluster) -> Self {
        Self::keep(Some(&primary.folder), None)
    }

    fn keep(primary: Option<&Path>, port: Option<u16>) -> Self {
        let programs = programs().expect(MISSING);
        let mut command = unprivileged();
        // The script is given as text: the other user may not be able to read where it lies.
        command.args(["sh", "-c", include_str!("keeper.sh"), "keeper"]).arg(&programs);
        command.arg(primary.unwrap_or(Path::new(""))).args(port.map(|port| port.to_string()));
        command.current_dir("/tmp").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut keeper = command.spawn().expect(MISSING);
        let mut line = String::new();
        BufReader::new(keeper.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let log = keeper.stderr.take().unwrap();
        let Some((folder, pid)) = line.trim().split_once(' ') else {
            let log: Vec<String> = BufReader::new(log).lines().map_while(Result::ok).collect();
            panic!("PostgreSQL does not start:\n{}", log.join("\n"));
        };
        // Somebody has to read the log, or the cluster stops when the pipe is full.
        std::thread::spawn(move || BufReader::new(log).lines().for_each(drop));
        Self { folder: folder.into(), pid: pid.parse().unwrap(), open: keeper.stdin.take(), keeper }
    }

    /// A new empty database; returns its address.
    pub fn new_database(&self) -> String {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        self.sql("postgres", &format!("CREATE DATABASE {name}"));
        self.address(&name)
    }

    /// The address of a database.
    pub fn address(&self, name: &str) -> String {
        format!("postgres://hgh@/{name}?host={}", self.folder.display())
    }

    /// What vouches for the certificate of one with TLS.
    pub fn authority(&self) -> String {
        self.folder.join("authority.pem").display().to_string()
    }

    /// The address of a database that is in one of two clusters.
    pub fn address_with(&self, other: &Cluster, name: &str) -> String {
        format!("postgres://hgh@/{name}?host={}&host={}", self.folder.display(), other.folder.display())
    }

    /// Runs a statement as an administrator; returns what it answers, a line for a row.
    #[track_caller]
    pub fn sql(&self, database: &str, sql: &str) -> String {
        let mut psql = Command::new(programs().unwrap().join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--username=hgh", "--command", sql]);
        let output = psql.arg("--host").arg(&self.folder).arg(database).output().expect(MISSING);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// Changes a setting of the whole cluster.
    pub fn set(&self, setting: &str, value: &str) {
        self.sql("postgres", &format!("ALTER SYSTEM SET {setting} = '{value}'"));
        self.sql("postgres", "SELECT pg_reload_conf()");
    }

    /// Ends it as a loss of power would, as far as its clients can tell.
    pub fn kill(&self) {
        let status = unprivileged().args(["kill", "-QUIT", &self.pid.to_string()]).status().unwrap();
        assert!(status.success());
    }

    /// Makes a standby take writes.
    pub fn promote(&self) {
        self.sql("postgres", "SELECT pg_promote()");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.open.take());
        // How it ended says nothing that matters now.
        let _ = self.keeper.wait();
    }
}

/// Where PostgreSQL's programs are: the newest that Debian has, or on the path.
fn programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = debian.max_by_key(|entry| entry.file_name().to_string_lossy().parse::<u32>().unwrap_or(0));
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|folder| folder.join("initdb").exists());
    newest.map(|entry| entry.path().join("bin")).filter(|folder| folder.join("initdb").exists()).or_else(on_path)
}

/// Runs what follows as the user of Debian's package where we are root.
fn unprivileged() -> Command {
    let me = Command::new("id").arg("-u").output().unwrap();
    if me.stdout.trim_ascii() != b"0" {
        return Command::new("env");
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    command
}
