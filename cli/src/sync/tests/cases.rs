//! Single declarations and pages, and the result of their sync.

use crate::import::document::{Document, Entry, Role};
use crate::properties::accepts;
use crate::sync::{SyncError, SyncOptions, sync};

/// Returns a page whose rows are `code|symbol|message|help|section`.
fn page(rows: &[&str]) -> Document {
    let entry = |(line, row): (usize, &&str)| {
        let mut cells = row.split('|').map(|cell| Some(cell).filter(|cell| !cell.is_empty()));
        let mut cell = || cells.next().flatten();
        Entry {
            line: line + 1,
            code: cell().unwrap_or_default().into(),
            symbol: cell().map(Into::into),
            message: cell().unwrap_or_default().into(),
            help: cell().map(Into::into),
            section: cell().map(Into::into),
            ..Entry::default()
        }
    };
    Document {
        entries: rows.iter().enumerate().map(entry).collect(),
        roles: vec![Role::Code, Role::Symbol, Role::Message, Role::Help],
        ..Document::default()
    }
}

/// Returns the rows of a declaration after a sync.
fn table(table: &str, rows: &[&str]) -> String {
    let text = format!("error_catalog! {{ enum Vendor: i32 {{{table}}} }}\n");
    let synced = sync(&text, &page(rows), SyncOptions::default()).unwrap();
    let table = synced.text.strip_prefix("error_catalog! { enum Vendor: i32 {").unwrap();
    table.strip_suffix("} }\n").unwrap().to_owned()
}

#[test]
fn the_first_row_is_inserted_after_every_statement() {
    for statement in [
        "title \"t\";",
        "source \"s\";",
        "lang \"en\";",
        "baseline \"b\";",
        "envelope code \"ret\", text \"msg\";",
        "success 0;",
        "unknown A;",
        "exhaustive;",
        "reserved 7;",
        "shared symbol E_A;",
        "translation en = \"\";",
    ] {
        // A later pass removes a shared symbol that no row has, and leaves the space before it.
        let kept = if statement.starts_with("shared") { " ".to_owned() } else { format!(" {statement}") };
        assert_eq!(
            table(&format!(" success 1; {statement} "), &["1||one"]),
            format!(" success 1;{kept} 1 => _ \"one\", "),
        );
    }
    assert_eq!(
        table("\n    success 0;\n    envelope code \"ret\", text \"msg\";\n", &["0||ok", "1||one"]),
        "\n    success 0;\n    envelope code \"ret\", text \"msg\";\n\n    0 => _ \"ok\",\n    1 => _ \"one\",\n",
    );
}

#[test]
fn a_line_in_a_block_comment_is_not_a_line_comment() {
    let third = "    3 => C \"three\",\n";
    for comment in ["/* begins\n// ends */", "/* a /* b\n// c */\n// d */", "// /*\n/* e\n// */"] {
        assert_eq!(
            table(&format!("\n{comment}\n{third}"), &["2||two", "3||three"]),
            format!("\n{comment}\n    2 => _ \"two\",\n{third}"),
        );
    }
    // A line comment cannot begin a block comment, and belongs to the row below it.
    assert_eq!(
        table(&format!("\n    // /*\n{third}"), &["2||two", "3||three"]),
        format!("\n    2 => _ \"two\",\n    // /*\n{third}"),
    );
}

#[test]
fn a_renamed_macro_is_found() {
    for import in [
        "use error_catalog::error_catalog as ec;",
        "use error_catalog::{Retry, error_catalog as ec};",
        "use ::error_catalog::error_catalog as r#ec;",
    ] {
        let text = format!("mod codes {{ {import} ec! {{ enum Vendor: i32 {{ 1 => A \"old\" }} }} }}\n");
        let synced = sync(&text, &page(&["1||new"]), SyncOptions::default()).unwrap();
        assert_eq!(synced.text, text.replace("old", "new"));
    }
    let other = "ec! { enum Vendor: i32 { 1 => A \"old\" } }";
    let error = sync(other, &page(&["1||new"]), SyncOptions::default()).unwrap_err();
    assert_eq!(error, SyncError::Nothing(None));
}

