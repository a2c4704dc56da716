//! Recognizes invisible characters. The texts of a catalog have them only where Unicode needs them to write a word or an
//! emoji, and errcat prints the others escaped.

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
    // Nearly every character of a table is one of these, and the macro runs unoptimized.
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

/// Returns whether a character between two texts is invisible and has no use there.
///
/// The uses are those of Unicode: a variation selector after a symbol or in a keycap (`emoji-variation-sequences.txt`), a
/// joiner between letters of one script that needs joiners or after a virama (UAX #31, section 2.3), and a zero-width
/// joiner between emoji (UTS #51).
///
/// ```
/// use error_catalog_core::syntax::is_misplaced;
///
/// assert!(!is_misplaced("⚠", '\u{fe0f}', " low balance"));
/// assert!(!is_misplaced("می", '\u{200c}', "خواهم"));
/// assert!(is_misplaced("pass", '\u{200c}', "word"));
/// ```
pub fn is_misplaced(before: &str, character: char, after: &str) -> bool {
    is_invisible(character) && !is_needed(before, character, after)
}

/// Returns the first character of a text that is invisible and has no use.
pub fn find_misplaced(text: &str) -> Option<char> {
    let mut characters = text.char_indices();
    let (_, found) = characters.find(|(at, character)| {
        is_invisible(*character) && !is_needed(&text[..*at], *character, &text[at + character.len_utf8()..])
    })?;
    Some(found)
}

fn is_needed(before: &str, character: char, after: &str) -> bool {
    let Some(previous) = before.chars().next_back() else { return false };
    let next = after.chars().next();
    match character {
        '\u{fe0e}' | '\u{fe0f}' => is_symbol(previous) || is_keycap(previous, next),
        '\u{200c}' => joins_letters(previous, next),
        '\u{200d}' => {
            let base = before.strip_suffix('\u{fe0f}').unwrap_or(before).chars().next_back();
            let joins_emoji = base.is_some_and(is_symbol) && next.is_some_and(is_symbol);
            // At the end of a word, the joiner after a virama selects the half form of the letter.
            let is_half_form = is_virama(previous) && !next.is_some_and(is_invisible);
            joins_emoji || is_half_form || joins_letters(previous, next)
        }
        _ => false,
    }
}

fn joins_letters(previous: char, next: Option<char>) -> bool {
    let is_part_of_word = previous.is_alphabetic() || is_virama(previous) || is_nukta(previous);
    is_part_of_word
        && script_with_joiners(previous).is_some()
        && next.is_some_and(|next| {
            next.is_alphabetic() && script_with_joiners(next) == script_with_joiners(previous)
        })
}

/// Returns a number of the script, if it is one in which joiners change the form of letters: Arabic, Syriac, N'Ko, the
/// Indic scripts from Devanagari to Sinhala, Myanmar and Khmer.
fn script_with_joiners(character: char) -> Option<u32> {
    match character {
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' => Some(0),
        '\u{700}'..='\u{74f}' => Some(1),
        '\u{7c0}'..='\u{7ff}' => Some(2),
        // Each of these blocks has 128 characters.
        '\u{900}'..='\u{dff}' => Some(u32::from(character) / 128),
        '\u{1000}'..='\u{109f}' => Some(3),
        '\u{1780}'..='\u{17ff}' => Some(4),
        _ => None,
    }
}

/// Returns whether a character has the canonical combining class 9 and is in a script with joiners.
fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d3b}'
            | '\u{d3c}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{1039}'
            | '\u{103a}'
            | '\u{17d2}'
    )
}

/// Returns whether a character has the canonical combining class 7 and is in a script with joiners.
fn is_nukta(character: char) -> bool {
    matches!(character, '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}' | '\u{c3c}' | '\u{cbc}')
}

/// Returns whether a character is in one of the blocks of symbols that have emoji. They contain all assigned characters
/// with the property `Extended_Pictographic` in the file `emoji-data.txt` of Unicode 16.0.
fn is_symbol(character: char) -> bool {
    matches!(
        character,
        '©' | '®' | '‼' | '⁉' | '™' | 'ℹ' | 'Ⓜ' | '〰' | '〽' | '㊗' | '㊙'
            | '\u{2190}'..='\u{21ff}'
            | '\u{2300}'..='\u{23ff}'
            | '\u{25a0}'..='\u{27bf}'
            | '\u{2900}'..='\u{297f}'
            | '\u{2b00}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}'
    )
}

/// Returns whether a selector after `previous` begins a keycap such as `1️⃣`.
fn is_keycap(previous: char, next: Option<char>) -> bool {
    matches!(previous, '0'..='9' | '#' | '*') && next == Some('\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::{find_misplaced, is_invisible};

    #[test]
    fn texts_that_people_write_have_joiners_and_selectors() {
        for text in [
            "⚠\u{fe0f} low balance",
            "✔\u{fe0e} done",
            "press 1\u{fe0f}\u{20e3} or #\u{fe0f}\u{20e3}",
            "㊗\u{fe0f}",
            "👩\u{200d}💻",
            "❤\u{fe0f}\u{200d}🔥",
            "👩🏽\u{200d}⚕\u{fe0f}",
            "👨\u{200d}👩\u{200d}👧",
            // Persian: I want; the houses.
            "می\u{200c}خواهم",
            "خانه\u{200c}ها",
            // Hindi: a half form, and one without a ligature. Sinhala: Sri. Malayalam: a letter at the end of a word.
            "क\u{94d}\u{200d}ष",
            "क\u{94d}\u{200c}ष",
            "ශ\u{dca}\u{200d}රී",
            "അവന\u{d4d}\u{200d}",
        ] {
            assert_eq!(find_misplaced(text), None, "{text:?}");
        }
    }

    #[test]
    fn joiners_and_selectors_are_misplaced_elsewhere() {
        for text in [
            "می\u{200c}",
            "\u{200c}می",
            "می\u{200c} خواهم",
            "می\u{200c}\u{200c}خواهم",
            "می\u{200c}k",
            "می\u{200c}क",
            "pass\u{200c}word",
            "pass\u{200d}word",
            "中\u{200d}文",
            "क\u{94d}\u{200c}",
            "क\u{94d}\u{200d}\u{200d}ष",
            "👩\u{200d}",
            "👩\u{200d} 💻",
            "👩\u{200d}\u{200d}💻",
            "👩\u{200c}💻",
            "\u{fe0f}",
            "a\u{fe0f}",
            "1\u{fe0f}",
            " \u{fe0f}",
            "⚠\u{fe0f}\u{fe0f}",
            "⚠\u{fe0e}\u{fe0f}",
            "⚠\u{fe00}",
            "⚠\u{fe0f}\u{fe0f}\u{200d}🔥",
        ] {
            assert!(find_misplaced(text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn the_number_of_characters_is_that_of_unicode() {
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
