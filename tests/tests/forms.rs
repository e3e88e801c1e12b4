//! Forms at the office: a spreadsheet is checked, tried and published, reaches the visitors, and is withdrawn.

use serde_json::{Value, json};
use tests::doorstep::*;
use tests::office::{Laptop, Office};
use tests::sheets::{base64, file, visit_form, workbook};

/// Later than the shipped form.
const NEXT: &str = "2099010101";

/// The id of the shipped form.
fn shipped(laptop: &Laptop) -> Value {
    laptop.call("forms", json!({}))["versions"][0]["name"]["form_id"].clone()
}

fn next_form(laptop: &Laptop, mood_label: &str) -> Value {
    let id = shipped(laptop);
    file(&visit_form(id.as_str().expect("an id"), NEXT, mood_label), &[])
}

/// Publishes a form of these rows as the next version of the shipped one, and waits until the visitor's new visits use it.
fn publish_for(coordinator: &Laptop, visitor: &Laptop, survey: &[&[&str]], choices: &[&[&str]]) {
    let id = shipped(coordinator);
    let settings: &[&[&str]] = &[&["form_title", "form_id", "version"], &["Bezoek", id.as_str().expect("an id"), NEXT]];
    let form = workbook(&[("survey", survey), ("choices", choices), ("settings", settings)]);
    coordinator.call("publish_form", file(&form, &[]));
    coordinator.sync();
    let waiting = add_household(visitor, "99", None);
    visitor.insist_until("the new version arrives", || {
        let draft = start_visit(visitor, &waiting);
        let arrived = form_of(visitor, &draft) == NEXT;
        visitor.call("discard_draft", json!({ "id": draft }));
        arrived
    });
}

/// What a new visit is filled in with.
fn form_of(laptop: &Laptop, draft: &str) -> Value {
    laptop.call("draft", json!({ "id": draft }))["form"]["version"].clone()
}

/// Finishes a visit with consent and this mood; its id.
fn visited(laptop: &Laptop, draft: &str) -> String {
    give(laptop, draft, "consent", "ja");
    give(laptop, draft, "mood", "goed");
    put_off_the_rest(laptop, draft);
    let finished = laptop.call("finish_visit", json!({ "id": draft }));
    laptop.sync();
    finished["attempt"].as_str().expect("a visit").to_owned()
}

/// The words of the question for the mood, as a review shows them.
fn mood_label(laptop: &Laptop, visit: &str) -> String {
    let view = laptop.call("visit_view", json!({ "id": visit }));
    let sections = view["sections"].as_array().expect("sections").iter();
    let answers: Vec<&Value> = sections.flat_map(|s| s["answers"].as_array().expect("answers")).collect();
    let mood = answers.iter().find(|a| a["question"]["use_as"] == "mood").expect("the mood");
    mood["question"]["label"]["nl"].as_str().expect("a label").to_owned()
}

#[test]
fn a_draft_keeps_its_version_and_the_next_visit_has_the_new_one() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let (first, second) = (add_household(&meryem, "1", None), add_household(&meryem, "2", None));
    let begun = start_visit(&meryem, &first);
    let old = form_of(&meryem, &begun);

    let new = next_form(&koen, "Hoe is het met u?");
    let check = koen.call("check_form", new.clone());
    assert_eq!((&check["errors"], &check["obstacle"]), (&json!(0), &Value::Null));
    assert_eq!(check["in_use"]["version"], old);
    let published = koen.call("publish_form", new);
    assert_eq!(published["versions"][0]["name"]["version"], NEXT);
    assert_eq!(published["versions"][0]["state"], "in_use");
    assert_eq!(published["versions"][0]["by_name"], "Koen Bielen");
    assert_eq!(published["successor"]["version"], old);
    koen.sync();
    meryem.insist_until("the new version arrives", || {
        let draft = start_visit(&meryem, &second);
        let version = form_of(&meryem, &draft);
        if version != NEXT {
            meryem.call("discard_draft", json!({ "id": draft }));
        }
        version == NEXT
    });

    assert_eq!(form_of(&meryem, &begun), old, "the draft goes on in the version that it began with");
    let old_visit = visited(&meryem, &begun);
    let new_visit = visited(&meryem, &start_visit(&meryem, &second));
    koen.insist_until("both visits arrive", || received(&koen).len() == 2);
    assert_ne!(mood_label(&koen, &old_visit), "Hoe is het met u?");
    assert_eq!(mood_label(&koen, &new_visit), "Hoe is het met u?");
    let form_flag = |row: &Value| row["flags"].as_array().is_some_and(|flags| flags.contains(&json!("form")));
    assert!(!received(&koen).iter().any(form_flag), "nothing that a form does not allow");

    // Withdrawn: new visits go back, the visit that has it still opens, also after starting anew.
    let id = published["versions"][0]["id"].clone();
    let after = koen.call("withdraw_form", json!({ "id": id, "withdrawn": true }));
    assert_eq!(after["versions"][0]["name"]["version"], old);
    let row = after["versions"].as_array().expect("versions").iter().find(|v| v["id"] == id).expect("it stays");
    assert_eq!((&row["state"], &row["visits"]), (&json!("withdrawn"), &json!(1)));
    koen.sync();
    let third = add_household(&meryem, "3", None);
    meryem.insist_until("the version is withdrawn there too", || {
        let draft = start_visit(&meryem, &third);
        let version = form_of(&meryem, &draft);
        meryem.call("discard_draft", json!({ "id": draft }));
        version == old
    });
    let mut koen = koen;
    koen.restart();
    assert_eq!(mood_label(&koen, &new_visit), "Hoe is het met u?");
}

