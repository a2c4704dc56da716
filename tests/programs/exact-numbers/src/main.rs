//! Deserializes a `Reply` in a program that enables serde_json's `arbitrary_precision`, under which numbers are maps. It
//! exits with an error if a number is lost, whether it comes before or after the code.

use error_catalog::Reply;
use error_catalog::vendor::WeCom;
use serde::Deserialize;

#[derive(Debug, PartialEq, Deserialize)]
struct Numbers {
    u128: u128,
    i128: i128,
    u64: u64,
    f64: f64,
    list: Vec<f64>,
    number: serde_json::Number,
    value: serde_json::Value,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fields = r#""u128":340282366920938463463374607431768211455,
        "i128":-170141183460469231731687303715884105728,"u64":18446744073709551615,
        "f64":1.7976931348623157e308,"list":[0.1,-0,5e-324,1],
        "number":0.1234567890123456789012345678901234567890,"value":{"a":[1e400,123456789012345678901234567890]}"#;
    let expected: Numbers = serde_json::from_str(&format!("{{{fields}}}"))?;
    assert_eq!((expected.u128, expected.i128), (u128::MAX, i128::MIN));
    for json in [
        format!(r#"{{"errcode":0,"errmsg":"ok",{fields}}}"#),
        format!(r#"{{{fields},"errcode":0}}"#),
        format!(r#"{{"errmsg":1.5,{fields},"errcode":"0"}}"#),
    ] {
        let replies = [
            serde_json::from_str::<Reply<WeCom, Numbers>>(&json)?,
            serde_json::from_reader(json.as_bytes())?,
            serde_json::from_value(serde_json::from_str(&json)?)?,
        ];
        for reply in replies {
            assert_eq!(reply.into_result()?, expected, "{json}");
        }
    }
    for code in ["0.0", "1e0", "18446744073709551616", "-0"] {
        let json = format!(r#"{{"errcode":{code},{fields}}}"#);
        assert!(serde_json::from_str::<Reply<WeCom, Numbers>>(&json).is_err(), "{code}");
    }
    Ok(())
}
