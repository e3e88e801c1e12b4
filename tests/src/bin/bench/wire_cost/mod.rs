//! Push and pull of 10,000 visits beside other systems: `cargo xtask bench sync [--million]`.
//!
//! `VISITS` names the file of visits (NDJSON), `HGH_PEERS` the folder of the PouchDB bench. Server and laptops are
//! processes of their own; between them a proxy of ours counts bytes and requests.

mod child;
mod crowd;
mod data;
mod laptop;
mod office;
mod peers;

use crate::figures::{median, row};
use child::Process;
use peers::Seen;
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::OnceLock;
use tempfile::TempDir;
use tests::wire::Wire;

/// Laptops that push one visit a request, and how many each.
const PUSHERS: (usize, usize) = (32, 100);
/// Laptops that come online in one minute, of how many users, with how many visits each.
const CROWD: (usize, usize, usize) = (1_000, 50, 20);
const CROWD_HOUSEHOLDS: usize = 200;

/// What this program starts itself as.
pub fn part(args: &[&str]) {
    match args {
        ["office", folder, file, database] => office::main(folder, file, database),
        ["laptop", dir, url, code, file] => laptop::main(dir, url, code, file),
        ["crowd", file] => crowd::main(file),
        other => panic!("{other:?}: no such part"),
    }
}

/// Prints the rows.
pub fn measure(wanted: &[&str]) {
    let Ok(file) = std::env::var("VISITS") else {
        return row("sync: VISITS names no file of visits", "", "");
    };
    let only = |part: &str| !wanted.iter().any(|w| w.starts_with("sync-")) || wanted.contains(&part);
    if only("sync-pair") {
        pair(&file);
    }
    if only("sync-crowd") {
        pushers(&file);
        crowd(&file);
    }
    if only("sync-idle") {
        idle(&file);
    }
    if only("sync-growth") {
        growth(&file, wanted.contains(&"--million"));
    }
}

/// A server, and the wire to it.
struct Office {
    process: Process,
    wire: Wire,
    folder: TempDir,
}

impl Office {
    fn open(file: &str) -> Self {
        Self::open_on(file, "")
    }

    /// On a PostgreSQL, or the embedded database where `database` is empty.
    fn open_on(file: &str, database: &str) -> Self {
        static FORM: OnceLock<Vec<u8>> = OnceLock::new();
        let folder = tempfile::tempdir().expect("a folder");
        let form = FORM.get_or_init(|| data::form(&data::lines(file)));
        std::fs::write(folder.path().join(office::FORM), form).expect("to write");
        let mut process = Process::start(&["part", "office", path(&folder), file, database]);
        let url = process.ask("url");
        let address: SocketAddr = text(&url).trim_start_matches("http://").parse().expect("an address");
        Self { process, wire: Wire::to(address), folder }
    }

    fn codes(&mut self, role: &str, users: usize, laptops: usize) -> Vec<String> {
        let codes = self.process.ask(&format!("codes {role} {users} {laptops}"));
        codes.as_array().into_iter().flatten().map(|code| text(code).to_owned()).collect()
    }

    fn laptop(&mut self, role: &str, file: &str) -> (TempDir, Process) {
        let code = self.codes(role, 1, 1).remove(0);
        let dir = tempfile::tempdir().expect("a folder");
        let laptop = Process::start(&["part", "laptop", path(&dir), &self.wire.url(), &code, file]);
        (dir, laptop)
    }

    /// What one question costs on both sides.
    fn cost(&self, of: &mut Process, question: &str) -> Cost {
        let (bytes, requests) = (self.wire.bytes(), self.wire.requests());
        let (server, client) = (self.process.cpu_s(), of.cpu_s());
        let answer = of.ask(question);
        let after = self.wire.bytes();
        Cost {
            count: answer["count"].as_u64().unwrap_or(0),
            wall_s: answer["wall_s"].as_f64().unwrap_or(0.0),
            client_s: of.cpu_s() - client,
            server_s: self.process.cpu_s() - server,
            up: after.0 - bytes.0,
            down: after.1 - bytes.1,
            requests: self.wire.requests() - requests,
            answer,
        }
    }
}

fn path(dir: &TempDir) -> &str {
    dir.path().to_str().expect("a path")
}

fn text(value: &Value) -> &str {
    value.as_str().expect("text")
}

