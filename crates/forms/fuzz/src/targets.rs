//! What is done with any bytes: none may panic, hang or take memory without bound.

use std::sync::Arc;
use std::sync::OnceLock;

use forms::tool::{answer_line, eval_line};
use forms::{Answer, Files, Kind, NodeKind, Run, read, reopen};
use serde_json::{Value as Json, json};

use super::seeds::{FORMS, REAL_FORM};
use super::support::{env, workbook as pack, zip};

/// The most columns that the packer of tables can name.
const COLUMNS: usize = 26;

/// Between the files of a workbook in parts.
pub const BETWEEN: char = '\u{1}';

/// Reads a workbook and walks through what comes of it. The bytes are a workbook, or (from `X` on) the XML of its
/// parts, or else a table of cells.
pub fn workbook(data: &[u8]) {
    let text = || String::from_utf8_lossy(data);
    let bytes = match data.first() {
        Some(b'P' | 0xd0) => data.to_vec(),
        Some(b'X') => parts(&text()[1..]),
        _ => pack(&table(&text())),
    };
    // What would be refused now may have been published before.
    let form = read(&bytes).form.or_else(|| reopen(&bytes, Files::default()));
    if let Some(form) = form {
        let mut run = Run::new(Arc::new(form), env());
        walk(&mut run);
        let _ = (run.errors(), run.findings());
    }
}

/// A workbook of these parts: its list of sheets, its shared texts, and sheets.
fn parts(text: &str) -> Vec<u8> {
    let mut texts = text.split(BETWEEN).map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    let mut relations = String::from("<Relationships>");
    for (id, kind, target) in [
        ("r1", "worksheet", "worksheets/sheet1.xml"),
        ("r2", "worksheet", "worksheets/sheet2.xml"),
        ("r3", "sharedStrings", "sharedStrings.xml"),
    ] {
        relations += &format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        );
    }
    relations += "</Relationships>";
    let start = r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    zip(&[
        ("[Content_Types].xml".to_owned(), types.to_owned()),
        ("_rels/.rels".to_owned(), start.to_owned()),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations),
        ("xl/workbook.xml".to_owned(), next()),
        ("xl/sharedStrings.xml".to_owned(), next()),
        ("xl/worksheets/sheet1.xml".to_owned(), next()),
        ("xl/worksheets/sheet2.xml".to_owned(), next()),
    ])
}

/// A table that the packer takes: it begins with a sheet, and no row is too wide.
fn table(text: &str) -> String {
    let mut out = String::from("| survey |\n");
    for line in text.lines().map(str::trim).filter(|line| line.starts_with('|')) {
        let cells: Vec<&str> = line.split('|').take(COLUMNS).collect();
        out += &cells.join("|");
        out.push('\n');
    }
    out
}

/// Answers everything, well and badly.
fn walk(run: &mut Run) {
    for round in 0..2 {
        let repeats: Vec<String> = run.form().repeats().take(20).map(|repeat| repeat.path.clone()).collect();
        for path in repeats {
            let outermost = path.matches("[]").count() == 1;
            let path = path.replacen("[]/", "[1]/", 9);
            if outermost || round == 1 {
                // Refused where the form counts, or where nothing holds it yet.
                let _ = run.add_repeat(&path, "1");
            }
        }
        for node in run.nodes().into_iter().filter(|node| node.kind == NodeKind::Question).take(60) {
            let Some(question) = run.form().question(&node.path) else { continue };
            let answer = match (&question.kind, question.choices.first()) {
                (Kind::SelectMultiple | Kind::Rank, Some(choice)) => Answer::list([choice.value.clone()]),
                (_, Some(choice)) => Answer::text(choice.value.clone()),
                (Kind::Integer | Kind::Decimal | Kind::Range, _) => Answer::number(f64::from(round) * 3.0 - 1.0),
                (Kind::Date, _) => Answer::text("2026-01-15"),
                _ => Answer::text("12"),
            };
            let _ = run.set(&node.path, answer);
        }
    }
    let states = run.nodes();
    let again = Run::start(run.form().clone(), run.answers().clone(), env());
    assert_eq!(
        states.len(),
        again.nodes().len(),
        "what is computed step by step has the nodes of what is computed anew"
    );
    let _ = run.submission();
}

