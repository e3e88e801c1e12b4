//! Belgian house numbers: number, optional bis letter, optional box ("112", "112A", "112 bus 3").

use crate::fold::fold;
use std::cmp::Ordering;

/// A house number as people write it, taken apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HouseNumber {
    /// Number with its letter, as on the plate: "112", "112A".
    pub number: String,
    pub bus: Option<String>,
}

/// Words that announce a box number in the languages of the city.
const BOX_WORDS: &[&str] = &["bus", "boite", "bte", "box", "b"];

/// Takes "112 bus 3", "112/3", "112A" apart. None where it does not begin with a digit.
pub fn parse_house_number(text: &str) -> Option<HouseNumber> {
    let text = text.trim();
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    let folded = fold(rest);
    let mut words: Vec<&str> = folded.split(' ').filter(|w| !w.is_empty()).collect();
    let mut letter = String::new();
    let glued = rest.starts_with(|c: char| c.is_alphabetic());
    if let Some(first) = words.first().copied() {
        let is_letter = first.len() == 1 && first.chars().all(|c| c.is_ascii_alphabetic());
        if is_letter && (glued || words.len() == 1) && !(words.len() > 1 && first == "b") {
            letter = first.to_uppercase();
            words.remove(0);
        }
    }
    words.retain(|w| !BOX_WORDS.contains(w));
    let bus = words.join(" ").to_uppercase();
    Some(HouseNumber { number: format!("{number}{letter}"), bus: (!bus.is_empty()).then_some(bus) })
}

/// Walking order within a street: 8, 12, 12A, 112; boxes within a number.
pub fn compare(a: (&str, Option<&str>), b: (&str, Option<&str>)) -> Ordering {
    let key = |(number, bus): (&str, Option<&str>)| {
        let part = |s: &str| {
            let digits = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
            (s[..digits].parse::<u32>().unwrap_or(u32::MAX), s[digits..].to_owned())
        };
        (part(number), bus.map(part))
    };
    key(a).cmp(&key(b))
}

/// How alike two names are once folded: same word in common, or one edit apart.
pub fn similar_names(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    // Words that stand in most names say nothing.
    const COMMON: &[&str] = &["familie", "fam", "famile", "de", "van", "den", "el", "al", "ben"];
    let words = |s: &str| -> Vec<String> {
        s.split(' ').filter(|w| w.len() > 1 && !COMMON.contains(w)).map(str::to_owned).collect()
    };
    words(&a).iter().any(|x| words(&b).iter().any(|y| x == y || (x.len() > 3 && one_edit_apart(x, y))))
}

fn one_edit_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (ra, rb) = (&a[same..], &b[same..]);
    ra.get(1..) == rb.get(1..) || ra.get(1..) == Some(rb) || Some(ra) == rb.get(1..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (String, Option<String>) {
        let n = parse_house_number(text).expect("a house number");
        (n.number, n.bus)
    }

    #[test]
    fn reads_numbers_with_boxes_and_letters() {
        assert_eq!(parsed("112"), ("112".into(), None));
        assert_eq!(parsed("112 bus 3"), ("112".into(), Some("3".into())));
        assert_eq!(parsed("112/3"), ("112".into(), Some("3".into())));
        assert_eq!(parsed("112a"), ("112A".into(), None));
        assert_eq!(parsed("112A bus 2.1"), ("112A".into(), Some("2 1".into())));
        assert_eq!(parsed("7 b 4"), ("7".into(), Some("4".into())));
        assert_eq!(parse_house_number("zonder nummer"), None);
    }

    #[test]
    fn sorts_as_one_walks() {
        let mut plates = vec![("112", Some("10")), ("8", None), ("112", Some("3")), ("12A", None), ("12", None)];
        plates.sort_by(|a, b| compare(*a, *b));
        assert_eq!(plates, [("8", None), ("12", None), ("12A", None), ("112", Some("3")), ("112", Some("10"))]);
    }

    #[test]
    fn sees_likely_doubles() {
        assert!(similar_names("Familie Yıldız", "Yildiz"));
        assert!(similar_names("El Idrissi", "Idrisi"));
        assert!(similar_names("Jansen", "Janssen"));
        assert!(!similar_names("Familie Claes", "Familie Conti"));
    }
}
