//! Parses integers with decorations: C suffixes, separators, a second notation, or a name after the number.

use super::integer::integer;

/// An integer that a cell contains.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Number<'t> {
    pub(super) value: i128,
    /// The Rust literal of a hexadecimal number.
    pub(super) literal: Option<String>,
    /// The words before or after the number.
    pub(super) gloss: Option<&'t str>,
    /// True if the words are in parentheses after the number, as in `1 (retired)`: a remark about the number, or its
    /// name.
    pub(super) is_remark: bool,
    /// True if the words follow the number without parentheses, as in `400 Bad Request`.
    pub(super) is_phrase: bool,
}

/// Parses a cell that unambiguously contains one integer.
pub(super) fn number(text: &str) -> Option<Number<'_>> {
    let text = text.trim();
    plain(text)
        .or_else(|| parenthesized(text))
        .or_else(|| beside_another(text))
        .or_else(|| phrase(text))
        .or_else(|| constant(text))
}

/// Parses an integer with separators and a suffix, perhaps in parentheses and with a cast: `((HRESULT)0x80004005L)`.
fn plain(text: &str) -> Option<Number<'_>> {
    let mut text = text;
    while let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
        && (!inner.contains(['(', ')']) || inner.starts_with('('))
    {
        text = inner.trim();
    }
    if let Some((cast, rest)) = text.strip_prefix('(').and_then(|rest| rest.split_once(')'))
        && cast.starts_with(|first: char| first.is_ascii_alphabetic())
        && cast.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ' '))
    {
        text = rest.trim();
    }
    let digits = without_separators(without_suffix(text))?;
    let value = integer(&digits)?;
    let literal = digits.contains(['x', 'X']).then(|| digits.replace('X', "x"));
    Some(Number { value, literal, gloss: None, is_remark: false, is_phrase: false })
}

/// Returns the number without the suffix that gives it a type in C or Rust.
fn without_suffix(text: &str) -> &str {
    const SUFFIXES: [&str; 16] = [
        "ull", "llu", "ul", "lu", "ll", "u", "l", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64",
        "isize",
    ];
    let begins = text.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit());
    let ends = |suffix: &&&str| {
        text.len() > suffix.len()
            && text.is_char_boundary(text.len() - suffix.len())
            && text[text.len() - suffix.len()..].eq_ignore_ascii_case(suffix)
    };
    match SUFFIXES.iter().filter(ends).max_by_key(|suffix| suffix.len()) {
        Some(suffix) if begins => text[..text.len() - suffix.len()].trim_end_matches('_'),
        _ => text,
    }
}

/// Returns the digits of a number without `_`, and without `'` or a hard space between groups of three.
fn without_separators(text: &str) -> Option<String> {
    const GROUPING: [char; 4] = ['\'', '\u{a0}', '\u{2009}', '\u{202f}'];
    if text.contains(GROUPING) {
        let mut groups = text.trim_start_matches('-').split(GROUPING);
        let first = groups.next().unwrap_or_default().len();
        let is_grouped = (1..=3).contains(&first) && groups.all(|group| group.len() == 3);
        return is_grouped.then(|| text.replace(GROUPING, ""));
    }
    let is_between_digits = !text.contains("__")
        && text.split('_').all(|part| part.starts_with(|c: char| c.is_ascii_hexdigit() || c == '-'));
    (!text.contains('_') || is_between_digits).then(|| text.replace('_', ""))
}

/// Parses `0 (0x0)`, `200 (OK)` and `OK (200)`.
fn parenthesized(text: &str) -> Option<Number<'_>> {
    let brackets = [('(', ')'), ('（', '）'), ('[', ']')];
    let (head, inner) = brackets
        .iter()
        .find_map(|(open, close)| text.strip_suffix(*close)?.split_once(*open))
        .map(|(head, inner)| (head.trim(), inner.trim()))?;
    match (plain(head), plain(inner)) {
        (Some(first), Some(second)) => is_same(&first, &second).then_some(first),
        (Some(number), None) => {
            is_gloss(inner).then_some(Number { gloss: Some(inner), is_remark: true, ..number })
        }
        (None, Some(number)) => is_gloss(head).then_some(Number { gloss: Some(head), ..number }),
        (None, None) => None,
    }
}

/// Parses `1 / 0x1` and `1 = 0x1`, one integer in two notations.
fn beside_another(text: &str) -> Option<Number<'_>> {
    let (first, second) = text.split_once(['/', '=', '|', ',']).or_else(|| text.split_once(' '))?;
    let (first, second) = (plain(first.trim())?, plain(second.trim())?);
    (first.literal.is_some() != second.literal.is_some() && is_same(&first, &second)).then_some(first)
}

