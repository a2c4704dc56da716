//! Parts of a row: columns, sections, several meanings, attributes, derived names.

use error_catalog::{Catalog, Columns, Retry, Value, error_catalog};
use std::num::NonZeroI16;

#[derive(Clone, Copy, PartialEq, Debug)]
enum Owner {
    Accounts,
    Billing,
}

const LIMIT: u16 = 429;

error_catalog! {
    /// An in-house catalog with every kind of column.
    enum House: u16 {
        reserved 13, 20..=29;
        shared symbol "billing.unknown", E_SHARED;
        /// The team that is called at night.
        column owner: Owner;
        column http: u16 = 500;
        column retry: Retry = Retry::Never;
        column note: Option<&'static str> = None;
        translation en = "(untranslated)";
        translation fr = FALLBACK;

        10 => NoAccount E_SHARED "compte inconnu" { owner: Owner::Accounts, http: 404, en: "no such account" },
        11 => _ "sans nom" { owner: Owner::Accounts, note: Some("rare") },
        12 => TooMany "trop" { http: LIMIT, owner: Owner::Billing, retry: Retry::UpTo(2), help: "attendre" }
           or OutOfCredit "épuisé" { owner: Owner::Accounts, http: 402, symbol: "billing.unknown", fr: "vide" }
           or Suspended E_SHARED "suspendu" { owner: Owner::Billing },
        /// A row's own words.
        #[deprecated(since = "2.0.0", note = "nobody sends it")]
        30 => Old "ancien" { owner: Owner::Billing, symbol: "billing.unknown" },
        #[deprecated]
        31 => Older "plus ancien" { owner: Owner::Billing },
    }
}

const FALLBACK: &str = "?";

#[test]
fn columns_are_typed_and_have_defaults() {
    const HTTP: u16 = House::NoAccount.http();
    assert_eq!((HTTP, House::TooMany.http(), House::E11.http()), (404, 429, 500));
    assert_eq!((House::NoAccount.owner(), House::TooMany.owner()), (Owner::Accounts, Owner::Billing));
    assert_eq!((House::NoAccount.retry(), House::TooMany.retry()), (Retry::Never, Retry::UpTo(2)));
    assert_eq!((House::E11.note(), House::TooMany.note()), (Some("rare"), None));
    assert_eq!((House::NoAccount.en(), House::E11.en()), ("no such account", "(untranslated)"));
    assert_eq!(House::NoAccount.fr(), "?");
}

#[test]
fn each_meaning_has_columns_of_its_own() {
    let meanings = House::TooMany.meanings();
    assert_eq!(meanings.len(), 3);
    let columns: Vec<_> = meanings
        .map(|meaning| (meaning.name(), meaning.symbol(), meaning.columns().http, meaning.columns().fr))
        .collect();
    let expected = [
        ("TooMany", None, 429, "?"),
        ("OutOfCredit", Some("billing.unknown"), 402, "vide"),
        ("Suspended", Some("E_SHARED"), 500, "?"),
    ];
    assert_eq!(columns, expected);
    assert_eq!(House::OutOfCredit, House::TooMany);
    assert_eq!(House::OutOfCredit.http(), 429, "a row answers with its first meaning");
}

#[test]
fn meanings_count_down() {
    let mut meanings = House::TooMany.meanings();
    for left in (0..3).rev() {
        assert!(meanings.next().is_some());
        assert_eq!(meanings.len(), left);
    }
    assert_eq!((meanings.next(), meanings.next()), (None, None));
}

#[test]
#[allow(deprecated, reason = "the deprecated rows are rows too")]
fn symbols_may_be_shared_between_rows_and_meanings() {
    assert_eq!(House::with_symbol("E_SHARED"), [House::NoAccount, House::TooMany]);
    assert_eq!(House::with_symbol("billing.unknown"), [House::TooMany, House::Old]);
}

