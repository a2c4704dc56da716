//! The JSON Schema describes the output of serde: the codes of a catalog as they are serialized, and any code for `Code`.

use crate::wire::catalogs::{Shared, SqlState};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Code, error_catalog};
use schemars::{JsonSchema, schema_for};
use serde::Serialize;
use serde_json::{Value, json};
use std::path::PathBuf;

fn schema<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

/// Returns each row's schema, in the order of the codes.
fn rows<C: Catalog + JsonSchema + Serialize>() -> Vec<Value> {
    let schema = schema::<C>();
    let rows = schema["oneOf"].as_array().unwrap().clone();
    assert_eq!(rows.len(), C::ALL.len());
    for (row, schema) in C::ALL.iter().zip(&rows) {
        assert_eq!(schema["const"], serde_json::to_value(row).unwrap());
        let first = row.meanings().next().unwrap();
        let [title, description] = ["title", "description"].map(|key| schema[key].as_str().unwrap());
        assert!(title.starts_with(first.name()) && description.starts_with(first.message()));
        for meaning in row.meanings() {
            assert!(title.contains(meaning.name()) && description.contains(meaning.message()));
            assert!(meaning.help().is_none_or(|help| description.contains(help)));
        }
    }
    rows
}

#[test]
fn every_code_is_described() {
    rows::<WeCom>();
    rows::<Youdu>();
    rows::<SqlState>();
    assert_eq!(rows::<Shared>().last().unwrap()["const"], json!(18_446_744_073_709_551_615_u64));
    assert_eq!(
        (&schema::<WeCom>()["type"], &schema::<SqlState>()["type"]),
        (&json!("integer"), &json!("string"))
    );
}

#[test]
fn a_code_is_a_known_one_or_any_other() {
    let schema = schema::<Code<WeCom>>();
    assert_eq!(schema["anyOf"], json!([{ "$ref": "#/$defs/WeCom" }, { "type": "integer" }]));
    assert_eq!(schema["$defs"]["WeCom"]["oneOf"].as_array().unwrap().len(), 192);
}

/// The schemas of two catalogs with one name must not replace each other.
#[test]
fn catalogs_with_the_same_name_have_different_schemas() {
    mod other {
        error_catalog::error_catalog! { pub(crate) enum SqlState: i32 { 1 => One "one" } }
    }
    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is tested")]
    struct Both {
        one: SqlState,
        other: other::SqlState,
    }
    let definitions = schema::<Both>()["$defs"].as_object().unwrap().len();
    assert_eq!(definitions, 2);

    #[derive(JsonSchema)]
    #[expect(dead_code, reason = "only its schema is tested")]
    struct Open {
        one: Code<SqlState>,
        other: Code<other::SqlState>,
    }
    let schema = schema::<Open>();
    let mut names: Vec<_> = schema["$defs"].as_object().unwrap().keys().collect();
    names.sort_unstable();
    assert_eq!(names, ["Code_of_SqlState", "Code_of_SqlState2", "SqlState", "SqlState2"]);
}

error_catalog! {
    /// Errors with values of each type.
    enum Measured: u8 {
        error Measurement;
        1 => Plain "plain",
        2 => Many {
            count: u64, half: f32, whole: f64, is_last: bool, letter: char, label: String, part: &'static str,
            path: PathBuf,
        } "{count} {half} {whole} {is_last} {letter} {label} {part} {path:?}",
    }
}

#[test]
fn each_value_has_the_type_that_serde_writes() {
    let schema = schema::<Measurement>();
    let [plain, many] = schema["oneOf"].as_array().unwrap().as_slice() else { panic!("{schema}") };
    assert_eq!(plain["properties"].as_object().unwrap().keys().collect::<Vec<_>>(), ["code", "message"]);
    assert_eq!(serde_json::to_value(Measurement::Plain).unwrap(), json!({ "code": 1, "message": "plain" }));

    let any = json!(["string", "number", "boolean", "null"]);
    let expected = [
        ("count", json!("integer")),
        ("half", json!("number")),
        ("whole", json!("number")),
        ("is_last", json!("boolean")),
        ("letter", json!("string")),
        ("label", json!("string")),
        ("part", json!("string")),
        ("path", any),
    ];
    let measurement = Measurement::Many {
        count: 1,
        half: 0.5,
        whole: 2.0,
        is_last: true,
        letter: 'a',
        label: "b".to_owned(),
        part: "c",
        path: "d".into(),
    };
    let written = serde_json::to_value(&measurement).unwrap();
    for (name, types) in expected {
        assert_eq!(many["properties"]["values"]["properties"][name]["type"], types, "{name}");
        let value = &written["values"][name];
        let is_allowed = |of_type: &Value| match of_type.as_str().unwrap() {
            "integer" => value.is_u64(),
            "number" => value.is_f64(),
            "boolean" => value.is_boolean(),
            _ => value.is_string(),
        };
        assert!(
            types.as_array().map_or_else(|| is_allowed(&types), |types| types.iter().any(is_allowed)),
            "{value}"
        );
    }
}