/// Parses `400 Bad Request` and `0: OK`.
fn phrase(text: &str) -> Option<Number<'_>> {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '=' | '–' | '—'))?;
    let gloss = text[end..].trim_start();
    let gloss = gloss.trim_start_matches(['-', '–', '—', ':', '：', '=']).trim_start();
    let number = plain(&text[..end])?;
    is_gloss(gloss).then_some(Number { gloss: Some(gloss), is_phrase: true, ..number })
}

/// Parses `ERROR_ACCESS_DENIED 5 (0x5)`, a constant and its value.
fn constant(text: &str) -> Option<Number<'_>> {
    let (name, value) = text.split_once(char::is_whitespace)?;
    let is_constant = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.contains('_')
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let value = value.trim();
    let number = plain(value).or_else(|| parenthesized(value)).filter(|number| number.gloss.is_none())?;
    is_constant.then_some(Number { gloss: Some(name), ..number })
}

/// Checks that two notations are the same integer. One of them may show the bits of a negative number of fixed width.
fn is_same(first: &Number<'_>, second: &Number<'_>) -> bool {
    let difference = first.value - second.value;
    difference == 0
        || first.literal.is_some() != second.literal.is_some()
            && [16, 32, 64].into_iter().any(|width| difference.abs() == 1 << width)
}

/// Checks that the words next to a number only name it, and do not form a range or another code.
fn is_gloss(text: &str) -> bool {
    const OF_RANGES: [&str; 20] = [
        "and", "or", "to", "through", "thru", "until", "till", "above", "below", "over", "under", "up",
        "onwards", "more", "less", "plus", "others", "etc", "ff", "x",
    ];
    const OF_RANGES_IN_CHINESE: [&str; 4] = ["以上", "以下", "之间", "开头"];
    text.starts_with(char::is_alphabetic)
        && !text.contains(|c: char| c.is_numeric() || matches!(c, '*' | '~' | '/' | '|'))
        && !OF_RANGES_IN_CHINESE.iter().any(|word| text.contains(word))
        && !text
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .any(|word| OF_RANGES.iter().any(|other| word.eq_ignore_ascii_case(other)))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn decorated_integers_are_parsed() {
        for (text, value, literal, gloss) in [
            ("40014", 40014, None, None),
            ("0x80005000L", 0x8000_5000, Some("0x80005000"), None),
            ("40014UL", 40014, None, None),
            ("((HRESULT)0x80004005L)", 0x8000_4005, Some("0x80004005"), None),
            ("-1L", -1, None, None),
            ("21_211", 21211, None, None),
            ("21'211", 21211, None, None),
            ("21\u{a0}211", 21211, None, None),
            ("0x8000_5000u32", 0x8000_5000, Some("0x80005000"), None),
            ("0 (0x0)", 0, None, None),
            ("-2147024891 (0x80070005)", -2_147_024_891, None, None),
            ("1 / 0x1", 1, None, None),
            ("200 (OK)", 200, None, Some("OK")),
            ("404（未找到）", 404, None, Some("未找到")),
            ("INVALID_ARGUMENT (3)", 3, None, Some("INVALID_ARGUMENT")),
            ("400 Bad Request", 400, None, Some("Bad Request")),
            ("0: OK", 0, None, Some("OK")),
            ("418 I'm a teapot", 418, None, Some("I'm a teapot")),
            ("ERROR_ACCESS_DENIED 5 (0x5)", 5, None, Some("ERROR_ACCESS_DENIED")),
            ("E_FAIL 0x80004005L", 0x8000_4005, Some("0x80004005"), Some("E_FAIL")),
        ] {
            let parsed = number(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (parsed.value, parsed.literal.as_deref(), parsed.gloss),
                (value, literal, gloss),
                "{text}"
            );
        }
    }

    #[test]
    fn ambiguous_texts_are_not_numbers() {
        for text in [
            "08*",
            "200*",
            "4xx",
            "007",
            "0A000",
            "42P01",
            "E1",
            "1 (2)",
            "200 [1]",
            "1 / 2",
            "Error 5",
            "ERROR_A 5 (6)",
            "ERROR_A ERROR_B",
            "1 2",
            "40014 or 40015",
            "500 and above",
            "100 to 199",
            "500以上",
            "1.5",
            "21_",
            "_1",
            "1__0",
            "21'21",
            "1,000",
            "",
            "L",
            "x (y)",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
