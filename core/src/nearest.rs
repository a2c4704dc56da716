//! "Did you mean": the known word nearest to one that is misspelt.

/// The nearest of the known words, if any is near enough to have been meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let (distance, nearest) = known.into_iter().map(|known| (edit_distance(word, known), known)).min()?;
    (distance <= 1 + word.chars().count() / 4).then_some(nearest)
}

/// How many single-character insertions, deletions and substitutions turn `a` into `b` (Levenshtein).
fn edit_distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, to) in b.chars().enumerate() {
            let substituted = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, nearest};

    #[test]
    fn each_edit_counts_once() {
        for (a, b, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("a", "abc", 2),
            ("abc", "c", 2),
            ("title", "tilte", 2),
            ("kitten", "sitting", 3),
            ("中文", "中", 1),
        ] {
            assert_eq!(edit_distance(a, b), distance, "{a} {b}");
            assert_eq!(edit_distance(b, a), distance, "{b} {a}");
        }
    }

    #[test]
    fn a_longer_word_may_have_more_edits() {
        assert_eq!(nearest("abc", ["xyc", "xbc"]), Some("xbc"));
        assert_eq!(nearest("abc", ["xyc"]), None);
        assert_eq!(nearest("abcdefgh", ["abcdexyz"]), Some("abcdexyz"));
        assert_eq!(nearest("abcdefgh", ["abcdwxyz"]), None);
    }
}
