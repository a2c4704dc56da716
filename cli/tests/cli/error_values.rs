//! Errors with values: which values a row has, in each output, and in catalogs that are read back.

use crate::{answer, file};
use serde_json::{Value, json};

const SHOP: &str = r#"
use error_catalog::error_catalog;

error_catalog! {
    /// Errors of the book shop.
    pub enum ShopError: u16 {
        lang "en";
        success 0;
        translation de = "";
        /// The error of a handler.
        error ShopFailure;

        0 => Fine "fine",
        1003 => TooManyCopies {
            asked: u32,
            /// The limit.
            max: u32,
        } "one order takes at most {max} copies, not {asked:>4}" {
            de: "eine Bestellung umfasst höchstens {max} Exemplare, nicht {asked:>4}",
        },
        2001 => UnknownBook "the shop does not have this book",
        3001 => BankBusy { source: std::io::Error } "the bank does not answer"
            or BankGone { #[optional] r#type: Option<&'static str>, path: Vec<u8> } "the bank is gone: {path:?}",
    }
}
"#;

/// Runs a command on the declaration.
fn shop(name: &str, command: &[&str]) -> String {
    let path = file(&format!("values-{name}.rs"), SHOP);
    answer(&[&["--table", &path], command].concat())
}

fn records(export: &str) -> Vec<Value> {
    serde_json::from_str(export).expect("JSON")
}

#[test]
fn explain_and_list_show_the_values_of_a_row() {
    let out = shop("explain", &["explain", "1003", "--catalog", "ShopError"]);
    assert_eq!(
        out,
        "ShopError 1003 TooManyCopies\n  message  one order takes at most {max} copies, not {asked:>4}\n  \
         values   asked: u32, max: u32\n  \
         de       eine Bestellung umfasst höchstens {max} Exemplare, nicht {asked:>4}\n"
    );
    let out = shop("explain", &["explain", "2001", "3001", "--catalog", "ShopError"]);
    assert!(out.contains("\n  values   type: Option<&'static str>, path: Vec<u8>\n"), "{out}");
    assert_eq!(out.matches("values").count(), 1, "a source is not a value: {out}");

    let out = shop("list", &["list", "ShopError"]);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(lines[1], "code\tname\tmessage\tvalues");
    assert!(lines[3].ends_with("\tasked: u32, max: u32"), "{out}");
    assert!(!answer(&["list", "WeCom"]).contains("\tvalues"), "no column for a catalog without values");
}

#[test]
fn the_site_shows_the_values_of_a_row() {
    let page = shop("site", &["site", "--catalog", "ShopError"]);
    let label = "<p class=c><span lang=en data-t=values>values: </span>";
    for values in ["asked: u32, max: u32", "type: Option&lt;&amp;'static str&gt;, path: Vec&lt;u8&gt;"] {
        assert!(page.contains(&format!("{label}{values}")), "{page}");
    }
    assert_eq!(page.matches(label).count(), 2, "{page}");
}

#[test]
fn json_carries_the_values_and_reads_back_the_same() {
    let export = shop("json", &["export", "ShopError", "--format", "json"]);
    let records = records(&export);
    let values: Vec<&Value> = records.iter().map(|record| &record["values"]).collect();
    assert_eq!(
        json!(values),
        json!([
            null,
            [{ "name": "asked", "type": "u32" }, { "name": "max", "type": "u32" }],
            null,
            [],
            [{ "name": "type", "type": "Option<&'static str>" }, { "name": "path", "type": "Vec<u8>" }],
        ])
    );
    for format in ["json", "jsonl"] {
        let export = shop("back", &["export", "ShopError", "--format", format]);
        let path = file(&format!("values-back.{format}"), &export);
        for command in [
            &["export", "ShopError", "--format", format][..],
            &["list", "ShopError"],
            &["explain", "3001", "--catalog", "ShopError"],
            &["baseline", "ShopError"],
            &["export", "ShopError", "--format", "typescript"],
            &["export", "ShopError", "--format", "json-schema"],
        ] {
            assert_eq!(
                answer(&[&["--table", &path], command].concat()),
                shop("back", command),
                "{command:?}"
            );
        }
    }
    assert!(!answer(&["export", "WeCom", "--format", "json"]).contains("\"values\""));
}

#[test]
fn the_baseline_of_a_declaration_has_its_error_type() {
    let out = shop("baseline", &["baseline", "ShopError"]);
    let expected = "error ShopFailure\nvariant BankBusy\nvalue BankBusy.source: std::io::Error\nvariant BankGone\n\
                    value BankGone.path: Vec<u8>\nvalue BankGone.type: Option<&'static str>\nvariant TooManyCopies\n\
                    value TooManyCopies.asked: u32\nvalue TooManyCopies.max: u32\nvariant UnknownBook\n";
    assert!(out.contains(expected), "{out}");

    let path = file("values.baseline", &out);
    assert_eq!(shop("baseline", &["baseline", "ShopError", "--check", &path]), "");
}
