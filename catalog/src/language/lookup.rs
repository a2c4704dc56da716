//! The lookup of a language: finds the tag of a catalog that is nearest to a requested one.

use crate::language::likely_subtags::{likely_region, likely_script};

/// Returns the value whose tag is nearest to the requested one, or `None` if the request is not a language tag or no tag
/// is in its language. Of equally near ones, returns the first.
pub(crate) fn nearest<'a, T>(
    requested: &str,
    available: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    let requested = LanguageRange::parse(requested)?;
    let mut nearest = None;
    for (tag, value) in available {
        let Some(distance) = requested.distance(tag) else { continue };
        if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
            nearest = Some((distance, value));
        }
    }
    nearest.map(|(_, value)| value)
}

/// The distance from a requested language to a tag of the same language, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Distance {
    /// The tags are equal.
    Same,
    /// The tags mean the same region, such as `zh-Hans` and `zh-CN`.
    SameRegion,
    /// One of the tags means any region, such as `en-AU` and `en`.
    AnyRegion,
    /// The tags mean different regions, such as `en-GB` and `en-US`.
    OtherRegion,
    /// The tag of the catalog means any script, such as `zh` for the requested `zh-TW`.
    AnyScript,
}

/// A language range of RFC 4647 that begins with a language: `en`, `zh-Hant-*`.
pub(crate) struct LanguageRange<'a> {
    text: &'a str,
    language: Language,
    script: Option<&'a str>,
    region: Option<&'a str>,
}

/// The name of a language in lower case. Names have two to eight letters.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Language {
    letters: [u8; 8],
    len: usize,
}

impl Language {
    fn parse(subtag: &str) -> Option<Self> {
        let mut letters = [0; 8];
        let bytes = subtag.as_bytes();
        if bytes.len() < 2 || !bytes.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        letters.get_mut(..bytes.len())?.copy_from_slice(bytes);
        letters.make_ascii_lowercase();
        Some(Self { letters, len: bytes.len() })
    }

    fn as_str(&self) -> &str {
        str::from_utf8(&self.letters[..self.len]).unwrap_or_default()
    }

    /// Returns the current code of a language, also for a deprecated code or that of a variety such as `cmn`.
    fn current(&self) -> &str {
        match self.as_str() {
            "cmn" => "zh",
            "in" => "id",
            "iw" => "he",
            "ji" => "yi",
            "jw" => "jv",
            "mo" => "ro",
            "nb" => "no",
            "tl" => "fil",
            language => language,
        }
    }
}

impl<'a> LanguageRange<'a> {
    /// Parses a range. Case is ignored, and identifiers have `_` for `-`.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let mut subtags = text.split(['-', '_']);
        let language = Language::parse(subtags.next()?)?;
        let (mut script, mut region) = (None, None);
        let mut is_extension = false;
        for subtag in subtags {
            let is_wildcard = subtag == "*";
            let is_subtag =
                (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !is_subtag && !is_wildcard {
                return None;
            }
            // After a single letter, subtags have another meaning.
            is_extension |= subtag.len() == 1 && !is_wildcard;
            let is_letters = subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
            match subtag.len() {
                _ if is_extension => {}
                4 if is_letters && script.is_none() && region.is_none() => script = Some(subtag),
                2 if is_letters && region.is_none() => region = Some(subtag),
                3 if !is_letters && region.is_none() => region = Some(subtag),
                _ => {}
            }
        }
        Some(Self { text, language, script, region })
    }

    /// Returns the distance to a tag, or `None` if it is in another language or script.
    pub(crate) fn distance(&self, tag: &str) -> Option<Distance> {
        // Most ranges of a long header are in other languages.
        let is_same_language = tag
            .split(['-', '_'])
            .next()
            .and_then(Language::parse)
            .is_some_and(|language| language.current() == self.language.current());
        if !is_same_language {
            return None;
        }
        if same(self.text, tag) {
            return Some(Distance::Same);
        }
        let tag = LanguageRange::parse(tag)?;
        if !same(self.likely_script(), tag.likely_script()) {
            let means_any_script = tag.script.is_none() && tag.region.is_none();
            return means_any_script.then_some(Distance::AnyScript);
        }
        Some(match (self.likely_region(), tag.likely_region()) {
            (Some(region), Some(other)) if same(region, other) => Distance::SameRegion,
            _ if self.region.is_none() || tag.region.is_none() => Distance::AnyRegion,
            _ => Distance::OtherRegion,
        })
    }

