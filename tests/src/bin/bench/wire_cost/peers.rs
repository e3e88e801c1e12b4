//! PouchDB beside ours, in the same minutes: `HGH_PEERS` names the folder with its bench, after `npm ci` there.

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the peer needed for one operation.
#[derive(Clone, Copy)]
pub struct Seen {
    pub wall_s: f64,
    pub cpu_s: f64,
    pub up: u64,
    pub down: u64,
}

/// The peer's figures by its names for the operations; nothing where it is not there.
pub fn pouchdb(file: &str) -> Vec<(String, Seen)> {
    let Some(folder) = std::env::var_os("HGH_PEERS") else { return Vec::new() };
    let output = Command::new("node")
        .arg("bench.cjs")
        .current_dir(&folder)
        .env("PEERS_DATA", Path::new(file))
        .env("RUNS", "1")
        .env("BATCH", "1000")
        .stdin(Stdio::null())
        .output();
    let Ok(output) = output else { return Vec::new() };
    let text = String::from_utf8_lossy(&output.stdout);
    let rows = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let seen = |row: Value| {
        let number = |name: &str| row[name].as_f64();
        let bytes = |name: &str| row[name].as_u64();
        let cpu_s = number("client_cpu_s")? + number("server_cpu_s")?;
        let seen = Seen { wall_s: number("wall_s")?, cpu_s, up: bytes("up_bytes")?, down: bytes("down_bytes")? };
        Some((row["op"].as_str()?.to_owned(), seen))
    };
    rows.filter_map(seen).collect()
}
