//! Reads literals, which are most of a table. Macros run unoptimised, so that what is done to every one of them is felt
//! in every build. Which tokens are literals the compiler has found out already, so that nothing is checked here.

use proc_macro2::Literal;

/// What a literal says, as far as a code can say it.
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
    /// In base 10, without underscores. One that no `i128` holds is in the base in which it is written.
    pub digits: String,
    /// What stands behind the digits, such as `u8`.
    pub suffix: String,
}

impl Integer {
    /// The value; `None` where it is beyond `i128`, as no code is.
    pub fn value(&self) -> Option<i128> {
        self.digits.parse().ok()
    }
}

impl Constant {
    /// What the literal says.
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
        if let Some(text) = text(&source) {
            return Self::Text(text);
        }
        integer(&source).map_or(Self::Other, Self::Integer)
    }
}

/// What a string literal says; `None` for any other literal, and for one with a suffix.
pub fn read(literal: &Literal) -> Option<String> {
    text(&literal.to_string())
}

fn text(source: &str) -> Option<String> {
    let Some(raw) = source.strip_prefix('r') else {
        let text = source.strip_prefix('"')?.strip_suffix('"')?;
        // Looked for one by one, which std does with optimised code.
        let is_plain = !text.contains('\\') && !text.contains('\r');
        return if is_plain { Some(text.to_owned()) } else { unescaped(text) };
    };
    let quoted = raw.trim_start_matches('#');
    let hashes = &raw[..raw.len() - quoted.len()];
    let text = quoted.strip_prefix('"')?.strip_suffix(hashes)?.strip_suffix('"')?;
    Some(with_line_feeds(text))
}

/// A line ends with a line feed, whatever it ends with in the file.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn unescaped(text: &str) -> Option<String> {
    let text = with_line_feeds(text);
    let mut said = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((plain, escape)) = rest.split_once('\\') {
        said.push_str(plain);
        let mut behind = escape.chars();
        let character = match behind.next()? {
            // The text goes on with the next character that is not blank.
            '\n' => {
                rest = behind.as_str().trim_start_matches([' ', '\t', '\n', '\r']);
                continue;
            }
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '0' => '\0',
            'x' => {
                let (digits, rest) = behind.as_str().split_at_checked(2)?;
                behind = rest.chars();
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            'u' => {
                let (digits, rest) = behind.as_str().strip_prefix('{')?.split_once('}')?;
                behind = rest.chars();
                char::from_u32(u32::from_str_radix(&digits.replace('_', ""), 16).ok()?)?
            }
            itself => itself,
        };
        said.push(character);
        rest = behind.as_str();
    }
    said.push_str(rest);
    Some(said)
}

fn integer(source: &str) -> Option<Integer> {
    let (base, prefix) = match source.get(..2) {
        Some("0x") => (16, 2),
        Some("0o") => (8, 2),
        Some("0b") => (2, 2),
        _ => (10, 0),
    };
    let written = &source[prefix..];
    let end = written.find(|char: char| char != '_' && !char.is_digit(base)).unwrap_or(written.len());
    let (digits, suffix) = written.split_at(end);
    if base == 10 && !digits.starts_with(|first: char| first.is_ascii_digit()) || is_fraction(base, suffix) {
        return None;
    }
    let digits = digits.replace('_', "");
    let digits = match i128::from_str_radix(&digits, base) {
        Ok(value) => value.to_string(),
        Err(_) => source[..prefix].to_owned() + &digits,
    };
    Some(Integer { digits, suffix: suffix.to_owned() })
}

/// Whether what stands behind the digits makes another number of them: `.5`, `e10`.
fn is_fraction(base: u32, behind: &str) -> bool {
    let exponent = behind.strip_prefix(['e', 'E']).map(|exponent| exponent.trim_start_matches('_'));
    let is_exponent =
        |exponent: &str| exponent.starts_with(|first: char| matches!(first, '+' | '-' | '0'..='9'));
    base == 10 && (behind.starts_with('.') || exponent.is_some_and(is_exponent))
}

#[cfg(test)]
mod tests {
    use super::{Constant, read};
    use fastrand::Rng;
    use proc_macro2::Literal;

    /// What syn says of the literal.
    fn to_syn(literal: Literal) -> Constant {
        match syn::Lit::new(literal) {
            syn::Lit::Str(text) if text.suffix().is_empty() => Constant::Text(text.value()),
            syn::Lit::Int(integer) => Constant::Integer(super::Integer {
                digits: integer.base10_digits().to_owned(),
                suffix: integer.suffix().to_owned(),
            }),
            _ => Constant::Other,
        }
    }

    #[test]
    fn only_string_literals_say_something() {
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
    fn any_literal_says_what_it_says_to_syn() {
        let sources = [
            "0",
            "007",
            "1_000",
            "1_",
            "0x1F",
            "0xfe_u8",
            "0o17",
            "0b1_0i8",
            "40_i32",
            "1f32",
            "1.0",
            "1.",
            "1e5",
            "1E_5",
            "1e+5",
            "1e-5",
            "0x1e5",
            "1.5e3",
            "18446744073709551616",
            "340282366920938463463374607431768211456",
            "'\\''",
            "r\"\"",
            "\"\"",
            "r##\"\"#\"##",
            "\"\\\\\\\"\\'\\0\\r\\t\\n\"",
            "\"\\u{1F600}\\u{0}\"",
            "\"\\\n\n  \t x\"",
            "1u128_",
        ];
        for source in sources {
            let literal: Literal = source.parse().unwrap();
            assert_eq!(Constant::of(&literal), to_syn(literal), "{source}");
        }
        // Beyond `i128` it is shown as it is written.
        let beyond: Literal = "0x1_0000_0000_0000_0000_0000_0000_0000_0000u8".parse().unwrap();
        let Constant::Integer(beyond) = Constant::of(&beyond) else { panic!("{beyond} is no integer") };
        assert_eq!(
            (beyond.digits.as_str(), beyond.suffix.as_str()),
            ("0x100000000000000000000000000000000", "u8")
        );
        assert_eq!(beyond.value(), None);
    }

    #[test]
    fn random_literals_say_what_they_say_to_syn() {
        const PIECES: [&str; 30] = [
            "0", "1", "9", "_", "x", "b", "o", "e", "E", "a", "u8", ".", "-", "+", "\"", "\"", "r", "#",
            "\\", "\\n", "\\u{", "}", "\\x7f", "\\\"", "\r\n", "\\\n", " ", "'", "é", "f64",
        ];
        let mut rng = Rng::with_seed(20_260_105);
        let mut literals = 0;
        for _ in 0..200_000 {
            let source: String = (0..rng.usize(1..7)).map(|_| rng.choice(PIECES).unwrap()).collect();
            // Among tokens, a minus is one of its own.
            if let Some(literal) = source.parse::<Literal>().ok().filter(|_| !source.starts_with('-')) {
                literals += 1;
                assert_eq!(Constant::of(&literal), to_syn(literal), "{source:?}");
            }
        }
        assert!(literals > 5_000, "{literals}");
    }
}
