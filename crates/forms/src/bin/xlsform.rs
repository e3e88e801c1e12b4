//! `xlsform`: see `xlsform help`.

use std::fs;
use std::io::{self, BufRead as _, Write};
use std::process::ExitCode;

use chrono::Utc;
use forms::{Severity, tool};
use lexopt::prelude::*;

const USAGE: &str = "\
xlsform COMMAND

  check FILE... [--json] [--strict]
                every problem of each form, a line each: file: sheet!row:column severity code message
                with --json a line for each file: {file, ok, problems}
                ends with 0 when clean, 1 when --strict and there are warnings, 2 when there are errors
  run           one JSON request a line on standard input, one answer a line: the state after every step
  eval          one expression with its XML document a line on standard input, one value a line
  preview FILE [--language L]... [--output FILE]
                the form as a page of HTML, in one language or in several side by side
  help";

/// The most bytes of one line of input.
const MAX_LINE_BYTES: u64 = 64 << 20;

/// What went wrong on the outside, in words.
type Result<T> = std::result::Result<T, String>;

#[derive(Default)]
struct Options {
    words: Vec<String>,
    json: bool,
    strict: bool,
    languages: Vec<String>,
    output: Option<String>,
}

fn main() -> ExitCode {
    match parse().map_err(|error| format!("{error}\n\n{USAGE}")).and_then(|options| run(&options)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn parse() -> std::result::Result<Options, lexopt::Error> {
    let mut parser = lexopt::Parser::from_env();
    let mut options = Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Long("json") => options.json = true,
            Long("strict") => options.strict = true,
            Long("language") => options.languages.push(parser.value()?.string()?),
            Long("output") => options.output = Some(parser.value()?.string()?),
            Long("help") | Short('h') => options.words = vec!["help".to_owned()],
            Value(word) => options.words.push(word.string()?),
            _ => return Err(arg.unexpected()),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<ExitCode> {
    let words: Vec<&str> = options.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["check", files @ ..] if !files.is_empty() => check(files, options),
        ["run"] => lines(|line| tool::answer_line(line, &read_file)),
        ["eval"] => lines(|line| tool::eval_line(line, Utc::now())),
        ["preview", file] => preview(file, options),
        ["help"] | [] => say(USAGE).map(|()| ExitCode::SUCCESS),
        _ => Err(USAGE.to_owned()),
    }
}

fn check(files: &[&str], options: &Options) -> Result<ExitCode> {
    let mut worst = None;
    for file in files {
        let report = tool::check(file, &read_file);
        worst = worst.max(report.problems.iter().map(|problem| problem.severity).max());
        if options.json {
            say(&serde_json::to_string(&report).map_err(|error| error.to_string())?)?;
        } else {
            say(report.to_string().trim_end())?;
        }
    }
    Ok(match worst {
        Some(Severity::Error) => ExitCode::from(2),
        Some(Severity::Warning) if options.strict => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    })
}

fn preview(file: &str, options: &Options) -> Result<ExitCode> {
    let languages: Vec<&str> = options.languages.iter().map(String::as_str).collect();
    let page = tool::preview(file, &languages, &read_file)?;
    match &options.output {
        Some(output) => fs::write(output, page).map_err(|error| format!("{output}: {error}"))?,
        None => say(page.trim_end())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn read_file(path: &str) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| error.to_string())
}

/// Answers every line that is not blank, one at a time.
fn lines(answer: impl Fn(&str) -> serde_json::Value) -> Result<ExitCode> {
    let mut input = io::stdin().lock();
    loop {
        let mut line = Vec::new();
        let read = io::Read::take(&mut input, MAX_LINE_BYTES).read_until(b'\n', &mut line);
        if read.map_err(|error| error.to_string())? == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        let line = String::from_utf8_lossy(&line);
        if !line.trim().is_empty() {
            say(&answer(line.trim()).to_string())?;
        }
    }
}

/// To standard output, at once: whoever started us waits for it.
fn say(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    let said = if text.is_empty() { Ok(()) } else { writeln!(out, "{text}").and_then(|()| out.flush()) };
    said.map_err(|error| format!("nobody reads what is written: {error}"))
}
