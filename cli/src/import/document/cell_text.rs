//! Converts the text of a cell to one that a catalog can have: on one line, without invisible characters.

use super::cells::one_line;
use crate::output::escape::is_misplaced;

/// A cell that was read.
pub(super) struct Cell {
    pub(super) text: String,
    /// An invisible character that the text had.
    pub(super) left_out: Option<char>,
}

/// The maximum length of a text of a catalog in bytes.
const LONGEST: usize = u16::MAX as usize;

/// Reads a cell; the error names what is wrong with it.
pub(super) fn read(cell: &str) -> Result<Cell, String> {
    let (text, left_out) =
        if cell.contains(['\n', '\r', '\t']) { clean(&one_line(cell))? } else { clean(cell)? };
    Ok(Cell { text, left_out })
}

/// Removes invisible characters, and spaces at the ends. Also returns the first invisible character. A control character
/// is an error, because it may have replaced any other.
pub(super) fn clean(text: &str) -> Result<(String, Option<char>), String> {
    let text = text.trim();
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(format!("it has a control character ({})", control.escape_unicode()));
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut left_out = None;
    for (at, character) in text.char_indices() {
        if is_misplaced(&cleaned, character, &text[at + character.len_utf8()..]) {
            left_out = left_out.or(Some(character));
        } else {
            cleaned.push(character);
        }
    }
    let text = cleaned.trim();
    if text.len() > LONGEST {
        return Err(format!("one of its texts has {} bytes; the limit is {LONGEST}", text.len()));
    }
    Ok((text.to_owned(), left_out))
}

#[cfg(test)]
mod tests {
    use super::clean;
    use error_catalog_core::syntax::find_misplaced;

    #[test]
    fn needed_characters_are_kept_and_others_are_left_out() {
        for text in ["⚠\u{fe0f} low balance", "می\u{200c}خواهم", "👩\u{200d}💻"] {
            assert_eq!(clean(text), Ok((text.to_owned(), None)));
        }
        for (text, cleaned, left_out) in [
            ("⚠\u{fe0f}\u{fe0f} low", "⚠\u{fe0f} low", '\u{fe0f}'),
            ("pass\u{200c}word", "password", '\u{200c}'),
            ("می\u{200c}", "می", '\u{200c}'),
            ("می\u{200c}\u{200b}خواهم", "میخواهم", '\u{200c}'),
            ("👩\u{200b}\u{200d}💻", "👩\u{200d}💻", '\u{200b}'),
        ] {
            assert_eq!(clean(text), Ok((cleaned.to_owned(), Some(left_out))));
            assert_eq!(find_misplaced(cleaned), None, "the macro accepts it");
        }
    }
}
