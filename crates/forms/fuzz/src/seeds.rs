//! Where fuzzing begins: our own form, cell by cell, and small forms that use everything.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, Xlsx, open_workbook_from_rs};

use super::targets::BETWEEN;

/// The form that is shipped.
pub const REAL_FORM: &[u8] = include_bytes!("../../../../forms/hoe-gaat-het.xlsx");

/// Small forms; the first has a place for an expression in a column.
pub const FORMS: [&str; 3] = [
    "| survey |
| | type | name | label | COLUMN |
| | integer | a | A | |
| | select_multiple l | b | B | EXPRESSION |
| | begin repeat | r | R | EXPRESSION |
| | text | n | N ${a} | EXPRESSION |
| | end repeat | | | |
| | text | c | C | EXPRESSION |
| | calculate | z | | 1 |
| choices |
| | list_name | name | label | g |
| | l | x | X | 1 |
| | l | y | Y | 2 |
| settings |
| | form_id |
| | f |
",
    include_str!("../../tests/data/logic.txt"),
    "| survey |
| | type | name | label::English (en) | label::Nederlands (nl) | hint::English (en) | parameters | appearance | read_only | required_message | calculation | trigger |
| | start | begun | | | | | | | | | |
| | today | day | | | | | | | | | |
| | note | hello | Hello ${many} | Dag ${many} | | | | | | | |
| | integer | many | Many | Veel | How many? | | | | Needed | | |
| | range | grade | Grade | Graad | | start=0 end=10 step=2 | | | | | |
| | rank l | order | Order | Volgorde | | randomize=true | minimal | | | | |
| | acknowledge | ok | OK? | Goed? | | | | yes | | | |
| | dateTime | at | At | Op | | | | | | now() | ${many} |
| | select_one l or_other | last | Last | Laatste | | | likert | | | | |
| | calculate | once | | | | | | | | once(uuid()) | |
| choices |
| | list_name | name | label::English (en) | label::Nederlands (nl) |
| | l | a | A | A |
| | l | b | B | B |
| settings |
| | form_id | default_language | version |
| | f | nl | 1 |
",
];

/// Expressions that use every function, and ways that authors write them.
const EXPRESSIONS: [&str; 24] = [
    "${a} + 1 > 2 and not(selected(${b}, 'x'))",
    "if(${a} = '', 'none', concat(${a}, ' ', string-length(${c})))",
    "sum(${n}) div count(${r}) - 3 mod 2 * -1",
    "instance('l')/root/item[name = ${b}]/label",
    "indexed-repeat(${n}, ${r}, position(..))",
    "regex(., '^[0-9]{3,4}$') or . = 'x'",
    "format-date-time(today() + 3, '%Y-%m-%d %H:%M:%3')",
    "coalesce(once(random()), uuid(), jr:choice-name(${b}, '${b}'))",
    "../../data/r[position() = 2]/n | /data/a",
    "count-selected(.) <= 2 and selected-at(., 1) != 'y'",
    "round(pow(2, 0.5), 2) + int('3.7') + abs(-2) + exp10(2)",
    "substr('hello', 1, 3) = substring-before('ell-o', '-')",
    "date('2024-02-29') - date-time(0) > decimal-date-time(now())",
    "checklist(1, 2, true(), ${a}) or weighted-checklist(1, 2, 1, 1)",
    "translate(normalize-space(' a  b '), 'ab', 'AB')",
    "/data/r[n > current()/../a]/t[. = '']",
    "count-non-empty(${n}) = boolean-from-string('true')",
    "min(${n}, 1, 2) < max(1, ${a}) and join(', ', ${n}) != ''",
    "ends-with('abc', 'c') and contains('abc', 'b') and starts-with('abc', 'a')",
    "number('1.1e6') >= -0 or string(1 div 0) = 'Infinity'",
    "((((1))))[1]",
    "child::a/self::node()/attribute::*",
    "//r/n/ancestor::*[last()]",
    "digest('a', 'MD5') = base64-decode('YQ==') and area(.) > 0",
];

/// Where `workbook` begins.
pub fn workbook() -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = FORMS.iter().map(|form| form.as_bytes().to_vec()).collect();
    found.push(REAL_FORM.to_vec());
    found.push(as_table().into_bytes());
    let cells = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>text</t></is></c><c r="B2" t="str"><f>1+1</f><v>a</v></c><c r="C2" s="1"><v>45000.5</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#REF!</v></c></row></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells></worksheet>"#;
    let sheets = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="survey" sheetId="1" r:id="r1"/><sheet name="choices" sheetId="2" r:id="r2"/></sheets></workbook>"#;
    let texts = "<sst><si><t>type</t></si><si><r><t>na</t></r><r><t xml:space=\"preserve\">me</t></r></si></sst>";
    found.push(format!("X{sheets}{BETWEEN}{texts}{BETWEEN}{cells}{BETWEEN}{cells}").into_bytes());
    found
}

/// Where `expression` begins: what stands above, and every cell of our form that is an expression.
pub fn expression() -> Vec<Vec<u8>> {
    let table = as_table();
    let cells = table.split(" | ").map(str::trim).filter(|cell| cell.contains("${") || cell.contains('('));
    let all: BTreeSet<&str> = cells.chain(EXPRESSIONS).collect();
    all.into_iter().map(|source| source.as_bytes().to_vec()).collect()
}

/// Where `run_request` begins: steps on each form, and whole lines.
pub fn run_request() -> Vec<Vec<u8>> {
    let mut found: Vec<Vec<u8>> = ["0", "1", "2", "9"]
        .iter()
        .map(|form| form.bytes().chain((0..36_u8).flat_map(|n| [n, n.wrapping_mul(5), n.wrapping_mul(7)])).collect())
        .collect();
    let lines = [
        r#"{"id":1,"xlsx":"1","now":"2026-01-15T10:00:00.000+01:00","steps":[{"set":"/data/many","value":"1e9"},{"set":"/data/many","value":"3"},{"addRepeat":"/data/r","after":0},{"set":"/data/r[2]/n","value":"9"},{"removeRepeat":"/data/r[1]"}]}"#,
        r#"{"id":2,"xlsx":"2","language":"English (en)","steps":[{"language":"Nederlands (nl)"},{"set":"order","value":["b","a"]},{"set":"last","value":"other"},{"now":"2026-02-01T00:00:00"}]}"#,
        r#"{"id":3,"xlsx":"1","only":"changed","instanceText":"<data><many>2</many><r><n>4</n><inner><t>&amp;</t></inner></r><c><d>1.5</d></c><meta/></data>","steps":[]}"#,
    ];
    found.extend(lines.iter().map(|line| line.as_bytes().to_vec()));
    found
}

/// Our form as a table, without its translations.
fn as_table() -> String {
    let mut file: Xlsx<_> = open_workbook_from_rs(Cursor::new(REAL_FORM)).expect("our own form opens");
    let mut out = String::new();
    for name in ["survey", "choices", "settings"] {
        let range = file.worksheet_range(name).expect("our own form has this sheet");
        let headers = range.headers().unwrap_or_default();
        let is_kept = |column: usize| {
            let header = headers.get(column).map_or("", String::as_str);
            !header.contains("::") || header.ends_with("(nl)") || header.ends_with("(ar)")
        };
        out += &format!("| {name} |\n");
        for row in range.rows() {
            let cells = row.iter().enumerate().filter(|(column, _)| is_kept(*column));
            let cells: Vec<String> =
                cells.map(|(_, cell)| cell.to_string().replace('|', "\\|").replace('\n', " ")).collect();
            out += &format!("| | {} |\n", cells.join(" | "));
        }
    }
    out
}
