//! Codes and ranges as a declaration writes them: the literal, its notation, and the base or prefix of its section.

#![allow(missing_debug_implementations, reason = "nothing prints a node, and to derive it is slow to build")]

use super::Code;
use super::literal::Constant;
use proc_macro2::TokenStream;

/// A code as it was written: an optional minus, then a literal.
#[derive(Clone)]
pub struct CodeLiteral {
    /// True if a minus precedes the literal.
    pub negative: bool,
    /// A number or a string; any literal. In a section with a prefix it includes the prefix.
    pub literal: Constant,
    /// The base of its section or catalog, which is part of its value; otherwise 0.
    pub base: i128,
    /// The minus and the literal as they are written, for errors to point at.
    pub tokens: TokenStream,
}

impl CodeLiteral {
    /// Puts the prefix of a section before a string.
    pub(crate) fn prepend(&mut self, prefix: &str) {
        if let Constant::Text(text) = &mut self.literal {
            text.insert_str(0, prefix);
        }
    }

    /// Adds the base of a section or of the catalog to a number.
    pub(crate) fn add(&mut self, base: &Self) {
        self.base = base.value().and_then(|base| base.as_int()).unwrap_or_default();
    }

    /// Returns whether this literal equals the code `whole`, although its base makes it another code.
    pub(crate) fn equals_without_base(&self, whole: &Self) -> bool {
        let (Some(Code::Int(code)), Some(Code::Int(whole))) = (self.value(), whole.value()) else {
            return false;
        };
        self.base != 0 && code - self.base == whole
    }

    /// Returns the code as it is written. A code in a section with a base is the whole code, in the notation of the literal.
    pub fn source(&self) -> String {
        match self.value() {
            Some(Code::Int(value)) if self.base != 0 => self.in_notation(value),
            Some(code @ Code::Str(_)) => code.to_string(),
            _ => self.tokens.clone().into_iter().map(|token| token.to_string()).collect(),
        }
    }

    /// Returns a number in the radix of this literal.
    pub fn in_notation(&self, value: i128) -> String {
        let (sign, digits) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
        match self.radix() {
            16 => format!("{sign}{digits:#X}").replacen("0X", "0x", 1),
            8 => format!("{sign}{digits:#o}"),
            2 => format!("{sign}{digits:#b}"),
            _ => format!("{sign}{digits}"),
        }
    }

    /// Returns the greatest number that fits in the zeros at the end of the literal: 999 for 6000, 0xFFFF for
    /// `0xF_0000`. Returns `None` if it does not end in a zero.
    pub(crate) fn room(&self) -> Option<i128> {
        let Constant::Integer(integer) = &self.literal else { return None };
        let source = self.tokens.clone().into_iter().last()?.to_string();
        let source = source.strip_suffix(&*integer.suffix)?;
        let radix = self.radix();
        let digits = if radix == 10 { source } else { &source[2..] };
        let zeros = digits.bytes().rev().take_while(|byte| matches!(byte, b'0' | b'_'));
        let zeros = u32::try_from(zeros.filter(|byte| *byte == b'0').count()).ok()?;
        let is_zero = integer.digits == "0";
        i128::from(radix).checked_pow(zeros).filter(|_| zeros > 0 && !is_zero).map(|limit| limit - 1)
    }

    fn radix(&self) -> u8 {
        let literal =
            self.tokens.clone().into_iter().last().map_or_else(String::new, |token| token.to_string());
        match literal.get(..2) {
            Some("0x") => 16,
            Some("0o") => 8,
            Some("0b") => 2,
            _ => 10,
        }
    }

    /// Returns the value, or `None` for a literal that cannot be a code of any type.
    pub fn value(&self) -> Option<Code> {
        match &self.literal {
            Constant::Integer(integer) => {
                let value = integer.value()?;
                let value = if self.negative { -value } else { value };
                value.checked_add(self.base).map(Code::Int)
            }
            Constant::Text(text) if !self.negative => Some(Code::Str(text.clone())),
            _ => None,
        }
    }
}

/// One code, or an inclusive range of them.
pub struct Range {
    /// The code, or the lowest one.
    pub first: CodeLiteral,
    /// The highest one, after `..=`.
    pub last: Option<CodeLiteral>,
    /// The whole range, for errors to point at.
    pub tokens: TokenStream,
}

impl Range {
    /// Returns the first and the last code, or `None` if one cannot be a code, or they are in reverse order.
    pub fn values(&self) -> Option<(Code, Code)> {
        let first = self.first.value()?;
        let last = self.last.as_ref().map_or_else(|| Some(first.clone()), CodeLiteral::value)?;
        (first <= last).then_some((first, last))
    }

    /// Returns the range as it is written.
    pub fn source(&self) -> String {
        let last = self.last.as_ref().map(|last| format!("..={}", last.source()));
        self.first.source() + &last.unwrap_or_default()
    }
}
