//! Errors with values: the error type that a catalog declares.

use error_catalog::{Catalog, Code, Coded, Failure, error_catalog};
use std::error::Error;
use std::num::NonZeroU32;
use std::path::PathBuf;

error_catalog! {
    /// Errors of the book shop.
    pub enum ShopError: u16 {
        lang "en";
        translation de;
        translation fr = "";
        column http: u16;
        success 0;
        /// The error of a handler.
        #[derive(PartialEq, Clone)]
        error ShopFailure;

        0 => Ok "fine" { de: "gut", http: 200 },
        1003 => TooManyCopies { asked: u32, max: u32 } "one order takes at most {max} copies, not {asked}" {
            de: "höchstens {max} Exemplare, nicht {asked}",
            help: "Order twice.",
            http: 422,
        },
        1004 => Formats { ratio: f64, path: PathBuf, width: usize, r#type: &'static str }
            "{ratio:>width$.1} of {path:?} is {{{type}}}" { de: "{path:?} {{}} {type} {ratio:.0} {width}", http: 400 },
        2001 => UnknownBook "the shop does not have this book" {
            de: "dieses Buch führt der Laden nicht", fr: "livre inconnu", http: 404,
        },
        2002 => Gone { #[optional] since: Option<String> } "the book is gone" { de: "weg seit {since:?}", http: 410 }
            or Moved { to: String } "the book is at {to}" { de: "das Buch ist bei {to}", http: 410 },
    }
}

error_catalog! {
    /// Errors with sources.
    enum BankError: &'static str {
        lang "en";
        error BankFailure;

        "busy" => Busy { source: std::io::Error } "the bank does not answer",
        "parse" => Parse { #[from] cause: std::num::ParseIntError } "the bank's answer is not a number",
        "boxed" => Boxed { source: Box<dyn Error + Send + Sync>, attempt: u8 } "attempt {attempt} failed",
        "maybe" => Maybe { source: Option<std::fmt::Error> } "perhaps",
        "marked" => Marked { #[source] why: std::fmt::Error, text: String } "see {text}",
    }
}

const TOO_MANY: ShopFailure = ShopFailure::TooManyCopies { asked: 12, max: 10 };

fn formats() -> ShopFailure {
    ShopFailure::Formats { ratio: 0.25, path: "a b".into(), width: 5, r#type: "x" }
}

#[test]
fn an_error_has_a_row() {
    const CODE: ShopError = TOO_MANY.code();
    assert_eq!(CODE, ShopError::TooManyCopies);
    assert_eq!(CODE.http(), 422);
    assert_eq!(ShopFailure::UnknownBook.code(), 2001);
    assert_eq!(ShopFailure::Moved { to: String::new() }.code(), ShopError::Gone);
    assert_eq!(ShopFailure::UnknownBook.clone(), ShopFailure::UnknownBook);
    assert_eq!(ShopError::TooManyCopies.message(), "one order takes at most {max} copies, not {asked}");
    assert_eq!(
        ShopError::TooManyCopies.to_string(),
        "1003 one order takes at most {max} copies, not {asked}"
    );
}

#[test]
fn display_fills_in_the_values() {
    assert_eq!(TOO_MANY.to_string(), "1003 one order takes at most 10 copies, not 12");
    assert_eq!(format!("{TOO_MANY:#}"), "1003 one order takes at most 10 copies, not 12: Order twice.");
    assert_eq!(format!("[{TOO_MANY:^50}]"), "[  1003 one order takes at most 10 copies, not 12  ]");
    assert_eq!(ShopFailure::UnknownBook.to_string(), "2001 the shop does not have this book");
    assert_eq!(formats().to_string(), "1004   0.2 of \"a b\" is {x}");
    assert_eq!(ShopFailure::Moved { to: "no. 3".into() }.to_string(), "2002 the book is at no. 3");
    assert_eq!(ShopFailure::Gone { since: None }.to_string(), "2002 the book is gone");
    assert_eq!(format!("{TOO_MANY:?}"), "TooManyCopies { asked: 12, max: 10 }");
}

#[test]
fn other_languages_have_the_values_too() {
    assert_eq!(TOO_MANY.in_lang("de").to_string(), "1003 höchstens 10 Exemplare, nicht 12");
    assert_eq!(TOO_MANY.in_lang("de-AT").to_string(), "1003 höchstens 10 Exemplare, nicht 12");
    assert_eq!(
        format!("{:#}", TOO_MANY.in_lang("de")),
        "1003 höchstens 10 Exemplare, nicht 12: Order twice."
    );
    assert_eq!(formats().in_lang("de").to_string(), "1004 \"a b\" {} x 0 5");
    assert_eq!(TOO_MANY.message_in("de").to_string(), "höchstens 10 Exemplare, nicht 12");
    assert_eq!(format!("{:?}", TOO_MANY.message_in("fr")), r#""one order takes at most 10 copies, not 12""#);
    assert_eq!(ShopFailure::UnknownBook.message_in("fr").to_string(), "livre inconnu");
    // An empty translation counts as missing.
    assert_eq!(TOO_MANY.in_lang("fr").to_string(), TOO_MANY.to_string());
    assert_eq!(ShopFailure::UnknownBook.in_lang("fr").to_string(), "2001 livre inconnu");
    let gone = ShopFailure::Gone { since: Some("May".into()) };
    assert_eq!(gone.in_lang("de").to_string(), "2002 weg seit Some(\"May\")");
    let moved = ShopFailure::Moved { to: "B".into() };
    assert_eq!(moved.in_lang("de").to_string(), "2002 das Buch ist bei B");
}

#[test]
fn values_are_available_by_name() {
    assert_eq!(TOO_MANY.values().to_string(), "asked=12 max=10");
    assert_eq!(format!("{:?}", TOO_MANY.values()), "{asked: 12, max: 10}");
    assert_eq!(formats().values().to_string(), "ratio=0.25 path=\"a b\" width=5 type=\"x\"");
    assert_eq!(ShopFailure::UnknownBook.values().to_string(), "");
    let gone = |since: Option<&str>| ShopFailure::Gone { since: since.map(String::from) };
    assert_eq!(gone(None).values().to_string(), "since=None");
    assert_eq!(gone(Some("a\n\"b")).values().to_string(), r#"since="a\n\"b""#);
    let declared: Vec<_> = ShopError::Gone
        .meanings()
        .map(|it| it.values().iter().map(error_catalog::DeclaredValue::type_name).collect::<Vec<_>>())
        .collect();
    assert_eq!(declared, [["Option<String>"], ["String"]]);
    assert!(ShopError::UnknownBook.meanings().all(|meaning| meaning.values().is_empty()));
}

#[test]
fn serde_writes_code_message_and_values() {
    let json = serde_json::to_value(&TOO_MANY).unwrap();
    let expected = serde_json::json!({
        "code": 1003,
        "message": "one order takes at most 10 copies, not 12",
        "values": { "asked": 12, "max": 10 },
    });
    assert_eq!(json, expected);
    let json = serde_json::to_string(&TOO_MANY.in_lang("de")).unwrap();
    assert_eq!(
        json,
        r#"{"code":1003,"message":"höchstens 10 Exemplare, nicht 12","values":{"asked":12,"max":10}}"#
    );
    let json = serde_json::to_string(&ShopFailure::UnknownBook).unwrap();
    assert_eq!(json, r#"{"code":2001,"message":"the shop does not have this book"}"#);
    let json = serde_json::to_value(ShopFailure::Gone { since: None }).unwrap();
    assert_eq!(json["values"], serde_json::json!({ "since": null }));
    let json = serde_json::to_value(formats()).unwrap();
    assert_eq!(
        json["values"],
        serde_json::json!({ "ratio": 0.25, "path": "\"a b\"", "width": 5, "type": "x" })
    );
    let json = serde_json::to_value(BankFailure::Maybe { source: None }).unwrap();
    assert_eq!(json, serde_json::json!({ "code": "maybe", "message": "perhaps" }));
}

#[test]
fn a_binary_format_holds_the_same_values() {
    error_catalog! {
        enum Depth: u8 {
            error DepthError;
            1 => Range { lowest: i64, highest: u64 } "{lowest} to {highest}",
            2 => Unknown "unknown",
        }
    }
    for error in [DepthError::Range { lowest: i64::MIN, highest: u64::MAX }, DepthError::Unknown] {
        let packed = rmp_serde::to_vec_named(&error).unwrap();
        let unpacked: serde_json::Value = rmp_serde::from_slice(&packed).unwrap();
        assert_eq!(unpacked, serde_json::to_value(&error).unwrap());
    }
}

#[test]
fn an_error_in_a_box_is_printed_as_itself() {
    let boxed = Box::new(TOO_MANY);
    assert_eq!(boxed.code(), ShopError::TooManyCopies);
    assert_eq!(Coded::values(&boxed).to_string(), "asked=12 max=10");
    assert_eq!(Coded::in_lang(&boxed, "de").to_string(), "1003 höchstens 10 Exemplare, nicht 12");
    let moved = Box::new(ShopFailure::Moved { to: "B".into() });
    assert_eq!(Coded::in_lang(&moved, "de").to_string(), "2002 das Buch ist bei B");
}

#[test]
fn a_later_meaning_without_values_is_printed_after_the_code() {
    error_catalog! {
        enum Desk: u8 {
            lang "en";
            translation de;
            error DeskFailure;

            1 => Closed "closed" { de: "zu" } or Moved "moved" { de: "umgezogen", help: "Ask at the door." },
        }
    }
    assert_eq!(DeskFailure::Closed.to_string(), "1 closed");
    assert_eq!(DeskFailure::Moved.to_string(), "1 moved");
    assert_eq!(format!("{:#}", DeskFailure::Moved), "1 moved: Ask at the door.");
    assert_eq!(DeskFailure::Moved.message_in("en").to_string(), "moved");
    assert_eq!(DeskFailure::Moved.in_lang("de").to_string(), "1 umgezogen");
}

#[test]
fn sources_are_found() {
    let busy = BankFailure::Busy { source: std::io::Error::other("cable") };
    assert_eq!(busy.source().unwrap().to_string(), "cable");
    assert_eq!(busy.values().to_string(), "");
    let parse = BankFailure::from("x".parse::<u8>().unwrap_err());
    assert_eq!(parse.source().unwrap().to_string(), "invalid digit found in string");
    let boxed = BankFailure::Boxed { source: "why".into(), attempt: 3 };
    assert_eq!(
        (boxed.to_string().as_str(), boxed.source().unwrap().to_string().as_str()),
        ("boxed attempt 3 failed", "why")
    );
    assert!(BankFailure::Maybe { source: None }.source().is_none());
    assert!(BankFailure::Maybe { source: Some(std::fmt::Error) }.source().is_some());
    let marked = BankFailure::Marked { why: std::fmt::Error, text: "p. 3".into() };
    assert!(marked.source().is_some());
    assert_eq!(marked.values().to_string(), "text=\"p. 3\"");
    assert!(TOO_MANY.source().is_none());
}

#[test]
fn an_error_converts_into_a_failure() {
    let failure = Failure::<ShopError>::from(TOO_MANY);
    assert_eq!(failure.code(), ShopError::TooManyCopies);
    assert_eq!(failure.text(), Some("one order takes at most 10 copies, not 12"));
    assert!(failure.source().is_none());
    assert_eq!(Failure::from(ShopFailure::UnknownBook).text(), None);
    let failure: Failure<BankError> = BankFailure::Boxed { source: "why".into(), attempt: 3 }.into();
    assert_eq!(failure.source().unwrap().to_string(), "why");
}

#[test]
fn miette_and_schemars_describe_the_errors() {
    let diagnostic: &dyn miette::Diagnostic = &TOO_MANY;
    assert_eq!(diagnostic.code().unwrap().to_string(), "ShopError::TooManyCopies");
    assert_eq!(diagnostic.help().unwrap().to_string(), "Order twice.");
    assert!(diagnostic.url().is_none());
    let schema = serde_json::to_value(schemars::schema_for!(ShopFailure)).unwrap();
    let schemas = schema["oneOf"].as_array().unwrap();
    assert_eq!(schemas.len(), 5);
    let too_many = schemas.iter().find(|it| it["title"] == "TooManyCopies").unwrap();
    assert_eq!(too_many["properties"]["values"]["required"], serde_json::json!(["asked", "max"]));
    assert_eq!(
        too_many["properties"]["values"]["properties"]["asked"],
        serde_json::json!({ "type": "integer" })
    );
}

#[test]
fn the_schema_of_a_value_without_zero_is_that_of_an_integer() {
    error_catalog! {
        enum Order: u8 {
            error OrderFailure;
            1 => TooMany { max: NonZeroU32 } "at most {max}",
        }
    }
    let schema = schemars::schema_for!(OrderFailure).to_value();
    let max = &schema["oneOf"][0]["properties"]["values"]["properties"]["max"];
    assert_eq!(*max, serde_json::json!({ "type": "integer" }));
}

/// A `oneOf` accepts what exactly one of its schemas accepts.
#[test]
fn the_schemas_of_the_meanings_of_a_code_exclude_each_other() {
    error_catalog! {
        enum Book: u8 {
            error BookFailure;
            1 => Lost "lost" or Moved { to: u8 } "moved to {to}" or Lent { to: u8, since: u8 } "lent to {to} {since}",
        }
    }
    let schema = serde_json::to_value(schemars::schema_for!(BookFailure)).unwrap();
    let [lost, moved, lent] = schema["oneOf"].as_array().unwrap().as_slice() else { panic!("{schema}") };
    assert_eq!(lost["properties"]["values"], false);
    assert_eq!(moved["properties"]["values"]["additionalProperties"], false);
    assert_eq!(lent["properties"]["values"]["required"], serde_json::json!(["to", "since"]));
}

mod derived {
    use super::*;
    use std::time::Duration;

    error_catalog! {
        /// Errors of the store.
        pub enum Kv: u16 {
            lang "en";
            translation de;
            1 => StorageTimeout "timeout" { de: "Zeit: {after:?}, {0} {", help: "wait" },
            2 => KeyTooLong "key {0} of {unknown}" { de: "Schlüssel {0} hat {1:?}, {{" },
            3 => Closed "closed" { de: "zu" },
        }
    }

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Kv)]
    enum StorageError {
        #[error("timeout after {after:?}")]
        #[code(StorageTimeout)]
        Timeout { after: Duration, source: std::fmt::Error },
    }

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Kv)]
    #[code(Closed)]
    #[error("closed")]
    struct ClosedError;

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Kv, every_row, crate = error_catalog)]
    enum KvError<T: std::fmt::Debug + std::fmt::Display + 'static> {
        #[error(transparent)]
        #[code(inner)]
        Storage(#[from] StorageError),
        #[error("{0} is too long")]
        #[code(KeyTooLong)]
        KeyTooLong(T, Option<u8>),
        #[error(transparent)]
        #[code(inner)]
        Closed(#[from] ClosedError),
    }

    error_catalog! { enum Engine: u16 { 70 => Stalled "stalled" } }

    impl From<Engine> for Kv {
        fn from(_: Engine) -> Self {
            Self::Closed
        }
    }

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Engine)]
    #[error("stalled")]
    #[code(Stalled)]
    struct EngineError;

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Kv)]
    #[error(transparent)]
    #[code(inner)]
    struct Boxed(Box<EngineError>);

    #[test]
    fn an_inner_error_may_have_another_catalog() {
        let error = Boxed(Box::new(EngineError));
        assert_eq!(line(&error, "de"), "3 stalled |  | Closed");
        assert_eq!(error.message_in("de").to_string(), "stalled");
        assert_eq!(line(&error.0, "de"), "70 stalled |  | Stalled");
    }

    error_catalog! {
        enum Bare: u16 {
            translation de = "";
            1 => Locked { de: "gesperrt" } or Busy "busy" { de: "belegt: {by}", help: "wait" },
            2 => Gone,
        }
    }

    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Bare)]
    enum BareError {
        #[error("locked")]
        #[code(Locked)]
        Locked,
        #[error("busy")]
        #[code(Busy)]
        Busy { by: &'static str },
        #[error(transparent)]
        #[code(Gone)]
        Gone(ClosedError),
    }

    #[test]
    fn a_variant_may_name_a_meaning_after_or_and_a_row_without_a_message() {
        let busy = BareError::Busy { by: "me" };
        assert_eq!(line(&busy, "en"), r#"1 busy | by="me" | Locked"#);
        assert_eq!(line(&busy, "de"), r#"1 belegt: me | by="me" | Locked"#);
        assert_eq!(format!("{:#}", busy.in_lang("de")), "1 belegt: me: wait");
        assert_eq!(busy.message_in("de").to_string(), "belegt: me");
        assert_eq!(BareError::Locked.in_lang("en").to_string(), "1 Locked");
        assert_eq!(BareError::Locked.in_lang("de").to_string(), "1 Locked: gesperrt");
        assert_eq!(BareError::Locked.message_in("de").to_string(), "Locked: gesperrt");
        assert_eq!(BareError::Gone(ClosedError).in_lang("de").to_string(), "2 Gone");
    }

    fn line(error: &impl Coded, lang: &str) -> String {
        format!("{} | {} | {:?}", error.in_lang(lang), error.values(), error.code())
    }

    #[test]
    fn a_variant_has_the_row_that_it_names() {
        let timeout = StorageError::Timeout { after: Duration::from_secs(3), source: std::fmt::Error };
        let timeout = KvError::<String>::from(timeout);
        assert_eq!(line(&timeout, "de"), "1 Zeit: 3s, {0} { | after=3s | StorageTimeout");
        assert_eq!(line(&timeout, "en"), "1 timeout | after=3s | StorageTimeout");
        assert_eq!(timeout.to_string(), "timeout after 3s");
        let long = KvError::KeyTooLong("k".to_owned(), Some(3));
        assert_eq!(line(&long, "de"), r#"2 Schlüssel k hat 3, {{ | 0="k" 1=3 | KeyTooLong"#);
        assert_eq!(line(&long, "en"), r#"2 key k of {unknown} | 0="k" 1=3 | KeyTooLong"#);
        assert_eq!(line(&KvError::<u8>::from(ClosedError), "de"), "3 zu |  | Closed");
        assert_eq!(
            serde_json::to_value(long.in_lang("de")).unwrap()["values"],
            serde_json::json!({ "0": "k", "1": 3 })
        );
    }
}

#[test]
fn both_kinds_of_errors_share_a_trait() {
    fn code<E: Coded>(error: &E) -> Code<E::Catalog> {
        error.code().into()
    }
    assert_eq!(code(&TOO_MANY), ShopError::TooManyCopies);
    assert_eq!(code(&derived_closed()).to_string(), "3 closed");
    assert_eq!(ShopError::ALL.len(), <ShopError as Catalog>::ALL.len());
}

fn derived_closed() -> impl Coded {
    error_catalog! { enum Other: u8 { 3 => Closed "closed" } }
    #[derive(Debug, thiserror::Error, Coded)]
    #[coded(Other)]
    #[code(Closed)]
    #[error("closed")]
    struct Closed;
    Closed
}
