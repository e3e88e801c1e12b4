//! The page on which a translation is checked before it goes out.
#![cfg(feature = "tool")]

mod support;

use forms::tool::preview;
use support::workbook;

const FORM: &str = "
| survey |
| | type | name | label::Nederlands (nl) | label::العربية (ar) | hint::Nederlands (nl) | relevant | constraint | constraint_message::Nederlands (nl) | required | calculation |
| | select_one yn | ill | Ziek <b>of</b> \"moe\"? | مريض؟ | | | | | yes | |
| | begin repeat | kid | Kind | | | ${ill} = 'yes' | | | | |
| | integer | age | Leeftijd van ${who} | العمر | In jaren | | . >= 0 and not(. > 120) | Te oud | | |
| | end repeat | | | | | | | | | |
| | select_multiple yn | who | Wie? | من؟ | | selected('yes no', ${ill}) or ${ill} = '' | | | | |
| | calculate | z | | | | | | | | (1 + 2) * count(${age}[. > 3]) |
| choices |
| | list_name | name | label::Nederlands (nl) | label::العربية (ar) |
| | yn | yes | Ja | نعم |
| | yn | no | Nee | |
";

#[track_caller]
fn page(languages: &[&str]) -> String {
    preview("form.xlsx", languages, &|_| Ok(workbook(FORM))).expect("a page")
}

#[test]
fn a_page_has_its_languages_side_by_side_and_says_what_is_missing() {
    let page = page(&["nl", "العربية (ar)"]);
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\" dir=\"ltr\">"), "{page}");
    assert!(page.contains("<div lang=\"ar\" dir=\"rtl\"><p class=\"label\">العمر</p>"), "{page}");
    assert!(
        page.contains("<span class=\"missing\">الترجمة ناقصة</span> <span class=\"fallback\" dir=\"auto\">Nee</span>"),
        "{page}"
    );
    // Seven labels of questions, repeat and choices, a hint and a message; the list of two questions counts once.
    assert!(page.contains("<bdi>Nederlands</bdi>: 8 / 8"), "{page}");
    assert!(page.contains("<bdi>العربية</bdi>: 4 / 8"), "{page}");
    // What has no words is the same in each language, and stands there once.
    assert_eq!(page.matches("<code>(1 + 2)").count(), 1);
}

#[test]
fn conditions_are_in_words_as_far_as_there_are_words() {
    let page = page(&["nl"]);
    assert!(
        page.contains("<dt>Alleen als</dt><dd>“Ziek &lt;b&gt;of&lt;/b&gt; &quot;moe&quot;?” is “Ja”</dd>"),
        "{page}"
    );
    assert!(page.contains("het antwoord is minstens 0 en niet (het antwoord is meer dan 120)"), "{page}");
    assert!(page.contains("is “Ja” of “Nee” of"), "{page}");
    assert!(page.contains("is leeg</dd>"), "{page}");
    assert!(page.contains("<code>(1 + 2) * count(${age}[. &gt; 3])</code>"), "{page}");
    assert!(page.contains("Kan meer dan één keer") && page.contains("<dt>Anders</dt><dd>Te oud</dd>"), "{page}");
}

#[test]
fn nothing_of_the_form_reaches_the_page_as_html() {
    let evil = FORM.replace("Kind", "<script>alert(1)</script>").replace("Te oud", "\"'><img src=x onerror=1>");
    let page = preview("form.xlsx", &["nl", "ar"], &|_| Ok(workbook(&evil))).expect("a page");
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"), "{page}");
    assert!(page.contains("&lt;script&gt;"), "{page}");
}

#[test]
fn a_language_that_is_not_there_is_refused_with_those_that_are() {
    let refused = preview("form.xlsx", &["fy"], &|_| Ok(workbook(FORM)));
    assert_eq!(refused, Err("the form is not in fy; it is in nl, ar".to_owned()));
    assert!(preview("form.xlsx", &[], &|_| Err("no such file".to_owned())).is_err());
}
