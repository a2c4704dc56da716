//! Columns whose default is computed from the code, the name or the symbol of the row.

use error_catalog::{Retry, error_catalog};

error_catalog! {
    enum Chip: u32 {
        display "0x{code:08x}";
        column url: &'static str = concat!("https://chip.example/#", code);
        column log: &'static str = concat!(stringify!(name), "/", symbol, "/", 7, "/", true);
        column optional: Option<&'static str> = Some(::core::concat!("see ", name));
        column plain: &'static str = concat!("all", "-", "equal");
        column retry: Retry = Retry::Never;
        0x1_0001 => Image E_IMAGE "bad image" or Header E_HEADER "bad header" { url: "none" },
        0x1_0002 => Key "bad key" { log: "", retry: Retry::Later },
        0x1_0003 => r#Type E_TYPE "bad type" { url: concat!("https://", "other.example") },
    }
}

#[test]
fn each_meaning_has_its_own_values() {
    let values = |meaning: error_catalog::Meaning<Chip>| {
        let columns = meaning.columns();
        (columns.url, columns.log, columns.optional, columns.plain)
    };
    let all: Vec<_> = Chip::ALL.iter().flat_map(|row| row.meanings()).map(values).collect();
    assert_eq!(
        all,
        [
            ("https://chip.example/#0x00010001", "Image/E_IMAGE/7/true", Some("see Image"), "all-equal"),
            ("none", "Header/E_HEADER/7/true", Some("see Header"), "all-equal"),
            ("https://chip.example/#0x00010002", "", Some("see Key"), "all-equal"),
            ("https://other.example", "Type/E_TYPE/7/true", Some("see Type"), "all-equal"),
        ]
    );
    const URL: &str = Chip::Key.url();
    assert_eq!(URL, "https://chip.example/#0x00010002");
}

error_catalog! {
    enum Store: &'static str {
        column explain: &'static str = include_str!(concat!("error_codes/", name, ".md"));
        column size: usize = include_bytes!(concat!("error_codes/", name, ".md")).len();
        "KV:Timeout" => Timeout,
        "KV:NotFound" => NotFound "nothing" or Other "other" { explain: "by hand", size: 0 },
    }
}

#[test]
fn a_file_per_row_is_included() {
    assert_eq!((Store::Timeout.explain(), Store::Timeout.size()), ("The lock timed out.\n", 20));
    assert_eq!((Store::NotFound.explain(), Store::NotFound.size()), ("Nothing is there.\n", 18));
    assert_eq!(Store::NotFound.meanings().nth(1).unwrap().columns().explain, "by hand");
}

error_catalog! {
    enum Plain: i8 {
        column url: &'static str = concat!("#", code);
        column given: u8 = concat!(name, stringify!(code)).len() as u8;
        -1 => Minus "minus",
        5 => _,
    }
}

#[test]
fn without_a_form_the_code_is_decimal() {
    assert_eq!(Plain::ALL.iter().map(|row| row.url()).collect::<Vec<_>>(), ["#-1", "#5"]);
    assert_eq!(Plain::ALL.iter().map(|row| row.given()).collect::<Vec<_>>(), [7, 3]);
}

error_catalog! {
    enum Quota: u16 {
        translation de = concat!(name, ": {max:>3}");
        error QuotaFailure;
        1 => Copies { max: u32 } "at most {max} copies",
        2 => Orders { max: u32 } "at most {max} orders" { de: "höchstens {max}" },
    }
}

#[test]
fn computed_translations_show_values() {
    assert_eq!(QuotaFailure::Copies { max: 10 }.in_lang("de").to_string(), "1 Copies:  10");
    assert_eq!(QuotaFailure::Orders { max: 10 }.in_lang("de").to_string(), "2 höchstens 10");
}