#[test]
fn former_symbols_are_kept() {
    for (row, page, synced) in [
        ("A E_A was E_OLD \"a\"", "1|E_NEW|a", "A E_NEW was E_OLD \"a\""),
        ("A E_A was E_OLD \"a\"", "1||a", "A _ was E_OLD \"a\""),
        ("A E_A was E_OLD \"a\"", "1|isv.new|a", "A _ was E_OLD \"a\" { symbol: \"isv.new\" }"),
        ("A _ was E_OLD \"a\"", "1|E_NEW|a", "A _ was E_OLD \"a\" { symbol: \"E_NEW\" }"),
    ] {
        assert_eq!(table(&format!(" 1 => {row}, "), &[page]), format!(" 1 => {synced}, "), "{row}: {page}");
    }
}

#[test]
fn new_rows_are_inserted_in_code_order() {
    let rows = ["1||one", "2||two", "3||three"];
    assert_eq!(
        table(" 1 => A \"one\", 3 => C \"three\" ", &rows),
        " 1 => A \"one\", 2 => _ \"two\", 3 => C \"three\" "
    );
    assert_eq!(
        table(" 1 => A \"one\", 2 => B \"two\" ", &rows),
        " 1 => A \"one\", 2 => B \"two\", 3 => _ \"three\", "
    );
    assert_eq!(
        table(" 2 => B \"two\", 3 => C \"three\" ", &rows),
        " 1 => _ \"one\", 2 => B \"two\", 3 => C \"three\" "
    );
    assert_eq!(
        table("\n  1 => A \"one\", // first\n  // third\n  3 => C \"three\"\n", &rows),
        "\n  1 => A \"one\", // first\n  2 => _ \"two\",\n  // third\n  3 => C \"three\"\n"
    );
    assert_eq!(
        table("\n\t1 => A \"one\",\r\n\t2 => B \"two\" // second\r\n", &rows),
        "\n\t1 => A \"one\",\r\n\t2 => B \"two\", // second\r\n\t3 => _ \"three\",\r\n"
    );
    assert_eq!(
        table("\n    // second\n    2 => B \"two\",\n    3 => C \"three\",\n", &rows),
        "\n    1 => _ \"one\",\n    // second\n    2 => B \"two\",\n    3 => C \"three\",\n"
    );
}

#[test]
fn a_new_row_has_the_name_of_its_symbol_and_the_section_of_its_heading_or_range() {
    let sections = "\n    section A \"a\" {\n        1 => One \"one\",\n    }\n    section B \"b\" {\n        11 => Eleven \"eleven\",\n    }\n";
    assert_eq!(
        table(sections, &["1||one||a", "5|E_FIVE|five|try again|b", "11|E_X|eleven||b", "20||new||c"]),
        "\n    section A \"a\" {\n        1 => One \"one\",\n    }\n    section B \"b\" {\n        \
         5 => Five E_FIVE \"five\" { help: \"try again\" },\n        11 => Eleven E_X \"eleven\",\n    }\n\n    \
         section C \"c\" {\n        20 => _ \"new\",\n    }\n"
    );
    let ranges =
        " section A \"a\" 1..=9 { 1 => One \"one\" } section B \"b\" 10..=19 { 11 => Eleven \"eleven\" } ";
    assert_eq!(
        table(ranges, &["1||one", "11||eleven", "12||twelve", "30||far"]),
        " 30 => _ \"far\", section A \"a\" 1..=9 { 1 => One \"one\" } section B \"b\" 10..=19 { 11 => Eleven \"eleven\", 12 => _ \"twelve\", } "
    );
}

