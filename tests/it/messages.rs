//! Rows without a message, and rows whose message is their doc comment.

use error_catalog::{Code, Failure, Retry, error_catalog};

error_catalog! {
    enum Kv: u16 {
        translation en = "";
        column retry: Retry = Retry::Never;

        1025 => UnknownTable,
        1026 => Timeout E_TIMEOUT { retry: Retry::Later, help: "try another region" },
        1027 => Locked { en: "the region is locked" } or Busy "busy",
        /// The table
        /// does not exist.
        ///
        /// It may have been dropped.
        1028 => Dropped or Renamed,
        1029 => Full "full",
    }
}

error_catalog! {
    enum Storage: &'static str {
        "KV:Storage:Timeout" => Timeout,
        "KV:Storage:TxnTimeout" => TxnBeyond,
        "MyTimeout" => MyTimeout,
        "AnyLate" => Late,
    }
}

#[test]
fn a_row_without_a_message_prints_its_code_and_name() {
    assert_eq!(Kv::UnknownTable.to_string(), "1025 UnknownTable");
    assert_eq!(Kv::UnknownTable.message(), "");
    assert_eq!(Kv::UnknownTable.message_in("en"), "");
    assert_eq!(format!("{:#}", Kv::Timeout), "1026 Timeout: try another region");
    assert_eq!(Kv::Timeout.symbol(), Some("E_TIMEOUT"));
    assert_eq!(Kv::Locked.to_string(), "1027 Locked | busy");
    assert_eq!(Kv::Full.to_string(), "1029 full");
    assert_eq!(Kv::from_name("UnknownTable"), Some(Kv::UnknownTable));
    assert_eq!(format!("{:?}", Code::from(Kv::UnknownTable)), "Kv::UnknownTable = 1025");
    assert_eq!(format!("{:?}", Code::from(Kv::Locked)), "Kv::Locked = 1027 \"busy\"");
}

#[test]
fn a_translation_follows_the_name() {
    let in_english = |row: Kv| Code::from(row).in_lang("en").to_string();
    assert_eq!(in_english(Kv::UnknownTable), "1025 UnknownTable");
    assert_eq!(in_english(Kv::Locked), "1027 Locked: the region is locked | busy");
}

#[test]
fn the_first_paragraph_of_a_doc_comment_is_the_message() {
    assert_eq!(Kv::Dropped.message(), "The table does not exist.");
    assert_eq!(Kv::Dropped.to_string(), "1028 The table does not exist. | Renamed");
}

#[test]
fn a_name_that_ends_the_code_is_printed_once() {
    let printed = Storage::ALL.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        printed,
        ["AnyLate Late", "KV:Storage:Timeout", "KV:Storage:TxnTimeout TxnBeyond", "MyTimeout"]
    );
    assert!(Storage::ALL.iter().all(|row| row.message().is_empty()));
}

#[test]
fn a_failure_prints_the_name() {
    let failure = Failure::new(Kv::UnknownTable).unwrap().with_text("table 7");
    assert_eq!(failure.to_string(), "1025 UnknownTable (server: \"table 7\")");
    assert_eq!(failure.in_lang("en").to_string(), "1025 UnknownTable (server: \"table 7\")");
    assert_eq!(Failure::new(Kv::Timeout).unwrap().retry(), Some(Retry::Later));
}
