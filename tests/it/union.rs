//! A union has every row of its catalogs, with everything that the catalogs have about it.

use error_catalog::vendor::WeCom;
use error_catalog::{
    Catalog, Code, Columns, Failure, MemberOf, Reply, Retry, UnknownName, Value, disjoint, error_catalog,
    union,
};
use std::collections::BTreeSet;
use std::error::Error;

/// Modules of a store whose codes are texts, without any success.
mod kv {
    use error_catalog::error_catalog;

    error_catalog! {
        /// Errors of the storage.
        pub enum Storage: &'static str {
            title "storage";
            lang "en";
            translation de = "";
            column retry: error_catalog::Retry = error_catalog::Retry::Never;

            "KV:Storage:Timeout" => Timeout E_TIMEOUT "timed out" { de: "abgelaufen", retry: error_catalog::Retry::Allowed },
            "KV:Storage:Closed" => Closed was Shut "closed" { help: "open it", de: "zu" } or Gone E_GONE "gone",
        }
    }

    pub(super) mod raft {
        use error_catalog::error_catalog;

        error_catalog! {
            pub enum Error: &'static str {
                lang "en";
                column level: u8;
                column retry: error_catalog::Retry;

                section Leaders "leaders" {
                    "KV:Raft:NotLeader" => NotLeader was Follower "not leader" { level: 2, retry: error_catalog::Retry::AfterRenewal },
                }
                #[deprecated(note = "use NotLeader")]
                "KV:Raft:Timeout" => Timeout E_TIMEOUT "no answer" { level: 1, retry: error_catalog::Retry::UpTo(2) },
            }
        }
    }
}

union! {
    /// Every error of the store.
    pub enum Kv: &'static str of
        kv::Storage,
        /// Documented by hand.
        kv::raft::Error as Raft,
}

error_catalog! {
    /// Codes of which some are negative, with gaps.
    enum Low: i32 {
        lang "zh";
        translation en;
        success 0;
        -70_000 => Far "远" { en: "far" },
        -1 => Busy "忙" { en: "busy" },
        0 => Ok "成功" { en: "success" },
        500 => Between "间" { en: "between" },
    }
}

error_catalog! {
    enum High: i32 {
        lang "en";
        shared symbol TWICE;
        7 => Seven TWICE "seven",
        90_000 => Many was All "many" { symbol: "every" } or More "more",
        501 => After TWICE was LATER "after",
    }
}

union! { enum Numbers: i32 of High, Low, self::Only }

error_catalog! {
    enum Only: i32 {
        column en: bool = true;
        8 => Eight EIGHT "eight",
    }
}

union! { enum Single: i32 of WeCom }

disjoint!(Kv, Single);
disjoint!(including success: Kv, Numbers);

