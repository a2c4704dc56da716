//! Language tags, as BCP 47 defines them, and the tags that people probably mean when they write something else.

/// The languages of two letters, from ISO 639-1, withdrawn ones included.
const TWO_LETTERS: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da \
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in \
    io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn \
    mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si \
    sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za \
    zh zu";

/// Common names of languages, each with its tag.
const NAMES: [(&str, &str); 60] = [
    ("arabic", "ar"),
    ("brazilian", "pt-BR"),
    ("chinese", "zh"),
    ("cn", "zh-CN"),
    ("cz", "cs"),
    ("czech", "cs"),
    ("danish", "da"),
    ("deutsch", "de"),
    ("dutch", "nl"),
    ("english", "en"),
    ("español", "es"),
    ("finnish", "fi"),
    ("français", "fr"),
    ("french", "fr"),
    ("gb", "en-GB"),
    ("german", "de"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hungarian", "hu"),
    ("indonesian", "id"),
    ("italian", "it"),
    ("italiano", "it"),
    ("japanese", "ja"),
    ("jp", "ja"),
    ("korean", "ko"),
    ("malay", "ms"),
    ("mandarin", "zh"),
    ("norwegian", "no"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("polski", "pl"),
    ("portuguese", "pt"),
    ("português", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ua", "uk"),
    ("ukrainian", "uk"),
    ("us", "en-US"),
    ("vietnamese", "vi"),
    ("vn", "vi"),
    ("русский", "ru"),
    ("العربية", "ar"),
    ("中国語", "zh"),
    ("中文", "zh"),
    ("华文", "zh"),
    ("国语", "zh"),
    ("日文", "ja"),
    ("日本語", "ja"),
    ("汉语", "zh"),
    ("简体中文", "zh-Hans"),
    ("繁体中文", "zh-Hant"),
    ("繁體中文", "zh-Hant"),
    ("英文", "en"),
    ("英语", "en"),
    ("한국어", "ko"),
];

/// Languages (with usual scripts and regions) whose tags are not also common identifiers.
const UNMISTAKABLE: &str = "ar ar_eg ar_sa cs cs_cz de de_at de_ch de_de en en_au en_ca en_gb en_in en_us es es_419 es_es es_mx \
    fr fr_ca fr_ch fr_fr it_it ja ja_jp ko ko_kr nl nl_be nl_nl pl_pl pt pt_br pt_pt ru ru_ru sr_cyrl sr_latn sv_se tr_tr \
    uk_ua vi_vn zh zh_cn zh_hans zh_hans_cn zh_hant zh_hant_hk zh_hant_tw zh_hk zh_sg zh_tw";

/// Returns the tag in the case that BCP 47 recommends, `zh-Hant-TW` for `zh-hant-tw`, or `None` if it is not a tag.
///
/// ```
/// use error_catalog_core::syntax::language::tag;
///
/// assert_eq!(tag("zh-hant-tw").as_deref(), Some("zh-Hant-TW"));
/// assert_eq!(tag("en_US"), None);
/// assert_eq!(tag("english"), None);
/// ```
#[must_use]
pub fn tag(written: &str) -> Option<String> {
    // The kinds of subtags follow each other in this order, and each but the variants occurs at most once.
    const EXTENDED: u8 = 0;
    const SCRIPT: u8 = 1;
    const REGION: u8 = 2;
    const VARIANT: u8 = 3;

    let mut subtags = written.split('-');
    let language = subtags.next()?.to_ascii_lowercase();
    if !is_language(&language) {
        return None;
    }
    let (mut tag, mut least) = (language, EXTENDED);
    while let Some(subtag) = subtags.next() {
        let letters = subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        let lower = subtag.to_ascii_lowercase();
        let (kind, next, subtag) = match subtag.len() {
            1 => {
                let rest: Vec<&str> = subtags.collect();
                return is_extension(&rest).then(|| format!("{tag}-{lower}-{}", rest.join("-")));
            }
            3 if letters && least == EXTENDED => (EXTENDED, SCRIPT, lower),
            4 if letters => (SCRIPT, REGION, lower[..1].to_ascii_uppercase() + &lower[1..]),
            2 if letters => (REGION, VARIANT, subtag.to_ascii_uppercase()),
            3 if subtag.bytes().all(|byte| byte.is_ascii_digit()) => (REGION, VARIANT, lower),
            4 if lower.starts_with(|first: char| first.is_ascii_digit()) => (VARIANT, VARIANT, lower),
            5..=8 => (VARIANT, VARIANT, lower),
            _ => return None,
        };
        if kind < least {
            return None;
        }
        least = next;
        tag.push('-');
        tag.push_str(&subtag);
    }
    Some(tag)
}

fn is_language(language: &str) -> bool {
    let is_known = language.len() == 3 || TWO_LETTERS.split(' ').any(|known| known == language);
    is_known && language.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Returns whether the subtags can follow the single letter of an extension.
fn is_extension(subtags: &[&str]) -> bool {
    let is_subtag = |subtag: &&str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    !subtags.is_empty() && subtags.iter().all(is_subtag)
}

/// Returns the tag of a language that is written as an identifier, `zh-Hant` for `zh_hant`.
///
/// ```
/// use error_catalog_core::syntax::language::tag_of_identifier;
///
/// assert_eq!(tag_of_identifier("pt_br").as_deref(), Some("pt-BR"));
/// assert_eq!(tag_of_identifier("english"), None);
/// ```
#[must_use]
pub fn tag_of_identifier(name: &str) -> Option<String> {
    tag(&name.replace('_', "-"))
}

/// Returns whether the identifier can only mean a language: `en`, but not `id`, `no` or `url`, which are tags too.
#[must_use]
pub fn is_unmistakable(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    UNMISTAKABLE.split(' ').any(|known| known == name)
}

/// Returns the tag that was probably meant by something that is not a tag.
///
/// ```
/// use error_catalog_core::syntax::language::suggestion;
///
/// assert_eq!(suggestion("en_US.UTF-8").as_deref(), Some("en-US"));
/// assert_eq!(suggestion("English").as_deref(), Some("en"));
/// assert_eq!(suggestion("Klingon-ish"), None);
/// ```
#[must_use]
pub fn suggestion(written: &str) -> Option<String> {
    let locale = written.split(['.', '@']).next().unwrap_or_default();
    let subtags: Vec<&str> = locale.split(['-', '_', ' ']).filter(|subtag| !subtag.is_empty()).collect();
    tag(&subtags.join("-")).or_else(|| {
        let name = written.trim().to_lowercase();
        let (_, tag) = NAMES.iter().find(|(known, _)| *known == name)?;
        Some((*tag).to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::{NAMES, UNMISTAKABLE, tag, tag_of_identifier};

    #[test]
    fn the_examples_of_rfc_5646_are_tags() {
        for written in [
            "de",
            "fr",
            "ja",
            "zh-Hant",
            "zh-Hans",
            "sr-Cyrl",
            "sr-Latn",
            "zh-cmn-Hans-CN",
            "cmn-Hans-CN",
            "zh-yue-HK",
            "yue-HK",
            "zh-Hans-CN",
            "sr-Latn-RS",
            "sl-rozaj",
            "sl-rozaj-biske",
            "sl-nedis",
            "de-CH-1901",
            "sl-IT-nedis",
            "hy-Latn-IT-arevela",
            "de-DE",
            "en-US",
            "es-419",
            "de-CH-x-phonebk",
            "az-Arab-x-AZE-derbend",
            "de-DE-u-co-phonebk",
        ] {
            assert_eq!(tag(written).as_deref(), Some(written));
            assert_eq!(
                tag(&written.to_lowercase()).map(|tag| tag.to_lowercase()),
                Some(written.to_lowercase())
            );
        }
        for written in [
            "",
            "-",
            "e",
            "en-",
            "-en",
            "en--US",
            "en_US",
            "de-419-DE",
            "a-DE",
            "english",
            "中文",
            "zh-Hans-Hant",
            "cn",
        ] {
            assert_eq!(tag(written), None, "{written}");
        }
    }

    #[test]
    fn suggestions_are_tags() {
        assert!(
            NAMES
                .iter()
                .all(|(name, tag)| super::tag(tag).as_deref() == Some(*tag) && super::tag(name).is_none())
        );
        assert!(UNMISTAKABLE.split(' ').all(|name| tag_of_identifier(name).is_some()));
    }
}
