//! The statement `unknown`: any code converts into a row, and nothing else takes an unknown code for known.

use error_catalog::{Catalog, Code, Failure, Reply, error_catalog, union};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::{Value, from_str, from_value, json};

error_catalog! {
    enum VmStatus: u64 {
        success 1;
        unknown UnknownStatus;
        1 => Executed "executed",
        section Verification "verification" 1000..=1999 { 1001 => BadType "bad type" }
        #[deprecated]
        0xFFFF_FFFF_FFFF_FFFF => UnknownStatus "unknown status" { help: "update the client" },
    }
}

error_catalog! {
    enum Texts: &'static str {
        exhaustive;
        // The meaning after `or` is the same row.
        unknown r#Other;
        "E1" => Busy "busy",
        "E2" => Internal "internal" or Other "other",
    }
}

error_catalog! { enum Plain: u64 { 7 => Seven "seven" } }

union! { enum Both: u64 of VmStatus, Plain }

#[allow(deprecated, reason = "a deprecated row may be that of unknown codes")]
const UNKNOWN: VmStatus = VmStatus::UnknownStatus;

#[test]
fn every_code_converts_into_a_row() {
    assert_eq!(VmStatus::from(Code::new(1001)), VmStatus::BadType);
    assert_eq!(VmStatus::from(Code::new(u64::MAX)), UNKNOWN);
    for unknown in [0, 2, 1002, u64::MAX - 1] {
        assert_eq!(VmStatus::from(Code::new(unknown)), UNKNOWN);
    }
    assert_eq!(Texts::from(Code::new("E1")), Texts::Busy);
    let unknown: Code<Texts> = "E3".to_owned().parse().unwrap();
    assert_eq!(Texts::from(unknown), Texts::Other);
}

#[test]
fn an_unknown_code_stays_unknown() {
    let code = Code::<VmStatus>::new(1002);
    assert_eq!((code.raw(), code.known(), code.is_success()), (1002, None, false));
    assert_eq!(code.to_string(), "1002 unknown VmStatus code in section verification, read as UnknownStatus");
    assert_eq!(
        code.in_lang("zh").to_string(),
        "1002 未知的 VmStatus 错误码，分组：verification，按 UnknownStatus 处理"
    );
    assert_eq!(Code::<Texts>::new("E3").to_string(), r#""E3" unknown Texts code, read as Internal"#);
    assert_eq!(VmStatus::from_code(1002), None);
    assert!(VmStatus::try_from(1002).is_err());
    let failure = Failure::<VmStatus>::new(1002).unwrap();
    assert_eq!((failure.code(), failure.known(), failure.help()), (code, None, None));
    assert_eq!(VmStatus::from(failure.code()).help(), Some("update the client"));
    // Another catalog of the union may have the code.
    assert_eq!(code.into_union::<Both>().to_string(), "1002 unknown Both code");
    assert_eq!(Code::<Plain>::new(1002).to_string(), "1002 unknown Plain code");
}

#[test]
fn unknown_codes_are_deserialized_as_the_row() {
    assert_eq!(from_str::<VmStatus>("1001").unwrap(), VmStatus::BadType);
    for unknown in ["1002", r#""1002""#, "0"] {
        assert_eq!(from_str::<VmStatus>(unknown).unwrap(), UNKNOWN, "{unknown}");
    }
    for other in ["null", "1.5", "-1", "18446744073709551616", r#""Executed""#] {
        assert!(from_str::<VmStatus>(other).is_err(), "{other}");
    }
    assert_eq!(from_str::<Texts>(r#""E3""#).unwrap(), Texts::Internal);
    assert_eq!(postcard::from_bytes::<VmStatus>(&[2]).unwrap(), UNKNOWN);

    let reply: Reply<VmStatus, ()> = from_str(r#"{ "errcode": 1002, "errmsg": "new" }"#).unwrap();
    let failure = reply.into_result().unwrap_err();
    assert_eq!((failure.code().raw(), failure.known()), (1002, None));
}

#[test]
fn catalogs_without_the_statement_are_not_deserialized_as_a_row() {
    fn is_total<C: Catalog + From<Code<C>> + for<'de> Deserialize<'de>>(number: Value) -> C {
        from_value(number).unwrap()
    }
    assert_eq!(is_total::<VmStatus>(json!(5)), UNKNOWN);
    assert_eq!(from_str::<Code<Plain>>("5").unwrap().raw(), 5);
}

#[test]
fn the_schema_for_reading_allows_any_code() {
    fn schema<T: JsonSchema>(settings: SchemaSettings) -> Value {
        settings.into_generator().into_root_schema_for::<T>().to_value()
    }
    let read = schema::<VmStatus>(SchemaSettings::default().for_deserialize());
    let any_other = json!({ "description": "Any other code, read as UnknownStatus." });
    assert_eq!(read["anyOf"].as_array().unwrap().last(), Some(&any_other));
    assert_eq!((&read["type"], read["anyOf"].as_array().unwrap().len()), (&json!("integer"), 4));
    let written = schema::<VmStatus>(SchemaSettings::default().for_serialize());
    assert_eq!(written["oneOf"].as_array().unwrap().len(), 3);
    let plain = schema::<Plain>(SchemaSettings::default().for_deserialize());
    assert_eq!(plain["oneOf"].as_array().unwrap().len(), 1);
}
