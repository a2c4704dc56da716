//! The form in which a catalog prints its codes, from its statement `display`.

use core::fmt::{self, Write};

/// The form of printed codes: a code between two texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CodeFormat {
    /// The text before the code.
    pub before: &'static str,
    /// The notation of the code.
    pub notation: Notation,
    /// The number of digits, to which zeros are added.
    pub width: usize,
    /// The text after the code.
    pub after: &'static str,
}

/// The notation of a printed code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Notation {
    /// A decimal number, or the text of a string.
    Plain,
    /// `7f`
    LowerHex,
    /// `7F`
    UpperHex,
    /// `177`
    Octal,
    /// `1111111`
    Binary,
}

impl CodeFormat {
    /// The form of codes in a catalog without the statement.
    pub const PLAIN: Self = Self { before: "", notation: Notation::Plain, width: 0, after: "" };

    /// Writes a code between the texts.
    pub(crate) fn write(
        self,
        line: &mut dyn Write,
        code: impl FnOnce(&mut dyn Write) -> fmt::Result,
    ) -> fmt::Result {
        if !self.before.is_empty() {
            line.write_str(self.before)?;
        }
        code(line)?;
        if self.after.is_empty() { Ok(()) } else { line.write_str(self.after) }
    }
}

/// Writes an integer of any type in the notation of a form. Negative numbers are written as their bits if the notation is
/// not decimal.
macro_rules! write_integer {
    ($code:expr, $format:expr, $line:expr) => {{
        let (code, width) = ($code, $format.width);
        match $format.notation {
            Notation::Plain => write!($line, "{code:0width$}"),
            Notation::LowerHex => write!($line, "{code:0width$x}"),
            Notation::UpperHex => write!($line, "{code:0width$X}"),
            Notation::Octal => write!($line, "{code:0width$o}"),
            Notation::Binary => write!($line, "{code:0width$b}"),
        }
    }};
}
pub(crate) use write_integer;
