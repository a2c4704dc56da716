//! Reads the cell of a code, which may be decorated. A cell that has or may have several codes is an error.

use super::cells::quoted;
use super::decorated_integer::{Number, number};
use super::integer::integer;
use super::model::{Capped, Document, Entry};
use crate::import::identifier::is_name_char;
use error_catalog_core::syntax::Raw;
use std::collections::HashSet;

/// Normalizes the code of a row. If the codes are known to be texts, any text is accepted.
pub(super) fn read(entry: &mut Entry, codes: Option<Raw>) -> Result<(), String> {
    let cell = std::mem::take(&mut entry.code);
    let mut code = cell.trim();
    // The vendor has struck it out.
    if let Some(inner) = code.strip_prefix("~~").and_then(|rest| rest.strip_suffix("~~")) {
        code = inner.trim();
        entry.deprecated.get_or_insert_with(|| "withdrawn by the vendor".into());
    }
    code = unquoted(code);
    if code.is_empty() {
        return Err("it has no code".to_owned());
    }
    if codes != Some(Raw::Str) {
        check_single_code(code)?;
    }
    entry.code = code.into();
    Ok(())
}

/// Returns the code without the quotes or backticks around it.
pub(super) fn unquoted(code: &str) -> &str {
    let pairs = [('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”')];
    let inner = pairs.iter().find_map(|(open, close)| code.strip_prefix(*open)?.strip_suffix(*close));
    inner.map_or(code, str::trim)
}

