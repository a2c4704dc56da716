//! Suggests corrections of misspelt words.

/// Returns the known word with the smallest edit distance, if the distance is small enough for a misspelling.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (distance, nearest) =
        known.into_iter().map(|known| (strsim::levenshtein(word, known), known)).min()?;
    (distance <= 1 + word.chars().count() / 4).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_longer_word_may_have_more_edits() {
        assert_eq!(nearest("abc", ["xyc", "xbc"]), Some("xbc"));
        assert_eq!(nearest("abc", ["xyc"]), None);
        assert_eq!(nearest("abcdefgh", ["abcdexyz"]), Some("abcdexyz"));
        assert_eq!(nearest("abcdefgh", ["abcdwxyz"]), None);
        assert_eq!(nearest("中", ["中文"]), Some("中文"));
    }
}
