//! The form in which a catalog prints its codes: the text of `display "0x{code:08x}"`.

use super::ast;
use super::template::{Piece, TemplateError, pieces};
use super::{Code, Int, Raw};
use std::borrow::Cow;

/// A text with one placeholder, which is printed in place of a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CodeFormat {
    /// The text before the placeholder.
    pub before: String,
    /// The part of a row that is printed.
    pub shown: Shown,
    /// The text after the placeholder.
    pub after: String,
}

/// The part of a row that is printed in place of its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown {
    /// `{name}`
    Name,
    /// `{symbol}`
    Symbol,
    /// `{code}` in a string catalog.
    Text,
    /// `{code:08x}` in an integer catalog.
    Number(Digits),
}

/// The digits of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Digits {
    /// The type of the codes.
    pub int: Int,
    /// The notation of the digits.
    pub notation: Notation,
    /// The number of digits, to which zeros are added.
    pub width: usize,
}

/// The notation of a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Notation {
    /// `127`
    Decimal,
    /// `7f`
    LowerHex,
    /// `7F`
    UpperHex,
    /// `177`
    Octal,
    /// `1111111`
    Binary,
}

/// The mistake in a form.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum FormatError {
    /// The braces are wrong.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// No placeholder, or several.
    #[error(
        "`display` has {0} placeholders, but prints one thing: write `{{code}}`, `{{name}}` or `{{symbol}}` once"
    )]
    Placeholders(usize),
    /// A placeholder that is neither the code nor the name nor the symbol.
    #[error("there is no placeholder `{{{0}}}`: write `{{code}}`, `{{name}}` or `{{symbol}}`")]
    Unknown(String),
    /// A name or symbol with a format or with text around it.
    #[error("`{{{0}}}` is printed as it is: write `display \"{{{0}}}\"`")]
    NotAlone(String),
    /// A format for a code that is a string.
    #[error("`{{code:{0}}}` is for numbers, but the codes are strings: write `{{code}}`")]
    Text(String),
    /// A format that codes cannot have.
    #[error(
        "`{{code:{0}}}` is not a format of a code: write `{{code}}`, or a width with a zero and a notation, as in \
         `{{code:04}}`, `{{code:x}}` or `{{code:08X}}`"
    )]
    Spec(String),
    /// A width without a zero.
    #[error("`{{code:{0}}}` would add spaces to a short code: write `{{code:0{0}}}`, which adds zeros")]
    Spaces(String),
    /// A number that is read as another one.
    #[error("`display {text:?}` prints 16 as `{printed}`, which is read as {read}: write `{remedy}`")]
    Ambiguous {
        /// The text of the statement.
        text: String,
        /// The code 16 in it.
        printed: String,
        /// The code that it is read as.
        read: i128,
        /// An unambiguous text.
        remedy: String,
    },
}

impl CodeFormat {
    /// Parses the text of a statement `display`.
    ///
    /// # Errors
    ///
    /// Returns the first mistake.
    ///
    /// ```
    /// use error_catalog_core::syntax::{Code, CodeFormat, Raw};
    ///
    /// let [.., u32, _u64, _usize] = Raw::INTS;
    /// let format = CodeFormat::parse("0x{code:08x}", Raw::Int(u32))?;
    /// assert_eq!(format.print(&Code::Int(0x1_0001), "Busy", None), "0x00010001");
    /// assert_eq!(format.read("0x00010001"), Some(Code::Int(0x1_0001)));
    /// # Ok::<(), error_catalog_core::syntax::FormatError>(())
    /// ```
    pub fn parse(text: &str, raw: Raw) -> Result<Self, FormatError> {
        let (mut before, mut after, mut placeholders) = (String::new(), String::new(), Vec::new());
        for piece in pieces(text)? {
            match piece {
                Piece::Text(text) if placeholders.is_empty() => before.push_str(text),
                Piece::Text(text) => after.push_str(text),
                Piece::Value { name, spec, .. } => placeholders.push((name, spec)),
            }
        }
        if let Some((unknown, _)) =
            placeholders.iter().find(|(name, _)| !["code", "name", "symbol"].contains(name))
        {
            return Err(FormatError::Unknown((*unknown).to_owned()));
        }
        let &[(name, spec)] = placeholders.as_slice() else {
            return Err(FormatError::Placeholders(placeholders.len()));
        };
        if name != "code" {
            let is_alone = before.is_empty() && after.is_empty() && spec.is_empty();
            let shown = if name == "name" { Shown::Name } else { Shown::Symbol };
            return if is_alone {
                Ok(Self { before, shown, after })
            } else {
                Err(FormatError::NotAlone(name.to_owned()))
            };
        }
        let int = match raw {
            Raw::Str if spec.is_empty() => return Ok(Self { before, shown: Shown::Text, after }),
            Raw::Str => return Err(FormatError::Text(spec.to_owned())),
            Raw::Int(int) => int,
        };
        let (prefix, notation, width) = digits(spec)?;
        before.push_str(prefix);
        let format = Self { before, shown: Shown::Number(Digits { int, notation, width }), after };
        format.check_ambiguity(text, spec, notation)?;
        Ok(format)
    }