#[test]
fn a_row_without_a_name_is_named_after_its_code() {
    assert_eq!(House::from_code(11), Some(House::E11));
    assert_eq!(House::E11.name(), "E11");
}

#[test]
#[allow(deprecated, reason = "that is what is asked about")]
fn deprecation_is_recorded() {
    let old = House::Old.deprecated().unwrap();
    assert_eq!((old.since, old.note), (Some("2.0.0"), Some("nobody sends it")));
    let older = House::Older.deprecated().unwrap();
    assert_eq!((older.since, older.note), (None, None));
    assert_eq!(House::NoAccount.deprecated(), None);
    assert_eq!(House::ALL.iter().filter(|row| row.deprecated().is_some()).count(), 2);
}

#[test]
#[allow(deprecated, reason = "the deprecated rows are what is tested")]
fn a_tool_for_any_catalog_finds_deprecated_rows() {
    fn notes<C: Catalog>() -> Vec<(C, Option<&'static str>)> {
        C::ALL.iter().filter_map(|row| row.deprecated().map(|it| (*row, it.note))).collect()
    }
    assert_eq!(notes(), [(House::Old, Some("nobody sends it")), (House::Older, None)]);
}

#[test]
fn tools_read_columns_without_knowing_their_types() {
    fn values<C: Catalog>(row: C) -> Vec<(&'static str, String)> {
        let columns = row.meanings().next().unwrap().columns();
        let names = C::Columns::NAMES.iter().enumerate();
        names.map(|(index, name)| (*name, columns.value(index).unwrap().to_string())).collect()
    }
    let expected = [
        ("owner", "Billing"),
        ("http", "429"),
        ("retry", "wait a little, then send again, at most 2 times"),
        ("note", ""),
        ("en", "(untranslated)"),
        ("fr", "?"),
    ];
    assert_eq!(values(House::TooMany), expected.map(|(name, value)| (name, value.to_owned())));
    let columns = House::E11.meanings().next().unwrap().columns();
    assert!(matches!(columns.value(1), Some(Value::Integer(500))));
    assert!(matches!(columns.value(3), Some(Value::Text("rare"))));
    assert!(columns.value(6).is_none());
}

