//! The object around a key in a line of a log. A key such as `ret` means an error code only in an object with other
//! keys of the vendor's envelope.

/// How many bytes before and after a key are searched for its object.
pub(super) const REACH: usize = 1024;
/// The maximum number of opening braces before a key that are tried.
const BRACES: usize = 8;

/// Checks whether the object that has a key at `start` also has one of these keys, at the same level.
pub(super) fn has_sibling(text: &[u8], start: usize, siblings: &[&str], may_span_lines: bool) -> bool {
    let is_end = |byte: u8| byte == b'\n' && !may_span_lines;
    let (mut first, mut last) = (start.saturating_sub(REACH), text.len().min(start + REACH));
    if may_span_lines {
        (first, last) = (0, text.len());
    }
    let before = &text[first..start];
    let line = before.iter().rposition(|byte| is_end(*byte)).map_or(first, |end| first + end + 1);
    let end = text[start..last].iter().position(|byte| is_end(*byte)).map_or(last, |end| start + end);
    let braces = (line..start).rev().filter(|at| text[*at] == b'{').take(BRACES);
    braces.into_iter().any(|brace| has_keys(&text[..end], brace + 1, start, siblings))
}

/// Reads an object from the byte after its brace. Returns whether it has a key at `start` and one of the `wanted` keys.
fn has_keys(text: &[u8], mut at: usize, start: usize, wanted: &[&str]) -> bool {
    let (mut has_key, mut has_wanted) = (false, false);
    let mut depth = 0_usize;
    while at < text.len() && !(has_key && has_wanted) {
        match text[at] {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return false,
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
    has_key && has_wanted
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
    use super::has_sibling;

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
            assert_eq!(has_sibling(text.as_bytes(), start, &["msg"], false), expected, "{text}");
        }
        assert!(has_sibling(b"{\"ret\":5,\n\"msg\":\"\"}", 2, &["msg"], true));
    }
}
