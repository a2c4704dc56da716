//! Converts the text of a cell to one that a catalog can have: on one line, without invisible characters.

use super::cells::one_line;
use crate::output::escape::is_unsafe;

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
/// is an error, since it may have replaced any other.
pub(super) fn clean(text: &str) -> Result<(String, Option<char>), String> {
    let text = text.trim();
    if let Some(control) = text.chars().find(|c| c.is_control()) {
        return Err(format!("it has a control character ({})", control.escape_unicode()));
    }
    let left_out = text.chars().find(|c| is_unsafe(*c));
    let text = match left_out {
        None => text.to_owned(),
        Some(_) => text.chars().filter(|c| !is_unsafe(*c)).collect::<String>().trim().to_owned(),
    };
    if text.len() > LONGEST {
        return Err(format!("one of its texts has {} bytes; the limit is {LONGEST}", text.len()));
    }
    Ok((text, left_out))
}
