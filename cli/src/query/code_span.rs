//! The code after a key: what may be between them, and how the code may be wrapped. It works on bytes, because a log is
//! not always text.

use super::keys::color_length;
use encoding_rs::Encoding;

/// The maximum number of consecutive spaces or backslashes between a key and its code.
const GAP: usize = 8;
/// The maximum length of a code in bytes.
pub(super) const LONGEST_CODE: usize = 64;
/// The maximum number of consecutive colors, and of names around a code.
const REPEATS: usize = 3;
/// The maximum length of a name around a code, such as `Number`.
const LONGEST_NAME: usize = 32;
/// The maximum number of bytes between a key and the end of its code.
pub(super) const REACH: usize = 8 * GAP + LONGEST_CODE + 4 * REPEATS * 28 + REPEATS * (LONGEST_NAME + 1) + 32;
/// Brackets around a code. Only the first pair is accepted after every key.
const BRACKETS: [(&str, &str); 4] = [("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")];

/// The punctuation and words around a code, in the encoding of a text.
#[derive(Debug)]
pub(super) struct Marks {
    colon: Vec<u8>,
    /// The verb "is", which may come between a Chinese key and the code.
    verbs: [Vec<u8>; 3],
    brackets: [(Vec<u8>, Vec<u8>); 4],
}

impl Marks {
    pub(super) fn new(encoding: &'static Encoding) -> Self {
        let encode = |text| encoding.encode(text).0.into_owned();
        Self {
            colon: encode("："),
            verbs: ["为", "為", "是"].map(encode),
            brackets: BRACKETS.map(|(open, close)| (encode(open), encode(close))),
        }
    }
}

/// The position of a code in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CodeSpan {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The end of the quotes and brackets around it.
    pub(super) outer_end: usize,
}

/// A kind of key, which decides on the brackets around its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum KeyKind {
    /// The code may follow in brackets of any kind, and without a space.
    Chinese,
    /// `ErrorCode(10008)` is a code.
    Code,
    /// `errno(3)` is not a code but a manual page.
    Other,
}

/// Finds the code after a key that ends at `at`.
pub(super) fn code_after(text: &[u8], at: usize, kind: KeyKind, marks: &Marks) -> Option<CodeSpan> {
    let scan = Scan { text };
    let is_chinese = kind == KeyKind::Chinese;
    let (mut at, key_quote) = scan.quote(scan.colors(at));
    if is_chinese && let Some(verb) = marks.verbs.iter().find(|verb| scan.rest(at).starts_with(verb)) {
        at += verb.len();
    }
    at = scan.colors(at);
    let key_end = at;
    at = scan.spaces(at);
    let separator = match scan.rest(at) {
        [b'=', b'>', ..] | [b':', b'=', ..] => 2,
        [b':' | b'=' | b'>', ..] => 1,
        rest if rest.starts_with(&marks.colon) => marks.colon.len(),
        _ => 0,
    };
    at += separator;
    let mut closing = None;
    if separator == 0 {
        if key_quote.is_some() {
            return None;
        }
        let brackets = match kind {
            KeyKind::Chinese => &marks.brackets[..],
            KeyKind::Code => &marks.brackets[..2],
            KeyKind::Other => &marks.brackets[..1],
        };
        let bracket = brackets.iter().find(|(open, _)| scan.rest(at).starts_with(open));
        // English has a space before a gloss in parentheses: "error code (see 3)".
        if let Some((open, close)) = bracket.filter(|(open, _)| is_chinese || open != b"(" || at == key_end) {
            at += open.len();
            closing = Some(close.as_slice());
        } else if at == key_end && !is_chinese {
            return None;
        }
    }
    at = scan.spaces(scan.colors(at));
    let (value, names) = scan.names(scan.colors(at));
    let (start, open) = scan.quote(value);
    let length = scan.code_length(start)?;
    let code = CodeSpan { start, end: start + length, outer_end: start + length };
    let mut end = match (open, scan.quote(code.end)) {
        (Some(open), (after, Some(close))) if open == close => after,
        _ => code.end,
    };
    for _ in 0..names {
        end = (scan.rest(end).first() == Some(&b')')).then_some(end + 1)?;
    }
    let Some(closing) = closing else { return Some(CodeSpan { outer_end: end, ..code }) };
    let bracket = scan.spaces(end);
    let after = bracket + closing.len();
    let is_index = scan.rest(scan.spaces(after)).starts_with(b"=");
    (scan.rest(bracket).starts_with(closing) && !is_index).then_some(CodeSpan { outer_end: after, ..code })
}

struct Scan<'t> {
    text: &'t [u8],
}

impl<'t> Scan<'t> {
    fn rest(&self, at: usize) -> &'t [u8] {
        self.text.get(at..).unwrap_or_default()
    }

    fn skip(&self, at: usize, byte: u8) -> usize {
        at + self.rest(at).iter().take(GAP).take_while(|other| **other == byte).count()
    }

    fn spaces(&self, at: usize) -> usize {
        self.skip(at, b' ')
    }

    /// Skips the colors that `tracing` and its like put between a key, its separator and its value.
    fn colors(&self, mut at: usize) -> usize {
        for _ in 0..REPEATS {
            let Some(length) = color_length(self.rest(at)) else { break };
            at += length;
        }
        at
    }

    /// Skips a quote, which may be escaped, and returns which one it is.
    fn quote(&self, at: usize) -> (usize, Option<u8>) {
        let after = self.skip(at, b'\\');
        match self.text.get(after) {
            Some(quote @ (b'"' | b'\'' | b'`')) => (after + 1, Some(*quote)),
            _ => (at, None),
        }
    }

    /// Skips the names of types around a value, as Rust's `Debug` prints them: `Number(`, `Some(Code(`.
    fn names(&self, mut at: usize) -> (usize, usize) {
        let mut names = 0;
        while names < REPEATS {
            let rest = self.rest(at);
            let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':');
            let length = rest.iter().take(LONGEST_NAME).take_while(|byte| is_name(byte)).count();
            if !rest.first().is_some_and(u8::is_ascii_uppercase) || rest.get(length) != Some(&b'(') {
                break;
            }
            at += length + 1;
            names += 1;
        }
        (at, names)
    }

    fn code_length(&self, start: usize) -> Option<usize> {
        let is_code = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        let length = self.rest(start).iter().take(LONGEST_CODE + 1).take_while(|byte| is_code(byte)).count();
        (1..=LONGEST_CODE).contains(&length).then_some(length)
    }
}