#[test]
fn a_version_is_published_once_and_only_upwards() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    koen.call("publish_form", next_form(&koen, "Hoe gaat het?"));
    let other = next_form(&koen, "Iets anders");
    assert_eq!(koen.call("check_form", other.clone())["obstacle"], "form-version-taken");
    assert_eq!(koen.refused("publish_form", other), "form-version-taken");
    let id = shipped(&koen);
    let id = id.as_str().expect("an id");
    assert_eq!(koen.refused("publish_form", file(&visit_form(id, "2098", "?"), &[])), "form-version-taken");
    assert_eq!(koen.refused("publish_form", file(&visit_form(id, "", "?"), &[])), "form-without-version");
    assert_eq!(koen.refused("publish_form", file(b"no workbook", &[])), "form-has-errors");
    koen.sync();
    let lotte = office.laptop("Lotte Nijs");
    assert_eq!(lotte.call("forms", json!({}))["versions"][0]["name"]["version"], NEXT, "for the whole municipality");
}

#[test]
fn visitors_and_partners_have_nothing_to_say_about_forms() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let form = next_form(&koen, "Hoe gaat het?");
    for visitor in ["Meryem Aydın", "Pieter Maes"].map(|name| office.laptop(name)) {
        for (command, input) in [
            ("forms", json!({})),
            ("check_form", form.clone()),
            ("publish_form", form.clone()),
            ("try_form", json!({ "file": form, "id": null, "language": null })),
            ("form_template", json!({})),
            ("export_form", json!({ "id": null, "file": null })),
            ("withdraw_form", json!({ "id": "00000000-0000-0000-0000-000000000000", "withdrawn": true })),
        ] {
            assert_eq!(visitor.refused(command, input), "forbidden", "{command}");
        }
    }
}

#[test]
fn problems_stand_beside_their_rows_and_errors_come_first() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let bad = workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label", "relevant", "kleur"],
                &["text", "a", "Eerste vraag", "", "rood"],
                &["integer", "b", "Tweede vraag", "${bestaat_niet} > 3"],
                &["select_one lijst", "c", "Derde vraag"],
            ],
        ),
        ("settings", &[&["form_id", "version"], &["proef", "1"]]),
    ]);
    let check = koen.call("check_form", file(&bad, &[]));
    assert_eq!((&check["summary"], &check["errors"]), (&Value::Null, &json!(2)), "{check}");
    let problems = check["problems"].as_array().expect("problems");
    let first = &problems[0];
    assert_eq!((&first["severity"], &first["row"], &first["column"]), (&json!("error"), &json!(3), &json!("relevant")));
    assert_eq!((&first["code"], &first["word"]), (&json!("unknown-reference"), &json!("bestaat_niet")));
    assert_eq!(first["cell"], "${bestaat_niet} > 3");
    assert_eq!(first["cells"][2], json!({ "column": "label", "text": "Tweede vraag" }));
    assert_eq!(problems[1]["code"], "unknown-list");
    assert!(problems[2..].iter().all(|p| p["severity"] == "warning"), "{problems:?}");
    assert!(problems.iter().any(|p| p["code"] == "unknown-column" && p["word"] == "kleur"));
}

