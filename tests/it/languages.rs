//! Messages in other languages: their translations, the lookup by language tag, and printing.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Code, Failure, error_catalog};

error_catalog! {
    /// A catalog with three translations, of which some are missing, and a column that is not a language.
    enum Shop: u16 {
        lang "de-CH";
        success 0;
        translation en;
        translation en_gb = "";
        translation zh_tw = "";
        column help_in_french: &'static str = "non";
        column it: bool = false;
        column owner: &'static str = "shop";

        0 => Fine "gut" { en: "fine" },
        1 => Colour "Farbe" { en: "color", en_gb: "colour", zh_tw: "顏色" },
        2 => Two "zwei" { en: "two", help: "zählen" } or Pair "Paar" { en: "pair", zh_tw: "一對" },
    }
}

error_catalog! {
    /// Declares no language.
    enum Mute: &'static str {
        "a" => A "aaa",
    }
}

#[test]
fn a_translation_holds_the_message_in_its_language() {
    for row in WeCom::ALL {
        assert_eq!(row.message_in("en"), row.en());
        assert_eq!(row.message_in("zh-CN"), row.message());
    }
    for meaning in Youdu::ALL.iter().flat_map(|row| row.meanings()) {
        assert_eq!(meaning.message_in("en"), meaning.columns().en);
    }
    assert_eq!(Shop::Colour.message_in("en-GB"), "colour");
    assert_eq!(Shop::Colour.message_in("zh-TW"), "顏色");
    let pair = Shop::Pair.meanings().nth(1).unwrap();
    assert_eq!((pair.message_in("zh-TW"), pair.message_in("en-GB")), ("一對", "pair"));
}

#[test]
fn a_tag_finds_the_nearest_language() {
    for (requested, found) in [
        ("en-GB", "colour"),
        ("EN-gb", "colour"),
        ("en_GB", "colour"),
        ("en-GB-oxendict", "colour"),
        ("en-US", "color"),
        ("en-Latn-GB", "colour"),
        ("en", "color"),
        ("zh-TW", "顏色"),
        ("zh_tw", "顏色"),
        ("zh-TW-x-office-b", "顏色"),
        ("zh-Hant-TW", "顏色"),
        ("zh-Hant", "顏色"),
        ("zh-HK", "顏色"),
        // Other Chinese is written in simplified characters.
        ("zh", "Farbe"),
        ("zh-CN", "Farbe"),
        ("de-CH", "Farbe"),
        ("de", "Farbe"),
    ] {
        assert_eq!(Shop::Colour.message_in(requested), found, "{requested}");
    }
}

#[test]
fn a_missing_message_falls_back_to_the_next_language_or_the_vendors() {
    // `Fine` has an empty `en_gb` and an empty `zh_tw`.
    assert_eq!(Shop::Fine.message_in("en-GB"), "fine");
    assert_eq!(Shop::Fine.message_in("zh-TW"), "gut");
    for no_language in ["fr", "it", "owner", "help-in-french", "help_in_french", "retry"] {
        assert_eq!(Shop::Colour.message_in(no_language), "Farbe", "{no_language}");
    }
    assert_eq!(Mute::A.message_in("en"), "aaa");
}

#[test]
fn an_invalid_tag_finds_the_vendors_message() {
    let long = "en-".repeat(1_000_000);
    for no_tag in [
        "",
        "-",
        "*",
        "_",
        "en-",
        "-en",
        "en--GB",
        "en GB",
        "en_GB.UTF-8",
        "e\u{301}n",
        "\0",
        "\u{1b}[2J",
        &long,
    ] {
        assert_eq!(WeCom::InvalidAccessToken.message_in(no_tag), "不合法的access_token", "{no_tag:?}");
        assert_eq!(WeCom::language_for(no_tag), None);
        let failure = Failure::new(WeCom::InvalidAccessToken).unwrap();
        assert_eq!(failure.in_lang(no_tag).to_string(), failure.to_string());
    }
}

