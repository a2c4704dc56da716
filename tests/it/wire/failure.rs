//! `Failure`: the error of a code that is not a success.

use crate::wire::catalogs::{Shared, Small, SqlState};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Code, Failure, Retry, error_catalog};
use std::collections::BTreeSet;
use std::error::Error;
use std::io;

#[test]
fn no_success_code_makes_a_failure() {
    fn check<C: Catalog>() {
        for row in C::ALL {
            assert_eq!(Failure::new(*row).is_none(), row.is_success(), "{row}");
        }
    }
    check::<WeCom>();
    check::<Youdu>();
    check::<SqlState>();
    check::<Small>();
    assert!(Failure::<WeCom>::new(0).is_none());
    assert!(Failure::<Youdu>::new(2).is_none());
    assert!(Failure::<WeCom>::new(2).is_some());
    assert!(Failure::<SqlState>::new("00000").is_none());
}

#[test]
fn the_servers_text_follows_the_catalogs() {
    let failure = Failure::new(WeCom::InvalidSecret).unwrap().with_text("invalid credential");
    assert_eq!(failure.text(), Some("invalid credential"));
    assert_eq!(failure.code(), WeCom::InvalidSecret);
    assert_eq!(failure.known().unwrap().message(), "不合法的secret参数");
    assert_eq!(failure.help(), Some("secret在应用详情/通讯录管理助手可查看"));
    assert_eq!(failure.to_string(), r#"40001 不合法的secret参数 (server: "invalid credential")"#);
    assert_eq!(
        format!("{failure:#}"),
        r#"40001 不合法的secret参数: secret在应用详情/通讯录管理助手可查看 (server: "invalid credential")"#,
    );
    assert_eq!(Failure::new(WeCom::InvalidSecret).unwrap().text(), None);
    assert_eq!(
        Failure::new(WeCom::InvalidSecret).unwrap().with_text("").to_string(),
        "40001 不合法的secret参数"
    );
}

#[test]
fn an_unknown_code_keeps_its_number_and_the_servers_text() {
    let failure = Code::<WeCom>::new(850_001).check().unwrap_err().with_text("new in this year");
    assert_eq!(failure.to_string(), r#"850001 unknown WeCom code (server: "new in this year")"#);
    assert_eq!(failure.known(), None);
    assert_eq!(failure.help(), None);
    assert_eq!(failure.retry(), None);
}

#[test]
fn the_printed_form_is_one_line_without_control_characters() {
    let controls: String = ('\0'..='\u{9f}').filter(|char| char.is_control()).collect();
    let others = "\u{2028}\u{2029}\u{200b}\u{202a}\u{202e}\u{2066}\u{feff}\"\\";
    let failure = Failure::new(WeCom::SystemBusy).unwrap().with_text(format!("{controls}{others}正常 text"));
    for line in [failure.to_string(), format!("{failure:#}")] {
        assert!(!line.contains(|char: char| char.is_control()), "{line:?}");
        assert!(
            !line.contains([
                '\u{2028}', '\u{2029}', '\u{200b}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{feff}'
            ])
        );
        assert!(line.ends_with(r#"\"\\正常 text")"#), "{line}");
    }
    assert_eq!(failure.text().unwrap().chars().filter(|char| char.is_control()).count(), 65);
}

#[test]
fn invisible_characters_are_escaped() {
    let invisible =
        ['\u{115f}', '\u{1160}', '\u{3164}', '\u{ffa0}', '\u{2800}', '\u{34f}', '\u{17b4}', '\u{e0100}'];
    for char in invisible {
        let failure = Failure::new(WeCom::SystemBusy).unwrap().with_text(format!("a{char}b{char}"));
        let escaped = format!("a\\u{{{0:x}}}b\\u{{{0:x}}}", u32::from(char));
        assert_eq!(failure.to_string(), format!("-1 系统繁忙 (server: \"{escaped}\")"));
        let code: Code<SqlState> = format!("a{char}b").parse().unwrap();
        for line in [code.to_string(), format!("{code:?}")] {
            assert!(!line.contains(char), "{line}");
        }
    }
    let visible = Failure::new(WeCom::SystemBusy).unwrap().with_text("한글 กำ ⠁ é");
    assert_eq!(visible.to_string(), "-1 系统繁忙 (server: \"한글 กำ ⠁ é\")");
}

#[test]
fn a_long_text_is_cut_between_characters_with_its_length() {
    let printed = |text: String| Failure::new(WeCom::SystemBusy).unwrap().with_text(text).to_string();
    assert_eq!(printed("界".repeat(300)), format!("-1 系统繁忙 (server: \"{}\")", "界".repeat(300)));
    assert_eq!(
        printed("界".repeat(301)),
        format!("-1 系统繁忙 (server: \"{}\"… of 903 bytes)", "界".repeat(300))
    );
    assert!(printed("\0".repeat(5 << 20)).len() < 1000);
    let kept = Failure::new(WeCom::SystemBusy).unwrap().with_text("x".repeat(5 << 20));
    assert_eq!(kept.text().unwrap().len(), 5 << 20);
}

/// `main` prints this form when it returns the failure, and `unwrap` when it panics.
#[test]
fn debug_names_the_row_in_one_safe_line() {
    let code = |row: WeCom| Code::from(row);
    assert_eq!(
        format!("{:?}", code(WeCom::InvalidAccessToken)),
        r#"WeCom::InvalidAccessToken = 40014 "不合法的access_token""#,
    );
    assert_eq!(
        format!("{:?}", Code::from(Youdu::NotExistJobId)),
        r#"Youdu::RepeatUserId = 300311 "重复的userId" | "jobId不存在""#,
    );
    assert_eq!(
        format!("{:?}", Code::from(SqlState::UniqueViolation)),
        r#"SqlState::UniqueViolation = "23505" "unique violation""#,
    );
    let unknown: Code<SqlState> = "\x1b[2J".parse().unwrap();
    assert_eq!(format!("{unknown:?}"), r#"SqlState("\u{1b}[2J")"#);

    let failure = Failure::new(WeCom::SystemBusy).unwrap();
    assert_eq!(format!("{failure:?}"), r#"WeCom::SystemBusy = -1 "系统繁忙""#);
    let failure = failure.with_text("busy\n\x1b[2J").with_source(io::Error::other("reset\nby peer"));
    let line = r#"WeCom::SystemBusy = -1 "系统繁忙" (server: "busy\n\u{1b}[2J", cause: "reset\nby peer")"#;
    assert_eq!(format!("{failure:?}"), line);
    assert_eq!(format!("{failure:#?}"), line);
    let long = Failure::new(WeCom::SystemBusy).unwrap().with_source("x".repeat(1 << 20));
    assert!(format!("{long:?}").len() < 1000);
}

/// The rows of a catalog without a success convert to failures.
#[test]
fn a_row_that_cannot_be_a_success_becomes_a_failure() {
    fn call(code: u8) -> Result<(), Failure<Small>> {
        Err(Small::from_code(code).unwrap_or(Small::Last))?
    }
    assert_eq!(call(1).unwrap_err().known(), Some(Small::One));
}

#[test]
fn the_cause_is_the_source() {
    let failure = Failure::new(WeCom::SystemBusy).unwrap();
    assert!(failure.source().is_none());
    let failure = failure.with_source(io::Error::other("connection reset"));
    let source = failure.source().unwrap().downcast_ref::<io::Error>().unwrap();
    assert_eq!(source.to_string(), "connection reset");
    assert_eq!(failure.to_string(), "-1 系统繁忙");
}

error_catalog! {
    enum Advice: u8 {
        column retries: u8 = 0;
        column advice: Option<Retry> = None;
        1 => Busy "busy" { advice: Some(Retry::Later) },
        2 => Gone "gone",
    }
}

error_catalog! {
    enum TwoAdvices: u8 {
        column on_read: Retry = Retry::Later;
        column retry: error_catalog::Retry = Retry::UpTo(2);
        1 => Busy "busy",
    }
}

#[test]
fn a_failure_compares_with_rows() {
    let failure = Failure::new(WeCom::SystemBusy).unwrap();
    assert_eq!(failure, WeCom::SystemBusy);
    assert_eq!(WeCom::SystemBusy, failure);
    assert_ne!(failure, WeCom::InvalidSecret);
    assert_ne!(WeCom::InvalidSecret, failure);
    assert!(Failure::<WeCom>::new(123_456).unwrap() != WeCom::SystemBusy);
}

#[test]
fn the_advice_is_that_of_the_column() {
    let retry = |row: WeCom| Failure::new(row).unwrap().retry();
    for row in WeCom::ALL.iter().filter(|row| !row.is_success()) {
        assert_eq!(retry(*row), Some(row.retry()));
    }
    assert_eq!(retry(WeCom::SystemBusy), Some(Retry::UpTo(3)));
    // The only column of this type has another name. In `TwoAdvices`, several have the type, and one is named `retry`.
    assert_eq!(Failure::new(Advice::Busy).unwrap().retry(), Some(Retry::Later));
    assert_eq!(Failure::new(Advice::Gone).unwrap().retry(), None);
    assert_eq!(Failure::new(TwoAdvices::Busy).unwrap().retry(), Some(Retry::UpTo(2)));
    // One catalog has no column of this type. In the other, the column `retry` has another type.
    assert_eq!(Failure::new(SqlState::UniqueViolation).unwrap().retry(), None);
    assert_eq!(Failure::new(Small::One).unwrap().retry(), None);
}

#[test]
fn there_is_no_advice_if_the_meanings_disagree() {
    assert_eq!(Failure::new(Shared::Busy).unwrap().retry(), None);
    assert_eq!(Failure::new(Shared::Slow).unwrap().retry(), Some(Retry::Allowed));
}

#[test]
fn a_failure_is_a_sendable_static_error() {
    fn is_error<E: Error + Send + Sync + 'static>(_: &E) {}
    let failure = Failure::new(WeCom::SystemBusy).unwrap();
    is_error(&failure);
    let error = io::Error::from(failure);
    let inner = error.get_ref().unwrap().downcast_ref::<Failure<WeCom>>().unwrap();
    assert_eq!(inner.known(), Some(WeCom::SystemBusy));
}

/// An error type of a user.
#[derive(Debug, thiserror::Error)]
enum OwnError {
    #[error(transparent)]
    WeCom(#[from] Failure<WeCom>),
    #[error("cannot reach the server")]
    Network(#[from] io::Error),
}

#[test]
fn a_failure_is_a_variant_of_a_users_own_error() {
    fn call(errcode: i32) -> Result<(), OwnError> {
        Code::<WeCom>::new(errcode)
            .check()
            .map_err(|failure| failure.with_source(io::Error::other("why")))?;
        Ok(())
    }
    let error = call(40014).unwrap_err();
    assert_eq!(error.to_string(), "40014 不合法的access_token");
    assert_eq!(error.source().unwrap().to_string(), "why");
    let OwnError::WeCom(failure) = error else { panic!("{error}") };
    assert!(matches!(failure.known(), Some(WeCom::InvalidAccessToken)));
    assert!(matches!(call(123_456), Err(OwnError::WeCom(failure)) if failure.known().is_none()));
    assert!(matches!(call(0), Ok(())));
    assert!(matches!(OwnError::from(io::Error::other("x")), OwnError::Network(_)));
}

#[test]
fn a_failure_is_small_and_clones() {
    assert!(size_of::<Failure<WeCom>>() <= 64, "{}", size_of::<Failure<WeCom>>());
    assert!(size_of::<Failure<SqlState>>() <= 64, "{}", size_of::<Failure<SqlState>>());
    assert!(size_of::<Code<SqlState>>() <= 64, "{}", size_of::<Code<SqlState>>());
    let failure = "99XYZ".parse::<Code<SqlState>>().unwrap().check().unwrap_err();
    let failure = failure.with_text("no").with_source(io::Error::other("why")).with_status(502);
    let clone = failure.clone();
    drop(failure);
    assert_eq!(clone.code(), "99XYZ");
    assert_eq!((clone.text(), clone.status()), (Some("no"), Some(502)));
    assert_eq!(clone.source().unwrap().to_string(), "why");
    assert_eq!(clone.to_string(), r#""99XYZ" unknown SqlState code (HTTP 502, server: "no")"#);
    assert!(format!("{clone:?}").ends_with(r#"(HTTP 502, server: "no", cause: "why")"#), "{clone:?}");
}

/// Applies the four additions in every order.
#[test]
fn each_addition_keeps_the_others() {
    fn add(failure: Failure<WeCom>, addition: usize) -> Failure<WeCom> {
        match addition {
            0 => failure.with_text("no"),
            1 => failure.with_request_id("5D2A"),
            2 => failure.with_source(io::Error::other("why")),
            _ => failure.with_status(502),
        }
    }
    let orders = (0..256).map(|number| [number / 64, number / 16 % 4, number / 4 % 4, number % 4]);
    for order in orders.filter(|order| BTreeSet::from(*order).len() == 4) {
        let failure = order.into_iter().fold(Failure::new(WeCom::SystemBusy).unwrap(), add);
        assert_eq!(failure.code(), WeCom::SystemBusy, "{order:?}");
        assert_eq!((failure.text(), failure.request_id()), (Some("no"), Some("5D2A")), "{order:?}");
        let source = failure.source().map(ToString::to_string);
        assert_eq!((source.as_deref(), failure.status()), (Some("why"), Some(502)), "{order:?}");
    }
}

#[test]
fn a_failure_in_a_language_has_the_help() {
    let failure = Failure::new(SqlState::UniqueViolation).unwrap();
    assert_eq!(
        format!("{:#}", failure.in_lang("en")),
        "23505 unique violation: look for the row that is there"
    );
}

#[test]
fn the_first_and_last_invisible_letters_of_a_range_are_escaped() {
    for char in ['\u{17b5}', '\u{180b}', '\u{180f}', '\u{1d159}', '\u{e0100}', '\u{e01ef}'] {
        let failure = Failure::new(WeCom::SystemBusy).unwrap().with_text(format!("a{char}"));
        let escaped = format!("a\\u{{{:x}}}", u32::from(char));
        assert_eq!(failure.to_string(), format!("-1 系统繁忙 (server: \"{escaped}\")"));
    }
}
