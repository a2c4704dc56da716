//! The object around a key in a line of a log. A key such as `ret` means an error code only in an object with other
//! keys of the vendor's envelope.

/// How many bytes before and after a key are searched for its object.
pub(super) const REACH: usize = 1024;
/// The maximum number of opening braces before a key that are tried.
const BRACES: usize = 8;

/// The part of a text in which an object is searched.
#[derive(Debug)]
pub(super) enum Scope {
    /// The line of the key, as far as `REACH`.
    Line,
    /// The whole text, until the searches of its keys have read this many bytes. Then the text as far as `REACH`, because a
    /// search of the whole text for each key would take quadratic time.
    Text {
        /// The number of bytes that may still be read.
        budget: usize,
    },
}

impl Scope {
    /// Returns the scope of a text whose objects may span lines.
    pub(super) fn of_text(text: &[u8]) -> Self {
        Self::Text { budget: 64 * text.len() }
    }
}

/// Checks whether the object that has a key at `start` also has one of these keys, at the same level.
pub(super) fn has_sibling(text: &[u8], start: usize, siblings: &[&str], scope: &mut Scope) -> bool {
    let (near, far) = (start.saturating_sub(REACH), text.len().min(start + REACH));
    let is_end = |byte: &u8| *byte == b'\n';
    let (first, end) = match scope {
        Scope::Text { budget: 1.. } => (0, text.len()),
        Scope::Text { budget: 0 } => (near, far),
        Scope::Line => (
            text[near..start].iter().rposition(is_end).map_or(near, |end| near + end + 1),
            text[start..far].iter().position(is_end).map_or(far, |end| start + end),
        ),
    };
    let (mut brace, mut read, mut has_sibling) = (start, 0, false);
    for _ in 0..BRACES {
        let before = text[first..brace].iter().rposition(|byte| *byte == b'{');
        read += brace - before.map_or(first, |before| first + before);
        let Some(before) = before else { break };
        brace = first + before;
        let (has_keys, end) = has_keys(&text[..end], brace + 1, start, siblings);
        read += end - brace;
        has_sibling = has_keys;
        if has_sibling {
            break;
        }
    }
    if let Scope::Text { budget } = scope {
        *budget = budget.saturating_sub(read);
    }
    has_sibling
}

/// Reads an object from the byte after its brace. Returns whether it has a key at `start` and one of the `wanted` keys, and
/// where the reading ended.
fn has_keys(text: &[u8], mut at: usize, start: usize, wanted: &[&str]) -> (bool, usize) {
    let (mut has_key, mut has_wanted) = (false, false);
    let mut depth = 0_usize;
    while at < text.len() && !(has_key && has_wanted) {
        match text[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return (false, at),
            },
            b'"' | b'\\' => {
                let Some((content, after)) = string_at(text, at) else {
                    at += 1;
                    continue;
                };
                if depth == 0 && is_followed_by_separator(text, after) {
                    has_key |= content.0 == start;
                    has_wanted |= is_wanted(&text[content.0..content.1], wanted);
                }
                at = after;
                continue;
            }
            byte if is_name(byte) => {
                let length = text[at..].iter().take_while(|byte| is_name(**byte)).count();
                if depth == 0 && is_followed_by_separator(text, at + length) {
                    has_key |= at == start;
                    has_wanted |= is_wanted(&text[at..at + length], wanted);
                }
                at += length;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    (has_key && has_wanted, at)
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

fn is_wanted(key: &[u8], wanted: &[&str]) -> bool {
    wanted.iter().any(|wanted| wanted.as_bytes() == key)
}

fn is_followed_by_separator(text: &[u8], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.iter().find(|byte| **byte != b' ').is_some_and(|byte| matches!(byte, b':' | b'='))
}

/// Returns the content of the string that begins at `at`, and the byte after it. If the JSON is the text of a string,
/// each quote has backslashes before it, the closing one as many as the opening one.
fn string_at(text: &[u8], at: usize) -> Option<((usize, usize), usize)> {
    let backslashes_at = |at: usize| text[at..].iter().take_while(|byte| **byte == b'\\').count();
    let level = backslashes_at(at);
    let start = (text.get(at + level) == Some(&b'"')).then_some(at + level + 1)?;
    let mut at = start;
    while at < text.len() {
        let escapes = backslashes_at(at);
        let quote = at + escapes;
        let is_quote = text.get(quote) == Some(&b'"');
        let is_closing = if level == 0 { escapes % 2 == 0 } else { escapes == level };
        if is_quote && is_closing {
            return Some(((start, at), quote + 1));
        }
        at = quote + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Scope, has_sibling};

    #[test]
    fn a_key_is_one_of_an_envelope_next_to_the_others_of_its_object() {
        for (text, expected) in [
            (r#"{"ret":5,"msg":"x"}"#, true),
            (r#"{"msg":"x","ret":5}"#, true),
            (r#"{"msg":"a \"{\" x","ret":5}"#, true),
            (r#"{\"ret\":5,\"msg\":\"x\"}"#, true),
            (r#"{"a":{"b":1},"ret":5,"c":[{}],"msg":""}"#, true),
            ("Reply { ret: 5, msg: \"x\" }", true),
            (r#"{"ret":5,"data":{"msg":"x"}}"#, false),
            (r#"{"msg":"x","data":{"ret":5}}"#, false),
            (r#"{"x":"msg","ret":5}"#, false),
            ("ret=5 msg=x", false),
            ("{\"ret\":5,\n\"msg\":\"\"}", false),
        ] {
            let start = text.find("ret").expect(text);
            assert_eq!(has_sibling(text.as_bytes(), start, &["msg"], &mut Scope::Line), expected, "{text}");
        }
        let text = b"{\"ret\":5,\n\"msg\":\"\"}";
        assert!(has_sibling(text, 2, &["msg"], &mut Scope::of_text(text)));
    }

    #[test]
    fn objects_of_a_text_may_be_long() {
        let text = format!("{{\"ret\":5,\"data\":\"{}\",\n\"msg\":\"\"}}", "x".repeat(100_000));
        assert!(has_sibling(text.as_bytes(), 2, &["msg"], &mut Scope::of_text(text.as_bytes())));
        assert!(!has_sibling(text.as_bytes(), 2, &["msg"], &mut Scope::Text { budget: 0 }));
    }
}