#[test]
fn an_exhaustive_catalog_is_matched_without_a_wildcard() {
    error_catalog! {
        enum Light: u8 {
            exhaustive;
            0 => Red "stop",
            1 => Green "go",
        }
    }
    let go = |light| match light {
        Light::Red => false,
        Light::Green => true,
    };
    assert_eq!(Light::ALL.iter().map(|light| go(*light)).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_symbol_that_is_a_keyword_is_kept_without_its_prefix() {
    error_catalog! {
        enum Raw: i32 {
            shared symbol r#match;
            1 => Kind r#type "kind",
            2 => A r#match "a" or B match "b",
            #[allow(non_camel_case_types)]
            3 => r#type r#match "c",
        }
    }
    assert_eq!(Raw::with_symbol("type"), [Raw::Kind]);
    assert_eq!(Raw::with_symbol("match"), [Raw::A, Raw::r#type]);
    assert!(Raw::with_symbol("r#type").is_empty());
}

#[test]
fn any_symbol_and_any_code_can_be_documented() {
    error_catalog! {
        enum Odd: &'static str {
            "a'b" => A "a" { symbol: "c\"d" } or B was C "b" { symbol: "c'd" },
            "e\u{3000}f" => E "e" { symbol: "g\u{3000}h" } or G "g" { symbol: "i\u{2003}j" },
            "I" => I "i" { symbol: "I" } or J J "j" or K "k" { symbol: "k l" },
        }
    }
    for symbol in ["c\"d", "c'd", "g\u{3000}h", "i\u{2003}j", "I", "J", "k l"] {
        assert_eq!(Odd::with_symbol(symbol).len(), 1, "{symbol}");
    }
}

#[test]
fn any_expression_computes_a_length_in_the_type_of_a_column() {
    error_catalog! {
        enum Computed: i32 {
            column pair: [u8; { const PAIR: usize = 2; PAIR }] = [0; 2];
            column nested: Option<[u8; { let one = 1; one + { 1 } }]> = None;
            column chosen: [u8; if usize::BITS < 16 { 1 } else { 2 }] = [5, 6];
            1 => One "one" { pair: [3, 4] },
        }
    }
    let row = Computed::One;
    assert_eq!((row.pair(), row.nested(), row.chosen()), ([3, 4], None, [5, 6]));
}

mod conditional {
    use error_catalog::error_catalog;

    error_catalog! {
        /// Depends on a disabled feature. If any of its items existed, this would not compile.
        #[cfg(any())]
        pub enum Off: i32 {
            success 0;
            translation en;
            column http: NoSuchType = NO_SUCH_VALUE;
            0 => Ok "ok" { en: "ok" },
            1 => One was First "one" { en: "one" } or Two "two" { en: "two" },
        }
    }

    error_catalog! {
        #[cfg(any())]
        pub enum OffToo: &'static str { "a" => A "a" }
    }

    error_catalog! {
        #[cfg(all())]
        #[cfg(not(any()))]
        #[cfg_attr(all(), derive(Default))]
        pub enum On: i32 {
            #[default]
            1 => One "one",
        }
    }

    error_catalog! {
        #[cfg(any())]
        pub enum On: i32 { 2 => Two "two" }
    }
}

#[test]
fn a_catalog_can_be_conditional() {
    assert_eq!(conditional::On::ALL, [conditional::On::default()]);
}

#[test]
fn a_value_of_each_type_prints_as_itself() {
    let values = [
        Value::of(&"text"),
        Value::of(&Some("text")),
        Value::of(&None::<&'static str>),
        Value::of(&true),
        Value::of(&-7_i8),
        Value::of(&u64::MAX),
        Value::of(&NonZeroI16::MIN),
        Value::of(&1.5_f32),
        Value::of(&2.5_f64),
        Value::of(&Retry::Later),
        Value::of(&Owner::Billing),
    ];
    let expected = concat!(
        r#"[Text("text"), Text("text"), Nothing, Bool(true), Integer(-7), Integer(18446744073709551615), Integer(-32768), "#,
        "Float(1.5), Float(2.5), Retry(Later), Other(Billing)]"
    );
    assert_eq!(format!("{values:?}"), expected);
    let printed = values.map(|value| value.to_string());
    let later = "send again later, or fewer at once";
    assert_eq!(
        printed,
        ["text", "text", "", "true", "-7", "18446744073709551615", "-32768", "1.5", "2.5", later, "Billing"]
    );
}

#[test]
fn each_advice_is_a_sentence_in_english_and_in_chinese() {
    for (retry, english, chinese) in [
        (Retry::default(), "do not send again unchanged", "请勿原样重试"),
        (Retry::UpTo(1), "wait a little, then send again, once", "稍等片刻后重试，仅限一次"),
        (Retry::UpTo(2), "wait a little, then send again, at most 2 times", "稍等片刻后重试，最多 2 次"),
        (Retry::Allowed, "wait a little, then send again", "稍等片刻后重试"),
        (Retry::Later, "send again later, or fewer at once", "过一段时间再重试，或减少同时发送的请求"),
        (Retry::AfterRenewal, "renew the credential, then send again", "重新获取凭证后重试"),
    ] {
        assert_eq!(retry.to_string(), english);
        for lang in ["en", "en-GB", "de", "ja", "x", "", "zhuang"] {
            assert_eq!(retry.in_lang(lang).to_string(), english, "{lang}");
        }
        for lang in ["zh", "zh-CN", "ZH_cn", "zh-Hans", "zh-Hant", "zh-TW", "cmn"] {
            assert_eq!(retry.in_lang(lang).to_string(), chinese, "{lang}");
        }
    }
}
