//! The values of literals.
//!
//! Most tokens of a table are plain strings and integers, and macros run unoptimized, so these are read directly. syn reads
//! the other literals.

use proc_macro2::Literal;
use syn::Lit;

/// The value of a literal that can be a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Constant {
    /// `"text"`, `r"text"`
    Text(String),
    /// `42`, `0x2A_u8`
    Integer(Integer),
    /// Any other literal, and a text with a suffix.
    Other,
}

/// An integer as it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Integer {
    /// The digits in base 10, without underscores.
    pub digits: String,
    /// The suffix after the digits, such as `u8`.
    pub suffix: String,
}

impl Integer {
    /// Returns the value, or `None` if it exceeds `i128`.
    pub fn value(&self) -> Option<i128> {
        self.digits.parse().ok()
    }
}

impl Constant {
    /// Evaluates a literal.
    ///
    /// ```
    /// use error_catalog_core::syntax::literal::{Constant, Integer};
    ///
    /// let integer = Integer { digits: "42".to_owned(), suffix: "u8".to_owned() };
    /// assert_eq!(Constant::of(&"0x2A_u8".parse()?), Constant::Integer(integer));
    /// assert_eq!(Constant::of(&r##"r#"a"b"#"##.parse()?), Constant::Text("a\"b".to_owned()));
    /// assert_eq!(Constant::of(&"4.2".parse()?), Constant::Other);
    /// # Ok::<(), proc_macro2::LexError>(())
    /// ```
    pub fn of(literal: &Literal) -> Self {
        let source = literal.to_string();
        if let Some(text) = plain_text(&source) {
            return Self::Text(text.to_owned());
        }
        if let Some(value) = plain_integer(&source) {
            return Self::Integer(Integer { digits: value.to_string(), suffix: String::new() });
        }
        match Lit::new(literal.clone()) {
            // Read from a file, a raw string has the line ends of the file; rustc reads each as a line feed.
            Lit::Str(text) if text.suffix().is_empty() && source.starts_with('r') => {
                Self::Text(text.value().replace("\r\n", "\n"))
            }
            Lit::Str(text) if text.suffix().is_empty() => Self::Text(text.value()),
            Lit::Int(integer) => Self::Integer(Integer {
                digits: integer.base10_digits().to_owned(),
                suffix: integer.suffix().to_owned(),
            }),
            _ => Self::Other,
        }
    }
}

/// Returns the value of a string literal, and `None` for any other literal and for one with a suffix.
pub fn read(literal: &Literal) -> Option<String> {
    match Constant::of(literal) {
        Constant::Text(text) => Some(text),
        _ => None,
    }
}

/// Returns the text of a string literal without escapes or line ends to normalize.
fn plain_text(source: &str) -> Option<&str> {
    let text = source.strip_prefix('"')?.strip_suffix('"')?;
    // Each byte is searched for separately, because std is optimized and the macro is not.
    (!text.contains('\\') && !text.contains('\r')).then_some(text)
}

fn plain_integer(source: &str) -> Option<i128> {
    if source.bytes().all(|byte| byte.is_ascii_digit()) { source.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Constant, Integer, read};
    use proc_macro2::Literal;

    #[test]
    fn only_string_literals_have_a_text() {
        let read_source = |source: &str| read(&source.parse().unwrap());
        for source in
            ["1", "'c'", "b\"bytes\"", "c\"text\"", "\"text\"suffix", "'\"'", "r\"a\"suffix", "br\"a\""]
        {
            assert_eq!(read_source(source), None, "{source}");
        }
        for source in ["\"a\\\"b\"", "r#\"a\"b\"#", "\"a\\x22b\"", "\"a\\u{2_2}b\"", "\"a\\\n  \\\"b\""] {
            assert_eq!(read_source(source).as_deref(), Some("a\"b"), "{source}");
        }
        for source in ["\"a\r\nb\"", "r\"a\r\nb\"", "\"a\\nb\"", "\"a\\n\\\r\n \tb\""] {
            assert_eq!(read_source(source).as_deref(), Some("a\nb"), "as rustc reads a line end: {source:?}");
        }
    }

    #[test]
    fn integers_have_a_value_in_any_radix() {
        for (source, digits, suffix) in [
            ("0", "0", ""),
            ("007", "7", ""),
            ("1_000", "1000", ""),
            ("0x1F", "31", ""),
            ("0xfe_u8", "254", "u8"),
            ("0o17", "15", ""),
            ("0b1_0i8", "2", "i8"),
            ("40_i32", "40", "i32"),
            ("0x1e5", "485", ""),
            ("340282366920938463463374607431768211456", "340282366920938463463374607431768211456", ""),
        ] {
            let literal: Literal = source.parse().unwrap();
            let integer = Integer { digits: digits.to_owned(), suffix: suffix.to_owned() };
            assert_eq!(Constant::of(&literal), Constant::Integer(integer), "{source}");
        }
        for source in ["1.0", "1.", "1e5", "1e+5", "1.5e3", "'1'", "1f32"] {
            let literal: Literal = source.parse().unwrap();
            let is_integer = matches!(&Constant::of(&literal), Constant::Integer(it) if it.suffix != "f32");
            assert!(!is_integer, "{source}");
        }
        let beyond: Literal = "0x1_0000_0000_0000_0000_0000_0000_0000_0000".parse().unwrap();
        let Constant::Integer(beyond) = Constant::of(&beyond) else { panic!("{beyond} is not an integer") };
        assert_eq!(beyond.value(), None);
    }
}