    fn likely_script(&self) -> &'a str {
        self.script.unwrap_or_else(|| likely_script(self.language.current(), self.region.unwrap_or_default()))
    }

    fn likely_region(&self) -> Option<&'a str> {
        self.region.or_else(|| likely_region(self.language.current(), self.script.unwrap_or_default()))
    }
}

/// Returns whether two tags are the same. Case is ignored, and identifiers have `_` for `-`.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let folded = |byte: u8| if byte == b'_' { b'-' } else { byte.to_ascii_lowercase() };
    one.len() == other.len() && one.bytes().map(folded).eq(other.bytes().map(folded))
}

#[cfg(test)]
mod tests {
    use super::{LanguageRange, nearest, same};

    fn found<'a>(requested: &str, available: &[&'a str]) -> Option<&'a str> {
        nearest(requested, available.iter().map(|tag| (*tag, *tag)))
    }

    #[test]
    fn a_language_finds_its_regions_and_scripts() {
        for (requested, available, expected) in [
            ("zh", &["en", "zh-CN"][..], Some("zh-CN")),
            ("zh-Hans", &["en", "zh-CN"], Some("zh-CN")),
            ("zh-Hans-CN", &["en", "zh-CN"], Some("zh-CN")),
            ("zh-SG", &["en", "zh-CN"], Some("zh-CN")),
            ("zh-CN", &["zh-Hant", "zh-Hans"], Some("zh-Hans")),
            ("zh-HK", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("zh-Hant", &["zh-CN", "zh-HK", "zh-TW"], Some("zh-TW")),
            ("zh-MO", &["zh-CN", "zh-Hant"], Some("zh-Hant")),
            ("zh-TW", &["en", "zh-CN"], None),
            ("zh-TW", &["en", "zh"], Some("zh")),
            ("zh-TW", &["zh", "zh-Hant"], Some("zh-Hant")),
            ("en", &["en-GB", "en-US"], Some("en-US")),
            ("en-AU", &["en-US", "en"], Some("en")),
            ("en-GB-oxendict", &["en", "en-GB"], Some("en-GB")),
            ("en-GB", &["de", "en-US"], Some("en-US")),
            ("pt", &["pt-PT", "pt-BR"], Some("pt-BR")),
            ("sr-Latn", &["sr-RS", "sr-ME"], Some("sr-ME")),
            ("iw-IL", &["en", "he"], Some("he")),
            ("nb-NO", &["en", "no"], Some("no")),
            ("de-*", &["en", "de-CH"], Some("de-CH")),
            ("en-AU", &["en-GB", "en-US"], Some("en-GB")),
            ("zh-CN-x-private-TW", &["zh-TW", "zh-CN"], Some("zh-CN")),
            ("zh-x-TW", &["zh-TW", "zh-CN"], Some("zh-CN")),
            ("zh-*-TW", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("zh-Hant-Hans", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("zh-TW-Hans", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("zh-CN-TW", &["zh-TW", "zh-CN"], Some("zh-CN")),
            ("zh-1a-TW", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("zh-yue-TW", &["zh-CN", "zh-TW"], Some("zh-TW")),
            ("es-MX-419", &["es-419", "es-MX"], Some("es-MX")),
            ("de-1901", &["en", "de-DE"], Some("de-DE")),
            ("fr", &["en", "de"], None),
        ] {
            assert_eq!(found(requested, available), expected, "{requested} of {available:?}");
        }
    }

    #[test]
    fn invalid_tags_find_nothing() {
        let long = "a-".repeat(100_000);
        for requested in [
            "",
            "-",
            "_",
            "*",
            "x-a",
            "en-",
            "-en",
            "en--GB",
            "en GB",
            "en-GB.UTF-8",
            "123456789",
            "englishes",
            "1n",
            "ünïcode",
            "é",
            "\0",
            "en\u{200b}",
            &long,
        ] {
            assert!(LanguageRange::parse(requested).is_none(), "{requested:?}");
        }
    }

    #[test]
    fn case_and_underscores_are_ignored() {
        assert!(same("zh-TW", "zh_tw") && same("EN", "en"));
        assert!(!same("en", "en-GB") && !same("zh", "z") && !same("a-b", "ab"));
    }
}
