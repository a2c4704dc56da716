//! `Code` and `Reply` in each format that reads an integer and a `String`. The table in the documentation of `Reply` is
//! this test's result.

use error_catalog::{Catalog, Code, Reply, error_catalog};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

error_catalog! {
    /// Codes that are integers.
    enum Numbers: i32 {
        success 0;
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

error_catalog! {
    /// Codes that look like other things than strings.
    enum Texts: &'static str {
        success "00000";
        "00000" => Fine "fine",
        "23505" => Digits "digits",
        "1E5" => Float "float",
        "true" => Bool "bool",
    }
}

error_catalog! {
    /// An envelope of XML attributes.
    enum Attributes: i32 {
        success 0;
        envelope code "@errcode", text "@errmsg";
        0 => Fine "fine",
        7 => Busy "busy",
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Payload {
    name: String,
    count: u32,
}

#[derive(Serialize)]
struct CodeFirst {
    errcode: i32,
    errmsg: &'static str,
    name: &'static str,
    count: u32,
}

#[derive(Serialize)]
struct CodeLast {
    name: &'static str,
    count: u32,
    errmsg: &'static str,
    errcode: i32,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "reply")]
struct One<T> {
    errcode: T,
}

const FIRST: CodeFirst = CodeFirst { errcode: 0, errmsg: "ok", name: "a", count: 7 };
const LAST: CodeLast = CodeLast { name: "a", count: 7, errmsg: "ok", errcode: 0 };

/// Reads and writes a format.
trait Format {
    fn write<T: Serialize>(value: &T) -> Vec<u8>;
    fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String>;
}

macro_rules! formats {
    ($($format:ident |$value:ident| $write:expr, |$bytes:ident| $read:expr;)*) => {$(
        struct $format;

        impl Format for $format {
            fn write<T: Serialize>($value: &T) -> Vec<u8> {
                Vec::from($write)
            }

            fn read<T: DeserializeOwned>($bytes: &[u8]) -> Result<T, String> {
                $read.map_err(|error| error.to_string())
            }
        }
    )*};
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

formats! {
    Json |value| serde_json::to_vec(value).unwrap(), |bytes| serde_json::from_slice(bytes);
    Json5 |value| json5::to_string(value).unwrap(), |bytes| json5::from_str(text(bytes));
    Yaml |value| serde_norway::to_string(value).unwrap(), |bytes| serde_norway::from_slice(bytes);
    Toml |value| toml::to_string(value).unwrap(), |bytes| toml::from_str(text(bytes));
    Ron |value| ron::to_string(value).unwrap(), |bytes| ron::de::from_bytes(bytes);
    MessagePack |value| rmp_serde::to_vec_named(value).unwrap(), |bytes| rmp_serde::from_slice(bytes);
    Cbor |value| {
        let mut bytes = Vec::new();
        ciborium::into_writer(value, &mut bytes).unwrap();
        bytes
    }, |bytes| ciborium::from_reader(bytes);
    Bson |value| bson::serialize_to_vec(value).unwrap(), |bytes| bson::deserialize_from_slice(bytes);
    Plist |value| {
        let mut bytes = Vec::new();
        plist::to_writer_xml(&mut bytes, value).unwrap();
        bytes
    }, |bytes| plist::from_bytes(bytes);
    Bencode |value| serde_bencode::to_bytes(value).unwrap(), |bytes| serde_bencode::from_bytes(bytes);
    Form |value| serde_urlencoded::to_string(value).unwrap(), |bytes| serde_urlencoded::from_bytes(bytes);
    Csv |value| {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(value).unwrap();
        writer.into_inner().unwrap()
    }, |bytes| csv::Reader::from_reader(bytes).into_deserialize().next().unwrap();
    QuickXml |value| quick_xml::se::to_string_with_root("reply", value).unwrap(),
        |bytes| quick_xml::de::from_str(text(bytes));
    SerdeXmlRs |value| serde_xml_rs::to_string(value).unwrap(), |bytes| serde_xml_rs::from_str(text(bytes));
}

fn is_payload(reply: Result<Reply<Numbers, Payload>, String>) -> bool {
    reply.is_ok_and(|reply| {
        let is_complete = reply.text() == Some("ok");
        is_complete && reply.into_result().ok() == Some(Payload { name: "a".into(), count: 7 })
    })
}

fn is_failure(reply: Result<Reply<Numbers, Payload>, String>) -> bool {
    reply.is_ok_and(|reply| {
        reply.into_result().is_err_and(|failure| failure.to_string() == r#"7 busy (server: "no")"#)
    })
}

/// Returns the row of a format in the table of supported features.
fn row<F: Format>(name: &str, library: &str) -> String {
    let numbers = [-5, 0, 7, i32::MAX].map(|raw| {
        F::read::<One<Code<Numbers>>>(&F::write(&One { errcode: raw })).is_ok_and(|one| one.errcode == raw)
    });
    let texts = ["23505", "00000", "1E5", "true", "x"].map(|raw| {
        F::read::<One<Code<Texts>>>(&F::write(&One { errcode: raw })).is_ok_and(|one| one.errcode == raw)
    });
    let replies = [
        is_payload(F::read(&F::write(&FIRST))),
        is_failure(F::read(&F::write(&CodeFirst { errcode: 7, errmsg: "no", ..FIRST }))),
    ];
    let buffered = [
        is_payload(F::read(&F::write(&LAST))),
        is_failure(F::read(&F::write(&CodeLast { errcode: 7, errmsg: "no", ..LAST }))),
    ];
    let cells = [&numbers[..], &texts, &replies, &buffered];
    let cells = cells.map(|all| if all.iter().all(|is_read| *is_read) { "yes" } else { "no" });
    format!("| {name} | `{library}` | {} |\n", cells.join(" | "))
}

#[test]
fn the_documented_table_of_formats() {
    let table = [
        "| format | library | integer `Code` | string `Code` | `Reply`, code first | `Reply`, code last |\n",
        "|---|---|---|---|---|---|\n",
        &row::<Json>("JSON", "serde_json"),
        &row::<Json5>("JSON5", "json5"),
        &row::<Yaml>("YAML", "serde_norway"),
        &row::<Toml>("TOML", "toml"),
        &row::<Ron>("RON", "ron"),
        &row::<MessagePack>("MessagePack", "rmp-serde"),
        &row::<Cbor>("CBOR", "ciborium"),
        &row::<Bson>("BSON", "bson"),
        &row::<Plist>("property list", "plist"),
        &row::<Bencode>("bencode", "serde_bencode"),
        &row::<Form>("urlencoded form", "serde_urlencoded"),
        &row::<Csv>("CSV", "csv"),
        &row::<QuickXml>("XML", "quick-xml"),
        &row::<SerdeXmlRs>("XML", "serde-xml-rs"),
    ]
    .concat();
    let documentation = include_str!("../../../catalog/src/serde/reply.md");
    assert!(documentation.contains(&table), "the table in reply.md should be\n{table}");
}

#[test]
fn xml_attributes() {
    #[derive(Deserialize)]
    struct Named {
        #[serde(rename = "@name")]
        name: String,
        #[serde(rename = "@count")]
        count: u32,
    }
    for xml in [
        r#"<reply errcode="0" errmsg="ok" name="a" count="7"/>"#,
        r#"<reply count="7" name="a" errmsg="ok" errcode="0"/>"#,
    ] {
        let reply: Reply<Attributes, Named> = quick_xml::de::from_str(xml).unwrap();
        let named = reply.into_result().unwrap();
        assert_eq!((named.name.as_str(), named.count), ("a", 7), "{xml}");
        let reply: Reply<Attributes, Named> = serde_xml_rs::from_str(xml).unwrap();
        assert_eq!(reply.into_result().unwrap().count, 7, "{xml}");
    }
}

/// A format that guesses the type of a scalar must return string codes unchanged.
#[test]
fn string_codes_that_look_like_something_else() {
    for raw in ["23505", "00000", "1E5", "true", "00042"] {
        let is_code = |code: Result<Code<Texts>, String>| assert_eq!(code.unwrap(), raw);
        is_code(serde_norway::from_str(raw).map_err(|error| error.to_string()));
        is_code(Csv::read::<One<_>>(format!("errcode\n{raw}\n").as_bytes()).map(|one| one.errcode));
        is_code(Form::read::<One<_>>(format!("errcode={raw}").as_bytes()).map(|one| one.errcode));
        let mut path = actix_router::Path::new(format!("/{raw}"));
        assert!(actix_router::ResourceDef::new("/{code}").capture_match_info(&mut path));
        let read = Code::deserialize(actix_router::PathDeserializer::new(&path));
        is_code(read.map_err(|error| error.to_string()));

        let is_reply = |reply: Result<Reply<Texts, Payload>, String>| {
            let reply = reply.unwrap();
            assert_eq!(reply.code().unwrap(), raw);
            assert_eq!(reply.into_result().is_ok(), raw == "00000");
        };
        is_reply(Yaml::read(format!("errcode: {raw}\nname: a\ncount: 7\n").as_bytes()));
        is_reply(Csv::read(format!("errcode,name,count\n{raw},a,7\n").as_bytes()));
        is_reply(Form::read(format!("count=7&errcode={raw}&name=a").as_bytes()));
        let xml = format!("<xml><errcode>{raw}</errcode><name>a</name><count>7</count></xml>");
        is_reply(QuickXml::read(xml.as_bytes()));
        is_reply(SerdeXmlRs::read(xml.as_bytes()));
    }
    let mut path = actix_router::Path::new("/7");
    assert!(actix_router::ResourceDef::new("/{code}").capture_match_info(&mut path));
    assert_eq!(Code::<Numbers>::deserialize(actix_router::PathDeserializer::new(&path)).unwrap(), 7);
}

#[test]
fn an_integer_of_yaml_is_a_code_in_any_notation() {
    for raw in ["7", "0x7", "0o7", "+7", "\"7\""] {
        assert_eq!(serde_norway::from_str::<Code<Numbers>>(raw).unwrap(), 7, "{raw}");
        let reply: Reply<Numbers, Payload> = serde_norway::from_str(&format!("errcode: {raw}")).unwrap();
        assert_eq!(reply.code().unwrap(), 7, "{raw}");
    }
    let error = serde_norway::from_str::<Reply<Numbers, ()>>("errcode: 7.5").map(drop).unwrap_err();
    assert!(
        error.to_string().starts_with("invalid type: floating point `7.5`, expected a Numbers code"),
        "{error}"
    );
}

#[test]
fn bytes_are_text_in_formats_without_another_text() {
    let pack = |code: &[u8]| [b"\x81\xc4\x07errcode\xc4", &[code.len() as u8][..], code].concat();
    let reply: Reply<Texts, ()> = rmp_serde::from_slice(&pack(b"23505")).unwrap();
    assert_eq!(reply.code().unwrap(), Texts::Digits);
    let reply: Reply<Texts, ()> = serde_bencode::from_bytes(b"d7:errcode5:00000e").unwrap();
    assert!(reply.into_result().is_ok());
    assert!(rmp_serde::from_slice::<Reply<Texts, ()>>(&pack(b"\xff")).is_err());
    assert_eq!(
        json5::from_str::<Code<crate::wire::catalogs::Shared>>("18446744073709551615").unwrap().raw(),
        u64::MAX
    );
}

/// A reply is not rejected because of a tag of CBOR or YAML, wherever the tag is.
#[test]
fn tags() {
    fn failure<C: Catalog, T: DeserializeOwned>(reply: Result<Reply<C, T>, String>) -> String {
        reply.unwrap().into_result().err().unwrap().to_string()
    }
    for yaml in [
        "at: !date 2026\nerrcode: 7\nerrmsg: no\n",
        "errcode: !code 7\nerrmsg: !text no\n",
        "at: !list [1]\nby: !map {a: 1}\nerrmsg: no\nerrcode: 7",
    ] {
        assert_eq!(
            failure::<Numbers, Payload>(Yaml::read(yaml.as_bytes())),
            r#"7 busy (server: "no")"#,
            "{yaml}"
        );
    }
    let tagged = |value: ciborium::Value| ciborium::Value::Tag(0, Box::new(value));
    let pair = |key: &str, value: ciborium::Value| (ciborium::Value::from(key), value);
    for fields in [
        vec![pair("at", tagged("2026-11-27".into())), pair("errcode", 7.into()), pair("errmsg", "no".into())],
        vec![pair("errmsg", tagged("no".into())), pair("errcode", tagged(7.into()))],
    ] {
        let cbor = Cbor::write(&ciborium::Value::Map(fields));
        assert_eq!(failure::<Numbers, Payload>(Cbor::read(&cbor)), r#"7 busy (server: "no")"#);
    }
    // A payload that deserializes tags gets them, even before the code.
    for at in [0, 1] {
        let mut fields = vec![pair("at", tagged("2026-11-27".into()))];
        fields.insert(at, pair("errcode", 0.into()));
        let reply: Reply<Numbers, ciborium::Value> =
            Cbor::read(&Cbor::write(&ciborium::Value::Map(fields))).unwrap();
        let payload = reply.into_result().unwrap();
        assert_eq!(payload, ciborium::Value::Map(vec![pair("at", tagged("2026-11-27".into()))]));
    }
    // A payload that deserializes none gets their values.
    let fields = [
        pair("name", tagged("a".into())),
        pair("count", tagged(tagged(7.into()))),
        pair("errcode", 0.into()),
    ];
    for fields in [fields.to_vec(), fields.into_iter().rev().collect()] {
        let reply: Reply<Numbers, Payload> = Cbor::read(&Cbor::write(&ciborium::Value::Map(fields))).unwrap();
        assert_eq!(reply.into_result().unwrap(), Payload { name: "a".into(), count: 7 });
    }
    let reply: Reply<Numbers, BTreeMap<String, Vec<u8>>> =
        Yaml::read(b"list: !list [1, 2]\nerrcode: 0").unwrap();
    assert_eq!(reply.into_result().unwrap()["list"], [1, 2]);
    for yaml in ["who: !user {name: a, count: 7}\nerrcode: 0", "errcode: 0\nwho: !user {name: a, count: 7}"] {
        let reply: Reply<Numbers, BTreeMap<String, Payload>> = Yaml::read(yaml.as_bytes()).unwrap();
        assert_eq!(reply.into_result().unwrap()["who"], Payload { name: "a".into(), count: 7 }, "{yaml}");
    }
    for name in ["!name {}", "!name {$text: a}", "!name [a]"] {
        let yaml = format!("name: {name}\ncount: 7\nerrcode: 0");
        assert!(Yaml::read::<Reply<Numbers, Payload>>(yaml.as_bytes()).is_err(), "{yaml}");
    }
    let reply: Reply<Numbers, Payload> = Yaml::read(b"name: !name a\ncount: 7\nerrcode: 0").unwrap();
    assert_eq!(reply.into_result().unwrap(), Payload { name: "a".into(), count: 7 });
}