/// Checks everything that the rows of a member have in the union.
fn check_member<U: Catalog, C: MemberOf<U>>(variant: &str) {
    for row in C::ALL {
        let of_union: U = (*row).into();
        assert_eq!(of_union.code(), row.code());
        assert_eq!(of_union.name(), row.name());
        assert_eq!(of_union.symbol(), row.symbol());
        assert_eq!(of_union.message(), row.message());
        assert_eq!(of_union.help(), row.help());
        assert_eq!(of_union.deprecated(), row.deprecated());
        assert_eq!(of_union.is_success(), row.is_success());
        assert_eq!(of_union.section().unwrap().name(), variant);
        assert_eq!(of_union.to_string(), row.to_string());
        assert_eq!(format!("{of_union:#}"), format!("{row:#}"));
        assert_eq!(format!("{of_union:?}"), format!("{variant}::{row:?}"));
        assert_eq!(U::from_name(&format!("{variant}::{}", row.name())), Some(of_union));
        for lang in ["en", "de", "zh", "fr"] {
            assert_eq!(of_union.message_in(lang), row.message_in(lang));
            let printed = Code::from(of_union).in_lang(lang).to_string();
            assert_eq!(printed, Code::from(*row).in_lang(lang).to_string());
        }
        let meanings = of_union.meanings().zip(row.meanings());
        assert_eq!(of_union.meanings().len(), meanings.len());
        for (meaning, of_member) in meanings {
            assert_eq!(meaning.row(), of_union);
            assert_eq!(meaning.name(), of_member.name());
            assert_eq!(meaning.symbol(), of_member.symbol());
            assert_eq!(meaning.message(), of_member.message());
            assert_eq!(meaning.help(), of_member.help());
            assert_eq!(meaning.values(), of_member.values());
            assert!(U::from_name(&format!("{variant}::{}", meaning.name())) == Some(of_union));
            if let Some(symbol) = meaning.symbol() {
                assert!(U::with_symbol(symbol).contains(&of_union), "{symbol}");
            }
            let (columns, own) = (meaning.columns(), of_member.columns());
            for (index, name) in U::Columns::NAMES.iter().enumerate() {
                let declared = C::Columns::NAMES.iter().position(|other| other == name);
                let declared = declared.and_then(|index| own.value(index)).unwrap_or(Value::Nothing);
                assert_eq!(format!("{:?}", columns.value(index).unwrap()), format!("{declared:?}"));
            }
            assert!(columns.value(U::Columns::NAMES.len()).is_none());
        }
        let (code, of_member) = (Code::<U>::from(of_union), Code::<C>::from(*row));
        assert_eq!(of_member.into_union::<U>(), code);
        assert_eq!(code.known(), Some(of_union));
        assert_eq!(U::from_code(code.raw()), Some(of_union));
        assert_eq!(serde_json::to_string(&code).unwrap(), serde_json::to_string(&of_member).unwrap());
        let retry = Failure::new(of_union).map(|failure| failure.retry());
        assert_eq!(retry, Failure::new(*row).map(|failure| failure.retry()));
    }
}

fn check_union<U: Catalog>(rows: usize) {
    assert_eq!(U::ALL.len(), rows);
    assert!(U::ALL.is_sorted_by_key(|row| row.code()), "{:?}", U::ALL);
    assert!(U::ALL.is_sorted());
    assert_eq!(U::ALL.iter().map(|row| row.code()).collect::<BTreeSet<_>>().len(), rows);
}

#[test]
fn a_union_has_every_row() {
    check_member::<Kv, kv::Storage>("Storage");
    check_member::<Kv, kv::raft::Error>("Raft");
    check_union::<Kv>(4);
    check_member::<Numbers, High>("High");
    check_member::<Numbers, Low>("Low");
    check_member::<Numbers, Only>("Only");
    check_union::<Numbers>(8);
    check_member::<Single, WeCom>("WeCom");
    check_union::<Single>(192);
    assert_eq!(
        Numbers::ALL.iter().map(|row| row.code()).collect::<Vec<_>>(),
        [-70_000, -1, 0, 7, 8, 500, 501, 90_000]
    );
}

#[test]
fn a_match_names_the_member() {
    let advice = |row: Kv| match row {
        Kv::Storage(kv::Storage::Timeout) => "wait",
        Kv::Storage(row) => row.message(),
        Kv::Raft(_) => "ask the leader",
    };
    assert_eq!(advice(kv::Storage::Timeout.into()), "wait");
    assert_eq!(advice(kv::Storage::Closed.into()), "closed");
    assert_eq!(advice(Kv::Raft(kv::raft::Error::NotLeader)), "ask the leader");
}

#[test]
fn lookups_are_constant() {
    const TIMEOUT: Option<Kv> = Kv::from_code("KV:Storage:Timeout");
    const SEVEN: Option<Numbers> = Numbers::from_code(7);
    const NAMED: Option<Kv> = Kv::from_name("Closed");
    const TWICE: &[Numbers] = Numbers::with_symbol("TWICE");
    const HELP: Option<&str> = Kv::Storage(kv::Storage::Closed).help();
    assert_eq!(TIMEOUT, Some(Kv::Storage(kv::Storage::Timeout)));
    assert_eq!(SEVEN, Some(Numbers::High(High::Seven)));
    assert_eq!(NAMED, Some(Kv::Storage(kv::Storage::Closed)));
    assert_eq!(TWICE, [Numbers::High(High::Seven), Numbers::High(High::After)]);
    assert_eq!(HELP, Some("open it"));
}

