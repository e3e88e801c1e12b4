//! Writes what the tool answers to recorded walks and expressions, for the judges of the reference engines.
//!
//! Walks run only where `FORMS_TRACES` (a directory of traces), `FORMS_XLS` (directories of forms, separated by `:`) and
//! `FORMS_ANSWERS` (the file to write) are set; expressions where `FORMS_CASES` (the table) and `FORMS_CASES_ANSWERS` are.
#![cfg(feature = "tool")]

use std::env::var;
use std::fs::{read, read_dir, write};
use std::path::{Path, PathBuf};

use forms::tool::{answer_line, eval_line};
use serde_json::{Value as Json, from_slice, json};

#[test]
fn replay_traces() {
    let (Ok(traces), Ok(forms), Ok(out)) = (var("FORMS_TRACES"), var("FORMS_XLS"), var("FORMS_ANSWERS")) else {
        return;
    };
    let mut lines = String::new();
    let mut files: Vec<PathBuf> = read_dir(traces).expect("traces").map(|entry| entry.expect("entry").path()).collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "json")) {
        let trace: Json = from_slice(&read(file).expect("trace")).expect("json");
        let name = trace["form"].as_str().expect("form");
        let form = forms.split(':').map(|dir| Path::new(dir).join(name)).find(|path| path.exists()).expect("the form");
        let request = json!({
            "form": name, "seed": trace["seed"], "xlsx": form, "now": trace["now"], "steps": trace["steps"],
        });
        let answer = answer_line(&request.to_string(), &|path| read(path).map_err(|error| error.to_string()));
        if answer["ok"] != true {
            println!("{name}: {}", answer["error"]);
        }
        lines.push_str(&format!("{answer}\n"));
    }
    write(out, lines).expect("written");
}

#[test]
fn run_cases() {
    let (Ok(table), Ok(out)) = (var("FORMS_CASES"), var("FORMS_CASES_ANSWERS")) else { return };
    let table: Json = from_slice(&read(table).expect("the table")).expect("json");
    let mut lines = String::new();
    for case in table["cases"].as_array().expect("cases") {
        let mut line = case.clone();
        line["doc"] = table["docs"][case["doc"].as_str().expect("doc")].clone();
        lines.push_str(&format!("{}\n", eval_line(&line.to_string(), chrono::Utc::now())));
    }
    write(out, lines).expect("written");
}
