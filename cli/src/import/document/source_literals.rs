//! String literals and comments of source code, as texts.

use super::cells::one_line;

/// Checks whether a text is a string literal, or several that are joined.
pub(super) fn is_quoted(text: &str) -> bool {
    text.len() > 1 && ['"', '\''].iter().any(|quote| text.starts_with(*quote) && text.ends_with(*quote))
}

/// Returns the text of string literals, which may be joined: `"a" + "b"`.
pub(super) fn unescaped(literal: &str) -> String {
    let mut text = String::with_capacity(literal.len());
    let mut open = None;
    let mut characters = literal.chars().peekable();
    while let Some(character) = characters.next() {
        match (open, character) {
            (None, '"' | '\'') => open = Some(character),
            (Some(quote), _) if character == quote => open = None,
            (Some(_), '\\') => match characters.next() {
                Some('n' | 'r' | 't') => text.push(' '),
                // The line is continued.
                Some('\n' | '\r') => while characters.next_if(|next| next.is_whitespace()).is_some() {},
                Some(kind @ ('u' | 'x')) => {
                    let is_braced = characters.next_if_eq(&'{').is_some();
                    let longest = match (kind, is_braced) {
                        (_, true) => 6,
                        ('x', _) => 2,
                        _ => 4,
                    };
                    let mut digits = String::new();
                    while digits.len() < longest
                        && let Some(digit) = characters.next_if(char::is_ascii_hexdigit)
                    {
                        digits.push(digit);
                    }
                    if is_braced {
                        _ = characters.next_if_eq(&'}');
                    }
                    let value = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                    text.push(value.unwrap_or(char::REPLACEMENT_CHARACTER));
                }
                Some(escaped) => text.push(escaped),
                None => {}
            },
            (Some(_), _) => text.push(character),
            (None, _) => {}
        }
    }
    one_line(&text)
}

/// Returns the text of a comment without its marks.
pub(super) fn uncommented(comment: &str) -> String {
    let line = |line: &str| {
        let line = line.trim().trim_end_matches("*/").trim_start_matches(['/', '*', '!', '<', '#']);
        line.trim_end_matches('*').trim().to_owned()
    };
    let text = comment.lines().map(line).collect::<Vec<_>>().join(" ");
    // The documentation of C# is in XML.
    let text = one_line(&text.replace("<summary>", " ").replace("</summary>", " "));
    let brief = text.strip_prefix("\\brief ").or_else(|| text.strip_prefix("@brief "));
    brief.map(str::to_owned).unwrap_or(text)
}

/// Returns the text of string literals or of prose.
pub(super) fn text_of_source(source: &str) -> String {
    if is_quoted(source) { unescaped(source) } else { unmarked(source) }
}

/// Returns lines of prose as one text, without the marks of lists before them.
fn unmarked(text: &str) -> String {
    let line = |line: &str| {
        let line = line.trim();
        let item = ["- ", "* ", "+ ", "• "].iter().find_map(|mark| line.strip_prefix(mark));
        item.map_or(line, str::trim).to_owned()
    };
    one_line(&text.lines().map(line).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{uncommented, unescaped, unmarked};

    #[test]
    fn literals_comments_and_lists_lose_their_marks() {
        for (literal, text) in [
            (r#""busy""#, "busy"),
            (r"'it\'s'", "it's"),
            (r#""a" + "b""#, "ab"),
            (r#""\u7cfb\u{7edf} \x41 \"x\"\n""#, "系统 A \"x\""),
            ("\"one \\\n     two\"", "one two"),
        ] {
            assert_eq!(unescaped(literal), text, "{literal}");
        }
        for (comment, text) in [
            ("/** busy. */", "busy."),
            ("/// One.\n    /// Two.\n", "One. Two."),
            ("/*\n * One.\n * Two.\n */", "One. Two."),
            ("/**< busy */", "busy"),
            ("/*!< \\brief busy */", "busy"),
            ("# busy", "busy"),
            ("/// <summary>\n/// busy\n/// </summary>\n", "busy"),
        ] {
            assert_eq!(uncommented(comment), text, "{comment}");
        }
        assert_eq!(unmarked("* One.\n * Two *or* three.\n-4\n"), "One. Two *or* three. -4");
    }
}