    /// Rejects a form whose numbers would be read as other numbers. Tries the number 16, whose digits are also decimal digits
    /// in every notation.
    fn check_ambiguity(&self, text: &str, spec: &str, notation: Notation) -> Result<(), FormatError> {
        let printed = self.print(&Code::Int(16), "", None);
        let digits = printed.strip_prefix("0x").or_else(|| printed.strip_prefix("0X"));
        let read = match digits {
            Some(digits) => i128::from_str_radix(digits, 16).ok(),
            None => printed.parse().ok(),
        };
        let Some(read) = read.filter(|read| *read != 16) else { return Ok(()) };
        let spec = if spec.is_empty() { String::new() } else { format!(":{spec}") };
        let remedy = match notation {
            Notation::Decimal if digits.is_some() => "0x{code:x}".to_owned(),
            Notation::Decimal => format!("E{{code{spec}}}"),
            Notation::LowerHex | Notation::UpperHex => format!("0x{{code{spec}}}"),
            Notation::Octal => format!("0o{{code{spec}}}"),
            Notation::Binary => format!("0b{{code{spec}}}"),
        };
        Err(FormatError::Ambiguous { text: text.to_owned(), printed, read, remedy })
    }

    /// Returns the notation of a catalog's literals, which the first one with several digits shows. Returns `None` if it is
    /// decimal.
    pub fn as_written<'a>(codes: impl IntoIterator<Item = &'a ast::CodeLiteral>, int: Int) -> Option<Self> {
        let last =
            |code: &ast::CodeLiteral| code.tokens.clone().into_iter().last().map(|last| last.to_string());
        let literal = codes.into_iter().filter_map(last).find(|literal| literal.len() > 1)?;
        let (before, notation) = match literal.get(..2)? {
            "0x" => ("0x", Notation::UpperHex),
            "0o" => ("0o", Notation::Octal),
            "0b" => ("0b", Notation::Binary),
            _ => return None,
        };
        let is_digit = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'_';
        let digits = literal[2..].bytes().take_while(is_digit);
        let width = digits.filter(|byte| *byte != b'_').count();
        let shown = Shown::Number(Digits { int, notation, width });
        Some(Self { before: before.to_owned(), shown, after: String::new() })
    }

    /// Returns a code as it is printed. `{symbol}` prints the code itself if there is no symbol.
    pub fn print(&self, code: &Code, name: &str, symbol: Option<&str>) -> String {
        let shown: Cow<'_, str> = match (self.shown, code) {
            (Shown::Name, _) => name.into(),
            (Shown::Symbol, _) => symbol.map_or_else(|| code.text(), Cow::from),
            (Shown::Number(digits), Code::Int(code)) => digits.print(*code).into(),
            (Shown::Text | Shown::Number(_), code) => code.text(),
        };
        format!("{}{shown}{}", self.before, self.after)
    }

    /// Returns the code that is printed as a text. Returns `None` for another text, and for a form without codes. Letters
    /// may be of any case, and zeros may be missing.
    pub fn read(&self, text: &str) -> Option<Code> {
        let rest = text.get(self.before.len()..).filter(|_| {
            text.get(..self.before.len()).is_some_and(|start| start.eq_ignore_ascii_case(&self.before))
        })?;
        let end = rest.len().checked_sub(self.after.len())?;
        let shown = rest.get(..end).filter(|_| rest[end..].eq_ignore_ascii_case(&self.after))?;
        match self.shown {
            Shown::Name | Shown::Symbol => None,
            Shown::Text => Some(Code::Str(shown.to_owned())).filter(|_| !shown.is_empty()),
            Shown::Number(digits) => digits.read(shown).map(Code::Int),
        }
    }
}

impl Digits {
    /// Returns the bits of the type that a code has.
    fn bits(self, code: i128) -> i128 {
        let all = self.int.max - self.int.min;
        code & all
    }

    fn print(self, code: i128) -> String {
        let (width, bits) = (self.width, self.bits(code));
        match self.notation {
            Notation::Decimal => format!("{code:0width$}"),
            Notation::LowerHex => format!("{bits:0width$x}"),
            Notation::UpperHex => format!("{bits:0width$X}"),
            Notation::Octal => format!("{bits:0width$o}"),
            Notation::Binary => format!("{bits:0width$b}"),
        }
    }

