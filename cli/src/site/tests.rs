//! The size of a page with ten thousand codes. Everything else is tested on the executable.

use super::render_page;
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::table;
use error_catalog::vendor::WeCom;
use html5gum::{DefaultEmitter, Token, Tokenizer};

/// Returns a catalog of ten thousand codes, with the rows of a vendor repeated.
fn large() -> Table {
    let mut table = table::<WeCom>();
    let row = |(code, row): (i128, &Row)| Row {
        code: CellValue::Integer(code),
        printed: row.printed,
        success: row.success,
        deprecated: row.deprecated,
        section: row.section,
        former: row.former.clone(),
        former_symbols: row.former_symbols.clone(),
        meanings: row
            .meanings
            .iter()
            .map(|meaning| Meaning { columns: meaning.columns.clone(), ..*meaning })
            .collect(),
    };
    table.rows = (40_000..50_000).zip(table.rows.iter().cycle()).map(row).collect();
    table
}

#[test]
fn ten_thousand_rows_take_at_most_twice_their_text() {
    let html = render_page(&[&large()], Some("Large"), None).unwrap();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut text, mut rows, mut is_text) = (0, 0, true);
    for token in Tokenizer::new_with_emitter(&html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                is_text = !matches!(&tag.name[..], b"style" | b"script");
                rows += usize::from(&tag.name[..] == b"li" && tag.attributes.contains_key(&b"id"[..]));
            }
            Token::String(string) if is_text => text += string.len(),
            _ => {}
        }
    }
    assert_eq!(rows, 10_000);
    assert!(html.len() <= 2 * text, "{} bytes for {text} of text", html.len());
}
