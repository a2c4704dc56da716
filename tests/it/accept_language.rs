//! The choice of a language by the header `Accept-Language`.

use error_catalog::vendor::WeCom;
use error_catalog::{Catalog, error_catalog};

error_catalog! {
    /// A catalog with a region in its own language.
    enum Shop: u8 {
        lang "en-US";
        translation de = "";
        translation da = "";
        translation zh_Hant = "";
        translation pt_br = "";
        1 => SoldOut "sold out",
    }
}

error_catalog! {
    /// Declares no language.
    enum Mute: u8 {
        1 => A "a",
    }
}

#[test]
fn the_greatest_weight_wins() {
    for (header, language) in [
        // RFC 9110, 12.5.4.
        ("da, en-gb;q=0.8, en;q=0.7", Some("da")),
        ("en, de;q=0.5", Some("en-US")),
        ("de;q=0.5, en", Some("en-US")),
        ("fr, de;q=0.3, en;q=0.2", Some("de")),
        ("en;q=0.2, de;q=0.3", Some("de")),
        // Of equal weights, the first entry decides.
        ("de, en", Some("de")),
        ("en, de", Some("en-US")),
        ("de;q=0.5, da;q=0.5", Some("de")),
        // The greatest weight of a language counts, not that of the entry nearest to it.
        ("en-GB, de;q=0.7, en-US;q=0.3", Some("en-US")),
        ("de-CH, en;q=0.9, de;q=0.8", Some("de")),
        ("pt-PT", Some("pt-BR")),
        ("zh-HK, en;q=0.5", Some("zh-Hant")),
        ("zh-CN, en;q=0.5", Some("en-US")),
        ("fr", None),
        ("", None),
    ] {
        assert_eq!(Shop::negotiate(header), language, "{header}");
    }
    assert_eq!(Mute::negotiate("en, *"), None);
}

#[test]
fn an_asterisk_is_for_languages_that_are_not_named() {
    for (header, language) in [
        ("*", Some("en-US")),
        ("*;q=0.1", Some("en-US")),
        ("fr, *;q=0.5", Some("en-US")),
        ("*, de", Some("de")),
        ("*;q=0.9, de;q=0.8", Some("en-US")),
        ("en;q=0, *", Some("de")),
        ("*;q=0", None),
        ("*;q=0, da;q=0.1", Some("da")),
    ] {
        assert_eq!(Shop::negotiate(header), language, "{header}");
    }
}

#[test]
fn a_weight_of_zero_excludes_a_language() {
    for (header, language) in [
        ("de;q=0, en", Some("en-US")),
        ("de;q=0.000, *;q=0.1", Some("en-US")),
        ("en;q=0", None),
        // The nearest entry decides.
        ("en-US, en;q=0", Some("en-US")),
        ("en-US;q=0, en", None),
    ] {
        assert_eq!(Shop::negotiate(header), language, "{header}");
    }
}

#[test]
fn malformed_entries_are_ignored() {
    for header in [
        "de;q=NaN, da",
        "de;q=2, da",
        "de;q=-1, da",
        "de;q=, da",
        "de;q, da",
        "de;, da",
        "de;level=1, da",
        "de;q=0.5;q=0.9, da",
        "d e, da",
        "de_, da",
        "-, ;;;, ,, \u{e9}, \0, da",
        "de;q=½, da",
        "\tda ; q=0.1\t",
    ] {
        assert_eq!(Shop::negotiate(header), Some("da"), "{header:?}");
    }
}

#[test]
fn headers_of_browsers_are_negotiated() {
    for (browser, header, of_wecom, of_shop) in [
        ("Chrome, Chinese", "zh-CN,zh;q=0.9", "zh-CN", ""),
        ("Chrome, Chinese and English", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", "en-US"),
        ("Chrome, Taiwan", "zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", "zh-CN", "zh-Hant"),
        ("Chrome, American", "en-US,en;q=0.9", "en", "en-US"),
        ("Chrome, German", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "en", "de"),
        (
            "Firefox, Chinese",
            "zh-CN,zh;q=0.8,zh-TW;q=0.7,zh-HK;q=0.5,en-US;q=0.3,en;q=0.2",
            "zh-CN",
            "zh-Hant",
        ),
        ("Firefox, British", "en-GB,en;q=0.5", "en", "en-US"),
        ("Firefox, Brazilian", "pt-BR,pt;q=0.8,en-US;q=0.5,en;q=0.3", "en", "pt-BR"),
        ("Safari, Chinese", "zh-CN,zh-Hans;q=0.9", "zh-CN", ""),
        ("Safari, American", "en-US,en;q=0.9", "en", "en-US"),
        ("Safari on iOS, Hong Kong", "zh-HK,zh-Hant;q=0.9", "", "zh-Hant"),
        ("Android", "zh-Hans-CN, en", "zh-CN", "en-US"),
        ("Android, okhttp", "zh, en;q=0.5", "zh-CN", "en-US"),
        ("curl, as people write it", "en", "en", "en-US"),
        ("curl, as people write it", "zh_CN", "zh-CN", ""),
    ] {
        assert_eq!(WeCom::negotiate(header).unwrap_or_default(), of_wecom, "{browser}");
        assert_eq!(Shop::negotiate(header).unwrap_or_default(), of_shop, "{browser}");
    }
}

#[test]
fn a_header_of_any_length_is_read_in_linear_time() {
    // Quadratic time would take minutes for the last one.
    for header in
        [",".repeat(1 << 16), "en-AU;q=0.1,".repeat(1 << 12), "en-".repeat(1 << 20), "x,".repeat(1 << 20)]
    {
        let header = header + ",de;q=0.5";
        assert_eq!(Shop::negotiate(&header), Some("de"), "{} bytes", header.len());
    }
}

#[test]
fn generic_code_negotiates_too() {
    fn negotiated<C: Catalog>(header: &str) -> Option<&'static str> {
        C::negotiate(header)
    }
    assert_eq!(negotiated::<WeCom>("zh"), Some("zh-CN"));
}
