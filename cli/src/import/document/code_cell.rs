//! What a table says in the column of the code: one integer or text a row, however it is written. What is several
//! codes, or may be, is an error that says what to write.

use super::integer::integer;
use super::model::{Document, Entry, Unread};

/// Settles the code of a row that is read.
pub(super) fn read(entry: &mut Entry) -> Result<(), String> {
    let written = std::mem::take(&mut entry.code);
    let mut code = written.trim();
    // Struck out: the vendor has withdrawn it.
    if let Some(inner) = code.strip_prefix("~~").and_then(|rest| rest.strip_suffix("~~")) {
        code = inner.trim();
        entry.deprecated.get_or_insert_with(|| "withdrawn by the vendor".into());
    }
    code = unquoted(code);
    if code.is_empty() {
        return Err("it has no code".to_owned());
    }
    several(code)?;
    entry.code = code.into();
    Ok(())
}

/// A code in the quotes of a programming language.
fn unquoted(code: &str) -> &str {
    let pairs = [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”')];
    let inner = pairs.iter().find_map(|(open, close)| code.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(code, str::trim)
}

/// Refuses what looks like several codes, or like one in digits that no server sends.
fn several(code: &str) -> Result<(), String> {
    let narrow: String = code.chars().map(narrow).collect();
    if narrow != code && integer(&narrow).is_some() {
        return Err(format!("its code has full-width digits: write {narrow}"));
    }
    if code.contains('.') && code.contains(['E', 'e']) && code.parse::<f64>().is_ok() {
        return Err(
            "its code was rounded by a spreadsheet: write all its digits, in a column of text".to_owned()
        );
    }
    let has_number = |text: &str| integer(text.trim()).is_some();
    let groups: Vec<&str> = code.split([',', '，']).collect();
    if let [first, others @ ..] = groups.as_slice()
        && !others.is_empty()
        && (1..=3).contains(&first.trim_start_matches('-').len())
        && has_number(first)
        && others.iter().all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
    {
        let whole = groups.concat();
        return Err(format!(
            "its code has a separator: write {whole}, or a row for each if they are several codes"
        ));
    }
    let parts: Vec<&str> = code
        .split(['/', '、', ',', '，', ';', '；', '|', ' '])
        .filter(|part| !part.trim().is_empty())
        .collect();
    if parts.len() > 1 && parts.iter().all(|part| has_number(part)) {
        let shown: Vec<&str> = parts.iter().take(3).map(|part| part.trim()).collect();
        return Err(format!("it has {} codes: write a row for each, {}", parts.len(), shown.join(" and ")));
    }
    for separator in ["-", "–", "—", "~", "～", "至", "..=", "..", "…"] {
        if let Some((first, last)) = code.split_once(separator)
            && has_number(first)
            && has_number(last)
        {
            let (first, last) = (first.trim(), last.trim());
            return Err(format!(
                "it is a range of codes: write a row for each code from {first} to {last} that the vendor sends"
            ));
        }
    }
    Ok(())
}

/// The ASCII character for a full-width one.
fn narrow(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '−' => '-',
        other => other,
    }
}

/// Decides whether the codes are integers or texts. They are integers if any can only be one, and then a row with
/// another code cannot be read.
pub(super) fn settle(document: &mut Document) {
    let looks_like_text = |entry: &Entry| {
        entry.code.len() > 1 && entry.code.starts_with('0') && !entry.code.contains(['x', 'X'])
    };
    let integers = document.entries.iter().any(|entry| integer(&entry.code).is_some());
    if !integers || document.entries.iter().any(looks_like_text) {
        return;
    }
    // No type holds both a negative code and one above i64::MAX.
    let negative = document.entries.iter().any(|entry| integer(&entry.code).is_some_and(|code| code < 0));
    let unread = &mut document.unread;
    document.entries.retain_mut(|entry| {
        let Some(code) = integer(&entry.code) else {
            let Entry { line, code, .. } = entry;
            let shown = super::cells::quoted(code);
            unread.push(|| Unread {
                line: *line,
                why: format!("{shown} is no integer of up to 64 bits, as the other codes are"),
            });
            return false;
        };
        if negative && i64::try_from(code).is_err() {
            unread.push(|| Unread {
                line: entry.line,
                why: format!(
                    "{code} is above 2^63 - 1, and other codes are negative: no integer type holds both"
                ),
            });
            return false;
        }
        let decimal = code.to_string().into_boxed_str();
        if decimal != entry.code {
            let literal = entry.code.replace('X', "x");
            entry.literal = literal.contains('x').then(|| literal.into_boxed_str());
            entry.code = decimal;
        }
        true
    });
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::document::Entry;

    fn of(written: &str) -> Result<Entry, String> {
        let mut entry = Entry { code: written.into(), ..Entry::default() };
        read(&mut entry).map(|()| entry)
    }

    #[test]
    fn one_code_is_read_however_it_is_dressed() {
        for (written, code) in [
            ("40014", "40014"),
            ("\"2002\"", "2002"),
            ("`2002`", "2002"),
            ("~~1006~~", "1006"),
            ("-1", "-1"),
            ("isv.invalid-parameter", "isv.invalid-parameter"),
            ("card_declined", "card_declined"),
            ("42P01", "42P01"),
        ] {
            assert_eq!(of(written).map(|entry| entry.code), Ok(code.into()), "{written}");
        }
        assert!(of("~~1006~~").is_ok_and(|entry| entry.deprecated.is_some()));
    }

    #[test]
    fn several_codes_are_an_error_that_says_what_to_write() {
        for (written, says) in [
            ("1002、1003", "it has 2 codes: write a row for each, 1002 and 1003"),
            ("20006/20007", "it has 2 codes: write a row for each, 20006 and 20007"),
            (
                "1004-1006",
                "it is a range of codes: write a row for each code from 1004 to 1006 that the vendor sends",
            ),
            (
                "1004 ~ 1006",
                "it is a range of codes: write a row for each code from 1004 to 1006 that the vendor sends",
            ),
            ("１００９", "its code has full-width digits: write 1009"),
            ("99,991", "its code has a separator: write 99991, or a row for each if they are several codes"),
        ] {
            assert_eq!(of(written).map(|entry| entry.code), Err(says.to_owned()), "{written}");
        }
    }
}