struct Cost {
    count: u64,
    wall_s: f64,
    client_s: f64,
    server_s: f64,
    up: u64,
    down: u64,
    requests: usize,
    answer: Value,
}

impl Cost {
    fn cpu_s(&self) -> f64 {
        self.client_s + self.server_s
    }

    fn tell(&self, what: &str, target: &str, peer: Option<Seen>) {
        let Self { count, wall_s, client_s, server_s, up, down, requests, .. } = self;
        let cpu_s = self.cpu_s();
        let mut seen = format!(
            "{count} in {wall_s:.3} s; processor {cpu_s:.2} s ({client_s:.2} laptop + {server_s:.2} server); \
             {} up, {} down, {requests} requests",
            bytes(*up),
            bytes(*down)
        );
        if let Some(peer) = peer {
            seen += &format!(
                "; PouchDB {:.3} s ({:.1} times ours), processor {:.2} s, {} up, {} down",
                peer.wall_s,
                peer.wall_s / wall_s,
                peer.cpu_s,
                bytes(peer.up),
                bytes(peer.down)
            );
        }
        row(what, seen, target);
    }
}

fn bytes(n: u64) -> String {
    if n < 10_000 { format!("{n} B") } else { format!("{:.2} MB", n as f64 / 1e6) }
}

/// Two laptops: one pushes what the other pulls.
fn pair(file: &str) {
    let peers = peers::pouchdb(file);
    let peer = |name: &str| peers.iter().find(|(op, _)| op == name).map(|(_, seen)| *seen);
    let mut office = Office::open(file);
    let (_first_dir, mut first) = office.laptop("visitor", file);
    first.ask("households");
    first.ask("push");
    first.ask("pull");
    let mean = first.ask("visits");
    row("a visit of the file as a record of ours, JSON", format!("{mean} B on average"), "");
    office.cost(&mut first, "push").tell("push, each with its verdict", "≤ 0.7 s, ≤ 2.6 MB up, 4×", peer("push-10k"));
    office.cost(&mut first, "pull").tell("… the same laptop's pull of them after it", "", None);

    let (_second_dir, mut second) = office.laptop("coordinator", file);
    second.ask("ready");
    let target = "≤ 0.9 s, ≤ 2.4 MB down, 5×";
    office.cost(&mut second, "pull").tell(
        "first pull of 10,000 visits, their 2,460 households and what everybody has",
        target,
        peer("pull-10k-empty-client"),
    );
    first.ask("change100");
    office.cost(&mut first, "push").tell("push of 100", "", None);
    office.cost(&mut second, "pull").tell("pull of 100", "1 request, ≤ 30 kB", peer("pull-100-incremental"));
    office.cost(&mut second, "pull").tell("pull of nothing", "1 request, ≤ 400 B", peer("pull-nothing"));
    row(
        "peak memory of the server, the laptops",
        format!("{} MB, {} MB and {} MB", office.process.peak_mb(), first.peak_mb(), second.peak_mb()),
        "",
    );
}

/// On the embedded database, and on the PostgreSQL that `HGH_POSTGRES` is the address of: a new database, whose first
/// process is `HGH_POSTGRES_PID`.
fn pushers(file: &str) {
    pushers_on(file, "", None);
    let named = |name| std::env::var(name).ok();
    if let (Some(url), Some(pid)) = (named("HGH_POSTGRES"), named("HGH_POSTGRES_PID")) {
        pushers_on(file, &url, pid.parse().ok());
    }
}

fn pushers_on(file: &str, database: &str, postgres: Option<u32>) {
    let mut office = Office::open_on(file, database);
    let codes = office.codes("visitor", PUSHERS.0, 1).join(" ");
    let mut crowd = Process::start(&["part", "crowd", file]);
    crowd.ask(&format!("enrol {} {codes}", text(&office.process.ask("url"))));
    let database_s = || postgres.map_or(0.0, child::family_cpu_s);
    let before = database_s();
    let cost = office.cost(&mut crowd, &format!("pushers {}", PUSHERS.1));
    let database_s = database_s() - before;
    let each = |seconds: f64| seconds * 1e3 / (PUSHERS.0 * PUSHERS.1) as f64;
    let (p50, p99) = (cost.answer["p50_ms"].as_f64().unwrap_or(0.0), cost.answer["p99_ms"].as_f64().unwrap_or(0.0));
    let seen = format!(
        "{:.3} ms a visit on the server{}, {:.3} ms with the laptops; p50 {p50:.1} ms, p99 {p99:.1} ms ({:.1} times)",
        each(cost.server_s),
        if postgres.is_some() { format!(" and {:.3} ms in PostgreSQL", each(database_s)) } else { String::new() },
        each(cost.cpu_s() + database_s),
        p99 / p50
    );
    let (where_to, most) = if postgres.is_some() { (", on PostgreSQL", "1 ms") } else { ("", "0.5 ms") };
    let target = format!("≤ {most}, p99 under 10 × p50");
    row(format!("32 laptops each pushing one visit a request{where_to}"), seen, &target);
}

