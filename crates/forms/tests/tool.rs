//! The program `xlsform`, as authors and other programs meet it.
#![cfg(feature = "tool")]

mod support;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use forms::tool::{answer_line, eval_line};
use serde_json::{Value as Json, json};
use support::workbook;

const HOUSEHOLD: &str = "
| survey |
| | type | name | label::English (en) | label::Nederlands (nl) | required | constraint | constraint_message | calculation |
| | text | who | Who? | Wie? | yes | | | |
| | begin repeat | member | Member | Lid | | | | |
| | integer | age | Age | Leeftijd | | . < 120 | Too old | |
| | begin repeat | pet | Pet | Dier | | | | |
| | select_multiple yn | tame | Tame? | Tam? | | | | |
| | end repeat | | | | | | | |
| | end repeat | | | | | | | |
| | calculate | total | | | | | | sum(${age}) |
| choices |
| | list_name | name | label::English (en) | label::Nederlands (nl) |
| | yn | yes | Yes | Ja |
| | yn | no | No | Nee |
| settings |
| | form_id | version |
| | home | 3 |
";

fn answer(extra: Json) -> Json {
    let mut request = json!({"id": 7, "xlsx": "form.xlsx", "now": "2026-01-15T10:00:00+01:00"});
    request.as_object_mut().expect("fields").extend(extra.as_object().expect("fields").clone());
    answer_line(&request.to_string(), &|path| match path {
        "form.xlsx" => Ok(workbook(HOUSEHOLD)),
        _ => Err("no such file".to_owned()),
    })
}

fn node<'a>(state: &'a Json, path: &str, kind: &str) -> &'a Json {
    let mut nodes = state["nodes"].as_array().expect("nodes").iter();
    nodes.find(|node| node["path"] == path && node["kind"] == kind).expect(path)
}

#[test]
fn a_walk_shows_the_state_after_each_step() {
    let out = answer(json!({"form": "home", "seed": 4, "steps": [
        {"set": "who", "value": "A & <b>"},
        {"addRepeat": "/data/member"},
        {"set": "/data/member[2]/age", "value": "130"},
        {"set": "/data/member/age", "value": 30},
        {"addRepeat": "/data/member[2]/pet"},
        {"set": "/data/member[2]/pet[2]/tame", "value": ["no", "yes"]},
        {"addRepeat": "/data/member", "after": 0},
        {"removeRepeat": "/data/member[1]"},
        {"language": "Nederlands (nl)"},
    ]}));
    assert_eq!(
        (&out["id"], &out["form"], &out["seed"], &out["ok"]),
        (&json!(7), &json!("home"), &json!(4), &json!(true))
    );
    assert_eq!(out["languages"], json!(["en", "nl"]));
    let states = out["states"].as_array().expect("states");
    assert_eq!(states.len(), 10);
    assert!(states.iter().all(|state| state.get("error").is_none()), "{out:#}");
    // Each repeat begins with one instance, those within others too.
    assert_eq!(node(&states[0], "/data/member", "repeat-range:uncontrolled")["count"], 1);
    assert_eq!(node(&states[0], "/data/member[1]/pet[1]/tame", "select")["choices"], json!(["yes", "no"]));
    assert_eq!(states[0]["violations"], json!([{"path": "/data/who", "condition": "required"}]));
    let old = node(&states[3], "/data/member[2]/age", "input");
    assert_eq!((&old["value"], &old["constraintOk"]), (&json!("130"), &json!(false)));
    assert_eq!(old["violation"], json!({"condition": "constraint", "message": "Too old"}));
    assert_eq!(node(&states[4], "/data/total", "model-value")["value"], "160");
    // Choices stand in the order of the list, and a new instance goes behind the one that was named.
    assert_eq!(node(&states[6], "/data/member[2]/pet[2]/tame", "select")["value"], "yes no");
    assert_eq!(node(&states[7], "/data/member[2]/age", "input")["value"], "");
    assert_eq!(node(&states[7], "/data/member[3]/age", "input")["value"], "130");
    assert_eq!(node(&states[8], "/data/member[2]/age", "input")["value"], "130");
    assert_eq!(node(&states[8], "/data/who", "input")["label"], "Who?");
    assert_eq!(node(&states[9], "/data/who", "input")["label"], "Wie?");
    assert_eq!(
        out["submission"]["xml"],
        "<data id=\"home\" version=\"3\"><who>A &amp; &lt;b&gt;</who><member><age/><pet><tame/></pet></member>\
         <member><age>130</age><pet><tame/></pet><pet><tame>yes no</tame></pet></member><total>130</total></data>"
    );
}

