//! The first real form, read and filled in as the app does it.

use std::sync::Arc;

use forms::{Answer, Env, Form, Kind, Run, SetError, Severity, Violation, read};

fn form() -> Arc<Form> {
    let import = read(include_bytes!("data/hoe-gaat-het.xlsx"));
    let errors: Vec<_> = import.problems.iter().filter(|p| p.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    Arc::new(import.form.expect("a form"))
}

fn env() -> Env {
    Env {
        now: "2026-01-15T10:00:00+01:00".parse().expect("a moment"),
        username: "an".to_owned(),
        device_id: "laptop-1".to_owned(),
        random_seed: 7,
    }
}

#[track_caller]
fn set(run: &mut Run, path: &str, value: &str) {
    run.set(path, Answer::text(value)).expect(path);
}

#[track_caller]
fn relevant(run: &Run, path: &str) -> bool {
    run.node(path).expect(path).relevant
}

#[test]
fn runs_and_forms_go_between_threads() {
    fn goes<T: Send>() {}
    fn is_shared<T: Send + Sync>() {}
    goes::<Run>();
    is_shared::<Form>();
}

#[test]
fn the_form_has_its_questions_and_languages() {
    let form = form();
    assert_eq!((form.id.as_str(), form.default_language.as_str()), ("hoe_gaat_het", "nl"));
    assert_eq!(form.languages, ["nl"]);
    let question = form.question("hulpvraag[]/hv_categorie").expect("the category");
    assert_eq!(question.kind, Kind::SelectOne);
    assert_eq!(question.choices.len(), 6);
    assert_eq!(form.question("welzijn/hoe_gaat_het").expect("a question").label["nl"], "Hoe gaat het met u?");
}

#[test]
fn consent_opens_the_groups_and_keeps_what_is_hidden() {
    let mut run = Run::new(form(), env());
    assert!(!relevant(&run, "welzijn/hoe_gaat_het"));
    set(&mut run, "toestemming", "ja");
    assert!(relevant(&run, "welzijn/hoe_gaat_het"));
    set(&mut run, "welzijn/hoe_gaat_het", "slecht");
    assert!(relevant(&run, "welzijn/hoe_gaat_het_toelichting"));
    set(&mut run, "toestemming", "nee");
    assert!(!relevant(&run, "welzijn/hoe_gaat_het_toelichting"));
    assert!(run.answers().0.contains_key("welzijn/hoe_gaat_het"));
    assert!(!run.submission().0.contains_key("welzijn/hoe_gaat_het"));
}

#[test]
fn help_requests_are_instances_with_defaults_and_filtered_choices() {
    let mut run = Run::new(form(), env());
    set(&mut run, "toestemming", "ja");
    set(&mut run, "hulp", "ja");
    run.add_repeat("hulpvraag", "b").expect("an instance");
    run.add_repeat("hulpvraag[]", "a").expect("an instance");
    assert_eq!(run.instances("hulpvraag"), ["a", "b"]);
    assert_eq!(run.node("hulpvraag[b]/hv_nr").expect("a number").value, "2");
    assert_eq!(run.node("hulpvraag[a]/hv_dringend").expect("urgency").value, "gewoon");
    set(&mut run, "hulpvraag[a]/hv_categorie", "zorg");
    let sub = run.node("hulpvraag[a]/hv_sub").expect("a question");
    assert_eq!(sub.choices.expect("choices"), ["thuisverpleging", "poetshulp", "vervoer"]);
    assert!(run.node("bel_nu").is_some_and(|note| !note.relevant));
    set(&mut run, "hulpvraag[a]/hv_dringend", "vandaag");
    assert!(relevant(&run, "bel_nu"));
    let removed = run.remove_repeat("hulpvraag", "a").expect("what was there");
    assert_eq!(removed.0.len(), 3, "{removed:?}");
    assert!(!relevant(&run, "bel_nu"));
    run.restore(removed);
    assert!(relevant(&run, "bel_nu"));
}

#[test]
fn a_repeat_is_relevant_or_not_also_without_instances() {
    let import = read(include_bytes!("../../../forms/hoe-gaat-het.xlsx"));
    let mut run = Run::new(Arc::new(import.form.expect("a form")), env());
    let repeat = "hulp_en_vragen/hulpvraag";
    assert!(!run.is_relevant(repeat), "before consent");
    set(&mut run, "akkoord/toestemming", "ja");
    assert!(!run.is_relevant(repeat), "before help is wanted");
    set(&mut run, "hulp_en_vragen/hulp", "ja");
    assert!(run.is_relevant(repeat));
    set(&mut run, "hulp_en_vragen/hulp", "nee");
    assert!(!run.is_relevant(repeat));
}

#[test]
fn refused_and_later_satisfy_required() {
    let mut run = Run::new(form(), env());
    assert_eq!(run.node("taal").expect("language").problem, Some(Violation::Required));
    run.set("taal", Answer::refused()).expect("refused");
    assert_eq!(run.node("taal").expect("language").problem, None);
    run.set("taal", Answer { refused: true, ..Answer::text("andere") }).expect("refused");
    assert!(!relevant(&run, "taal_andere"), "expressions see a refused answer as empty");
    run.set("taal", Answer::later()).expect("later");
    assert_eq!(run.node("taal").expect("language").problem, None);
}

#[test]
fn constraints_and_types_are_checked() {
    let mut run = Run::new(form(), env());
    set(&mut run, "bezoekdatum", "2026-01-16");
    assert_eq!(run.node("bezoekdatum").expect("a date").problem, Some(Violation::Constraint));
    assert_eq!(run.set("bezoekdatum", Answer::text("gisteren")), Err(SetError::WrongType("bezoekdatum".to_owned())));
    assert!(matches!(run.set("taal", Answer::text("xx")), Err(SetError::UnknownChoice { .. })));
    assert!(matches!(run.set("nergens", Answer::text("xx")), Err(SetError::UnknownPath(_))));
    assert!(matches!(run.set("djg/djg_leeg", Answer::number(1.0)), Err(SetError::NotAnswerable(_))));
}

#[test]
fn a_run_goes_on_where_it_stopped() {
    let mut run = Run::new(form(), env());
    set(&mut run, "toestemming", "ja");
    run.add_repeat("hulpvraag", "0191f0").expect("an instance");
    let json = serde_json::to_string(run.answers()).expect("json");
    let again = Run::start(form(), serde_json::from_str(&json).expect("answers"), env());
    assert_eq!(run.nodes(), again.nodes());
}
