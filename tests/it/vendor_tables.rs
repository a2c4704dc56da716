//! Compares both vendors' catalogs with the vendors' tables, field by field and in both directions.

use crate::fixtures::{self, Named};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Retry};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn wecom_has_every_row_of_the_table_and_no_other() {
    let records = fixtures::wecom();
    assert_eq!(records.len(), 192);
    for record in &records {
        let row = WeCom::from_code(record.code).unwrap_or_else(|| panic!("{} is missing", record.code));
        assert_eq!(row.message(), record.message, "{}", record.code);
        assert_eq!(row.help(), record.help.as_deref(), "{}", record.code);
        assert_eq!(row.symbol(), None, "the table of WeCom has no symbols");
        assert_eq!(row.meanings().len(), 1);
    }
    let expected: BTreeSet<i32> = records.iter().map(|record| record.code).collect();
    let declared: BTreeSet<i32> = WeCom::ALL.iter().map(|row| row.code()).collect();
    assert_eq!(declared, expected);
}

#[test]
fn youdu_has_every_row_of_the_table_and_no_other() {
    let records = fixtures::youdu();
    assert_eq!(records.len(), 91);
    let mut expected: BTreeMap<i32, Vec<[&str; 3]>> = BTreeMap::new();
    for record in &records {
        expected.entry(record.code).or_default().push([&record.symbol, &record.message, &record.section]);
    }
    assert_eq!(expected.len(), 90);
    let declared: BTreeMap<i32, Vec<[&str; 3]>> = Youdu::ALL
        .iter()
        .map(|row| {
            let meanings = row.meanings().map(|meaning| {
                [meaning.symbol().unwrap(), meaning.message(), meaning.section().unwrap().title()]
            });
            (row.code(), meanings.collect())
        })
        .collect();
    assert_eq!(declared, expected);
    assert!(Youdu::ALL.iter().flat_map(|row| row.meanings()).all(|meaning| meaning.help().is_none()));
}

#[test]
fn youdu_finds_every_symbol_of_the_table() {
    let mut codes: BTreeMap<String, Vec<i32>> = BTreeMap::new();
    for record in fixtures::youdu() {
        codes.entry(record.symbol).or_default().push(record.code);
    }
    assert_eq!(codes["ERRCODE_INVALID_REQUEST"], [5, 100_003]);
    for (symbol, codes) in codes {
        let found: Vec<i32> = Youdu::with_symbol(&symbol).iter().map(|row| row.code()).collect();
        assert_eq!(found, codes, "{symbol}");
    }
    assert!(Youdu::with_symbol("ERRCODE_NO_SUCH").is_empty());
    assert!(Youdu::with_symbol("").is_empty());
}

#[test]
fn the_sections_of_youdu_are_those_of_its_document() {
    let titles: Vec<_> = Youdu::SECTIONS.iter().map(error_catalog::Section::title).collect();
    assert_eq!(titles, ["基础错误码", "请求验证", "消息", "组织架构", "群组"]);
}

#[test]
fn every_row_of_wecom_is_in_a_section() {
    for row in WeCom::ALL {
        assert!(WeCom::SECTIONS.contains(row.section().unwrap()), "{row}");
    }
}

#[test]
fn success_codes_are_those_of_the_vendors() {
    let successes = |codes: Vec<(i32, bool)>| -> Vec<i32> {
        codes.into_iter().filter(|(_, is_success)| *is_success).map(|(code, _)| code).collect()
    };
    assert_eq!(successes(WeCom::ALL.iter().map(|row| (row.code(), row.is_success())).collect()), [0]);
    assert_eq!(successes(Youdu::ALL.iter().map(|row| (row.code(), row.is_success())).collect()), [0, 2]);
}

