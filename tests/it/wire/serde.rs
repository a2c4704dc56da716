//! Codes in serde's formats.

use crate::wire::catalogs::{Shared, Small, SqlState};
use error_catalog::vendor::WeCom;
use error_catalog::{Catalog, Code, error_catalog};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

fn code<C: Catalog>(json: &str) -> Result<Code<C>, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn any_integer_is_read_and_written() {
    for raw in [i32::MIN, -1, 0, 1, 40014, 123_456, i32::MAX] {
        let json = raw.to_string();
        assert_eq!(code::<WeCom>(&json).unwrap().raw(), raw);
        assert_eq!(code::<WeCom>(&format!("\"{json}\"")).unwrap().raw(), raw);
        assert_eq!(serde_json::to_string(&Code::<WeCom>::new(raw)).unwrap(), json);
        assert_eq!(serde_json::from_slice::<Code<WeCom>>(json.as_bytes()).unwrap().raw(), raw);
        assert_eq!(serde_json::from_reader::<_, Code<WeCom>>(json.as_bytes()).unwrap().raw(), raw);
        assert_eq!(serde_json::from_value::<Code<WeCom>>(raw.into()).unwrap().raw(), raw);
    }
    assert_eq!(code::<Shared>("18446744073709551615").unwrap(), Shared::Largest);
    assert_eq!(code::<Shared>(r#""18446744073709551615""#).unwrap(), Shared::Largest);
    assert_eq!(serde_json::to_string(&Shared::Largest).unwrap(), "18446744073709551615");
}

#[test]
fn every_integer_of_a_small_type_is_read() {
    for integer in -300..=600_i32 {
        let (json, expected) = (integer.to_string(), u8::try_from(integer).ok());
        assert_eq!(code::<Small>(&json).ok().map(|code| code.raw()), expected);
        assert_eq!(code::<Small>(&format!("\"{json}\"")).ok().map(|code| code.raw()), expected);
    }
}

#[test]
fn the_error_names_the_catalog_and_the_value() {
    for (json, value) in [
        ("2147483648", "integer `2147483648`"),
        ("-2147483649", "integer `-2147483649`"),
        ("40014.0", "floating point `40014.0`"),
        ("0.0", "floating point `0.0`"),
        ("1e3", "floating point `1000.0`"),
        ("null", "null"),
        ("true", "boolean `true`"),
        ("[0]", "sequence"),
        ("{}", "map"),
        (r#""""#, r#"string """#),
        (r#""+0""#, r#"string "+0""#),
        (r#""-0""#, r#"string "-0""#),
        (r#""00""#, r#"string "00""#),
        (r#""040014""#, r#"string "040014""#),
        (r#"" 0""#, r#"string " 0""#),
        (r#""0x9C4E""#, r#"string "0x9C4E""#),
        (r#""40014.0""#, r#"string "40014.0""#),
        (r#""99999999999""#, r#"string "99999999999""#),
    ] {
        let error = code::<WeCom>(json).unwrap_err();
        assert!(
            error.contains(&format!(": {value}, expected a WeCom code, an integer that fits i32")),
            "{error}"
        );
    }
    assert!(
        code::<Small>("256")
            .unwrap_err()
            .contains("integer `256`, expected a Small code, an integer that fits u8")
    );
    assert!(code::<Small>("-1").is_err());
    let page = code::<WeCom>(&format!("\"{}\"", "x".repeat(1 << 20))).unwrap_err();
    assert!(page.starts_with("invalid value: long string, expected a WeCom code"), "{page}");
}

#[test]
fn string_codes_are_read_and_written() {
    assert_eq!(code::<SqlState>(r#""23505""#).unwrap(), SqlState::UniqueViolation);
    // Because of the escape, the format cannot lend the text.
    assert_eq!(code::<SqlState>(r#""2350\u0035""#).unwrap(), SqlState::UniqueViolation);
    let unknown = code::<SqlState>(r#""99\u00585Z""#).unwrap();
    assert_eq!(unknown.raw(), "99X5Z");
    assert_eq!(serde_json::to_string(&unknown).unwrap(), r#""99X5Z""#);
    assert_eq!(serde_json::to_string(&SqlState::UniqueViolation).unwrap(), r#""23505""#);
    // As an integer, a code would lose its leading zeros.
    let error = code::<SqlState>("23505").unwrap_err();
    assert!(
        error.contains("integer `23505`, expected a SqlState code, a string of at most 63 bytes"),
        "{error}"
    );
    assert!(code::<SqlState>(&format!("{:?}", "x".repeat(64))).is_err());
}

error_catalog! {
    enum Closed: i32 {
        exhaustive;
        success 0;
        -1 => Busy "busy",
        0 => Ok "ok",
        40014 => InvalidToken "invalid token",
    }
}

error_catalog! {
    enum ClosedTexts: &'static str {
        exhaustive;
        "23505" => UniqueViolation "unique violation",
    }
}

#[test]
fn the_enum_reads_only_its_codes() {
    fn check<C: Catalog<Raw = i32> + Serialize + for<'de> Deserialize<'de>>() {
        for row in C::ALL {
            let json = serde_json::to_string(row).unwrap();
            assert_eq!(json, row.code().to_string());
            assert_eq!(serde_json::from_str::<C>(&json).unwrap(), *row);
        }
    }
    check::<Closed>();
    let error = serde_json::from_str::<Closed>("123456").unwrap_err().to_string();
    assert!(
        error
            .starts_with("unknown Closed code 123456: deserialize into `Code<Closed>`, which holds any code"),
        "{error}"
    );
    let error = serde_json::from_str::<ClosedTexts>(r#""99999""#).unwrap_err().to_string();
    assert!(error.starts_with(r#"unknown ClosedTexts code "99999": "#), "{error}");
}

#[test]
fn a_code_is_a_key() {
    let counts: BTreeMap<Code<WeCom>, u32> = [(Code::new(40014), 2), (Code::new(123_456), 1)].into();
    let json = serde_json::to_string(&counts).unwrap();
    assert_eq!(json, r#"{"40014":2,"123456":1}"#);
    assert_eq!(serde_json::from_str::<BTreeMap<Code<WeCom>, u32>>(&json).unwrap(), counts);
}

#[test]
fn formats_without_types_hold_the_raw_code() {
    let known = postcard::to_allocvec(&Code::<WeCom>::new(40014)).unwrap();
    assert_eq!(known, postcard::to_allocvec(&40014_i32).unwrap());
    assert_eq!(postcard::from_bytes::<Code<WeCom>>(&known).unwrap(), WeCom::InvalidAccessToken);
    assert_eq!(postcard::from_bytes::<Closed>(&known).unwrap(), Closed::InvalidToken);

    let unknown = postcard::to_allocvec(&Code::<WeCom>::new(-123_456)).unwrap();
    assert_eq!(postcard::from_bytes::<Code<WeCom>>(&unknown).unwrap().raw(), -123_456);
    assert!(postcard::from_bytes::<Closed>(&unknown).is_err());

    let text = postcard::to_allocvec(&"23505").unwrap();
    assert_eq!(postcard::from_bytes::<Code<SqlState>>(&text).unwrap(), SqlState::UniqueViolation);
}
