//! Choices from files, from repeats and at random; tables of selects; triggers.

mod support;

use std::sync::Arc;

use forms::{Answer, Files, Problem, Run, SetError, Severity, read_with};
use support::{env, run, set, value, workbook};

const CITIES: &str =
    "\u{feff}name,label,country,zip\ngent,Gent,be,9000\n\"den,haag\",\"Den Haag\",nl,2500\nluik,Luik,be,4000\n";

const FROM_FILE: &str = "
| survey |
| | type | name | label | choice_filter | parameters | calculation |
| | select_one_from_file cities.csv | city | City | country = ${country} | | |
| | text | country | Country | | | |
| | select_multiple_from_file cities.csv | zips | Zips | | value=zip label=name | |
| | calculate | zip | | | | pulldata('cities', 'zip', 'name', ${city}) |
| | calculate | named | | | | jr:choice-name(${city}, '${city}') |
| | calculate | how_many | | | | count(instance('cities')/root/item[country = 'be']) |
";

fn cities() -> Files {
    Files::new([("cities.csv".to_owned(), CITIES.as_bytes().to_vec())])
}

#[track_caller]
fn with_files(table: &str, files: &Files) -> Run {
    let import = read_with(&workbook(table), files);
    Run::new(Arc::new(import.form.unwrap_or_else(|| panic!("{:#?}", import.problems))), env())
}

fn errors(table: &str, files: &Files) -> Vec<Problem> {
    let problems = read_with(&workbook(table), files).problems;
    problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect()
}

#[test]
fn choices_come_from_a_file_and_a_filter_reads_its_columns() {
    let mut run = with_files(FROM_FILE, &cities());
    set(&mut run, "country", "be");
    let city = run.node("city").expect("a question");
    assert_eq!(city.choices.expect("choices"), ["gent", "luik"]);
    set(&mut run, "city", "luik");
    assert_eq!(["zip", "named", "how_many"].map(|path| value(&run, path)), ["4000", "Luik", "2"]);
    set(&mut run, "country", "nl");
    assert_eq!([value(&run, "city"), value(&run, "zip")], ["", ""]);
    let zips = run.form().question("zips").expect("a question").clone();
    assert_eq!(zips.choices[1].value, "2500");
    assert_eq!(zips.choices[1].label["default"], "den,haag");
}

#[test]
fn a_file_that_is_missing_is_named_with_its_place() {
    let found = errors(FROM_FILE, &Files::default());
    let places: Vec<_> = found.iter().map(|p| (p.code, p.row, p.column.as_deref(), p.args["file"].as_str())).collect();
    assert_eq!(places, [("list-file-missing", Some(2), Some("type"), "cities.csv")]);
    let import = read_with(&workbook(FROM_FILE), &Files::default().may_be_missing());
    assert!(import.form.is_some());
    assert!(import.problems.iter().any(|p| p.code == "list-file-missing" && p.severity == Severity::Warning));
    let pulled = "| survey |\n| | type | name | calculation |\n| | calculate | a | pulldata('prices', 'a', 'b', 'c') |";
    assert_eq!(errors(pulled, &cities())[0].args["file"], "prices.csv");
    assert_eq!(errors(pulled, &cities())[0].column.as_deref(), Some("calculation"));
}

#[test]
fn columns_that_a_file_lacks_and_other_kinds_of_file_are_said() {
    let wrong = FROM_FILE.replace("value=zip", "value=code");
    assert_eq!(errors(&wrong, &cities())[0].code, "list-file-column");
    let kind = FROM_FILE.replace("cities.csv", "cities.txt");
    assert!(errors(&kind, &cities()).iter().any(|p| p.code == "list-file-name"));
    let xml = "| survey |\n| | type | name | label |\n| | select_one_from_file places.xml | a | A |";
    let import = read_with(&workbook(xml), &cities());
    assert!(import.form.is_some());
    assert_eq!(import.problems.iter().filter(|p| p.code == "list-file-kind").count(), 1);
}