#[test]
fn a_wrong_step_is_told_and_changes_nothing() {
    let steps = json!([
        {"set": "/data/nobody", "value": "x"}, {"set": "age", "value": "many"}, {"set": "/data/total", "value": "1"},
        {"set": "tame", "value": "perhaps"}, {"addRepeat": "/data/who"}, {"removeRepeat": "/data/member[7]"},
        {"removeRepeat": "/data/member"}, {"language": "Frysk"}, {"now": "soon"}, {"jump": 1}, 5,
    ]);
    let out = answer(json!({"steps": steps, "only": "changed"}));
    for state in &out["states"].as_array().expect("states")[1..] {
        assert!(state["error"].is_string(), "{state}");
        assert_eq!(state["nodes"], json!([]), "{state}");
    }
}

#[test]
fn a_submission_can_be_gone_on_with_and_is_refused_with_everything_that_is_wrong() {
    let first = answer(json!({"steps": [{"set": "who", "value": "An"}, {"addRepeat": "/data/member"}]}));
    let again = answer(json!({"instanceText": first["submission"]["xml"]}));
    assert_eq!(again["submission"], first["submission"]);
    let xml = "<data><who>An</who><boss/><member><pet><tame>perhaps</tame></pet></member><who/></data>";
    let refused = answer(json!({"instanceText": xml}));
    let message = refused["error"]["message"].as_str().expect("a message");
    assert!(message.contains("boss") && message.contains("who is there more than once"), "{message}");
    let xml = "<data><member><age>old</age><pet><tame>perhaps</tame></pet></member></data>";
    assert_eq!(answer(json!({"instanceText": xml}))["ok"], false);
    assert_eq!(
        answer(json!({"instanceText": "<data><member><pet><tame>perhaps</tame></pet></member></data>"}))["ok"],
        false
    );
}

#[test]
fn a_hidden_calculation_that_fails_is_told_at_the_step_that_breaks_it() {
    let form = support::workbook(
        "
        | survey |
        | | type | name | label | calculation | repeat_count |
        | | text | day | Day | | |
        | | text | pattern | Pattern | | |
        | | calculate | year | | format-date(date(${day}), '%Y') | |
        | | calculate | fits | | regex('x', ${pattern}) | |
        | | begin repeat | r | R | | if(regex('x', ${pattern}), 1, 0) |
        | | text | t | T | | |
        | | end repeat | | | | |
    ",
    );
    let steps = json!([{"set": "day", "value": "2026-02-30"}, {"set": "pattern", "value": "("},
        {"set": "day", "value": "2026-02-28"}, {"set": "pattern", "value": "["}]);
    let line = json!({"xlsx": "f", "steps": steps}).to_string();
    let answer = answer_line(&line, &|_| Ok(form.clone()));
    let told: Vec<&str> = (0..5).map(|at| answer["states"][at]["error"].as_str().unwrap_or("")).collect();
    assert_eq!(
        told,
        [
            "",
            "calculation of /data/year: 2026-02-30 is no date",
            "calculation of /data/fits: ( is no regular expression; calculation of /data/r_count: ( is no regular expression; repeat_count of /data/r: ( is no regular expression",
            "",
            "calculation of /data/fits: [ is no regular expression; calculation of /data/r_count: [ is no regular expression; repeat_count of /data/r: [ is no regular expression",
        ],
        "{answer:#}"
    );
    let still = answer["states"][3]["errors"].as_array().expect("a list");
    assert_eq!(still.iter().map(|e| &e["path"]).collect::<Vec<_>>(), ["/data/fits", "/data/r_count", "/data/r"]);
}