#[test]
fn completeness_counts_texts_of_each_language() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let check = koen.call("check_form", next_form(&koen, "Hoe gaat het?"));
    let summary = &check["summary"];
    assert_eq!((&summary["questions"], &summary["sections"]), (&json!(3), &json!(2)));
    let language = |code: &str| {
        let all = summary["languages"].as_array().expect("languages");
        all.iter().find(|l| l["language"] == code).unwrap_or_else(|| panic!("no {code}")).clone()
    };
    assert_eq!(language("nl")["labels"], json!({ "have": 5, "of": 5 }));
    assert_eq!(language("nl")["missing_count"], 0);
    let turkish = language("tr");
    assert_eq!(turkish["labels"], json!({ "have": 3, "of": 5 }));
    assert_eq!(turkish["choices"], json!({ "have": 4, "of": 4 }));
    let missing = json!({ "kind": "label", "row": 5, "name": "welzijn", "text": "Welzijn" });
    assert_eq!((&turkish["missing"][0], &turkish["missing_count"]), (&missing, &json!(2)));
    assert_eq!(language("ar")["choices"], json!({ "have": 0, "of": 4 }), "a language of the app that the form lacks");
}

#[test]
fn a_form_is_tried_without_leaving_a_trace() {
    let office = Office::open();
    let mut koen = office.laptop("Koen Bielen");
    let form = next_form(&koen, "Hoe is het met u?");
    let trial = koen.call("try_form", json!({ "file": form, "id": null, "language": null }));
    let draft = trial["id"].as_str().expect("a trial").to_owned();
    give(&koen, &draft, "consent", "ja");
    give(&koen, &draft, "mood", "slecht");
    let mood = path_of(&koen, &draft, "mood");
    let shown = koen.call("resident_question", json!({ "draft": draft, "path": mood, "language": "tr" }));
    assert_eq!((&shown["label"], &shown["choices"][1]["label"]), (&json!("Nasılsınız?"), &json!("Kötü")));

    assert_eq!(koen.refused("finish_visit", json!({ "id": draft })), "not-allowed-now");
    assert_eq!(koen.refused("discard_draft", json!({ "id": draft })), "not-allowed-now");
    assert_eq!(koen.waiting(), 0);
    assert_eq!(koen.call("draft", json!({ "id": draft }))["form"]["version"], NEXT, "and it goes on after a refusal");
    koen.restart();
    assert_eq!(koen.refused("draft", json!({ "id": draft })), "not-found");
    let store = koen.store();
    assert_eq!(store.read(|r| r.drafts()).expect("drafts").len(), 0, "nothing on disk");

    let shipped = koen.call("try_form", json!({ "file": null, "id": null, "language": "tr" }));
    assert_eq!(shipped["state"]["language"], "tr");
}

#[test]
fn a_table_beside_the_form_travels_with_it() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let book = workbook(&[
        (
            "survey",
            &[
                &["type", "name", "label", "use"],
                &["select_one jn", "toestemming", "Mag het?", "consent"],
                &["select_one_from_file scholen.csv", "school", "Welke school?"],
            ],
        ),
        ("choices", &[&["list_name", "name", "label"], &["jn", "ja", "Ja"], &["jn", "nee", "Neen"]]),
        ("settings", &[&["form_id", "version"], &["scholen", "1"]]),
    ]);
    let table = "name,label\nzon,De Zon\nmaan,De Maan\n";
    let alone = koen.call("check_form", file(&book, &[]));
    assert_eq!(
        (&alone["problems"][0]["code"], &alone["problems"][0]["word"]),
        (&json!("list-file-missing"), &json!("scholen.csv"))
    );
    let published = koen.call("publish_form", file(&book, &[("scholen.csv", table)]));
    let version = &published["versions"][0];
    assert_eq!((&version["name"]["form_id"], &version["files"]), (&json!("scholen"), &json!(["scholen.csv"])));
    let exported = koen.call("export_form", json!({ "id": version["id"], "file": "scholen.csv" }));
    assert_eq!(exported["base64"], base64(table.as_bytes()));
    let exported = koen.call("export_form", json!({ "id": version["id"], "file": null }));
    assert_eq!((&exported["name"], &exported["base64"]), (&json!("scholen-1.xlsx"), &json!(base64(&book))));

    koen.sync();
    let home = add_household(&meryem, "1", None);
    meryem.insist_until("the form arrives", || {
        let draft = start_visit(&meryem, &home);
        let view = meryem.call("draft", json!({ "id": draft }));
        let there = view["form"]["id"] == "scholen";
        if there {
            let school =
                view["form"]["questions"].as_array().expect("questions").iter().find(|q| q["path"] == "school");
            assert_eq!(school.expect("the school")["choices"][1]["label"], json!({ "default": "De Maan" }));
        } else {
            meryem.call("discard_draft", json!({ "id": draft }));
        }
        there
    });
}

