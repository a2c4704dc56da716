//! The script and the region that a language tag implies, from the likely subtags of the Unicode CLDR.

/// Returns the script in which people in a region write a language. An empty region means the region with most speakers.
#[expect(clippy::match_same_arms, reason = "the languages are in alphabetical order")]
pub(crate) fn likely_script(language: &str, region: &str) -> &'static str {
    let is_in =
        |regions: &str| !region.is_empty() && regions.split(' ').any(|it| it.eq_ignore_ascii_case(region));
    match language {
        "az" if is_in("IQ IR") => "Arab",
        "az" if is_in("RU") => "Cyrl",
        "ha" if is_in("CM SD") => "Arab",
        "kk" if is_in("AF CN IR MN") => "Arab",
        "ku" if is_in("IQ IR LB") => "Arab",
        "ku" if is_in("AM AZ GE TM") => "Cyrl",
        "ky" if is_in("CN") => "Arab",
        "ky" if is_in("TR") => "Latn",
        "mn" if is_in("CN") => "Mong",
        "pa" if is_in("PK") => "Arab",
        "sd" if is_in("IN") => "Deva",
        "sr" if is_in("ME RO TR") => "Latn",
        "tg" if is_in("PK") => "Arab",
        "ug" if is_in("KZ MN") => "Cyrl",
        "uz" if is_in("AF") => "Arab",
        "uz" if is_in("CN") => "Cyrl",
        "yue" if is_in("CN") => "Hans",
        "zh" if is_in("AU BN GB GF HK ID MO PA PF PH SR TH TW US VN") => "Hant",

        "ar" | "ckb" | "fa" | "ks" | "lrc" | "mzn" | "ps" | "sd" | "ug" | "ur" => "Arab",
        "hy" => "Armn",
        "as" | "bn" | "mni" => "Beng",
        "cr" | "iu" | "oj" => "Cans",
        "chr" => "Cher",
        "ab" | "av" | "ba" | "be" | "bg" | "ce" | "cu" | "cv" | "kk" | "kv" | "ky" | "mk" | "mn" | "os"
        | "ru" | "sah" | "sr" | "tg" | "tt" | "uk" => "Cyrl",
        "bgc" | "bho" | "brx" | "doi" | "hi" | "kok" | "mai" | "mr" | "ne" | "sa" => "Deva",
        "am" | "ti" => "Ethi",
        "ka" => "Geor",
        "el" => "Grek",
        "gu" => "Gujr",
        "pa" => "Guru",
        "zh" => "Hans",
        "yue" => "Hant",
        "he" | "yi" => "Hebr",
        "ja" => "Jpan",
        "km" => "Khmr",
        "kn" => "Knda",
        "ko" => "Kore",
        "lo" => "Laoo",
        "ml" => "Mlym",
        "my" => "Mymr",
        "nqo" => "Nkoo",
        "sat" => "Olck",
        "or" => "Orya",
        "si" => "Sinh",
        "syr" => "Syrc",
        "ta" => "Taml",
        "te" => "Telu",
        "shi" | "zgh" => "Tfng",
        "dv" => "Thaa",
        "th" => "Thai",
        "bo" | "dz" => "Tibt",
        "vai" => "Vaii",
        "ii" => "Yiii",
        _ => "Latn",
    }
}

/// Returns the region where most people live who write a language in a script, for languages of several regions. An empty
/// script is the usual one.
pub(crate) fn likely_region(language: &str, script: &str) -> Option<&'static str> {
    Some(match language {
        "ar" => "EG",
        "bn" => "BD",
        "de" => "DE",
        "el" => "GR",
        "en" => "US",
        "es" => "ES",
        "fa" => "IR",
        "fr" => "FR",
        "it" => "IT",
        "ko" => "KR",
        "ms" => "MY",
        "nl" => "NL",
        "pt" => "BR",
        "ro" => "RO",
        "ru" => "RU",
        "sr" => "RS",
        "sv" => "SE",
        "sw" => "TZ",
        "ta" => "IN",
        "tr" => "TR",
        "ur" => "PK",
        "yue" if script.eq_ignore_ascii_case("Hans") => "CN",
        "yue" => "HK",
        "zh" if script.eq_ignore_ascii_case("Hant") => "TW",
        "zh" => "CN",
        _ => return None,
    })
}