    fn read(self, text: &str) -> Option<i128> {
        let radix = match self.notation {
            Notation::Decimal => 10,
            Notation::LowerHex | Notation::UpperHex => 16,
            Notation::Octal => 8,
            Notation::Binary => 2,
        };
        let is_number = |digits: &str| digits.starts_with(|first: char| first.is_digit(radix));
        let digits = text.strip_prefix('-').filter(|_| radix == 10).unwrap_or(text);
        let number = i128::from_str_radix(text, radix).ok().filter(|_| is_number(digits))?;
        let all = self.int.max - self.int.min;
        let number =
            if radix != 10 && number > self.int.max && number <= all { number - all - 1 } else { number };
        (self.int.min..=self.int.max).contains(&number).then_some(number)
    }
}

/// Parses a format such as `08x`: the text before the digits, their notation and their number.
fn digits(spec: &str) -> Result<(&'static str, Notation, usize), FormatError> {
    let error = || FormatError::Spec(spec.to_owned());
    let (has_prefix, rest) = spec.strip_prefix('#').map_or((false, spec), |rest| (true, rest));
    let notations = [
        ('x', Notation::LowerHex, "0x"),
        ('X', Notation::UpperHex, "0x"),
        ('o', Notation::Octal, "0o"),
        ('b', Notation::Binary, "0b"),
    ];
    let notation = notations.into_iter().find(|(letter, ..)| rest.ends_with(*letter));
    let (_, notation, prefix) = notation.unwrap_or(('d', Notation::Decimal, ""));
    let width = if prefix.is_empty() { rest } else { &rest[..rest.len() - 1] };
    if !width.bytes().all(|byte| byte.is_ascii_digit()) || has_prefix && prefix.is_empty() {
        return Err(error());
    }
    let has_zero = width.starts_with('0');
    if !width.is_empty() && !has_zero {
        return Err(FormatError::Spaces(rest.to_owned()));
    }
    let width: usize = if width.is_empty() { 0 } else { width.parse().map_err(|_| error())? };
    // No notation has more digits than that of 64 bits in base 2.
    if width > 64 {
        return Err(error());
    }
    Ok(if has_prefix { (prefix, notation, width.saturating_sub(2)) } else { ("", notation, width) })
}

#[cfg(test)]
mod tests {
    use super::{CodeFormat, FormatError, Shown};
    use crate::syntax::{Code, Raw};

    const FORMATS: [&str; 12] = [
        "{code}",
        "{code:05}",
        "E{code}",
        "E{code:04}",
        "0x{code:x}",
        "0x{code:X}",
        "{code:#x}",
        "{code:#010X}",
        "0o{code:03o}",
        "{code:#b}",
        "{{{code}}}",
        "{code:x}h",
    ];

    #[test]
    fn every_number_is_read_back() {
        for int in Raw::INTS {
            for text in FORMATS {
                let format = CodeFormat::parse(text, Raw::Int(int)).unwrap();
                for code in [int.min, int.min + 1, -1, 0, 1, 9, 10, 16, 100, int.max - 1, int.max] {
                    if (int.min..=int.max).contains(&code) {
                        let printed = format.print(&Code::Int(code), "Name", None);
                        assert_eq!(
                            format.read(&printed),
                            Some(Code::Int(code)),
                            "{text} of {}: {printed}",
                            int.name
                        );
                        assert_eq!(format.read(&printed.to_uppercase()), Some(Code::Int(code)), "{printed}");
                    }
                }
            }
        }
    }

    #[test]
    fn another_text_is_not_read() {
        let [i8, ..] = Raw::INTS;
        let format = CodeFormat::parse("0x{code:04x}", Raw::Int(i8)).unwrap();
        for text in ["", "0x", "x", "0xg", "0x-1", "0x+1", "0x100", "12", "0x1 ", "é", "0é"] {
            assert_eq!(format.read(text), None, "{text}");
        }
        assert_eq!(format.read("0x1"), Some(Code::Int(1)));
    }

    #[test]
    fn the_remedy_of_an_ambiguous_form_is_a_form() {
        let [.., usize] = Raw::INTS;
        for text in [
            "{code:x}",
            "{code:08X}",
            "{code:o}",
            "{code:b}",
            "0x{code}",
            "4{code}",
            "{code}0",
            "0x1{code:x}",
        ] {
            let Err(FormatError::Ambiguous { remedy, .. }) = CodeFormat::parse(text, Raw::Int(usize)) else {
                panic!("{text} is ambiguous");
            };
            assert!(CodeFormat::parse(&remedy, Raw::Int(usize)).is_ok(), "{text}: {remedy}");
        }
    }

    #[test]
    fn names_and_texts() {
        let format = CodeFormat::parse("{name}", Raw::Str).unwrap();
        assert_eq!(
            (format.shown, format.print(&Code::Int(1), "Busy", None)),
            (Shown::Name, "Busy".to_owned())
        );
        let format = CodeFormat::parse("KV {code}", Raw::Str).unwrap();
        let code = Code::Str("a b".to_owned());
        assert_eq!(format.read(&format.print(&code, "Busy", None)), Some(code));
    }
}
