//! Language tags, matched as in BCP 47.

/// Looks a tag up as in RFC 4647, 3.4: calls `find` with the tag, then without its last subtag, until it returns a value.
/// Returns `None` if `range` is not a language tag.
pub(crate) fn lookup<T>(range: &str, mut find: impl FnMut(&str) -> Option<T>) -> Option<T> {
    if !is_language_range(range) {
        return None;
    }
    let mut tag = range;
    loop {
        if let Some(found) = find(tag) {
            return Some(found);
        }
        tag = shorter(tag)?;
        // A single letter introduces the subtags after it, and has no meaning without them.
        if let Some(before) = shorter(tag)
            && before.len() + 2 == tag.len()
        {
            tag = before;
        }
    }
}

/// Returns the tag without its last subtag.
fn shorter(tag: &str) -> Option<&str> {
    tag.rfind(['-', '_']).map(|end| &tag[..end])
}

/// Compares two tags. Ignores case; an identifier has `_` instead of `-`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let folded = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    one.bytes().map(folded).eq(other.bytes().map(folded))
}

/// Returns whether the text has the form of a language range: subtags of one to eight letters and digits, or `*`. The
/// first one has no digits.
fn is_language_range(range: &str) -> bool {
    let mut subtags = range.split(['-', '_']);
    let is_subtag = |subtag: &str| {
        subtag == "*"
            || (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    subtags
        .next()
        .is_some_and(|language| is_subtag(language) && !language.contains(|c: char| c.is_ascii_digit()))
        && subtags.all(is_subtag)
}

/// Returns whether a column's name is a language tag, which begins with two or three letters.
pub(crate) fn names_a_language(name: &str) -> bool {
    let language = name.split('_').next().unwrap_or_default();
    (2..=3).contains(&language.len()) && is_language_range(name)
}

#[cfg(test)]
mod tests {
    use super::{lookup, same};
    extern crate std;
    use std::string::String;
    use std::vec::Vec;

    /// The tags that are tried, in their order.
    fn tried(asked: &str) -> Vec<String> {
        let mut tried = Vec::new();
        assert_eq!(
            lookup(asked, |tag| {
                tried.push(tag.into());
                None::<()>
            }),
            None
        );
        tried
    }

    #[test]
    fn a_tag_is_shortened_from_its_end() {
        // The example of RFC 4647, 3.4.
        assert_eq!(
            tried("zh-Hant-CN-x-private1-private2"),
            ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"]
        );
        assert_eq!(tried("en"), ["en"]);
        assert_eq!(tried("zh_Hant_TW"), ["zh_Hant_TW", "zh_Hant", "zh"]);
        assert_eq!(tried("de-*"), ["de-*", "de"]);
        assert_eq!(tried("*"), ["*"]);
        assert_eq!(tried("x-a"), ["x-a", "x"]);
    }

    #[test]
    fn an_invalid_tag_finds_nothing() {
        let long = "a-".repeat(100_000);
        for asked in [
            "",
            "-",
            "_",
            "en-",
            "-en",
            "en--GB",
            "en GB",
            "en-GB.UTF-8",
            "123456789",
            "1n",
            "ünïcode",
            "é",
            "\0",
            "en\u{200b}",
            &long,
        ] {
            assert_eq!(tried(asked), [""; 0], "{asked:?}");
        }
    }

    #[test]
    fn case_and_underscores_are_ignored() {
        assert!(same("zh-TW", "zh_tw") && same("EN", "en"));
        assert!(!same("en", "en-GB") && !same("zh", "z") && !same("a-b", "ab"));
    }
}