#[test]
fn a_file_is_bounded() {
    let rows = |count: usize| {
        Files::new([(
            "cities.csv".to_owned(),
            format!("name,label,country,zip\n{}", "a,b,c,d\n".repeat(count)).into_bytes(),
        )])
    };
    assert!(errors(FROM_FILE, &rows(forms::MAX_CHOICES)).is_empty());
    assert_eq!(errors(FROM_FILE, &rows(forms::MAX_CHOICES + 1))[0].code, "list-file-unreadable");
}

#[test]
fn answers_of_a_repeat_are_choices_elsewhere() {
    let mut run = run("
        | survey |
        | | type | name | label | choice_filter |
        | | begin repeat | person | Person | |
        | | text | who | Who? | |
        | | integer | age | Age | |
        | | end repeat | | | |
        | | select_one ${who} | head | Head | ${age} > 17 |
        | | select_one ${who} | any | Any | |
    ");
    for (key, who, age) in [("1", "Ann Peeters", "40"), ("2", "Bo", "7"), ("3", "", "30")] {
        run.add_repeat("person", key).expect(key);
        set(&mut run, &format!("person[{key}]/age"), age);
        run.set(&format!("person[{key}]/who"), Answer::text(who)).expect("set");
    }
    let any = |run: &Run| run.node("any").expect("a node").choices.expect("choices");
    assert_eq!(any(&run), ["Ann Peeters", "Bo"]);
    set(&mut run, "person[3]/who", "Bo");
    assert_eq!(any(&run), ["Ann Peeters", "Bo", "Bo"]);
    assert_eq!(
        run.set("head", Answer::text("nobody")).err(),
        Some(SetError::UnknownChoice { path: "head".to_owned(), value: "nobody".to_owned() })
    );
    run.set("any", Answer::text("Ann Peeters")).expect("set");
    assert_eq!(value(&run, "any"), "Ann Peeters");
    run.set("person[1]/who", Answer::text("An")).expect("set");
    assert_eq!(value(&run, "any"), "");
    run.set("person[1]/who", Answer::text("Ann Peeters")).expect("set");
    assert_eq!(value(&run, "any"), "Ann Peeters");
}

#[test]
fn a_trigger_sets_what_may_be_changed_by_hand() {
    let mut run = run("
        | survey |
        | | type | name | label | calculation | trigger |
        | | text | a | A | | |
        | | text | other | Other | | |
        | | text | b | B | concat(${a}, '-', ${other}) | ${a} |
        | | text | c | C | concat(${b}, '!') | ${b} |
        | | text | cleared | Cleared | | ${a},${other} |
    ");
    set(&mut run, "other", "x");
    assert_eq!([value(&run, "b"), value(&run, "c")], ["", ""]);
    set(&mut run, "cleared", "there");
    set(&mut run, "a", "1");
    assert_eq!(["b", "c", "cleared"].map(|path| value(&run, path)), ["1-x", "1-x!", ""]);
    set(&mut run, "b", "by hand");
    assert_eq!([value(&run, "b"), value(&run, "c")], ["by hand", "by hand!"]);
    set(&mut run, "other", "y");
    assert_eq!(value(&run, "b"), "by hand");
    let again = Run::start(run.form().clone(), run.answers().clone(), env());
    assert_eq!(again.nodes(), run.nodes());
}

#[test]
fn triggers_in_a_circle_come_to_rest() {
    let mut run = run("
        | survey |
        | | type | name | label | calculation | trigger |
        | | text | a | A | concat(${b}, 'x') | ${b} |
        | | text | b | B | concat(${a}, 'y') | ${a} |
    ");
    set(&mut run, "a", "1");
    assert!(value(&run, "a").len() < 20);
}

#[test]
fn a_trigger_that_is_none_is_refused() {
    let survey = |trigger: &str| {
        format!(
            "| survey |\n| | type | name | label | calculation | trigger |\n| | text | a | A | | |\n| | begin group | g | G | | |\n| | calculate | k | | 1 + 1 | |\n| | end group | | | | |\n| | text | b | B | 1 | {trigger} |"
        )
    };
    let code =
        |trigger: &str| errors(&survey(trigger), &Files::default()).first().map(|p| (p.code, p.row, p.column.clone()));
    let place = |code: &'static str| Some((code, Some(6), Some("trigger".to_owned())));
    assert_eq!(code("${a}"), None);
    assert_eq!(code("a"), place("trigger-invalid"));
    assert_eq!(code("${nope}"), place("unknown-reference"));
    assert_eq!(code("${g}"), place("trigger-not-shown"));
    assert_eq!(code("${k}"), place("trigger-not-shown"));
}

/// What `@getodk/xforms-engine` 0.22 makes of the same form.
#[test]
fn choices_at_random_have_the_order_of_the_reference_engine() {
    let table = "
        | survey |
        | | type | name | label | parameters | choice_filter |
        | | text | s | Seed | | |
        | | select_one l | fixed | Fixed | randomize=true seed=42 | |
        | | select_one l | by_answer | By answer | randomize=true, seed=${s} | |
        | | select_one l | filtered | Filtered | randomize=true seed=33.7 | name != 'c' |
        | | select_one l | own | Own | randomize=true | |
        | choices |
        | | list_name | name | label |
        | | l | a | A |
        | | l | b | B |
        | | l | c | C |
        | | l | d | D |
        | | l | e | E |
        | | l | f | F |
    ";
    let mut run = run(table);
    let order = |run: &Run, path: &str| run.node(path).expect(path).choices.expect("choices").concat();
    assert_eq!(order(&run, "fixed"), "afcbde");
    assert_eq!(order(&run, "by_answer"), "cbeafd");
    assert_eq!(order(&run, "filtered"), "eafbd");
    for (seed, expected) in [("7", "dbafce"), ("-3", "facbed"), ("hello", "cbaedf"), ("99999999999", "bacfde")] {
        set(&mut run, "s", seed);
        assert_eq!(order(&run, "by_answer"), expected, "{seed}");
    }
    let own = order(&run, "own");
    assert_eq!(own, order(&run, "own"));
    assert_eq!(own.len(), 6);
}

#[test]
fn a_table_of_selects_brings_its_heading_and_the_names_of_its_choices() {
    let run = run("
        | survey |
        | | type | name | label | appearance |
        | | begin group | g | Table | table-list minimal |
        | | select_one yn | a | A | |
        | | select_one yn | b | B | |
        | | end group | | | |
        | choices |
        | | list_name | name | label |
        | | yn | yes | Yes |
    ");
    let paths: Vec<String> = run.nodes().into_iter().map(|node| node.path).collect();
    assert_eq!(paths, ["g", "g/generated_table_list_label_2", "g/reserved_name_for_field_list_labels_3", "g/a", "g/b"]);
    let form = run.form();
    assert_eq!(form.question("g/a").expect("a question").appearance, ["list-nolabel"]);
    assert_eq!(form.question("g/generated_table_list_label_2").expect("a note").label["default"], "Table");
}

#[test]
fn in_an_order_each_choice_has_one_place() {
    let mut run = run("
        | survey |
        | | type | name | label |
        | | rank l | r | R |
        | choices |
        | | list_name | name | label |
        | | l | a | A |
        | | l | b | B |
        | | l | c | C |
    ");
    run.set("r", Answer::list(["c", "a", "b"])).expect("an order");
    assert_eq!(value(&run, "r"), "c a b");
    assert_eq!(run.set("r", Answer::list(["c", "a", "c"])), Err(SetError::WrongType("r".to_owned())));
    assert!(run.set("r", Answer::list(["c", "x"])).is_err());
    assert_eq!(value(&run, "r"), "c a b");
}
