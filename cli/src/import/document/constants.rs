//! Evaluates the codes of constants in source code: literals, expressions of earlier constants, and implicit codes that
//! count on.

use super::decorated_integer::number;
use super::pattern_presets::Syntax;
use super::source_literals::{is_quoted, unescaped};
use cexpr::expr::{EvalResult, IdentifierParser};
use cexpr::token::{Kind, Token};
use regex::Regex;
use std::collections::HashMap;
use std::num::Wrapping;

/// The constants of a file so far.
pub(super) struct Constants {
    syntax: Syntax,
    values: HashMap<Vec<u8>, EvalResult>,
    /// The expression of the constant above.
    above: String,
    /// The implicit value of the next constant.
    next: Option<i64>,
    /// The number of constants in the block so far.
    iota: i64,
    tokens: Regex,
}

/// The code of a constant.
pub(super) enum ConstantCode {
    /// A literal as it is written, or the value of an expression in decimal.
    Number(String),
    Text(String),
    /// The constant has no code, and its language does not count up.
    Missing,
    /// The code is an expression that cannot be computed.
    Unknown,
}

impl Constants {
    /// The maximum numbers of tokens and of opening parentheses in an expression.
    const TOKENS: usize = 200;
    const PARENTHESES: usize = 20;

    pub(super) fn new(syntax: Syntax) -> Self {
        let tokens = Regex::new(r"[A-Za-z_][\w.]*(?:::\w+)*|[0-9]\w*|<<|>>|\S").expect("a pattern");
        Self { syntax, values: HashMap::new(), above: String::new(), next: Some(0), iota: 0, tokens }
    }

    /// Begins a block. Its first constant has the code `first` if it has none of its own.
    pub(super) fn begin_block(&mut self, first: i64) {
        self.above.clear();
        self.next = Some(first);
        self.iota = 0;
    }

    /// Returns the code of the next constant; `written` is its expression in the source.
    pub(super) fn code(&mut self, symbol: &str, written: &str) -> ConstantCode {
        let written = written.trim();
        if is_quoted(written) {
            written.clone_into(&mut self.above);
            self.iota += 1;
            return ConstantCode::Text(unescaped(written));
        }
        let value = match (written, self.syntax) {
            ("", Syntax::Explicit | Syntax::Text) => return ConstantCode::Missing,
            ("", Syntax::Counting) => self.next,
            ("", Syntax::Iota) if is_quoted(&self.above) => {
                return ConstantCode::Text(unescaped(&self.above));
            }
            ("", Syntax::Iota) => self.value(&self.above.clone()),
            _ => {
                written.clone_into(&mut self.above);
                self.value(written)
            }
        };
        self.iota += 1;
        self.next = value.and_then(|value| value.checked_add(1));
        if let Some(value) = value {
            self.values.insert(symbol.into(), EvalResult::Int(Wrapping(value)));
        }
        match value {
            // A literal is kept as it is written, because it may be hexadecimal or too large for an expression.
            _ if number(written).is_some() => ConstantCode::Number(written.to_owned()),
            Some(value) => ConstantCode::Number(value.to_string()),
            None => ConstantCode::Unknown,
        }
    }

    /// Computes an expression.
    fn value(&mut self, expression: &str) -> Option<i64> {
        if let Some(number) = number(expression) {
            return i64::try_from(number.value).ok();
        }
        // The library recurses, and it tries some parentheses twice.
        let opening = expression.bytes().filter(|byte| *byte == b'(').count();
        if opening > Self::PARENTHESES {
            return None;
        }
        // In Go, shifts bind as tightly as products.
        let has = |operators: &[char]| expression.contains(operators);
        if self.syntax == Syntax::Iota && has(&['<', '>', '&']) && has(&['+', '-', '|', '^']) {
            return None;
        }
        self.values.insert(b"iota".to_vec(), EvalResult::Int(Wrapping(self.iota)));
        let mut tokens = Vec::new();
        // A backslash continues the line.
        for token in
            self.tokens.find_iter(expression).map(|token| token.as_str()).filter(|token| *token != "\\")
        {
            if tokens.len() == Self::TOKENS {
                return None;
            }
            tokens.push(Self::token(token)?);
        }
        match IdentifierParser::new(&self.values).expr(&tokens) {
            Ok(([], EvalResult::Int(value))) => Some(value.0),
            _ => None,
        }
    }

    fn token(token: &str) -> Option<Token> {
        let first = token.chars().next()?;
        let (kind, raw) = if first.is_ascii_digit() {
            // Suffixes and separators differ by language. Octal numbers of C are not read otherwise.
            let digits = number(token).map_or(token.to_owned(), |number| number.value.to_string());
            (Kind::Literal, digits)
        } else if first.is_ascii_alphabetic() || first == '_' {
            // Constants of an enum may be named with it, as in `Self::BASE`.
            let name = token.rsplit([':', '.']).next()?;
            (Kind::Identifier, name.to_owned())
        } else if matches!(token, "<<" | ">>" | "+" | "-" | "*" | "&" | "|" | "^" | "~" | "(" | ")") {
            (Kind::Punctuation, token.to_owned())
        } else {
            // The library panics at a division by zero.
            return None;
        };
        Some(Token { kind, raw: raw.into_bytes().into() })
    }
}

#[cfg(test)]
mod tests {
    use super::{ConstantCode, Constants};
    use crate::import::document::pattern_presets::Syntax;

    fn codes(syntax: Syntax, constants: &[(&str, &str)]) -> Vec<String> {
        let mut known = Constants::new(syntax);
        let shown = |code| match code {
            ConstantCode::Number(number) => number,
            ConstantCode::Text(text) => format!("{text:?}"),
            ConstantCode::Missing => "missing".to_owned(),
            ConstantCode::Unknown => "unknown".to_owned(),
        };
        constants.iter().map(|(symbol, written)| shown(known.code(symbol, written))).collect()
    }

    #[test]
    fn constants_of_c_are_computed_and_counted() {
        let constants = [
            ("A", ""),
            ("B", "0x10"),
            ("C", ""),
            ("D", "(B | (1<<8))"),
            ("E", "-A - 1"),
            ("F", "MAKE(1, 2)"),
            ("G", ""),
            ("H", "E_UNKNOWN + 1"),
            ("I", "010"),
            ("J", "0xFFFFFFFFFFFFFFFF"),
            ("K", "((((((((((1))))))))))"),
            ("L", "1 +"),
            ("M", "1 / 0"),
        ];
        assert_eq!(
            codes(Syntax::Counting, &constants),
            [
                "0",
                "0x10",
                "17",
                "272",
                "-1",
                "unknown",
                "unknown",
                "unknown",
                "8",
                "0xFFFFFFFFFFFFFFFF",
                "((((((((((1))))))))))",
                "unknown",
                "unknown",
            ]
        );
    }

    #[test]
    fn constants_of_go_repeat_the_expression_above() {
        let constants =
            [("A", "iota + 1000"), ("B", ""), ("_", ""), ("D", ""), ("E", "1 << iota"), ("F", "")];
        assert_eq!(codes(Syntax::Iota, &constants), ["1000", "1001", "1002", "1003", "16", "32"]);
        assert_eq!(codes(Syntax::Iota, &[("A", "\"a\""), ("B", "")]), ["\"a\"", "\"a\""]);
    }

    #[test]
    fn other_constants_are_not_counted() {
        assert_eq!(codes(Syntax::Explicit, &[("A", "1"), ("B", "")]), ["1", "missing"]);
    }
}