/// Returns catalog, code, name, English message and advice of each meaning, in the order of the vendors' tables.
fn meanings() -> impl Iterator<Item = (&'static str, i32, &'static str, &'static str, Retry)> {
    fn of<C: Catalog<Raw = i32>>(
        ours: fn(C::Columns) -> (&'static str, Retry),
    ) -> impl Iterator<Item = (&'static str, i32, &'static str, &'static str, Retry)> {
        C::ALL.iter().flat_map(|row| row.meanings()).map(move |meaning| {
            let (en, retry) = ours(meaning.columns());
            (C::NAME, meaning.code(), meaning.name(), en, retry)
        })
    }
    of::<WeCom>(|columns| (columns.en, columns.retry))
        .chain(of::<Youdu>(|columns| (columns.en, columns.retry)))
}

#[test]
fn the_advice_of_every_meaning_is_the_one_in_the_fixture() {
    let mut expected: Vec<_> = fixtures::advice()
        .into_iter()
        .map(|advice| {
            assert!(advice.reason.len() > 10, "{} {}: no reason", advice.catalog, advice.code);
            (advice.catalog, advice.code, advice.advice)
        })
        .collect();
    assert_eq!(expected.len(), 283);
    let mut declared: Vec<_> = meanings()
        .map(|(catalog, code, .., retry)| (catalog.to_owned(), code, format!("{retry:?}")))
        .collect();
    // The vendors' tables are not sorted by code.
    expected.sort();
    declared.sort();
    assert_eq!(declared, expected);
}

#[test]
fn names_and_english_messages_distinguish_equal_messages() {
    for Named { catalog, code, name, en } in fixtures::names() {
        let found = meanings().find(|(its, _, its_name, ..)| *its == catalog && *its_name == name);
        let (_, its_code, _, its_en, _) = found.unwrap_or_else(|| panic!("{catalog} has no {name}"));
        assert_eq!((its_code, its_en), (code, en.as_str()), "{catalog} {name}");
    }
}

#[test]
fn no_two_codes_of_a_catalog_have_the_same_english_message() {
    let mut codes = BTreeMap::new();
    for (catalog, code, _, en, _) in meanings() {
        let other = codes.insert((catalog, en.to_lowercase()), code);
        assert!(other.is_none_or(|other| other == code), "{catalog} {code} and {other:?}: {en}");
    }
}

/// If the vendor gives two codes one message, the English messages of all but one add the difference in parentheses.
#[test]
fn english_messages_differ_in_parentheses() {
    fn plain<C: Catalog>(en: fn(C::Columns) -> &'static str) -> usize {
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for meaning in C::ALL.iter().flat_map(|row| row.meanings()) {
            let message = meaning.message().replace(' ', "");
            let (all, plain) = counts.entry(message).or_default();
            *all += 1;
            *plain += usize::from(!en(meaning.columns()).ends_with(')'));
        }
        counts.retain(|_, (all, _)| *all > 1);
        assert!(counts.values().all(|(_, plain)| *plain <= 1), "{counts:?}");
        counts.len()
    }
    assert_eq!(plain::<WeCom>(|columns| columns.en), 4);
    assert_eq!(plain::<Youdu>(|columns| columns.en), 3);
}

#[test]
fn the_sections_of_wecom_have_no_ranges_and_at_least_two_codes() {
    let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
    for row in WeCom::ALL {
        *rows.entry(row.section().unwrap().name()).or_default() += 1;
    }
    assert_eq!(rows.len(), WeCom::SECTIONS.len());
    assert!(rows.values().all(|rows| *rows >= 2), "{rows:?}");
    let section = |code| WeCom::from_code(code).unwrap().section().unwrap().name();
    // Sections group related codes, even if their numbers are far apart.
    assert_eq!([50001, 80001, 85004, 85005].map(section), ["TrustedDomains"; 4]);
    assert_eq!([48002, 50003, 60020, 301_002].map(section), ["AppsAndPermissions"; 4]);
}

#[test]
fn every_meaning_has_a_plain_english_message() {
    fn english<C: Catalog>(en: fn(C::Columns) -> &'static str) {
        for meaning in C::ALL.iter().flat_map(|row| row.meanings()) {
            let en = en(meaning.columns());
            assert!(en.len() > 5 && en.is_ascii() && en.trim() == en && !en.ends_with('.'), "{meaning:?}");
        }
    }
    english::<WeCom>(|columns| columns.en);
    english::<Youdu>(|columns| columns.en);
}

#[test]
fn names_of_rows_with_one_text_differ() {
    fn no_numerals<C: Catalog>() {
        for meaning in C::ALL.iter().flat_map(|row| row.meanings()) {
            assert!(meaning.name().chars().all(|char| char.is_ascii_alphabetic()), "{meaning:?}");
        }
    }
    no_numerals::<WeCom>();
    no_numerals::<Youdu>();
}

#[test]
fn youdus_names_follow_its_symbols() {
    for meaning in Youdu::ALL.iter().flat_map(|row| row.meanings()) {
        let symbol = meaning.symbol().unwrap().strip_prefix("ERRCODE_").unwrap().replace('_', "");
        let name = meaning.name().to_uppercase();
        // The shared symbol has two names, and one of them is more specific.
        assert!(name == symbol || symbol == "INVALIDREQUEST" && name.starts_with(&symbol), "{meaning:?}");
    }
}

#[test]
fn the_catalogs_have_their_sources() {
    assert_eq!(WeCom::NAME, "WeCom");
    assert_eq!(WeCom::SOURCE, Some("https://developer.work.weixin.qq.com/document/path/90313"));
    assert_eq!((WeCom::LANG, Youdu::LANG), (Some("zh-CN"), Some("zh-CN")));
    assert_eq!(Youdu::SOURCE, Some("全局说明-全局状态码"));
    assert!(WeCom::TITLE.is_some() && Youdu::TITLE.is_some());
}