#[test]
fn a_row_without_a_heading_of_the_catalog_joins_its_neighbors() {
    let text = "error_catalog! { enum Vendor: i32 { \
                section A \"a\" { 10 => Ten \"ten\", 20 => Twenty \"twenty\", } section B \"b\" { 90 => Ninety \"ninety\", } } }";
    let rows =
        ["10||ten||x", "20||twenty||x", "90||ninety||y", "15||new||x", "60||new||z", "95||new", "1||new"];
    let synced = sync(text, &page(&rows), SyncOptions::default()).unwrap();
    assert_eq!(
        synced.text,
        "error_catalog! { enum Vendor: i32 { \
         section A \"a\" { 1 => _ \"new\", 10 => Ten \"ten\", 15 => _ \"new\", 20 => Twenty \"twenty\", } \
         section B \"b\" { 60 => _ \"new\", 90 => Ninety \"ninety\", 95 => _ \"new\", } } }"
    );
    assert_eq!(
        synced.notes,
        [
            "added to section A, which has the nearest codes: 15, 1",
            "added to section B, which has the nearest codes: 60, 95",
        ]
    );
}

#[test]
fn a_section_with_a_prefix_gets_rows_without_it() {
    let text = "error_catalog! { enum State: &'static str { section Data \"data\" prefix \"22\" { \"001\" => Long \"too long\" } \
                section Rules \"rules\" prefix \"23\" { \"505\" => Unique \"unique\" } } }";
    let rows =
        ["22001||too long", "22003||out of range", "23505||not unique", "23000||broken", "40001||rollback"];
    let synced = sync(text, &page(&rows), SyncOptions::default()).unwrap();
    assert_eq!(
        synced.text,
        "error_catalog! { enum State: &'static str { \"40001\" => E40001 \"rollback\", \
         section Data \"data\" prefix \"22\" { \"001\" => Long \"too long\", \"003\" => E22003 \"out of range\", } \
         section Rules \"rules\" prefix \"23\" { \"000\" => E23000 \"broken\", \"505\" => Unique \"not unique\" } } }"
    );
    assert_eq!(synced.notes, ["added outside all sections: 40001"]);
}

#[test]
fn a_row_in_a_section_with_a_base_is_written_without_it() {
    let text = "error_catalog! { enum Cpu: u32 { section Fmc \"fmc\" base 0x000F_0000 { 0x14 => Cert \"cert\" } \
                section Rt \"rt\" base 0x000F_8000 { 0x2 => Box \"box\" } } }";
    let rows = ["983060||bad cert", "983067||key", "1015810||box", "1015809||queue"];
    let synced = sync(text, &page(&rows), SyncOptions::default()).unwrap();
    assert_eq!(
        synced.text,
        "error_catalog! { enum Cpu: u32 { section Fmc \"fmc\" base 0x000F_0000 { 0x14 => Cert \"bad cert\", 0x1B => _ \"key\", } \
         section Rt \"rt\" base 0x000F_8000 { 0x1 => _ \"queue\", 0x2 => Box \"box\" } } }"
    );
    let text = "error_catalog! { enum Program: u32 { base 6000; 0 => Zero \"zero\", 2 => Two \"two\" } }";
    let synced =
        sync(text, &page(&["6000||zero", "6001||one", "6002||two"]), SyncOptions::default()).unwrap();
    assert_eq!(
        synced.text,
        "error_catalog! { enum Program: u32 { base 6000; 0 => Zero \"zero\", 1 => _ \"one\", 2 => Two \"two\" } }"
    );
}

#[test]
fn a_row_without_a_message_gets_that_of_the_page() {
    let text = "error_catalog! { enum Kv: u16 { 1 => Busy, 2 => Full E_FULL, 3 => Gone,\n\
                /// Same.\n4 => Same,\n/// Old.\n5 => Other } }";
    let rows = ["1||busy", "2|E_FULL|full", "3||gone", "4||Same.", "5||New."];
    let synced = sync(text, &page(&rows), SyncOptions::default()).unwrap();
    assert_eq!(
        synced.text,
        "error_catalog! { enum Kv: u16 { 1 => Busy \"busy\", 2 => Full E_FULL \"full\", 3 => Gone \"gone\",\n\
         /// Same.\n4 => Same,\n/// Old.\n5 => Other \"New.\" } }"
    );
}

