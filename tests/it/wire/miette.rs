//! A failure as a miette diagnostic.

use crate::wire::catalogs::SqlState;
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Failure, error_catalog};
use miette::Diagnostic;

fn parts<C: Catalog>(failure: Option<Failure<C>>) -> [Option<String>; 3] {
    let diagnostic: &dyn Diagnostic = &failure.unwrap();
    [diagnostic.code(), diagnostic.help(), diagnostic.url()].map(|part| part.map(|part| part.to_string()))
}

#[test]
fn code_help_and_url_are_the_catalogs() {
    let source = "https://developer.work.weixin.qq.com/document/path/90313";
    assert_eq!(
        parts(Failure::new(WeCom::InvalidSecret)),
        [Some("WeCom::InvalidSecret"), Some("secret在应用详情/通讯录管理助手可查看"), Some(source)]
            .map(|part| part.map(String::from)),
    );
    assert_eq!(
        parts(Failure::<WeCom>::new(123_456)),
        [Some("WeCom(123456)"), None, Some(source)].map(|part| part.map(String::from)),
    );
}

#[test]
fn a_source_that_is_not_a_url_is_left_out() {
    assert_eq!(parts(Failure::new(Youdu::NoRight)), [Some("Youdu::NoRight".to_owned()), None, None]);
    assert_eq!(
        parts(Failure::new(SqlState::UniqueViolation)),
        [
            Some("SqlState::UniqueViolation".to_owned()),
            Some("look for the row that is there".to_owned()),
            None
        ],
    );
}

#[test]
fn an_error_of_a_catalog_has_its_parts_too() {
    error_catalog! {
        enum Printer: u8 {
            source "https://example.com/errors";
            error PrinterError;
            1 => NoPaper "no paper" { help: "fill the tray" } or NoInk "no ink",
        }
    }
    let parts = |error: PrinterError| {
        let diagnostic: &dyn Diagnostic = &error;
        [diagnostic.code(), diagnostic.help(), diagnostic.url()].map(|part| part.map(|part| part.to_string()))
    };
    let url = "https://example.com/errors";
    assert_eq!(
        parts(PrinterError::NoPaper),
        [Some("Printer::NoPaper"), Some("fill the tray"), Some(url)].map(|part| part.map(String::from))
    );
    assert_eq!(
        parts(PrinterError::NoInk),
        [Some("Printer::NoInk"), None, Some(url)].map(|part| part.map(String::from))
    );
}