#[test]
fn a_catalog_lists_its_languages() {
    fn languages<C: Catalog>() -> Vec<&'static str> {
        C::languages().collect()
    }
    assert_eq!(languages::<WeCom>(), ["zh-CN", "en"]);
    assert_eq!(languages::<Youdu>(), ["zh-CN", "en"]);
    assert_eq!(languages::<Shop>(), ["de-CH", "en", "en-GB", "zh-TW"]);
    assert_eq!(languages::<Mute>(), [""; 0]);
    for (requested, found) in [
        ("en-US", Some("en")),
        ("en-GB", Some("en-GB")),
        ("zh-TW", Some("zh-TW")),
        ("DE-ch", Some("de-CH")),
        ("fr", None),
    ] {
        assert_eq!(Shop::language_for(requested), found, "{requested}");
    }
    assert_eq!(Mute::language_for("en"), None);
}

#[test]
fn codes_and_failures_print_in_a_language() {
    let code: Code<WeCom> = Code::new(40014);
    assert_eq!(code.in_lang("en").to_string(), "40014 invalid access_token");
    let failure = Failure::new(code).unwrap().with_text("invalid access_token\n");
    assert_eq!(
        failure.in_lang("en-GB").to_string(),
        r#"40014 invalid access_token (server: "invalid access_token\n")"#
    );
    assert_eq!(failure.in_lang("fr").to_string(), failure.to_string());

    let shared: Code<Shop> = Code::new(2);
    assert_eq!(shared.in_lang("en").to_string(), "2 two | pair");
    assert_eq!(shared.in_lang("zh-TW").to_string(), "2 zwei | 一對");
    // The help text exists in one language only.
    assert_eq!(format!("{:#}", shared.in_lang("en")), "2 two: zählen | pair");

    let unknown: Code<WeCom> = Code::new(123_456);
    assert_eq!(unknown.in_lang("en").to_string(), unknown.to_string());
    let unknown = Failure::new(unknown).unwrap().with_text("new");
    assert_eq!(unknown.in_lang("en").to_string(), r#"123456 unknown WeCom code (server: "new")"#);
    for chinese in ["zh", "zh-CN", "zh_TW", "cmn-Hans"] {
        let unknown = unknown.clone().with_status(502).with_request_id("r1");
        assert_eq!(
            unknown.in_lang(chinese).to_string(),
            r#"123456 未知的 WeCom 错误码 (HTTP 502, 服务器: "new", 请求 ID: "r1")"#
        );
    }
}

error_catalog! {
    /// Sections with titles in no, one and two other languages.
    enum Titled: u8 {
        translation en = "";
        translation zh_TW = "";
        section One "eins" { 1 => One "eins" }
        section Two "zwei" en "two" { 2 => Two "zwei" }
        section Three "drei" en "three" zh_TW "三" 3..=9 { 3 => Three "drei" }
    }
}

#[test]
fn a_section_has_its_title_in_languages() {
    let titles = |lang| Titled::SECTIONS.iter().map(|section| section.title_in(lang)).collect::<Vec<_>>();
    assert_eq!(titles("en"), ["eins", "two", "three"]);
    assert_eq!(titles("en-GB"), titles("en"));
    let unknown = Code::<Titled>::new(4);
    assert_eq!(unknown.in_lang("en").to_string(), "4 unknown Titled code in section three");
    assert_eq!(unknown.in_lang("zh-TW").to_string(), "4 未知的 Titled 错误码，分组：三");
    assert_eq!(titles("zh-TW"), ["eins", "zwei", "三"]);
    for own in ["de", "fr", "", "-", "e n"] {
        assert_eq!(titles(own), ["eins", "zwei", "drei"], "{own:?}");
    }
    for section in WeCom::SECTIONS.iter().chain(Youdu::SECTIONS) {
        assert!(section.title_in("en").is_ascii() && !section.title_in("zh-CN").is_ascii(), "{section:?}");
    }
}

error_catalog! {
    /// A section with a title in another region of the catalog's language.
    enum Painted: u8 {
        lang "en-GB";
        translation en_US = "";
        section Paint "colour" en_US "color" { 1 => Wet "wet" }
    }
}

#[test]
fn a_section_has_its_own_title_in_the_region_of_the_catalog() {
    let section = Painted::Wet.section().unwrap();
    assert_eq!(section.title_in("en-GB"), "colour");
    assert_eq!(section.title_in("en-US"), "color");
}