#[test]
fn only_the_literal_that_changed_changes() {
    let row = " 1 => A E_A r#\"one\"# { help: /* ours */ \"h\", en: \"x\" }, ";
    let row = format!(" translation en;{row}");
    let becomes = |page: &str| table(&row, &[page]);
    assert_eq!(becomes("1|E_A|one|h"), row);
    assert_eq!(becomes("1|E_A|uno|h"), row.replace("r#\"one\"#", "\"uno\""));
    assert_eq!(becomes("1|E_A|one|g"), row.replace("\"h\"", "\"g\""));
    assert_eq!(becomes("1|E_B|one|h"), row.replace("E_A", "E_B"));
    assert_eq!(becomes("1||one|h"), row.replace("E_A ", ""));
    assert_eq!(
        becomes("1|isv.a|one|h"),
        row.replace("E_A ", "").replace("\"x\" }", "\"x\", symbol: \"isv.a\" }")
    );
    assert_eq!(becomes("1|E_A|one|"), row.replace("help: /* ours */ \"h\", ", ""));
    assert_eq!(table(" 1 => A \"one\", ", &["1|E_A|one|h"]), " 1 => A E_A \"one\" { help: \"h\" }, ");
    assert_eq!(table(" 1 => A \"one\" { help: \"h\" }, ", &["1||one|"]), " 1 => A \"one\", ");
    assert_eq!(
        table(" 1 => A \"one\" { /* why */ help: \"h\" }, ", &["1||one|"]),
        " 1 => A \"one\" { /* why */  }, "
    );
}

#[test]
fn a_code_with_two_meanings_becomes_an_or_and_a_symbol_of_two_codes_is_shared() {
    assert_eq!(
        table("\n    1 => A E_A \"one\",\n", &["1|E_A|one", "1|E_B|other"]),
        "\n    1 => A E_A \"one\"\n        or B E_B \"other\",\n"
    );
    assert_eq!(
        table(" success 1; 1 => A E_A \"one\", ", &["1|E_A|one", "2|E_A|two"]),
        " success 1; shared symbol E_A; 1 => A E_A \"one\", 2 => A2 E_A \"two\", "
    );
    assert_eq!(
        table(" shared symbol E_A; 1 => A E_A \"one\", 2 => B E_A \"two\" ", &["1|E_A|one", "2|E_B|two"]),
        "  1 => A E_A \"one\", 2 => B E_B \"two\" "
    );
}

#[test]
fn a_renamed_heading_renames_its_section_and_other_rows_move() {
    let text = "\n    section A \"a\" {\n        1 => One \"one\",\n        // two\n        2 => Two \"two\" // 2\n    }\n    section B \"b\" {\n        3 => Three \"three\",\n    }\n";
    assert_eq!(table(text, &["1||one||z", "2||two||z", "3||three||b"]), text.replace("\"a\"", "\"z\""));
    assert_eq!(
        table(text, &["1||one||a", "2||two||b", "3||three||b"]),
        "\n    section A \"a\" {\n        1 => One \"one\",\n    }\n    section B \"b\" {\n        // two\n        2 => Two \"two\", // 2\n        3 => Three \"three\",\n    }\n"
    );
    assert_eq!(
        table(text, &["1||one||a", "2||two||a", "3||three||a"]),
        "\n    section A \"a\" {\n        1 => One \"one\",\n        // two\n        2 => Two \"two\", // 2\n        3 => Three \"three\",\n    }\n"
    );
}