#[test]
fn unknown_codes_are_unknown() {
    for code in [-70_001, -2, 1, 6, 9, 502, i32::MIN, i32::MAX] {
        assert_eq!(Numbers::from_code(code), None);
        assert_eq!(Code::<Numbers>::new(code).to_string(), format!("{code} unknown Numbers code"));
    }
    for code in ["", "KV", "KV:Raft:", "KV:Raft:NotLeader ", "忙"] {
        assert_eq!(Kv::from_code(code), None);
    }
    assert_eq!(Kv::try_from("x").unwrap_err().to_string(), "unknown Kv code \"x\"");
    assert_eq!(
        Code::<kv::Storage>::new("KV:Raft:NotLeader").into_union::<Kv>(),
        kv_row(kv::raft::Error::NotLeader)
    );
}

fn kv_row(row: impl Into<Kv>) -> Kv {
    row.into()
}

#[test]
fn an_ambiguous_name_needs_its_variant() {
    assert_eq!(Kv::from_name("Timeout"), None);
    assert_eq!("Storage::Timeout".parse(), Ok(kv_row(kv::Storage::Timeout)));
    assert_eq!(Kv::from_name("Raft::Timeout").unwrap().code(), "KV:Raft:Timeout");
    assert_eq!(Kv::from_name("Gone"), Some(kv_row(kv::Storage::Closed)));
    assert_eq!(Kv::from_name("Shut"), Some(kv_row(kv::Storage::Closed)));
    assert_eq!(Kv::from_name("Raft::Follower"), Some(kv_row(kv::raft::Error::NotLeader)));
    assert_eq!(Kv::from_name_ignoring_case("notleader"), Some(kv_row(kv::raft::Error::NotLeader)));
    assert_eq!(Kv::from_name_ignoring_case("timeout"), None);
    for name in
        ["", "::", "Raft", "Raft::", "Raft:NotLeader", "Raft::Closed", "Error::NotLeader", "忙::Timeout"]
    {
        assert_eq!(Kv::from_name(name), None, "{name}");
    }
    let error: UnknownName = "Timeout".parse::<Kv>().unwrap_err();
    assert_eq!(error.to_string(), "no Kv code is named \"Timeout\"");
}

#[test]
fn symbols_are_found_in_every_member() {
    let timeouts = Kv::with_symbol("E_TIMEOUT");
    assert_eq!(
        timeouts.iter().map(|row| row.code()).collect::<Vec<_>>(),
        ["KV:Storage:Timeout", "KV:Raft:Timeout"]
    );
    assert_eq!(Kv::with_symbol("E_GONE"), [kv_row(kv::Storage::Closed)]);
    assert_eq!(Numbers::with_symbol("EIGHT"), [Numbers::Only(Only::Eight)]);
    assert_eq!(Numbers::with_symbol("every"), [Numbers::High(High::Many)]);
    assert_eq!(Numbers::with_symbol("LATER"), [Numbers::High(High::After)]);
    assert!(Numbers::with_symbol("").is_empty());
    assert!(Numbers::with_symbol("E_TIMEOUT").is_empty());
}

#[test]
fn a_union_without_success_is_an_error() {
    fn failed() -> Result<(), Failure<Kv>> {
        Err(Kv::from(kv::Storage::Closed))?
    }
    fn boxed() -> Result<(), Box<dyn Error>> {
        Err(Kv::from(kv::Storage::Closed))?
    }
    assert_eq!(failed().unwrap_err().to_string(), "KV:Storage:Closed closed | gone");
    assert_eq!(boxed().unwrap_err().to_string(), "KV:Storage:Closed closed | gone");
    assert_eq!(Code::<Numbers>::new(0).check().unwrap(), Numbers::Low(Low::Ok));
    assert!(Failure::new(Numbers::Low(Low::Ok)).is_none());
}

