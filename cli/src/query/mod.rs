//! Queries of a user: a code, a name or a symbol, in any case and width, or a text that contains some, such as a reply or
//! a log.

mod code_span;
mod keys;
mod object;
pub(crate) mod recognizer;

use crate::catalog::table::{Row, Table};
use crate::error::{Error, Result};
use crate::output::shorten::quote;
use crate::query::recognizer::{Keys, Recognizer};
pub(crate) use keys::{KEYS, LOOSE_KEYS, STRING_KEYS, UserKey};
use std::collections::HashSet;
use std::io::{self, Read};

/// A text in which codes are looked up.
#[derive(Debug)]
pub(crate) struct Query {
    pub(crate) text: String,
    /// The text as a message quotes it, or `None` for all of standard input.
    pub(crate) quoted: Option<String>,
}

impl Query {
    /// Returns a query for an argument or a line.
    pub(crate) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), quoted: Some(quote(text)) }
    }
}

/// Returns the codes, names and symbols in a query: one, unless the query is a reply or a line of a log.
pub(crate) fn extract_terms(catalogs: &[&Table], query: &str) -> Result<Vec<String>> {
    let text = to_half_width(query.trim());
    if !find_rows(catalogs, &text).is_empty() {
        return Ok(vec![text]);
    }
    let mut unlikely = Terms::default();
    for keys in [Keys::StrictInText, Keys::LooseInText] {
        let recognizer =
            Recognizer::new(catalogs, keys).map_err(|error| Error::Recognizer(error.to_string()))?;
        let mut terms = Terms::default();
        for found in recognizer.find(text.as_bytes(), 0) {
            let word = &text[found.code];
            // In "errcode is 40014" the word after the key is not a code.
            let is_likely = found.target.is_some() || word.contains(|c: char| c.is_ascii_digit());
            if is_likely { &mut terms } else { &mut unlikely }.push(word);
        }
        if !terms.all.is_empty() {
            return Ok(terms.all);
        }
    }
    if is_word(&text) {
        return Ok(vec![text]);
    }
    let mut terms = Terms::default();
    // Without a key, a word counts as a code if some catalog has it, unless it is so short that it may be a count.
    let is_separator = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    for word in text.split(is_separator).map(|word| word.trim_end_matches('.')) {
        let may_be_code = word.len() > 2 && word.contains(|c: char| c.is_ascii_digit());
        if may_be_code && catalogs.iter().any(|table| has_code(table, word)) {
            terms.push(word);
        }
    }
    Ok(if terms.all.is_empty() { unlikely.all } else { terms.all })
}

fn has_code(table: &Table, word: &str) -> bool {
    table.row_of_code(word).is_some()
        || parse_hexadecimal(word).iter().any(|number| table.row_of_code(number).is_some())
}

/// Codes, names and symbols in the order of a text, each once.
#[derive(Default)]
struct Terms {
    all: Vec<String>,
    seen: HashSet<String>,
}

impl Terms {
    fn push(&mut self, word: &str) {
        if self.seen.insert(word.to_owned()) {
            self.all.push(word.to_owned());
        }
    }
}

/// Returns the rows that a word names in any of the catalogs. If no catalog has the word as it is written, letters may be
/// of another case, and a number may be hexadecimal or follow a `#`.
pub(crate) fn find_rows<'a>(catalogs: &[&'a Table], word: &str) -> Vec<(&'a Table, &'a Row)> {
    let of_each = |rows: &dyn Fn(&'a Table) -> Vec<&'a Row>| -> Vec<(&'a Table, &'a Row)> {
        let of = |table: &'a Table| rows(table).into_iter().map(move |row| (table, row));
        catalogs.iter().copied().flat_map(of).collect()
    };
    let exact = |table: &'a Table, word: &str| {
        let row = table.row_of_code(word).or_else(|| table.row_of_name(word));
        row.map_or_else(|| table.rows_of_symbol(word), |row| vec![row])
    };
    let as_written = of_each(&|table| exact(table, word));
    if !as_written.is_empty() {
        return as_written;
    }
    let plain = to_half_width(word);
    let plain = plain.strip_prefix('#').unwrap_or(&plain);
    let numbers = parse_hexadecimal(plain);
    if numbers.is_empty() {
        return of_each(&|table| {
            let rows = exact(table, plain);
            if rows.is_empty() { table.rows_in_any_case(plain) } else { rows }
        });
    }
    of_each(&|table| numbers.iter().find_map(|number| table.row_of_code(number)).into_iter().collect())
}

/// Returns the number that a word is, in decimal or hexadecimal.
pub(crate) fn parse_number(word: &str) -> Option<i128> {
    let plain = word.strip_prefix('#').unwrap_or(word);
    plain.parse().ok().or_else(|| parse_hexadecimal(plain).first()?.parse().ok())
}

/// Returns a hexadecimal number in decimal; one of 32 bits also as the negative number with these bits.
fn parse_hexadecimal(word: &str) -> Vec<String> {
    let (sign, digits) = word.strip_prefix('-').map_or(("", word), |digits| ("-", digits));
    let digits = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
    let Some(number) = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok()) else {
        return Vec::new();
    };
    let signed = u32::try_from(number).ok().filter(|_| sign.is_empty()).map(u32::cast_signed);
    let negative = signed.filter(|number| *number < 0).map(|number| number.to_string());
    std::iter::once(format!("{sign}{number}")).chain(negative).collect()
}

/// Returns the text with full-width letters, digits and punctuation in ASCII.
pub(crate) fn to_half_width(text: &str) -> String {
    let narrowed = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        // The minus sign of Unicode.
        '\u{2212}' => '-',
        _ => character,
    };
    text.chars().map(narrowed).collect()
}

/// Checks whether the text is one word, which is looked up as it is.
fn is_word(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || "{}[]()<>\"'=,;:".contains(c))
}

/// Reads standard input: one query per line if every line is a word, or else one text.
pub(crate) fn read_stdin() -> Result<Vec<Query>> {
    /// Longer input is a log, for which `annotate` is better.
    const LIMIT: u64 = 16 << 20;
    let file = || "standard input".to_owned();
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(LIMIT + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Error::Read { file: file(), error })?;
    if bytes.len() as u64 > LIMIT {
        return Err(Error::LongInput { limit: LIMIT >> 20 });
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.is_empty() {
        return Err(Error::Empty { file: file() });
    }
    Ok(if lines.iter().all(|line| is_word(&to_half_width(line))) {
        lines.into_iter().map(Query::new).collect()
    } else {
        vec![Query { text, quoted: None }]
    })
}

#[cfg(test)]
mod tests {
    use super::parse_hexadecimal;

    #[test]
    fn a_number_of_32_bits_may_have_a_sign() {
        for (written, numbers) in [
            ("0x9C4E", &["40014"][..]),
            ("0X9c4e", &["40014"]),
            ("-0x1", &["-1"]),
            ("0xFFFFFFFF", &["4294967295", "-1"]),
            ("0x80070005", &["2147942405", "-2147024891"]),
            ("0xFFFFFFFFFFFFFFFF", &["18446744073709551615"]),
            ("0x10000000000000000", &[]),
            ("9C4E", &[]),
            ("0x", &[]),
            ("0x+1", &[]),
        ] {
            assert_eq!(parse_hexadecimal(written), numbers, "{written}");
        }
    }
}
