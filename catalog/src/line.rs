//! What a row, a code and a failure print is one line. A formatter's flags are about the line as a whole, and what the
//! line quotes of a server's words is made safe and short.

use crate::catalog::Catalog;
use core::fmt::{self, Alignment, Write};

/// Writes a line with the width, fill and alignment that the formatter asks for, as a `str` is written. No other flag
/// is for the line: a precision would cut it, and with it perhaps the code.
pub(crate) fn pad(f: &mut fmt::Formatter<'_>, line: impl Fn(&mut dyn Write) -> fmt::Result) -> fmt::Result {
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

/// Whether a formatter asks for no more than `{}` does. A row is then written to it directly, its code by the code's own
/// `Display`, which would heed the other flags.
pub(crate) fn is_plain(f: &fmt::Formatter<'_>) -> bool {
    f.width().is_none() && f.precision().is_none() && !f.sign_plus() && !f.alternate()
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

/// `40001 不合法的secret参数`; every meaning of a shared code; the helps too, if asked for. The messages are the vendor's,
/// or in a language.
pub(crate) fn row<C: Catalog>(
    row: C,
    lang: Option<&str>,
    with_help: bool,
    line: &mut dyn Write,
) -> fmt::Result {
    write!(line, "{}", row.code())?;
    meanings(row, lang, with_help, line)
}

/// What follows the code.
pub(crate) fn meanings<C: Catalog, W: Write + ?Sized>(
    row: C,
    lang: Option<&str>,
    with_help: bool,
    line: &mut W,
) -> fmt::Result {
    let mut separator = " ";
    for meaning in row.meanings() {
        line.write_str(separator)?;
        line.write_str(lang.map_or_else(|| meaning.message(), |lang| meaning.message_in(lang)))?;
        if let (true, Some(help)) = (with_help, meaning.help()) {
            line.write_str(": ")?;
            line.write_str(help)?;
        }
        separator = " | ";
    }
    Ok(())
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