#[test]
fn removed_rows_are_kept_and_deprecated_on_request() {
    let text = "error_catalog! {\n    enum Vendor: i32 {\n        1 => A \"one\",\n        /// Docs.\n        2 => B \"two\",\n    }\n}\n";
    let page = page(&["1||one"]);
    let kept = sync(text, &page, SyncOptions::default()).unwrap();
    assert_eq!(
        (kept.text.as_str(), kept.missing_rows.as_slice()),
        (text, ["2 B two: kept".to_owned()].as_slice())
    );
    let options = SyncOptions { deprecate_removed: true, ..SyncOptions::default() };
    let marked = sync(text, &page, options).unwrap();
    assert_eq!(
        marked.text,
        text.replace(
            "        2 =>",
            "        #[deprecated(note = \"no longer in the vendor's table\")]\n        2 =>"
        )
    );
    assert_eq!(sync(&marked.text, &page, options).unwrap().text, marked.text);
}

#[test]
fn rows_that_do_not_fit_are_rejected_and_nothing_is_lost() {
    let text = "error_catalog! { enum Vendor: u8 { reserved 7; column n: u8 = 0; 1 => A \"one\", } }";
    let mut page = page(&["1||one", "300||much", "-1||little", "x||text", "7||again", "2||two"]);
    page.roles.push(Role::Column("n".to_owned()));
    page.entries[0].columns.push(("n".into(), "many".into()));
    page.entries[5].columns.push(("n".into(), "4".into()));
    let synced = sync(text, &page, SyncOptions::default()).unwrap();
    assert_eq!(synced.text, text.replace("\"one\",", "\"one\", 2 => _ \"two\" { n: 4 },"));
    let rejected = synced.rejected.join("\n");
    for refused in [
        "code 300",
        "code -1",
        "code x",
        "code 7 is left out: the catalog reserves it",
        "the column n cannot hold \"many\"",
    ] {
        assert!(rejected.contains(refused), "{refused}: {rejected}");
    }
    assert_eq!(synced.rejected.len(), 5, "{rejected}");
}

#[test]
fn the_catalog_is_found_among_other_code() {
    let page = page(&["1||uno"]);
    let one = |text: &str, catalog: Option<&str>| {
        let options = SyncOptions { catalog, ..SyncOptions::default() };
        sync(text, &page, options).map(|synced| synced.text)
    };
    for (text, catalog) in [
        (
            "\u{feff}#!/usr/bin/env run\nmod a { error_catalog::error_catalog! { #[allow(x)] pub(crate) enum A: i32 { 1 => A \"one\" } } }",
            None,
        ),
        (
            "macro_rules! m { ($n:ident) => { error_catalog! { enum $n: i32 { 1 => A \"no\" } } } }\nwrap! { [ error_catalog!(enum A: i32 { 1 => A \"one\" }); ] }",
            None,
        ),
        (
            "error_catalog! { enum B: i32 { 1 => A \"no\" } } error_catalog! { enum A: i32 { 1 => A \"one\" } }",
            Some("a"),
        ),
        (
            "// error_catalog! { enum A\r\n error_catalog! {\r\n enum A: i32 {\r\n 1 => A \"one\"\r\n }\r\n }\r\n",
            Some("A"),
        ),
    ] {
        assert_eq!(one(text, catalog), Ok(text.replace("\"one\"", "\"uno\"")));
    }
    let error = |text: &str, catalog| one(text, catalog).unwrap_err();
    let two = "error_catalog! { enum A: i32 {} } error_catalog! { enum B: i32 {} }";
    assert_eq!(error(two, None).to_string(), "it declares A and B; choose one with --catalog");
    assert_eq!(error(two, Some("C")), SyncError::Nothing(Some("C".to_owned())));
    assert_eq!(error("fn main() {}", None).to_string(), "it declares no catalog");
    assert_eq!(
        error("error_catalog! { enum A: i32 {} } error_catalog! { enum A: i32 {} }", None),
        SyncError::Twice("A".into())
    );
    assert!(matches!(error("#!script\nfn main() {\n", None), SyncError::NotRust { line: 2 | 3, .. }));
    let unread =
        error("\nerror_catalog! { enum A: i32 {\n 1 => A \"one\"\n 2 = B \"two\" } }", None).to_string();
    assert!(unread.starts_with("the declaration has an error at line 4: "), "{unread}");
    assert_eq!(error("error_catalog! { enum A: f32 {} }", None), SyncError::Type { line: 1 });
    assert_eq!(error(&format!("{}{}", "(".repeat(500), ")".repeat(500)), None), SyncError::TooDeep);
}

