//! `Code`: any raw code, known or not.

use crate::wire::catalogs::{Shared, Small, SqlState};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Code, Meaning};
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::mem::size_of;

const _: Code<WeCom> = Code::new(40014);
const _: Code<SqlState> = Code::new("99999");

fn is_copy<T: Copy + Send + Sync + 'static>(_: T) {}

#[test]
fn a_code_is_the_size_of_the_raw_code() {
    assert_eq!(size_of::<Code<WeCom>>(), size_of::<i32>());
    assert_eq!(size_of::<Code<Small>>(), size_of::<u8>());
    assert_eq!(size_of::<Code<Shared>>(), size_of::<u64>());
    is_copy(Code::<WeCom>::new(1));
    is_copy(Code::<SqlState>::new("1"));
}

#[test]
fn every_row_of_the_vendors_tables_is_known() {
    fn check<C: Catalog<Raw = i32>>(table: &str) {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(table.as_bytes());
        let mut rows = 0;
        for row in reader.records() {
            let row = row.unwrap();
            let raw: i32 = row[0].parse().unwrap();
            let code: Code<C> = Code::new(raw);
            let known = code.known().unwrap();
            assert_eq!(known.code(), raw);
            assert_eq!(code, known);
            assert_eq!(code.raw(), raw);
            assert_eq!(code.to_string(), known.to_string());
            assert_eq!(row[0].parse::<Code<C>>().unwrap(), code);
            assert_eq!(code.is_success(), raw == 0 || C::NAME == "Youdu" && raw == 2);
            assert_eq!(code.check().is_ok(), code.is_success());
            rows += 1;
        }
        let meanings: usize = C::ALL.iter().map(|row| Code::from(*row).meanings().len()).sum();
        assert_eq!(rows, meanings);
    }
    check::<WeCom>(include_str!("../../fixtures/wecom.tsv"));
    check::<Youdu>(include_str!("../../fixtures/youdu.tsv"));
}

#[test]
fn an_unknown_code_is_kept_and_is_not_a_success() {
    for raw in [i32::MIN, -2, 1, 40002, 123_456, i32::MAX] {
        let code: Code<WeCom> = raw.into();
        assert_eq!(code.known(), None);
        assert_eq!(code.raw(), raw);
        assert!(!code.is_success());
        assert_eq!(code.check().unwrap_err().code(), code);
        assert_eq!(code.meanings().len(), 0);
        assert_eq!(code.meanings().next(), None);
        assert_eq!(code.to_string(), format!("{raw} unknown WeCom code"));
        assert_eq!(code.to_string(), format!("{code:#}"));
        assert_eq!(format!("{code:?}"), format!("WeCom({raw})"));
    }
}

#[test]
fn a_catalog_without_success_never_succeeds() {
    for raw in 0..=u8::MAX {
        assert!(Code::<Small>::new(raw).check().is_err());
    }
}

#[test]
fn a_success_code_has_its_row() {
    assert_eq!(Code::<Youdu>::new(0).check().unwrap(), Youdu::Ok);
    assert_eq!(Code::<Youdu>::new(2).check().unwrap(), Youdu::False);
}

#[test]
fn a_code_is_compared_with_a_raw_one() {
    assert!(Code::<WeCom>::new(40014) == 40014 && Code::<WeCom>::new(40014) != 40015);
    assert!(Code::<Small>::new(255) == 255 && Code::<Shared>::new(u64::MAX) == 18_446_744_073_709_551_615);
    let code: Code<SqlState> = "99XYZ".parse().unwrap();
    assert!(code == "99XYZ" && code == *"99XYZ" && code != *String::from("23505").as_str());
}

#[test]
fn a_longer_constant_does_not_round_trip() {
    let long = Code::<SqlState>::new(
        "a code of more than sixty-three bytes, which a program may make, and none may read",
    );
    let json = serde_json::to_string(&long).unwrap();
    assert!(serde_json::from_str::<Code<SqlState>>(&json).is_err());
    assert!(long.check().is_err());
}

#[test]
fn the_order_is_that_of_the_raw_codes() {
    let codes: BTreeSet<Code<WeCom>> = [7, -1, 40014, 0, i32::MIN].map(Code::new).into();
    assert_eq!(codes.iter().map(Code::raw).collect::<Vec<_>>(), [i32::MIN, -1, 0, 7, 40014]);
    assert!(Code::<SqlState>::new("23505") < "23506".parse().unwrap());
    assert!("23504".parse::<Code<SqlState>>().unwrap() < Code::new("23505"));
}