fn crowd(file: &str) {
    let (laptops, users, visits) = CROWD;
    let mut office = Office::open(file);
    office.process.ask(&format!("households {CROWD_HOUSEHOLDS}"));
    let codes = office.codes("visitor", users, laptops / users).join(" ");
    let mut crowd = Process::start(&["part", "crowd", file]);
    let dir = tempfile::tempdir().expect("a folder");
    let url = text(&office.process.ask("url")).to_owned();
    let ready = crowd.ask(&format!("laptops {} {url} {visits} {codes}", path(&dir)));
    let cost = office.cost(&mut crowd, "online 60");
    let seen = format!(
        "{} of {ready} did all in {:.1} s; processor of the server {:.1} s; its peak memory {} MB, its database {} MB",
        cost.count,
        cost.wall_s,
        cost.server_s,
        office.process.peak_mb(),
        folder_mb(&office.folder)
    );
    row(
        "1,000 laptops online in the same minute, 20 visits to push, 200 households and more to pull",
        seen,
        "< 150 MB",
    );
}

/// A laptop that is connected and has nothing to do.
fn idle(file: &str) {
    const SECONDS: u64 = 60;
    let mut office = Office::open(file);
    let (_dir, mut laptop) = office.laptop("visitor", file);
    // Until the first contact is over and the server can be heard.
    laptop.ask("connect");
    let cost = office.cost(&mut laptop, &format!("idle {SECONDS}"));
    let percent = |seconds: f64| seconds / SECONDS as f64 * 100.0;
    let seen = format!(
        "{:.3} % of a core on the laptop, {:.3} % on the server, {} requests, {} B in {SECONDS} s",
        percent(cost.client_s),
        percent(cost.server_s),
        cost.requests,
        cost.up + cost.down
    );
    row("a laptop connected and idle", seen, "< 0.2 %, no polling");
}

fn folder_mb(folder: &TempDir) -> u64 {
    let files = std::fs::read_dir(folder.path()).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum::<u64>() / 1_000_000
}

/// The same hundred changes with ever more on the server.
fn growth(file: &str, million: bool) {
    let mut office = Office::open(file);
    let (_first_dir, mut first) = office.laptop("visitor", file);
    first.ask("households");
    first.ask("push");
    first.ask("visits");
    first.ask("push");
    first.ask("pull");
    let sizes: &[usize] = if million { &[10_000, 100_000, 1_000_000] } else { &[10_000, 100_000] };
    let mut held = 10_000;
    for size in sizes {
        office.process.ask(&format!("fill {}", size - held));
        held = *size;
        first.ask("pull");
        let mut costs = Vec::new();
        for _ in 0..9 {
            first.ask("change100");
            let push = office.cost(&mut first, "push");
            let pull = office.cost(&mut first, "pull");
            costs.push((push, pull));
        }
        let ms = |of: fn(&(Cost, Cost)) -> f64| {
            let all: Vec<u64> = costs.iter().map(|cost| (of(cost) * 1e6) as u64).collect();
            median(&all) as f64 / 1e3
        };
        let sum_ms = |of: fn(&(Cost, Cost)) -> f64| costs.iter().map(of).sum::<f64>() / costs.len() as f64 * 1e3;
        let seen = format!(
            "push {:.1} ms, pull {:.1} ms; processor {:.1} and {:.1} ms on average",
            ms(|c| c.0.wall_s),
            ms(|c| c.1.wall_s),
            sum_ms(|c| c.0.cpu_s()),
            sum_ms(|c| c.1.cpu_s())
        );
        row(format!("100 changes with {size} visits on the server"), seen, "flat within 1.5 times");
    }
}