#[test]
fn the_template_is_a_form_without_errors_in_six_languages() {
    let office = Office::open();
    let koen = office.laptop("Koen Bielen");
    let template = koen.call("form_template", json!({}));
    assert_eq!(template["name"], "formulier-leeg.xlsx");
    let check = koen.call("check_form", json!({ "workbook": template, "beside": [] }));
    assert_eq!((&check["errors"], &check["warnings"]), (&json!(0), &json!(0)), "{}", check["problems"]);
    let languages = check["summary"]["languages"].as_array().expect("languages");
    let codes: Vec<&Value> = languages.iter().map(|l| &l["language"]).collect();
    assert_eq!(codes, ["nl", "en", "it", "fr", "tr", "ar"]);
    assert!(languages.iter().all(|l| l["choices"]["have"] == l["choices"]["of"]), "the example is translated");
}

#[test]
fn an_administrator_publishes_and_sees_nothing_of_the_visits() {
    let office = Office::open();
    office.server().admin.add_user("Ann Bex", domain::Role::Administrator, &["winterslag"], false).expect("a new user");
    let (meryem, ann) = (office.laptop("Meryem Aydın"), office.laptop("Ann Bex"));
    let published = ann.call("publish_form", next_form(&ann, "Hoe is het?"));
    assert_eq!(
        (&published["versions"][0]["state"], &published["versions"][0]["visits"]),
        (&json!("in_use"), &Value::Null)
    );
    ann.sync();
    let home = add_household(&meryem, "1", None);
    meryem.insist_until("the form arrives", || {
        let draft = start_visit(&meryem, &home);
        let version = form_of(&meryem, &draft);
        meryem.call("discard_draft", json!({ "id": draft }));
        version == NEXT
    });
}

#[test]
fn an_answer_that_the_form_does_not_allow_waits_for_the_coordinator_beside_it() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let home = add_household(&meryem, "1", None);
    let draft = start_visit(&meryem, &home);
    give(&meryem, &draft, "consent", "ja");
    let mood = path_of(&meryem, &draft, "mood");
    give(&meryem, &draft, "mood", "goed");
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    // A defect, or a hand in the database: the window would have refused it.
    let mut set = domain::Body::new();
    set.insert(format!("answers/{mood}"), json!({ "value": "prima" }));
    let change = store::NewChange {
        id: "018f0000-0000-7000-8000-000000000001".parse().expect("an id"),
        record: domain::RecordKey::new(domain::Kind::Visit, draft.parse::<domain::RecordId>().expect("an id")),
        operation: domain::Operation::Set { set },
        at: chrono::Utc::now(),
        reason: None,
        resolves: Vec::new(),
    };
    meryem.store().write(|w| w.record_change(change).map(drop)).expect("written");
    meryem.sync();

    let flagged =
        || received(&koen).iter().any(|row| row["flags"].as_array().is_some_and(|f| f.contains(&json!("form"))));
    koen.insist_until("the visit comes with a flag", flagged);
    let view = koen.call("visit_view", json!({ "id": draft }));
    let sections = view["sections"].as_array().expect("sections").iter();
    let answers: Vec<&Value> = sections.flat_map(|s| s["answers"].as_array().expect("answers")).collect();
    let answer = answers.iter().find(|a| a["path"] == json!(mood)).expect("nothing is lost");
    assert_eq!((&answer["answer"]["value"], &answer["issues"]), (&json!("prima"), &json!(["unknown_choice"])));
    assert_eq!(koen.call("approve_unflagged", json!({}))["approved"], 0, "a flagged visit is approved by itself");

    let correction =
        json!({ "visit": draft, "path": mood, "answer": { "value": "goed" }, "reason": "Verkeerd bewaard" });
    meryem.call("correct_answer", correction);
    meryem.sync();
    koen.insist_until("the correction settles it", || !flagged());
}