/// Rejects cells that look like several codes, and codes whose digits differ from those that the server sends.
fn check_single_code(code: &str) -> Result<(), String> {
    if number(code).is_some() {
        return Ok(());
    }
    let narrow: String = code.chars().map(narrow).collect();
    if narrow != code && integer(&narrow).is_some() {
        return Err(format!("its code has full-width digits: write {narrow}"));
    }
    if code.contains('.') && code.contains(['E', 'e']) && code.parse::<f64>().is_ok() {
        return Err(
            "its code was rounded by a spreadsheet: write all its digits, in a column of text".to_owned()
        );
    }
    if let Some(mark) = wildcard(code) {
        return Err(format!(
            "the {mark} of its code is a wildcard or a footnote mark: write the code without it, or a row for each code that it matches"
        ));
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
    let parts = parts(code);
    if parts.len() > 1 && parts.iter().all(|part| has_number(part)) {
        let shown: Vec<&str> = parts.iter().take(3).map(|part| part.trim()).collect();
        return Err(format!("it has {} codes: write a row for each, {}", parts.len(), shown.join(" and ")));
    }
    if let Some((first, last)) = range(code) {
        return Err(format!(
            "it is a range of codes: write a row for each code from {first} to {last} that the vendor sends"
        ));
    }
    Ok(())
}

fn parts(code: &str) -> Vec<&str> {
    let parts = code.split(['/', '、', ',', '，', ';', '；', '|', ' ']);
    parts.filter(|part| !part.trim().is_empty()).collect()
}

fn range(code: &str) -> Option<(&str, &str)> {
    let has_number = |text: &str| integer(text.trim()).is_some();
    ["-", "–", "—", "~", "～", "至", "..=", "..", "…"].into_iter().find_map(|separator| {
        let (first, last) = code.split_once(separator)?;
        (has_number(first) && has_number(last)).then_some((first.trim(), last.trim()))
    })
}

/// Returns the mark that makes digits a pattern or a reference to a footnote: `08*`, `5xx`, `200†`.
fn wildcard(code: &str) -> Option<char> {
    const MARKS: [char; 9] = ['*', '†', '‡', '※', '＊', '?', '¹', '²', '³'];
    let is_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let mark = code.chars().find(|c| MARKS.contains(c));
    if mark.is_some() && is_digits(code.trim_matches(|c| MARKS.contains(&c) || c == ' ')) {
        return mark;
    }
    let places = code.trim_end_matches(['x', 'X']);
    let mark = code[places.len()..].chars().next();
    mark.filter(|_| is_digits(places))
}

/// Returns the codes of a cell that is not a single code: one, several, or the first and last of a range.
pub(super) fn codes_of(cell: &str) -> (Vec<String>, Option<(i128, i128)>) {
    let code = unquoted(cell.trim());
    if let Some((first, last)) = range(code).filter(|_| number(code).is_none()) {
        return (Vec::new(), integer(first).zip(integer(last)));
    }
    let parts = parts(code).into_iter().chain([code]);
    (
        parts.map(|part| number(part).map_or(part.to_owned(), |number| number.value.to_string())).collect(),
        None,
    )
}

/// Returns the ASCII character for a full-width one.
fn narrow(character: char) -> char {
    match character {
        '！'..='～' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        '−' => '-',
        other => other,
    }
}

/// Decides whether the codes are integers or texts, if that is not known, and converts them. If they are integers, a row
/// with another code is passed to `reject`, with its line, its code and the reason.
pub(super) fn convert_codes(document: &mut Document, reject: &mut dyn FnMut(usize, &str, String)) {
    let is_text = match document.codes {
        Some(codes) => codes == Raw::Str,
        None => are_texts(document),
    };
    if is_text {
        document.codes = Some(Raw::Str);
        return;
    }
    let of_type = document.codes;
    // No type holds both a negative code and one above i64::MAX.
    let negative =
        document.entries.iter().any(|entry| number(&entry.code).is_some_and(|number| number.value < 0));
    let Document { entries, notes, .. } = document;
    // In a single row, the separator between code and message may be missing.
    let phrases = entries.iter().filter(|entry| number(&entry.code).is_some_and(|number| number.is_phrase));
    let are_phrases = 2 * phrases.count() >= entries.len();
    let are_names = remarks_are_names(entries);
    let mut has_phrase = false;
    entries.retain_mut(|entry| {
        let line = entry.line;
        let cell = std::mem::take(&mut entry.code);
        let why = match number(&cell) {
            None => match of_type {
                Some(Raw::Int(int)) => format!("not an integer, but the codes are {}", int.name),
                _ => "not an integer of up to 64 bits, unlike the other codes".to_owned(),
            },
            Some(number) if number.is_phrase && !are_phrases => {
                "followed by words, unlike the other codes".to_owned()
            }
            Some(number) if negative && i64::try_from(number.value).is_err() => {
                "above 2^63 - 1, and other codes are negative: no integer type holds both".to_owned()
            }
            Some(Number { value, literal, gloss, is_remark, is_phrase }) => {
                if is_phrase && !has_phrase {
                    has_phrase = true;
                    notes
                        .push(|| format!("line {line}: a code such as {} is read as {value}", quoted(&cell)));
                }
                entry.literal = literal.map(String::into_boxed_str);
                entry.code = value.to_string().into_boxed_str();
                if is_remark && !are_names {
                    keep_remark(entry, gloss.unwrap_or_default(), notes);
                } else if entry.name.is_none() && entry.symbol.is_none() {
                    let name = gloss.map(heck::ToUpperCamelCase::to_upper_camel_case);
                    let name = name.map(|name| name.chars().filter(|c| is_name_char(*c)).collect::<String>());
                    entry.name = name.filter(|name| !name.is_empty()).map(String::into_boxed_str);
                }
                return true;
            }
        };
        reject(line, &cell, format!("{} is {why}", quoted(&cell)));
        false
    });
}

/// Checks whether the words in parentheses after the codes name them, as in `200 (OK)`: each row has its own.
fn remarks_are_names(entries: &[Entry]) -> bool {
    let mut names = HashSet::new();
    entries.iter().all(|entry| {
        let remark = number(&entry.code).filter(|number| number.is_remark).and_then(|number| number.gloss);
        remark.is_some_and(|remark| !remark.starts_with(char::is_lowercase) && names.insert(remark))
    })
}

/// Stores the remark next to a code as the help of its row. If the row already has a help, reports the remark and
/// leaves it out.
fn keep_remark(entry: &mut Entry, remark: &str, notes: &mut Capped<String>) {
    if entry.message.eq_ignore_ascii_case(remark) {
        return;
    }
    if entry.help.is_some() {
        let Entry { line, code, .. } = entry;
        notes.push(|| format!("line {line}: {} next to the code {code} is left out", quoted(remark)));
    } else {
        entry.help = Some(remark.into());
    }
}

/// Checks whether the codes are texts: if none is an integer, one has leading zeros, or one has letters.
fn are_texts(document: &mut Document) -> bool {
    let is_padded = |code: &str| {
        code.len() > 1
            && code.starts_with('0')
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !code.contains(['x', 'X'])
            && number(code).is_none()
    };
    let is_word = |code: &str| {
        code.contains(char::is_alphabetic)
            && code.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/'))
            && number(code).is_none()
    };
    let entries = &document.entries;
    if document.is_exported {
        // An export writes numbers in one way.
        let is_number = |code: &str| integer(code).is_some_and(|value| value.to_string() == code);
        return !entries.iter().all(|entry| is_number(&entry.code));
    }
    if entries.iter().all(|entry| number(&entry.code).is_none())
        || entries.iter().any(|entry| is_padded(&entry.code))
    {
        return true;
    }
    let Some(word) = entries.iter().find(|entry| is_word(&entry.code)) else { return false };
    let (line, code) = (word.line, quoted(&word.code));
    document.notes.push(|| {
        format!("line {line}: the code {code} is not a number, so the codes are texts; with --codes i64 such rows are reported instead")
    });
    true
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::document::Entry;

    fn of(written: &str) -> Result<Entry, String> {
        let mut entry = Entry { code: written.into(), ..Entry::default() };
        read(&mut entry, None).map(|()| entry)
    }

    #[test]
    fn decorated_codes_are_read() {
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
    fn several_codes_are_an_error_with_a_remedy() {
        for (written, expected) in [
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
            (
                "5xx",
                "the x of its code is a wildcard or a footnote mark: write the code without it, or a row for each code that it matches",
            ),
        ] {
            assert_eq!(of(written).map(|entry| entry.code), Err(expected.to_owned()), "{written}");
        }
    }
}
