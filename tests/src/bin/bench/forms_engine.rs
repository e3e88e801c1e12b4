//! The form engine: loading, one answer in a large form, and the same answers on @getodk/xforms-engine.
//!
//! That engine is installed by npm, once, into `$XFORMS_ENGINE_DIR` or else the build's folder; where node or npm cannot,
//! the comparison is left out. `FORMS_XLS` may name a folder of forms: then the largest of it is loaded as well.

#[path = "../../../../crates/forms/tests/support/mod.rs"]
mod support;

use crate::figures::{at, row, timed};
use forms::{Answer, Form, Run, read};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use support::{env, workbook};
use tests::office::root;

const QUESTIONS: usize = 500;
const INSTANCES: usize = 50;
const ROUNDS: usize = 500;
/// Of the other engine; the first half is for it to get warm.
const OTHER_ROUNDS: usize = 150;
const LOADS: usize = 20;
const ENGINE: &str = "0.22.0";
const PACKAGES: [&str; 4] =
    ["@getodk/xforms-engine@0.22.0", "jsdom@29.1.1", "solid-js@1.9.19", "temporal-polyfill@0.3.0"];

/// Where answers are given, in turns: what each is read by differs.
const KINDS: [&str; 2] = ["that nine questions are relevant by", "of a repeat, which a sum outside reads"];

/// Prints the rows.
pub fn measure() {
    let ours = fs::read(root().join("forms/hoe-gaat-het.xlsx")).expect("our form");
    load("load of our form, six languages", &ours);
    let generated = workbook(&table());
    load(&format!("load of a form of {QUESTIONS} questions"), &generated);
    if let Some(largest) = std::env::var_os("FORMS_XLS").and_then(|folder| largest(Path::new(&folder))) {
        let name = largest.file_name().unwrap_or_default().to_string_lossy().into_owned();
        load(&format!("load of {name}, the largest of FORMS_XLS"), &fs::read(&largest).expect("the largest form"));
    }
    let form = read(&generated).form.expect("a form");
    let (times, total) = answers(form);
    let places = format!("of {QUESTIONS} questions with {INSTANCES} repeat instances");
    let mut medians = Vec::new();
    for (kind, target) in KINDS.iter().zip(["p50 < 0.2 ms"; 2]) {
        let (median, written) = figures(&times, medians.len());
        row(format!("one answer {kind} in a form {places}"), written, target);
        medians.push(median);
    }
    match other() {
        Ok((load, times, seen)) => {
            assert_eq!(seen, sum(OTHER_ROUNDS), "the other engine sums the same answers");
            row(format!("… load of that form by @getodk/xforms-engine {ENGINE}, from its XForm"), us(load), "");
            for (kind, ours) in medians.iter().enumerate() {
                let (median, written) = figures(&times, kind);
                row(format!("… the same answers {} there", KINDS[kind]), written, "");
                let ratio = median.as_secs_f64() / ours.as_secs_f64();
                row("… times faster here, at the median", format!("{ratio:.0}"), "≥ 50");
            }
        }
        Err(why) => row(format!("… against @getodk/xforms-engine {ENGINE}"), format!("left out: {why}"), "≥ 50 times"),
    }
    assert_eq!(total, sum(ROUNDS).to_string(), "the sum over all instances");
}

/// Median and tail of one kind of answer.
fn figures(times: &[Duration], kind: usize) -> (Duration, String) {
    let mut times: Vec<Duration> = times.iter().skip(kind).step_by(KINDS.len()).copied().collect();
    times.sort_unstable();
    let median = at(&times, 50);
    (median, format!("p50 {}, p99 {}", us(median), us(at(&times, 99))))
}

/// What the answers of so many rounds add up to: the last one of each instance.
fn sum(rounds: usize) -> usize {
    (rounds.saturating_sub(INSTANCES)..rounds).sum()
}

fn load(what: &str, bytes: &[u8]) {
    let mut times: Vec<Duration> = (0..LOADS).map(|_| timed(|| read(bytes)).0).collect();
    times.sort_unstable();
    row(what, format!("p50 {}", us(at(&times, 50))), "");
}

fn largest(folder: &Path) -> Option<PathBuf> {
    let files = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    files.max_by_key(|path| path.metadata().map_or(0, |meta| meta.len()))
}

/// Questions of which nine in ten are relevant by another, and a repeat with a calculation, summed outside.
fn table() -> String {
    let mut table = String::from("| survey |\n| | type | name | label | relevant | calculation |\n");
    for n in 0..QUESTIONS {
        let relevant = if n % 10 == 0 { String::new() } else { format!("${{q{}}} != 'x'", n / 10 * 10) };
        writeln!(table, "| | text | q{n} | Q{n} | {relevant} | |").expect("text");
    }
    table += "| | begin repeat | r | R | | |\n";
    for n in 0..10 {
        writeln!(table, "| | integer | n{n} | N{n} | | |").expect("text");
    }
    table
        + "| | calculate | double | | | ${n1} * 2 |\n| | end repeat | | | | |\n| | calculate | total | | | sum(${n1}) |\n"
}

