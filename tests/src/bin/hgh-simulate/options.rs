//! What the command line asks for.

use lexopt::prelude::*;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

pub const USAGE: &str = "\
hgh-simulate --server URL (--codes FILE | --admin \"hoe-gaat-het-server --data DIR\") [OPTION VALUE]...

  --server URL            where the server answers
  --codes FILE            a code to enrol with on each line, one for each laptop
  --admin COMMAND         or the server's command line, with which a visitor is added for each laptop
  --neighbourhood ID      where those visitors work (winterslag)
  --laptops N             (50; with --codes as many as there are codes)
  --visits-per-hour N     of each laptop, on average (60)
  --seconds N             how long (180)
  --seed N                what is written, and the pauses between (1)
  --every N               seconds between two lines of progress (10)";

pub struct Options {
    pub server: String,
    pub codes: Vec<String>,
    pub visits_per_hour: f64,
    pub length: Duration,
    pub seed: u64,
    pub every: Duration,
}

impl Options {
    /// # Errors
    /// In words for whoever typed it.
    pub fn parse() -> Result<Self, String> {
        let (mut server, mut file, mut admin, mut laptops) = (None, None, None, None);
        let (mut neighbourhood, mut visits_per_hour, mut seconds) = ("winterslag".to_owned(), 60.0, 180);
        let (mut seed, mut every) = (1, 10);
        let mut parser = lexopt::Parser::from_env();
        let mut next = || -> Result<bool, lexopt::Error> {
            let Some(arg) = parser.next()? else { return Ok(false) };
            match arg {
                Long("server") => server = Some(parser.value()?.string()?),
                Long("codes") => file = Some(PathBuf::from(parser.value()?)),
                Long("admin") => admin = Some(parser.value()?.string()?),
                Long("neighbourhood") => neighbourhood = parser.value()?.string()?,
                Long("laptops") => laptops = Some(parser.value()?.parse()?),
                Long("visits-per-hour") => visits_per_hour = parser.value()?.parse()?,
                Long("seconds") => seconds = parser.value()?.parse()?,
                Long("seed") => seed = parser.value()?.parse()?,
                Long("every") => every = parser.value()?.parse()?,
                Short('h') | Long("help") => return Err("".into()),
                other => return Err(other.unexpected()),
            }
            Ok(true)
        };
        while next().map_err(|e| e.to_string())? {}
        let codes = match (file, admin) {
            (Some(file), None) => codes_in(&file)?.into_iter().take(laptops.unwrap_or(usize::MAX)).collect(),
            (None, Some(admin)) => make_codes(&admin, &neighbourhood, laptops.unwrap_or(50))?,
            _ => return Err("either --codes or --admin".to_owned()),
        };
        if visits_per_hour <= 0.0 {
            return Err("--visits-per-hour: more than 0".to_owned());
        }
        let (length, every) = (Duration::from_secs(seconds), Duration::from_secs(every.max(1)));
        Ok(Self { server: server.ok_or("--server is missing")?, codes, visits_per_hour, length, seed, every })
    }
}

fn codes_in(file: &std::path::Path) -> Result<Vec<String>, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// Adds visitors, and makes a code for each.
fn make_codes(admin: &str, neighbourhood: &str, laptops: usize) -> Result<Vec<String>, String> {
    let run = |args: &[&str]| -> Result<String, String> {
        let words: Vec<&str> = admin.split_whitespace().collect();
        let (program, options) = words.split_first().ok_or("--admin names no program")?;
        let output = Command::new(program).args(args).args(options).output().map_err(|e| format!("{program}: {e}"))?;
        let said = String::from_utf8_lossy(if output.status.success() { &output.stdout } else { &output.stderr });
        if output.status.success() { Ok(said.trim().to_owned()) } else { Err(said.trim().to_owned()) }
    };
    // Another run on the same server adds others.
    let run_id = std::process::id();
    let code = |n: usize| {
        let name = format!("Simulated {run_id}-{n}");
        run(&["user", "add", "--role", "visitor", "--neighbourhoods", neighbourhood, "--name", &name])?;
        run(&["enrol-code", "--valid-minutes", "60", "--user", &name])
    };
    (1..=laptops).map(code).collect()
}
