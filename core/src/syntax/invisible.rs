//! Recognizes invisible characters. The texts of a catalog have none, and errcat prints them escaped.

/// Returns whether a character is invisible or changes how others look: controls, line and paragraph separators, and
/// Unicode's default ignorable characters (soft hyphen, zero-width and bidirectional controls, variation selectors,
/// tags, fillers).
///
/// The list is that of `Default_Ignorable_Code_Point` in the file `DerivedCoreProperties.txt` of Unicode 16.0, which has
/// all of `Bidi_Control`, with U+2028 and U+2029, and the category Cc.
///
/// ```
/// use error_catalog_core::syntax::is_invisible;
///
/// assert!(['\u{1b}', '\n', '\u{ad}', '\u{202e}', '\u{2028}', '\u{e0041}'].into_iter().all(is_invisible));
/// assert!(!['a', ' ', '不', '\u{3000}', '🙂'].into_iter().any(is_invisible));
/// ```
pub fn is_invisible(character: char) -> bool {
    // Nearly every character of a table is one of these, and the macro runs unoptimised.
    if matches!(character, ' '..='~' | '\u{3165}'..='\u{fdff}') {
        return false;
    }
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{2029}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fff8}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::is_invisible;

    #[test]
    fn as_many_as_unicode_counts() {
        let invisible: Vec<char> = ('\0'..=char::MAX).filter(|character| is_invisible(*character)).collect();
        let (controls, others): (Vec<char>, Vec<char>) =
            invisible.into_iter().partition(|character| character.is_control());
        assert_eq!(controls.len(), 65);
        assert_eq!(
            others.len(),
            4174 + 2,
            "the file says how many are default ignorable; and two separators"
        );
    }
}