/// The same form as an XForm, as pyxform would write it.
fn xform() -> String {
    let (mut instance, mut binds, mut body) = (String::new(), String::new(), String::new());
    let add = |out: &mut String, text: std::fmt::Arguments<'_>| out.write_fmt(text).expect("text");
    for n in 0..QUESTIONS {
        add(&mut instance, format_args!("<q{n}/>"));
        let relevant =
            if n % 10 == 0 { String::new() } else { format!(" relevant=\" /data/q{} != 'x'\"", n / 10 * 10) };
        add(&mut binds, format_args!("<bind nodeset=\"/data/q{n}\" type=\"string\"{relevant}/>"));
        add(&mut body, format_args!("<input ref=\"/data/q{n}\"><label>Q{n}</label></input>"));
    }
    let inside: String = (0..10).map(|n| format!("<n{n}/>")).collect();
    add(&mut instance, format_args!("<r jr:template=\"\">{inside}<double/></r><r>{inside}<double/></r><total/>"));
    body += "<group ref=\"/data/r\"><label>R</label><repeat nodeset=\"/data/r\">";
    for n in 0..10 {
        add(&mut binds, format_args!("<bind nodeset=\"/data/r/n{n}\" type=\"int\"/>"));
        add(&mut body, format_args!("<input ref=\"/data/r/n{n}\"><label>N{n}</label></input>"));
    }
    body += "</repeat></group>";
    binds += "<bind nodeset=\"/data/r/double\" type=\"string\" calculate=\" ../n1 * 2\"/>\
              <bind nodeset=\"/data/total\" type=\"string\" calculate=\"sum( /data/r/n1 )\"/>";
    format!(
        "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" \
         xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><h:title>bench</h:title><model><instance>\
         <data id=\"bench\">{instance}</data></instance>{binds}</model></h:head><h:body>{body}</h:body></h:html>"
    )
}

/// The time of each answer, with reading what was computed from it, and that value at the end.
fn answers(form: Form) -> (Vec<Duration>, String) {
    let mut run = Run::new(Arc::new(form), env());
    for key in 1..=INSTANCES {
        run.add_repeat("r", &key.to_string()).expect("an instance");
    }
    let mut times = Vec::new();
    let mut total = String::new();
    for round in 0..ROUNDS {
        let outer = Answer::text(if round % 2 == 0 { "x" } else { "y" });
        let inner = Answer::number(f64::from(u32::try_from(round).expect("few")));
        for (path, answer) in [("q100".to_owned(), outer), (format!("r[{}]/n1", round % INSTANCES + 1), inner)] {
            let (time, ()) = timed(|| {
                run.set(&path, answer).expect("an answer");
                total = run.node("total").expect("a sum").value;
            });
            times.push(time);
        }
    }
    (times, total)
}

/// The other engine: its load, its times once warm, and the sum that it sees at the end.
fn other() -> Result<(Duration, Vec<Duration>, usize), String> {
    let folder = install()?;
    let script = folder.join("answers.mjs");
    fs::write(&script, include_str!("forms_engine.mjs")).map_err(|error| error.to_string())?;
    let request = json!({
        "xform": xform(), "repeat": "r", "instances": INSTANCES, "rounds": OTHER_ROUNDS,
        "questions": ["q100", "n1"], "total": "total",
    });
    let mut node = Command::new("node");
    node.arg(&script).current_dir(&folder).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut node = node.spawn().map_err(|error| format!("node does not start: {error}"))?;
    node.stdin
        .take()
        .ok_or("node takes no input")?
        .write_all(request.to_string().as_bytes())
        .map_err(|e| e.to_string())?;
    let output = node.wait_with_output().map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_slice(&output.stdout).map_err(|_| "its run failed; see above")?;
    let time = |value: &Value| Duration::from_nanos(value.as_u64().unwrap_or(0));
    let times: Vec<Duration> = answer["times"].as_array().ok_or("it gave no times")?.iter().map(time).collect();
    // The first rounds are for its compiler.
    let warm = times[times.len() / 2..].to_vec();
    let total = answer["total"].as_u64().and_then(|total| usize::try_from(total).ok()).ok_or("it gave no sum")?;
    Ok((time(&answer["load"]), warm, total))
}

/// The folder with the other engine in it.
fn install() -> Result<PathBuf, String> {
    let own = std::env::current_exe().map_err(|error| error.to_string())?;
    let beside = own.parent().unwrap_or(Path::new(".")).join("xforms-engine");
    let folder = std::env::var_os("XFORMS_ENGINE_DIR").map_or(beside, PathBuf::from);
    let installed =
        fs::read_to_string(folder.join("node_modules/@getodk/xforms-engine/package.json")).unwrap_or_default();
    if installed.contains(&format!("\"version\": \"{ENGINE}\"")) {
        return Ok(folder);
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"]).arg(&folder).args(PACKAGES);
    let output = npm.stdin(Stdio::null()).output().map_err(|error| format!("npm does not start: {error}"))?;
    if output.status.success() { Ok(folder) } else { Err("npm cannot install it".to_owned()) }
}

fn us(time: Duration) -> String {
    let us = time.as_secs_f64() * 1e6;
    if us < 1000.0 { format!("{us:.1} µs") } else { format!("{:.1} ms", us / 1e3) }
}
