//! Exhaustive lookups: every row is found by its code, name and symbols, and nothing else is found.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Meaning, error_catalog};
use std::collections::BTreeSet;

fn round_trips<C: Catalog>() {
    assert!(C::ALL.is_sorted_by(|a, b| a.code() < b.code()), "rows are in code order, each code once");
    assert!(C::ALL.is_sorted(), "rows compare as their codes do");
    for &row in C::ALL {
        assert_eq!(C::from_name(row.name()), Some(row));
        let first = row.meanings().next().unwrap();
        assert_eq!((first.name(), first.message(), first.help()), (row.name(), row.message(), row.help()));
        assert_eq!((first.symbol(), first.section()), (row.symbol(), row.section()));
        for meaning in row.meanings() {
            assert_eq!(meaning.row(), row);
            assert_eq!(C::from_name(meaning.name()), Some(row));
            if let Some(symbol) = meaning.symbol() {
                assert!(C::with_symbol(symbol).contains(&row));
            }
        }
    }
    assert_eq!(C::from_name(""), None);
    assert_eq!(C::from_name("NoSuchName"), None);
}

#[test]
fn every_row_is_found_by_its_name_and_symbol() {
    round_trips::<WeCom>();
    round_trips::<Youdu>();
}

/// A catalog hashes only as many bytes of a symbol as it needs to distinguish its symbols. These differ in the eleventh byte
/// of 24, 40, 72 and 136, which a sample with fewer words leaves out.
#[test]
fn symbols_that_differ_in_a_byte_are_found() {
    macro_rules! catalogs {
        ($($name:ident $x:literal $y:literal $z:literal)*) => {$(
            error_catalog! {
                enum $name: i32 {
                    1 => _ "x" { symbol: $x },
                    2 => _ "y" { symbol: $y },
                    3 => _ "z" { symbol: $z },
                }
            }
        )*};
    }
    catalogs! {
        Of24
            "aaaaaaaaaaxaaaaaaaaaaaaa"
            "aaaaaaaaaayaaaaaaaaaaaaa"
            "aaaaaaaaaazaaaaaaaaaaaaa"
        Of40
            "aaaaaaaaaaxaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaayaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaazaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        Of72
            "aaaaaaaaaaxaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaayaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaazaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        Of136
            "aaaaaaaaaaxaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaayaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            "aaaaaaaaaazaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    }
    fn found<C: Catalog<Raw = i32>>(length: usize) {
        let symbol = |changed: &str| format!("aaaaaaaaaa{changed}{}", "a".repeat(length - 11));
        for row in C::ALL {
            assert_eq!(C::with_symbol(&symbol(row.message())), [*row]);
        }
        assert_eq!(C::with_symbol(&symbol("w")), []);
        assert_eq!(C::with_symbol(&symbol("")), []);
        assert_eq!(C::with_symbol(&symbol("xa")), []);
    }
    found::<Of24>(24);
    found::<Of40>(40);
    found::<Of72>(72);
    found::<Of136>(136);
}

/// A changed name can be another row's name: `E40900` is a prefix of `E409009`, which differs in one digit from `E409019`,
/// and upper case changes neither.
#[test]
fn prefixes_and_changes_of_names_are_not_found() {
    error_catalog! {
        enum Numbered: i32 {
            40900 => _ "begins the next",
            409009 => _ "one",
            409019 => _ "differs in a digit",
        }
    }
    fn exhaustively<C: Catalog>() {
        let names: BTreeSet<&str> = C::ALL.iter().flat_map(|row| row.meanings()).map(Meaning::name).collect();
        for name in &names {
            let prefixes = (0..name.len()).map(|end| name[..end].to_owned());
            let spelled = [name.to_uppercase(), name.to_lowercase(), format!("{name} "), format!(" {name}")];
            let places = (0..name.len()).flat_map(|at| "019eEx".chars().map(move |other| (at, other)));
            let replaced = places.map(|(at, other)| format!("{}{other}{}", &name[..at], &name[at + 1..]));
            for changed in prefixes.chain(spelled).chain(replaced) {
                let found = C::from_name(&changed).is_some();
                assert_eq!(found, names.contains(changed.as_str()), "{changed:?}");
            }
        }
    }
    exhaustively::<WeCom>();
    exhaustively::<Youdu>();
    exhaustively::<Numbered>();
}

#[test]
fn codes_that_are_not_in_the_table_are_not_found() {
    fn exhaustively<C: Catalog<Raw = i32>>() {
        let (first, last) = (C::ALL[0].code(), C::ALL[C::ALL.len() - 1].code());
        let mut rows = C::ALL.iter().copied().peekable();
        for code in first..=last {
            let expected = rows.next_if(|row| row.code() == code);
            assert_eq!(C::from_code(code), expected, "{code}");
        }
        for code in [i32::MIN, i32::MIN + 1, first - 1, last + 1, i32::MAX - 1, i32::MAX] {
            assert_eq!(C::from_code(code), None, "{code}");
        }
    }
    exhaustively::<WeCom>();
    exhaustively::<Youdu>();
}

#[test]
fn lookups_are_const() {
    const BUSY: Option<WeCom> = WeCom::from_code(-1);
    const UNKNOWN: Option<WeCom> = WeCom::from_code(40_002);
    const SHARED: &[Youdu] = Youdu::with_symbol("ERRCODE_INVALID_REQUEST");
    const NAMED: Option<Youdu> = Youdu::from_name("NotExistJobId");
    const MESSAGE: &str = WeCom::InvalidSecret.message();
    const HELP: Option<&str> = WeCom::InvalidSecret.help();
    const ENGLISH: &str = WeCom::InvalidSecret.en();
    const MEANINGS: usize = {
        let mut count = 0;
        while count < Youdu::ALL.len() && Youdu::ALL[count].code() != 300_311 {
            count += 1;
        }
        count
    };
    assert_eq!(BUSY, Some(WeCom::SystemBusy));
    assert_eq!(UNKNOWN, None);
    assert_eq!(SHARED.iter().map(|row| row.code()).collect::<Vec<_>>(), [5, 100_003]);
    assert_eq!(NAMED, Some(Youdu::RepeatUserId));
    assert_eq!(MESSAGE, "不合法的secret参数");
    assert_eq!(HELP, Some("secret在应用详情/通讯录管理助手可查看"));
    assert_eq!(ENGLISH, "invalid secret parameter");
    assert_eq!(Youdu::ALL[MEANINGS], Youdu::NotExistJobId);
}