#[test]
fn a_failure_of_a_member_keeps_its_reply() {
    let failure = Failure::new(kv::raft::Error::NotLeader).unwrap();
    let failure =
        failure.with_text("leader is 7").with_source("cause").with_request_id("r1").with_status(503);
    let of_union: Failure<Kv> = failure.clone().into_union();
    assert_eq!(of_union.to_string(), failure.to_string());
    assert_eq!(of_union.text(), Some("leader is 7"));
    assert_eq!(of_union.source().unwrap().to_string(), "cause");
    assert_eq!(of_union, kv_row(kv::raft::Error::NotLeader));
    assert_eq!(
        format!("{of_union:?}"),
        "Kv::Raft::NotLeader = \"KV:Raft:NotLeader\" \"not leader\" (HTTP 503, server: \"leader is 7\", request id: \
         \"r1\", cause: \"cause\")"
    );
}

#[test]
fn a_reply_has_a_code_of_any_member() {
    let reply: Reply<Numbers, ()> =
        serde_json::from_str(r#"{"errcode": 90000, "errmsg": "too many"}"#).unwrap();
    let failure = reply.into_result().unwrap_err();
    assert_eq!(failure.known(), Some(Numbers::High(High::Many)));
    assert_eq!(failure.to_string(), "90000 many | more (server: \"too many\")");
    let reply: Reply<Numbers, ()> = serde_json::from_str(r#"{"errcode": 0, "errmsg": "ok"}"#).unwrap();
    assert!(reply.into_result().is_ok());
    let code: Code<Kv> = serde_json::from_str("\"KV:Raft:Timeout\"").unwrap();
    assert!(matches!(code.known(), Some(Kv::Raft(_))));
    assert_eq!(serde_json::to_string(&code.known()).unwrap(), "\"KV:Raft:Timeout\"");
    let schema = schemars::schema_for!(Kv).to_value();
    assert_eq!(schema["oneOf"].as_array().unwrap().len(), 4);
}

#[test]
fn languages_are_those_of_the_members() {
    assert_eq!(Kv::LANG, Some("en"));
    assert!(Kv::languages().eq(["en", "de"]));
    assert_eq!(Numbers::LANG, None);
    assert!(Numbers::languages().eq(["en", "zh"]));
    assert_eq!(Numbers::negotiate("zh-CN, en;q=0.5"), Some("zh"));
    assert_eq!(Numbers::Low(Low::Busy).message_in("en"), "busy");
    assert_eq!(Numbers::High(High::Seven).message_in("zh"), "seven");
    assert_eq!(kv_row(kv::raft::Error::NotLeader).message_in("de"), "not leader");
}

#[test]
fn sections_are_the_members() {
    let sections: Vec<_> = Kv::SECTIONS.iter().map(|section| (section.name(), section.title())).collect();
    assert_eq!(sections, [("Storage", "storage"), ("Raft", "Raft")]);
    assert_eq!(kv_row(kv::Storage::Closed).section(), Some(&Kv::SECTIONS[0]));
}

#[test]
fn columns_are_those_of_the_members() {
    assert_eq!(<Kv as Catalog>::Columns::NAMES, ["de", "retry", "level"]);
    let row = kv_row(kv::raft::Error::NotLeader);
    let columns = row.meanings().next().unwrap().columns();
    assert!(matches!(columns.value(0), Some(Value::Nothing)));
    assert!(matches!(columns.value(1), Some(Value::Retry(Retry::AfterRenewal))));
    assert!(matches!(columns.value(2), Some(Value::Integer(2))));
    assert_eq!(format!("{columns:?}"), "Raft(Columns { level: 2, retry: AfterRenewal })");
}

#[test]
fn codes_are_printed_as_the_members_declare() {
    error_catalog! { enum Boot: u16 { display "E{code:04}"; 1 => Halted "halted" } }
    error_catalog! { enum Link: u16 { display "E{code:04}"; 20 => Down "down" } }
    error_catalog! { enum Fan: u16 { 300 => Stuck "stuck" } }
    union! { enum Device: u16 of Boot, Link }
    union! { enum Mixed: u16 of Boot, Fan }

    let printed = |code| Code::<Device>::new(code).to_string();
    assert_eq!([1, 20, 7].map(printed), ["E0001 halted", "E0020 down", "E0007 unknown Device code"]);
    let printed = |code| Code::<Mixed>::new(code).to_string();
    assert_eq!([1, 300, 7].map(printed), ["E0001 halted", "300 stuck", "7 unknown Mixed code"]);
}