#[test]
fn answers_about_each_child_reach_the_coordinator_and_can_be_corrected() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let survey: &[&[&str]] = &[
        &["type", "name", "label", "use"],
        &["begin_group", "begin", "Begin"],
        &["select_one jn", "toestemming", "Mogen we dit noteren?", "consent"],
        &["end_group"],
        &["begin_repeat", "kind", "Kind"],
        &["text", "naam", "Hoe heet het kind?"],
        &["end_repeat"],
    ];
    publish_for(
        &koen,
        &meryem,
        survey,
        &[&["list_name", "name", "label"], &["jn", "ja", "Ja"], &["jn", "nee", "Neen"]],
    );
    let draft = start_visit(&meryem, &add_household(&meryem, "1", None));
    give(&meryem, &draft, "consent", "ja");
    for name in ["Salma", "Yusuf"] {
        let state = meryem.call("add_repeat", json!({ "draft": draft, "repeat": "kind" }));
        let key = state["repeats"][0]["instances"].as_array().and_then(|keys| keys.last()).expect("an instance");
        let path = format!("kind[{}]/naam", key.as_str().expect("a key"));
        let answer = json!({ "value": name });
        let input = json!({ "draft": draft, "path": path, "answer": answer, "go_to": null, "typing": false });
        meryem.call("answer", input);
    }
    put_off_the_rest(&meryem, &draft);
    let visit = meryem.call("finish_visit", json!({ "id": draft }))["attempt"].clone();
    meryem.sync();
    koen.insist_until("the visit arrives", || received(&koen).len() == 1);

    let children = |laptop: &Laptop| {
        let view = laptop.call("visit_view", json!({ "id": visit }));
        view["sections"][1]["answers"].as_array().expect("answers").clone()
    };
    let seen = children(&koen);
    let said: Vec<&Value> = seen.iter().map(|a| &a["text"]["nl"]).collect();
    assert_eq!(said, ["Salma", "Yusuf"]);
    assert_eq!(seen[1]["around"][0]["number"], json!([2, 2]));

    let path = seen[1]["path"].clone();
    koen.call("comment", json!({ "visit": visit, "path": path, "text": "Met of zonder e?" }));
    koen.sync();
    meryem.insist_until("the comment stands at its child", || children(&meryem)[1]["comments"][0].is_object());
    let answer = json!({ "value": "Youssef" });
    meryem.call("correct_answer", json!({ "visit": visit, "path": path, "answer": answer, "reason": "Nagevraagd." }));
    meryem.sync();
    koen.insist_until("the correction arrives", || children(&koen)[1]["text"]["nl"] == "Youssef");
    assert_eq!(children(&koen)[1]["revisions"][0]["old_text"], "Yusuf");
}

#[test]
fn a_request_outside_of_any_group_tells_nothing_of_its_visit_either() {
    let office = Office::open();
    let (meryem, koen) = (office.laptop("Meryem Aydın"), office.laptop("Koen Bielen"));
    let survey: &[&[&str]] = &[
        &["type", "name", "label", "use"],
        &["select_one jn", "toestemming", "Mogen we dit noteren?", "consent"],
        &["select_one jn", "hulp", "Is er een vraag?", "help_wanted"],
        &["begin_repeat", "hulpvraag", "Hulpvraag", "help_request"],
        &["select_one soort", "hv_soort", "Waarover?", "help_category"],
        &["text", "hv_tekst", "Wat?", "help_description"],
        &["select_one hoe", "hv_dringend", "Hoe dringend?", "help_urgency"],
        &["select_one jn", "hv_delen", "Mogen we dit doorgeven?", "help_share"],
        &["end_repeat"],
        &["text", "slot", "Nog iets?", "remarks"],
    ];
    let choices: &[&[&str]] = &[
        &["list_name", "name", "label"],
        &["jn", "ja", "Ja"],
        &["jn", "nee", "Neen"],
        &["soort", "wonen", "Wonen"],
        &["hoe", "vandaag", "Vandaag"],
    ];
    publish_for(&koen, &meryem, survey, choices);
    let draft = start_visit(&meryem, &add_household(&meryem, "1", None));
    give(&meryem, &draft, "consent", "ja");
    request(&meryem, &draft, "uniek-woord-dat-niemand-mag-zien", "nee");
    give(&meryem, &draft, "remarks", "De bel is stuk.");
    put_off_the_rest(&meryem, &draft);
    meryem.call("finish_visit", json!({ "id": draft }));
    meryem.sync();
    koen.insist_until("the visit arrives", || received(&koen).len() == 1);

    let visit = koen.call("visit_view", json!({ "id": draft }));
    let text = visit.to_string();
    assert!(!text.contains("uniek-woord") && !text.contains("wonen"), "{text}");
    assert!(text.contains("De bel is stuk."), "what stands outside of the request does arrive: {text}");
    let sections = visit["sections"].as_array().expect("sections").iter();
    let mut names: Vec<&str> = sections.map(|s| s["id"].as_str().expect("an id")).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all, "each section has a name of its own");
}
