//! The text of a cell as a catalog can have it: on one line, without invisible characters.

use super::cells::one_line;
use crate::output::escape::is_unsafe;

/// A cell that was read.
pub(super) struct Cell {
    pub(super) text: String,
    /// An invisible character that the text had.
    pub(super) left_out: Option<char>,
}

/// As many bytes as a text of a catalog has at most.
const LONGEST: usize = u16::MAX as usize;

/// Reads a cell; the error names what is wrong with it.
pub(super) fn read(cell: &str) -> Result<Cell, String> {
    let (text, left_out) =
        if cell.contains(['\n', '\r', '\t']) { clean(&one_line(cell))? } else { clean(cell)? };
    Ok(Cell { text, left_out })
}

/// The text without invisible characters and spaces at its ends, and the first such character. A control character is
/// an error, since it may have replaced any other.
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
        return Err(format!("a text of it has {} bytes, and a catalog's has {LONGEST} at most", text.len()));
    }
    Ok((text, left_out))
}
