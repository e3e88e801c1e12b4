//! Regular expressions as authors of forms write them (Java's and JavaScript's manner), for the `regex` crate.
//!
//! Shorthand classes are ASCII there, a hyphen after one is a hyphen, and inside brackets `[`, `&&`, `~~` and `--` mean themselves.

use regex::{Error, Regex, RegexBuilder};

use super::MAX_REGEX_BYTES;

/// Compiles a pattern that must match a whole text.
pub(crate) fn compile(pattern: &str) -> Result<Regex, Error> {
    RegexBuilder::new(&format!("^(?:{})$", translate(pattern))).size_limit(MAX_REGEX_BYTES).build()
}

fn translate(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars().peekable();
    let mut inside = false;
    let mut after_class = false;
    while let Some(c) = chars.next() {
        let mut is_class = false;
        match c {
            '\\' => {
                let Some(escaped) = chars.next() else {
                    out.push('\\');
                    break;
                };
                match shorthand(escaped) {
                    Some(members) => {
                        is_class = true;
                        if inside { out.push_str(members) } else { out.push_str(&format!("[{members}]")) }
                    }
                    None => {
                        out.push('\\');
                        out.push(escaped);
                    }
                }
            }
            '[' if inside => out.push_str("\\["),
            '[' => {
                inside = true;
                out.push('[');
                if chars.peek() == Some(&'^') {
                    chars.next();
                    out.push('^');
                }
            }
            ']' if inside => {
                inside = false;
                out.push(']');
            }
            '-' if inside && (after_class || chars.peek() == Some(&'-')) => out.push_str("\\-"),
            '&' | '~' if inside => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
        after_class = is_class;
    }
    out
}

fn shorthand(letter: char) -> Option<&'static str> {
    Some(match letter {
        'd' => "0-9",
        'w' => "A-Za-z0-9_",
        's' => " \\t\\n\\x0B\\f\\r",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[track_caller]
    fn check(pattern: &str, text: &str, expected: bool) {
        assert_eq!(compile(pattern).expect("a pattern").is_match(text), expected, "{pattern} on {text}");
    }

    #[test]
    fn the_whole_text_must_match() {
        check("[0-9]{4}", "1234", true);
        check("[0-9]{4}", "x1234", false);
        check("a|b", "ab", false);
    }

    #[test]
    fn patterns_of_other_engines_mean_the_same() {
        check(r"^[\w-\.]+@([\w-]+\.)+[\w-]{2,}$", "an.peeters@example.be", true);
        check(r"^[\w-\.]+@([\w-]+\.)+[\w-]{2,}$", "an", false);
        check(r"\d{2}", "٣٤", false);
        check(r"[[&]+", "[&[", true);
    }

    #[test]
    fn a_pattern_that_grows_is_refused() {
        assert!(compile("((a{1000}){1000}){1000}").is_err());
        assert!(compile("(").is_err());
    }
}