const SHOP: &str = "error_catalog! {
    pub enum Shop: i32 {
        lang \"en\";
        translation de = \"\";
        #[derive(Clone)]
        error ShopFailure;

        1 => Closed \"closed\",
        // An order.
        3 => TooMany { /// The number.
            asked: u32, #[optional] max: Option<Vec<u8>> } E_MANY \"not {asked} {{\" { de: \"nicht {asked}\", help: \"h\" },
        5 => Busy { #[source] cause: std::fmt::Error } \"busy\"
            or Full { by: String } \"full by {by}\",
    }
}
";

#[test]
fn rows_with_values_keep_them_and_their_texts() {
    let own = ["1||closed", "3|E_MANY|not {asked} {{|h", "5||busy", "5||full by {by}"];
    let unchanged = sync(SHOP, &page(&own), SyncOptions::default()).unwrap();
    assert_eq!((unchanged.text.as_str(), unchanged.notes.len(), unchanged.changes.len()), (SHOP, 0, 0));

    let mut new = page(&[
        "1||shut",
        "2||new",
        "3|E_ORDER|at most {max} or so|g",
        "4||between",
        "5||busy today",
        "5||full by {by}",
        "6||by {name}",
        "7||a brace {",
    ]);
    new.roles.push(Role::Translation("de".to_owned()));
    new.entries[2].columns.push(("de".into(), "höchstens {max}".into()));
    let synced = sync(SHOP, &new, SyncOptions::default()).unwrap();
    let expected = SHOP
        .replace("\"closed\",\n", "\"shut\",\n        2 => _ \"new\",\n")
        .replace("E_MANY", "E_ORDER")
        .replace("\"h\" },\n", "\"g\" },\n        4 => _ \"between\",\n")
        .replace("{by}\",\n", "{by}\",\n        7 => _ \"a brace {\",\n");
    assert_eq!(synced.text, expected);
    assert_eq!(
        synced.notes,
        [
            "line 3: code 3 has another message, which is left out: the row has values",
            "line 3: code 3 has another de, which is left out: the row has values",
            "line 5: code 5 has another message, which is left out: the row has values",
        ]
    );
    assert_eq!(
        synced.rejected,
        ["line 7: code 6 is left out: its text has `{name}`, and the row has no such value"]
    );
    assert_eq!(sync(&synced.text, &new, SyncOptions::default()).unwrap().text, synced.text);
}

#[test]
fn a_placeholder_does_not_replace_the_text_of_a_row_without_values() {
    let synced =
        sync(SHOP, &page(&["1||closed since {when}", "3|E_MANY|not {asked} {{|h"]), SyncOptions::default());
    let synced = synced.unwrap();
    assert_eq!(synced.text, SHOP);
    assert_eq!(
        synced.notes,
        [
            "line 1: code 1 has another message, which is left out: its text has `{when}`, and the row has no such value"
        ]
    );
    // A catalog without an error type keeps a vendor's braces as they are.
    assert_eq!(table(" 1 => A \"a\" ", &["1||{a}", "2||{b}"]), " 1 => A \"{a}\", 2 => _ \"{b}\", ");
}

#[test]
fn removed_rows_with_values_are_deprecated_on_request() {
    let options = SyncOptions { deprecate_removed: true, ..SyncOptions::default() };
    let marked = sync(SHOP, &page(&["1||closed"]), options).unwrap();
    let attribute = "        #[deprecated(note = \"no longer in the vendor's table\")]\n";
    let expected = SHOP
        .replace("        3 =>", &format!("{attribute}        3 =>"))
        .replace("        5 =>", &format!("{attribute}        5 =>"));
    assert_eq!(marked.text, expected);
    accepts(&marked.text).unwrap();
}