#[test]
fn plain_xpath_tells_names_apart_by_namespace_and_the_xpath_of_forms_does_not() {
    let now = "2026-01-15T23:30:00Z".parse().expect("a moment");
    let doc = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:o='urn:o'><p o:x='1'/><p xmlns=''/><p xmlns='urn:o'/><o:p/></html>";
    let found = |dialect: &str, expr: &str| {
        let line = json!({"expr": expr, "kind": "nodeset", "doc": doc, "context": "/", "dialect": dialect});
        eval_line(&line.to_string(), now)["value"].clone()
    };
    for (expr, plain) in [
        ("child::html", json!([])),
        ("xhtml:html", json!(["/*[1]"])),
        ("xhtml:html/xhtml:p", json!(["/*[1]/*[1]"])),
        ("*/p", json!(["/*[1]/*[2]"])),
        ("*/o:p", json!(["/*[1]/*[4]"])),
        ("*/*/@o:x", json!(["/*[1]/*[1]/@o:x"])),
        ("*/*/@x", json!([])),
        ("*/xhtml:*", json!(["/*[1]/*[1]"])),
        ("*/o:*", json!(["/*[1]/*[4]"])),
    ] {
        assert_eq!(found("xpath1", expr), plain, "{expr}");
    }
    assert_eq!(found("odk", "child::html"), json!(["/*[1]"]));
}

#[test]
fn an_expression_is_answered_whatever_the_line() {
    let now = "2026-01-15T23:30:00Z".parse().expect("a moment");
    let value = |line: Json| eval_line(&line.to_string(), now);
    let doc = "<r><a x='1'>2</a><a>3 &amp; &#52;</a></r>";
    let case =
        |expr: &str, kind: &str| value(json!({"id": "c", "expr": expr, "kind": kind, "doc": doc, "context": "/*[1]"}));
    assert_eq!(case("a[1] + 1", "number"), json!({"id": "c", "value": 3.0}));
    assert_eq!(case("1 div 0", "number"), json!({"id": "c", "value": "Infinity"}));
    assert_eq!(case("/r/a", "nodeset"), json!({"id": "c", "value": ["/*[1]/*[1]", "/*[1]/*[2]"]}));
    assert_eq!(case("a[2]", "string"), json!({"id": "c", "value": "3 & 4"}));
    assert_eq!(case("today()", "string")["value"], "2026-01-15");
    let brussels = json!({"expr": "today()", "doc": doc, "context": "/", "tz": "Europe/Brussels"});
    assert_eq!(value(brussels)["value"], "2026-01-16");
    for wrong in [
        "",
        "{",
        "[]",
        "{\"id\": 1}",
        "{\"expr\": \"1\", \"doc\": \"<r\"}",
        "{\"expr\": \"1\", \"doc\": \"<r>&x;</r>\"}",
    ] {
        assert!(eval_line(wrong, now)["error"].is_string(), "{wrong}");
    }
    for wrong in ["1 +", "nosuch()", "${name}", "a[", &"(".repeat(100_000)] {
        assert!(case(wrong, "string")["error"].is_string(), "{wrong}");
    }
    let nowhere = json!({"expr": "1", "doc": doc, "context": "/*[1]/*[9]"});
    assert!(value(nowhere)["error"].is_string());
}

/// Runs the program with these arguments and this input.
fn xlsform(args: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_xlsform"));
    program.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = program.spawn().expect("it starts");
    program.stdin.take().expect("its input").write_all(input.as_bytes()).expect("written");
    program.wait_with_output().expect("it ends")
}

/// A form in a file that goes when this goes.
struct FormFile(PathBuf);