/// The document that expressions walk over.
const DOCUMENT: &str = "<data><a>3</a><b>x y</b><r><n>1</n><t/></r><r><n>2</n><t>2026-01-15</t></r></data>";

/// Evaluates an expression over a document, and in every column of a form.
pub fn expression(data: &[u8]) {
    let source = String::from_utf8_lossy(data);
    for (kind, dialect) in
        [("boolean", "odk"), ("number", "odk"), ("string", "odk"), ("nodeset", "odk"), ("nodeset", "xpath1")]
    {
        let mut case = json!({"id": 1, "expr": source, "kind": kind, "doc": DOCUMENT, "context": "/*[1]/*[3]"});
        case["dialect"] = json!(dialect);
        let answer = eval_line(&case.to_string(), chrono::DateTime::UNIX_EPOCH);
        assert!(answer.get("value").is_some() != answer.get("error").is_some(), "{answer}");
    }
    let cell: String = source.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let cell = cell.replace('|', "\\|");
    for column in ["relevant", "constraint", "calculation", "choice_filter", "repeat_count", "default"] {
        let form = FORMS[0].replace("COLUMN", column).replace("EXPRESSION", &cell);
        if let Some(form) = read(&pack(&form)).form {
            let mut run = Run::new(Arc::new(form), env());
            let _ = run.set("a", Answer::number(2.0));
            let _ = run.nodes();
        }
    }
}

/// Answers a request. Bytes that begin with a digit are steps on the form of that number, two bytes or three a step;
/// others are the line itself.
pub fn run_request(data: &[u8]) {
    let line = match data.split_first() {
        Some((form @ b'0'..=b'9', steps)) => request(usize::from(form - b'0'), steps).to_string(),
        _ => String::from_utf8_lossy(data).into_owned(),
    };
    let answer = answer_line(&line, &|path| {
        static PACKED: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
        let packed = PACKED.get_or_init(|| FORMS.iter().map(|form| pack(form)).collect());
        match path.parse::<usize>() {
            Ok(9) => Ok(REAL_FORM.to_vec()),
            Ok(number) => Ok(packed[number % packed.len()].clone()),
            Err(_) => Err("no such file".to_owned()),
        }
    });
    assert!(answer["ok"].is_boolean() && answer["states"].is_array(), "{answer}");
}

/// Steps that mostly fit the form: the first byte says what, the second where, the third which value.
fn request(form: usize, bytes: &[u8]) -> Json {
    const PLACES: [&str; 12] = [
        "/data/many",
        "/data/g/m",
        "/data/r",
        "/data/r[2]",
        "/data/r/inner",
        "/data/r[2]/n",
        "/data/r[1]/inner[2]/t",
        "/data/c[3]/d",
        "show",
        "last",
        "/data/hulpvraag",
        "/data/hulpvraag[1]/hv_categorie",
    ];
    const VALUES: [&str; 12] = ["", "1", "3", "-1", "yes", "no", "a", "a c", "2026-01-15", "30", "x", "0.5"];
    // The real form is large: few steps on it, so that there is time for many tries.
    let most = if form == 9 { 4 } else { 24 };
    let steps = bytes.chunks(3).take(most).map(|step| {
        let (what, at, value) = (step[0], step.get(1).copied().unwrap_or(0), step.get(2).copied().unwrap_or(0));
        let place = PLACES[usize::from(at) % PLACES.len()];
        match what % 8 {
            0..=3 => json!({"set": place, "value": VALUES[usize::from(value) % VALUES.len()]}),
            4 => json!({"addRepeat": place}),
            5 => json!({"addRepeat": place, "after": value}),
            6 => json!({"removeRepeat": format!("{place}[{}]", value % 4)}),
            _ => json!({"now": format!("2026-0{}-15T10:00:00+01:00", 1 + value % 9)}),
        }
    });
    let steps: Vec<Json> = steps.collect();
    json!({"id": 1, "xlsx": form.to_string(), "now": "2026-01-15T10:00:00+01:00", "only": "changed", "steps": steps})
}
