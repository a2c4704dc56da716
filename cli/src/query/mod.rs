//! What a user asks for: a code, a name or a symbol, in whatever case and width it is written, or a text that holds
//! some, such as a reply or a log.

pub(crate) mod recognizer;

use crate::catalog::table::{Row, Table};
use crate::error::{Error, Result};
use crate::query::recognizer::Recognizer;
use aho_corasick::BuildError;
use std::io::{self, Read};

/// A text in which codes are asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) text: String,
    /// What a message calls it.
    pub(crate) called: String,
}

/// The codes, names and symbols that are asked for: one, unless it is a reply or a line of a log.
pub(crate) fn words(catalogs: &[&Table], asked: &str) -> Result<Vec<String>> {
    let asked = narrow(asked.trim());
    if !rows(catalogs, &asked).is_empty() {
        return Ok(vec![asked]);
    }
    let no_patterns = |error: BuildError| Error::Symbols(error.to_string());
    let mut unlikely = Vec::new();
    for recognizer in [Recognizer::strict(catalogs, &[]), Recognizer::loose(catalogs)] {
        let mut words = Vec::new();
        for found in recognizer.map_err(no_patterns)?.find(asked.as_bytes(), b'\n') {
            let word = asked[found.code.0..found.code.1].to_owned();
            // In "errcode is 40014" the word behind the key is none.
            let is_likely = found.named.is_some() || word.contains(|c: char| c.is_ascii_digit());
            let words = if is_likely { &mut words } else { &mut unlikely };
            if !words.contains(&word) {
                words.push(word);
            }
        }
        if !words.is_empty() {
            return Ok(words);
        }
    }
    if is_word(&asked) {
        return Ok(vec![asked]);
    }
    let mut words = Vec::new();
    // No key says which of the words is the code: those that are one in some catalog, unless they are so short
    // that they count something.
    let apart = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    for word in asked.split(apart).map(|word| word.trim_end_matches('.')) {
        let may_be_code = word.len() > 2 && word.contains(|c: char| c.is_ascii_digit());
        let is_code = may_be_code && catalogs.iter().any(|table| table.row_of_code(word).is_some());
        if is_code && !words.iter().any(|other| other == word) {
            words.push(word.to_owned());
        }
    }
    Ok(if words.is_empty() { unlikely } else { words })
}

/// The rows that a word names in any of the catalogs. Where none has it as it is written, letters may be of another case,
/// and a number may be hexadecimal or stand behind a `#`.
pub(crate) fn rows<'a>(catalogs: &[&'a Table], word: &str) -> Vec<(&'a Table, &'a Row)> {
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
    let plain = narrow(word);
    let plain = plain.strip_prefix('#').unwrap_or(&plain);
    let numbers = hexadecimal(plain);
    if numbers.is_empty() {
        return of_each(&|table| {
            let rows = exact(table, plain);
            if rows.is_empty() { in_any_case(table, plain) } else { rows }
        });
    }
    of_each(&|table| numbers.iter().find_map(|number| table.row_of_code(number)).into_iter().collect())
}

/// The rows whose name, symbol or text of a code is the word, but for the case of its letters.
fn in_any_case<'a>(table: &'a Table, word: &str) -> Vec<&'a Row> {
    let wanted = word.to_lowercase();
    let is_wanted = |text: &str| text.to_lowercase() == wanted;
    let is_named = |row: &&Row| {
        let meanings = || row.meanings.iter();
        meanings().any(|meaning| is_wanted(meaning.name) || meaning.symbol.is_some_and(is_wanted))
            || is_wanted(&row.code.to_string())
    };
    table.rows.iter().filter(is_named).collect()
}

/// The number that a word is, in decimal or hexadecimal.
pub(crate) fn number(word: &str) -> Option<i128> {
    let plain = word.strip_prefix('#').unwrap_or(word);
    plain.parse().ok().or_else(|| hexadecimal(plain).first()?.parse().ok())
}

/// What a hexadecimal number is in decimal; one of 32 bits also as it is where they hold a sign.
fn hexadecimal(word: &str) -> Vec<String> {
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

/// The text with letters, digits and marks of full width in the width of ASCII.
pub(crate) fn narrow(text: &str) -> String {
    let narrowed = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        // The minus of typography.
        '\u{2212}' => '-',
        _ => character,
    };
    text.chars().map(narrowed).collect()
}

/// Whether the text is one word, which is asked for as it is.
fn is_word(text: &str) -> bool {
    !text.contains(|c: char| c.is_whitespace() || "{}[]()<>\"'=,;:".contains(c))
}

/// What comes through standard input: words to ask for, a line each, or else one text.
pub(crate) fn standard_input() -> Result<Vec<Asked>> {
    /// More is a log, and of no use at once.
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
    Ok(if lines.iter().all(|line| is_word(&narrow(line))) {
        let asked = |line: &str| Asked { text: line.to_owned(), called: format!("{line:?}") };
        lines.into_iter().map(asked).collect()
    } else {
        vec![Asked { text, called: file() }]
    })
}

#[cfg(test)]
mod tests {
    use super::hexadecimal;

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
            assert_eq!(hexadecimal(written), numbers, "{written}");
        }
    }
}