impl FormFile {
    fn new(name: &str, table: &str) -> Self {
        let path = std::env::temp_dir().join(format!("xlsform-{}-{name}.xlsx", std::process::id()));
        std::fs::write(&path, workbook(table)).expect("written");
        FormFile(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a plain name")
    }
}

impl Drop for FormFile {
    fn drop(&mut self) {
        // What stays behind in the folder for temporary files harms nobody.
        let _ = std::fs::remove_file(&self.0);
    }
}

const CLEAN: &str = "
| survey |
| | type | name | label |
| | text | a | A |
| settings |
| | form_id | version |
| | f | 1 |
";

#[test]
fn check_names_the_place_and_ends_with_a_code() {
    let clean = FormFile::new("clean", CLEAN);
    let warned = FormFile::new("warned", &CLEAN.replace("| | f | 1 |", "| | | 1 |"));
    let wrong =
        FormFile::new("wrong", "| survey |\n| | type | name | label | relevant |\n| | text | a | A | ${b} = 1 |\n");
    let code = |args: &[&str]| xlsform(args, "").status.code();
    assert_eq!(code(&["check", clean.path(), "--strict"]), Some(0));
    assert_eq!(code(&["check", warned.path()]), Some(0));
    assert_eq!(code(&["check", warned.path(), "--strict", clean.path()]), Some(1));
    assert_eq!(code(&["check", clean.path(), wrong.path()]), Some(2));
    assert_eq!(code(&["check", "no such file"]), Some(2));
    assert_eq!(code(&["check"]), Some(2));
    let said = String::from_utf8(xlsform(&["check", wrong.path()], "").stdout).expect("text");
    let line = said.lines().find(|line| line.contains(" error ")).expect("an error");
    assert!(line.starts_with(&format!("{}: survey!2:relevant error unknown-reference ", wrong.path())), "{line}");
    let said = xlsform(&["check", wrong.path(), "no such file", "--json"], "").stdout;
    let reports: Vec<Json> = said.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    assert_eq!((&reports[0]["ok"], &reports[1]["ok"]), (&json!(false), &json!(false)));
    assert_eq!(reports[1]["problems"][0]["code"], "not-a-workbook");
}

#[test]
fn run_and_eval_answer_line_by_line() {
    let clean = FormFile::new("lines", CLEAN);
    let input = format!("{}\n\nnonsense\n", json!({"id": 1, "xlsx": clean.path()}));
    let said = String::from_utf8(xlsform(&["run"], &input).stdout).expect("text");
    let ok: Vec<bool> = said.lines().map(|line| line.contains("\"ok\":true")).collect();
    assert_eq!(ok, [true, false]);
    let input = "{\"id\": 1, \"expr\": \"1 + 1\", \"kind\": \"number\", \"doc\": \"<r/>\"}\n";
    assert_eq!(xlsform(&["eval"], input).stdout, b"{\"id\":1,\"value\":2.0}\n");
}

#[test]
fn files_beside_the_form_are_read_and_none_from_elsewhere() {
    let table = "| survey |\n| | type | name | label |\n| | select_one_from_file places.csv | a | A |\n\
                 | settings |\n| | form_id |\n| | f |\n";
    let csv = b"name,label\ngenk,Genk\n".to_vec();
    let read = |form: String| {
        let csv = csv.clone();
        move |path: &str| match path {
            "forms/f.xlsx" => Ok(workbook(&form)),
            "forms/places.csv" | "elsewhere.csv" => Ok(csv.clone()),
            _ => Err(format!("{path} was asked for")),
        }
    };
    let request = |attachments: Json| json!({"xlsx": "forms/f.xlsx", "attachments": attachments}).to_string();
    let beside = answer_line(&request(json!({})), &read(table.to_owned()));
    assert_eq!(node(&beside["states"][0], "/data/a", "select")["choices"], json!(["genk"]));
    let elsewhere = table.replace("places.csv", "towns.csv");
    let named = answer_line(&request(json!({"towns.csv": "elsewhere.csv"})), &read(elsewhere.clone()));
    assert_eq!(node(&named["states"][0], "/data/a", "select")["choices"], json!(["genk"]));
    let missing = forms::tool::check("forms/f.xlsx", &read(elsewhere));
    assert_eq!(missing.problems[0].code, "list-file-missing");
    let outside = forms::tool::check("forms/f.xlsx", &read(table.replace("places.csv", "../forms/places.csv")));
    assert!(outside.problems.iter().any(|problem| problem.code == "list-file-missing"), "{outside:?}");
}
