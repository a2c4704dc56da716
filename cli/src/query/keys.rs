//! The keys that a code follows, such as `errcode`: those of every log, and those that a user adds with `--key`.

/// Keys that mean an error code and nothing else. ASCII letters match in any case.
pub(crate) const KEYS: &[&str] = &[
    "errcode",
    "err_code",
    "err-code",
    "err code",
    "errorcode",
    "error_code",
    "error-code",
    "error code",
    "errno",
    "err_no",
    "err-no",
    "errorno",
    "error_no",
    "error-no",
    "错误码",
    "错误代码",
    "返回码",
    "錯誤碼",
    "錯誤代碼",
];
/// Keys that mean other things too. They count only in a text that the user passes to `explain`.
pub(crate) const LOOSE_KEYS: &[&str] = &["code", "retcode", "ret_code", "ret", "status", "sub_code"];
/// Keys of string codes, which count if a catalog has string codes.
pub(crate) const STRING_KEYS: &[&str] = &["sqlstate", "sql state"];

/// A key of `--key`: the whole key, or a pattern with a `*` at its beginning or end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct UserKey {
    literal: String,
    open_start: bool,
    open_end: bool,
}

impl UserKey {
    /// Parses an argument of `--key`.
    ///
    /// # Errors
    ///
    /// Returns the remedy if the key is empty, too long, has a control character, or has a `*` in its middle.
    pub(crate) fn parse(key: &str) -> Result<Self, String> {
        let (open_start, literal) = key.strip_prefix('*').map_or((false, key), |rest| (true, rest));
        let (open_end, literal) = literal.strip_suffix('*').map_or((false, literal), |rest| (true, rest));
        if literal.is_empty() {
            return Err("write a key, such as code".to_owned());
        }
        if literal.len() > Self::LONGEST {
            return Err(format!("write a key of at most {} bytes", Self::LONGEST));
        }
        if literal.contains(|c: char| c.is_control()) {
            return Err("write the key without line breaks, tabs and other control characters".to_owned());
        }
        if literal.contains('*') || (open_start || open_end) && !literal.bytes().all(is_key_byte) {
            return Err("write * before or after letters, digits, _, - and ., as in *_code".to_owned());
        }
        Ok(Self { literal: literal.to_ascii_lowercase(), open_start, open_end })
    }

    /// The maximum length of the literal part of a key.
    const LONGEST: usize = 64;

    /// Returns the part of the key that the text must contain, in lower case.
    pub(super) fn literal(&self) -> &str {
        &self.literal
    }

    /// Returns the end of the key in `text` that has the literal at `start..end`, if it is this key.
    pub(super) fn end_in(&self, text: &[u8], start: usize, end: usize) -> Option<usize> {
        if !self.literal.is_ascii() {
            return Some(end);
        }
        let before = text[..start].iter().rev().take(Self::LONGEST);
        let before = before.take_while(|byte| is_key_byte(**byte)).count();
        let has_start = before == 0 || self.open_start || is_escape_end(text, start);
        let after = text[end..].iter().take(Self::LONGEST).take_while(|byte| is_key_byte(**byte)).count();
        let has_end = after == 0 || self.open_end;
        (has_start && has_end).then_some(end + after)
    }
}

/// Checks whether a byte can be part of a key, so that `exit_code`, `exit-code` and `exit.code` are not the key `code`.
fn is_key_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')
}

/// Checks whether the letter before `at` ends an escape sequence, after which a word begins: the color of a terminal
/// such as `\x1b[3m`, or the `\n`, `\r` or `\t` of a quoted text.
pub(super) fn is_escape_end(text: &[u8], at: usize) -> bool {
    let before = &text[at.saturating_sub(LONGEST_COLOR)..at];
    match before {
        [.., b'\\', b'n' | b'r' | b't'] => true,
        [.., b'm'] => before.iter().rposition(|byte| *byte == 0x1b).is_some_and(|escape| {
            color_length(&before[escape..]).is_some_and(|length| escape + length == before.len())
        }),
        _ => false,
    }
}

/// The maximum length of a color's parameters in bytes. `\x1b[1;38;5;196;48;5;16m` has 21.
const LONGEST_COLOR: usize = 24;

/// Returns the length of the color sequence that the text begins with.
#[inline]
pub(super) fn color_length(text: &[u8]) -> Option<usize> {
    let parameters = text.strip_prefix(b"\x1b[")?;
    let length =
        parameters.iter().take(LONGEST_COLOR).take_while(|byte| matches!(byte, b'0'..=b'9' | b';')).count();
    (parameters.get(length) == Some(&b'm')).then_some(length + 3)
}

#[cfg(test)]
mod tests {
    use super::{UserKey, color_length, is_escape_end};

    #[test]
    fn a_key_is_a_whole_key_unless_it_has_a_star() {
        for (key, text, expected) in [
            ("code", "code=", true),
            ("code", "exit_code=", false),
            ("code", "exit-code=", false),
            ("code", "exit.code=", false),
            ("code", "codes=", false),
            ("*_code", "exit_code=", true),
            ("*_code", "exit_codes=", false),
            ("code*", "codes=", true),
            ("code*", "xcodes=", false),
            ("*code*", "xcodes=", true),
            ("CODE", "code=", true),
            ("code", "\\ncode=", true),
            ("code", "\x1b[1;31mcode=", true),
        ] {
            let key = UserKey::parse(key).expect(key);
            let start = text.find(key.literal()).expect(text);
            let end = key.end_in(text.as_bytes(), start, start + key.literal().len());
            assert_eq!(end.is_some(), expected, "{key:?} in {text}");
        }
    }

    #[test]
    fn a_key_that_cannot_be_in_a_line_is_rejected() {
        for key in ["", "*", "**", "a\nb", "a*b", "错*", &"k".repeat(65)] {
            assert!(UserKey::parse(key).is_err(), "{key:?}");
        }
    }

    #[test]
    fn colors_end_with_an_m() {
        assert_eq!(color_length(b"\x1b[0mx"), Some(4));
        assert_eq!(color_length(b"\x1b[38;5;196m"), Some(11));
        assert_eq!(color_length(b"\x1b[2Kx"), None);
        assert!(is_escape_end(b"\x1b[0m", 4) && !is_escape_end(b"program", 7));
    }
}
