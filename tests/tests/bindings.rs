//! What the UI is written against is what the app says.

#[test]
fn the_generated_bindings_are_fresh() {
    let committed = std::fs::read_to_string(tests::bindings_path()).expect("the bindings are committed");
    assert!(committed == app::typescript(), "stale: run `cargo xtask codegen`");
}

#[test]
fn every_error_code_has_a_message_in_every_language() {
    for language in ["nl", "en", "it", "fr", "tr", "ar"] {
        let messages = tests::messages(language);
        for code in app::Error::CODES {
            assert!(messages.contains(&format!("error-{code}")), "{language}: error-{code} is missing");
        }
    }
}
