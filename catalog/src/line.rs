//! What a row, a code and a failure print is one line. A formatter's flags are about the line as a whole, and what the
//! line quotes of a server's words is made safe and short.

use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::private::table::{Field, Table};
use crate::raw::Raw;
use core::fmt::{self, Alignment, Write};
use core::iter;

/// Writes a line with the width, fill and alignment that the formatter asks for, as a `str` is written. No other flag
/// is for the line: a precision would cut it, and with it perhaps the code.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, line: &dyn Fn(&mut dyn Write) -> fmt::Result) -> fmt::Result {
    let Some(width) = f.width() else { return line(f) };
    let mut length = Length(0);
    line(&mut length)?;
    let padding = width.saturating_sub(length.0);
    let before = match f.align() {
        None | Some(Alignment::Left) => 0,
        Some(Alignment::Center) => padding / 2,
        Some(Alignment::Right) => padding,
    };
    fill(f, before)?;
    line(f)?;
    fill(f, padding - before)
}

fn fill(f: &mut fmt::Formatter<'_>, chars: usize) -> fmt::Result {
    let fill = f.fill();
    (0..chars).try_for_each(|_| f.write_char(fill))
}

/// Counts the characters of what is written.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// What is printed as the message of a meaning: the vendor's, or that in a language. As a function, so that a program
/// which asks for no language has no code that looks for one.
pub(crate) type Message<'a, C> = &'a dyn Fn(Entry<C>) -> &'static str;

/// `40001 不合法的secret参数`; every meaning of a shared code; the helps too, if asked for.
pub(crate) fn row<C: Catalog>(
    row: C,
    message: Message<'_, C>,
    with_help: bool,
    line: &mut dyn Write,
) -> fmt::Result {
    row.code().write_before_a_blank(line)?;
    meanings(C::TABLE, row.__place(), &|place| message(Entry::at(place)), with_help, line)
}

/// What follows the code. Of any catalog, so that it is compiled once and not in each program.
fn meanings(
    table: &'static Table,
    place: usize,
    message_at: &dyn Fn(usize) -> &'static str,
    with_help: bool,
    line: &mut dyn Write,
) -> fmt::Result {
    for (index, place) in iter::once(place).chain(table.later_meanings(place)).enumerate() {
        if index > 0 {
            line.write_str(" | ")?;
        }
        line.write_str(message_at(place))?;
        if with_help {
            help(table, place, line)?;
        }
    }
    Ok(())
}

/// The help of a meaning, if it has one, behind a colon.
pub(crate) fn help(table: &'static Table, place: usize, line: &mut dyn Write) -> fmt::Result {
    let Some(help) = table.optional(place, Field::Help) else { return Ok(()) };
    line.write_str(": ")?;
    line.write_str(help)
}

/// Writes an integer and a blank in one piece. Its own `Display` takes as long as all else of a line, for flags that a line
/// does not heed.
pub(crate) fn integer_and_blank(integer: i128, line: &mut dyn Write) -> fmt::Result {
    let Ok(number @ ..100_000_000) = u32::try_from(integer) else {
        // No integer of a catalog has more than 64 bits; to print one of 128 takes kilobytes of code.
        let sign = if integer < 0 { "-" } else { "" };
        return write!(line, "{sign}{} ", integer.unsigned_abs() as u64);
    };
    let digits = eight_digits(number);
    let first = (digits.trailing_zeros() / 8).min(7) as usize;
    let mut bytes = [b' '; 16];
    bytes[..8].copy_from_slice(&(digits | 0x3030_3030_3030_3030).to_le_bytes());
    let text = core::str::from_utf8(&bytes).unwrap_or_default();
    line.write_str(text.get(first..=8).unwrap_or_default())
}

/// The digits of a number of at most eight, a byte each, the first one lowest: split into halves, each of these into
/// halves, and again, all halves at once.
const fn eight_digits(number: u32) -> u64 {
    let fours = (number / 10_000) as u64 | ((number % 10_000) as u64) << 32;
    let hundreds = ((fours * 10_486) >> 20) & 0x7f_0000_007f;
    let pairs = hundreds | (fours - 100 * hundreds) << 16;
    let tens = ((pairs * 103) >> 10) & 0x0f_000f_000f_000f;
    tens | (pairs - 10 * tens) << 8
}

/// So many characters of a server's text are printed. What vendors send, with hint, address and link, is shorter.
#[cfg(feature = "alloc")]
const QUOTED_CHARS: usize = 300;

/// A text that is not ours, in quotes: what is invisible in it is escaped, and what is long is cut, with a note of how
/// long it was.
#[cfg(feature = "alloc")]
pub(crate) fn quote(text: &str, line: &mut dyn Write) -> fmt::Result {
    match text.char_indices().nth(QUOTED_CHARS) {
        None => write!(line, "{text:?}"),
        Some((end, _)) => write!(line, "{:?}… of {} bytes", &text[..end], text.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::integer_and_blank;
    use std::format;
    use std::string::String;

    #[test]
    fn integers_are_written_as_they_display() {
        let edges = (0..=19).map(|digits| 10_i128.pow(digits)).flat_map(|power| power - 1..=power + 1);
        let ends = [i128::from(i64::MIN), i128::from(i64::MAX), i128::from(u64::MAX)];
        let all_digits = (0..100_000_000).step_by(9_973);
        for integer in edges.chain(ends).chain(all_digits).flat_map(|integer| [integer, -integer]) {
            let mut line = String::new();
            integer_and_blank(integer, &mut line).unwrap();
            assert_eq!(line, format!("{integer} "));
        }
    }
}
