//! The choice of a language by the header `Accept-Language` of an HTTP request, as RFC 9110 defines it.

use crate::language::lookup::{Distance, LanguageRange};
use core::cmp::Reverse;

/// Returns the available language that the header prefers, or `None` if it accepts none.
///
/// A language has the greatest weight of the entries that find it. Does not allocate; parses the header once per language
/// instead.
pub(crate) fn negotiate<'a>(header: &str, available: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let accepted = available.filter_map(|tag| Some((preference(header, tag)?, tag)));
    // `max_by` would return the last of equal ones.
    accepted.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, tag)| tag)
}

/// The rank of a language in a header: by weight, then by the position in the header, then by nearness. The range `*` comes
/// after all others of its weight.
type Preference = (u16, Reverse<(usize, Option<Distance>)>);

/// Returns the preference for one language, or `None` if no entry finds it or the nearest one excludes it.
fn preference(header: &str, tag: &str) -> Option<Preference> {
    let (mut preferred, mut nearest, mut any) = (None, None, None);
    for (position, entry) in header.split(',').enumerate() {
        let Some((range, weight)) = parse_entry(entry) else { continue };
        if range == "*" {
            any = any.max(Some((weight, Reverse((usize::MAX, None)))));
        } else if let Some(distance) = LanguageRange::parse(range).and_then(|range| range.distance(tag)) {
            preferred = preferred.max(Some((weight, Reverse((position, Some(distance))))));
            nearest = nearest.max(Some((Reverse(distance), weight)));
        }
    }
    let is_excluded = nearest.is_some_and(|(_, weight)| weight == 0);
    preferred.or(any).filter(|(weight, _)| *weight > 0 && !is_excluded)
}

/// Parses `en-GB;q=0.8` as a range and its weight in thousandths, or returns `None` if it is malformed.
fn parse_entry(entry: &str) -> Option<(&str, u16)> {
    let Some((range, weight)) = entry.split_once(';') else { return Some((trim(entry), 1000)) };
    let (name, weight) = trim(weight).split_at_checked(2)?;
    let weight = if name.eq_ignore_ascii_case("q=") { parse_weight(weight)? } else { return None };
    Some((trim(range), weight))
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}

/// Parses a weight from 0 to 1, and returns it in thousandths. Decimals after the third are ignored.
fn parse_weight(weight: &str) -> Option<u16> {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = decimals.bytes().chain(core::iter::repeat(b'0')).take(3);
    let thousandths = digits.fold(0, |thousandths, digit| thousandths * 10 + u16::from(digit - b'0'));
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{parse_entry, parse_weight};

    #[test]
    fn weights_are_those_of_rfc_9110() {
        for (weight, thousandths) in [
            ("0", 0),
            ("1", 1000),
            ("0.", 0),
            ("1.", 1000),
            ("0.5", 500),
            ("0.001", 1),
            ("1.000", 1000),
            ("0.3333", 333),
        ] {
            assert_eq!(parse_weight(weight), Some(thousandths), "{weight}");
        }
        for malformed in
            ["", ".5", "2", "1.001", "-1", "+1", "0,5", "0.5.5", "00", "1e0", "NaN", "0.5 ", "½", "0.५"]
        {
            assert_eq!(parse_weight(malformed), None, "{malformed}");
        }
    }

    #[test]
    fn an_entry_is_a_range_and_a_weight() {
        assert_eq!(parse_entry(" en-GB "), Some(("en-GB", 1000)));
        assert_eq!(parse_entry("\ten-GB ; q=0.8\t"), Some(("en-GB", 800)));
        assert_eq!(parse_entry("*;Q=0.1"), Some(("*", 100)));
        for malformed in ["en;", "en;q", "en;q=", "en;level=1", "en;q=0.5;q=0.6", "en;q =0.5", "en;忙"] {
            assert_eq!(parse_entry(malformed), None, "{malformed}");
        }
    }
}
