//! Shortens the texts that messages quote, so that an argument of a megabyte gives a short line.

use std::borrow::Cow;

/// Returns a text with at most this many characters: its beginning and its end.
fn shorten(text: &str, longest: usize) -> Cow<'_, str> {
    let count = text.chars().count();
    if count <= longest {
        return text.into();
    }
    let (before, after) = (longest * 2 / 3, longest / 3);
    let start: String = text.chars().take(before).collect();
    let end: String = text.chars().skip(count - after).collect();
    format!("{start}…{end}").into()
}

/// Returns a text of the user in quotes, escaped.
pub(crate) fn quote(text: &str) -> String {
    format!("{:?}", shorten(text, 90))
}

/// Returns a message with its long lines shortened.
pub(crate) fn shorten_lines(message: &str) -> Cow<'_, str> {
    const LONGEST: usize = 900;
    if message.lines().all(|line| line.len() <= LONGEST) {
        return message.into();
    }
    let lines = message.split('\n').map(|line| shorten(line, LONGEST));
    lines.collect::<Vec<_>>().join("\n").into()
}

#[cfg(test)]
mod tests {
    use super::{quote, shorten_lines};

    #[test]
    fn only_long_texts_are_shortened() {
        assert_eq!(quote("a\"b"), r#""a\"b""#);
        let long = "错".repeat(1_000_000);
        assert_eq!(quote(&long).chars().count(), 93);
        assert_eq!(shorten_lines("a\nb\n"), "a\nb\n");
        assert_eq!(shorten_lines(&format!("a\n{long}\nb\n")).chars().count(), 906);
    }
}