#[test]
fn a_string_code_is_equal_from_any_source() {
    let known: Code<SqlState> = SqlState::UniqueViolation.into();
    assert_eq!(String::from("23505").parse::<Code<SqlState>>().unwrap(), known);
    assert_eq!(known, Code::new("23505"));
    assert_eq!(known, SqlState::UniqueViolation);

    let from_wire: Code<SqlState> = String::from("23Z99").parse().unwrap();
    let constant = Code::new("23Z99");
    assert_eq!(from_wire, constant);
    assert_eq!(from_wire.raw(), "23Z99");
    assert_eq!(HashSet::from([from_wire]), HashSet::from([constant]));
    assert_ne!(from_wire, "23Z98".parse::<Code<SqlState>>().unwrap());
}

#[test]
fn a_string_code_keeps_up_to_63_bytes() {
    for length in [0, 1, 5, 62, 63] {
        let text = "x".repeat(length);
        let code: Code<SqlState> = text.parse().unwrap();
        assert_eq!(code.raw(), text);
        assert!(!code.is_success());
        assert_eq!(code.to_string(), format!("{text:?} unknown SqlState code"));
    }
    for length in [64, 255, 256, 319, 1 << 20] {
        let error = "x".repeat(length).parse::<Code<SqlState>>().unwrap_err();
        assert_eq!(error.to_string(), "not a SqlState code: expected a string of at most 63 bytes");
        assert_eq!(error.catalog(), "SqlState");
    }
    let wide = "码".repeat(21);
    assert_eq!(wide.parse::<Code<SqlState>>().unwrap().raw(), wide);
}

#[test]
fn an_unknown_string_code_is_printed_on_one_safe_line() {
    let code: Code<SqlState> = "\x1b[2J\n\u{202e}".parse().unwrap();
    assert_eq!(code.to_string(), r#""\u{1b}[2J\n\u{202e}" unknown SqlState code"#);
}

#[test]
fn text_that_is_not_an_integer_in_range_is_rejected() {
    // A person may type these forms.
    for text in ["+0", "-0", "00"] {
        assert!(text.parse::<Code<WeCom>>().unwrap().is_success());
    }
    for text in ["", " 1", "1 ", "1.0", "0x1", "1_000", "2147483648", "-2147483649", "４００１４", "one"]
    {
        let error = text.parse::<Code<WeCom>>().unwrap_err();
        assert_eq!(error.to_string(), "not a WeCom code: expected an integer that fits i32");
    }
    assert!("256".parse::<Code<Small>>().is_err());
    assert!("-1".parse::<Code<Small>>().is_err());
    assert_eq!("18446744073709551615".parse::<Code<Shared>>().unwrap(), Shared::Largest);
}

#[test]
fn a_shared_code_has_all_its_meanings() {
    let messages: Vec<_> = Code::<Youdu>::new(300_311).meanings().map(Meaning::message).collect();
    assert_eq!(messages, ["重复的userId", "jobId不存在"]);
    assert_eq!(Code::<Youdu>::new(300_311).to_string(), "300311 重复的userId | jobId不存在");
}

#[test]
fn the_alternate_form_has_the_help() {
    let code = Code::from(SqlState::UniqueViolation);
    assert_eq!(format!("{code:#}"), "23505 unique violation: look for the row that is there");
    assert_eq!(format!("{:#}", code.in_lang("en")), format!("{code:#}"));
}

#[test]
fn codes_that_differ_have_different_hashes() {
    let hasher = RandomState::new();
    let hashes: HashSet<u64> = (0..1000).map(|raw| hasher.hash_one(Code::<WeCom>::new(raw))).collect();
    assert_eq!(hashes.len(), 1000);
    let hash = |text: &str| hasher.hash_one(text.parse::<Code<SqlState>>().unwrap());
    assert_ne!(hash("23505"), hash("23506"));
    assert_ne!(hash("99998"), hash("99999"));
}

#[test]
fn equal_codes_have_one_hash() {
    let hasher = RandomState::new();
    let hash = |code: Code<SqlState>| hasher.hash_one(code);
    assert_eq!(hash("23505".parse().unwrap()), hash(Code::new("23505")));
    assert_eq!(hash("99XYZ".parse().unwrap()), hash(Code::new("99XYZ")));
}
