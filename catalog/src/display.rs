//! The printed form of rows, codes and failures: one line. A formatter's flags apply to the whole line, and a server's
//! text is quoted, escaped and cut.

use crate::catalog::Catalog;
use crate::meaning::Meaning;
use core::fmt::{self, Alignment, Write};

/// Writes a line with the formatter's width, fill and alignment, as for a `str`. Other flags are ignored: a precision
/// could cut the code.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, line: &dyn Fn(&mut dyn Write) -> fmt::Result) -> fmt::Result {
    let Some(width) = f.width() else { return line(f) };
    let mut counter = CharCounter(0);
    line(&mut counter)?;
    let padding = width.saturating_sub(counter.0);
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

/// A writer that counts characters.
struct CharCounter(usize);

impl Write for CharCounter {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// A function that returns the translation of a meaning's message; `None` for the vendor's messages. It is a function, so
/// that the lookup of languages is not linked into programs that never use one.
pub(crate) type Translate<'a, C> = Option<&'a dyn Fn(Meaning<C>) -> &'static str>;

/// Writes `40001 不合法的secret参数`, every meaning of a shared code. `with_help` adds the help texts.
pub(crate) fn row<C: Catalog>(
    row: C,
    translate: Translate<'_, C>,
    with_help: bool,
    line: &mut dyn Write,
) -> fmt::Result {
    for meaning in row.meanings() {
        match translate {
            None => line.write_str(meaning.line())?,
            Some(translate) => {
                line.write_str(meaning.prefix())?;
                line.write_str(separator(meaning, translate(meaning)))?;
                line.write_str(translate(meaning))?;
            }
        }
        if with_help && let Some(help) = meaning.help() {
            line.write_str(": ")?;
            line.write_str(help)?;
        }
    }
    Ok(())
}

/// Returns the text between the name of a meaning without a message and its translation.
pub(crate) fn separator<C: Catalog>(meaning: Meaning<C>, translation: &str) -> &'static str {
    if meaning.message().is_empty() && !translation.is_empty() { ": " } else { "" }
}

/// Prints a row, for the `Display` of every catalog.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn display_row<C: Catalog>(row: C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let with_help = f.alternate();
    pad(f, &|line| row.__write(with_help, line))
}

/// Prints the name of a row, after that of its variant in a union, for the `Debug` of every catalog.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn debug_row<C: Catalog>(row: C, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    // The sections of a union are named after its variants.
    if !C::MEMBERS.is_empty()
        && let Some(section) = row.section()
    {
        write!(f, "{}::", section.name())?;
    }
    f.write_str(row.name())
}

/// The limit of characters of a server's text that are printed. Vendors' texts are shorter, even with hint, address and
/// link.
#[cfg(feature = "alloc")]
const QUOTED_CHARS: usize = 300;

/// Writes a server's text in quotes, escaped, and cut with a note of its length if it is long.
#[cfg(feature = "alloc")]
pub(crate) fn quote(text: &str, line: &mut dyn Write) -> fmt::Result {
    let mut line = Visible(line);
    match text.char_indices().nth(QUOTED_CHARS) {
        None => write!(line, "{text:?}"),
        Some((end, _)) => write!(line, "{:?}… of {} bytes", &text[..end], text.len()),
    }
}

/// A writer that escapes the invisible characters that `Debug` prints unchanged, because Unicode counts them among
/// letters, symbols or marks.
pub(crate) struct Visible<'a>(pub(crate) &'a mut dyn Write);

impl Visible<'_> {
    const fn is_invisible(char: char) -> bool {
        matches!(
            char,
            '\u{34f}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{ffa0}'
                | '\u{1d159}'
                | '\u{e0100}'..='\u{e01ef}'
        )
    }
}

impl Write for Visible<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for piece in text.split_inclusive(Self::is_invisible) {
            match piece.char_indices().next_back().filter(|(_, last)| Self::is_invisible(*last)) {
                Some((start, last)) => write!(self.0, "{}{}", &piece[..start], last.escape_unicode())?,
                None => self.0.write_str(piece)?,
            }
        }
        Ok(())
    }
}
