//! The type of the codes: from the declaration, an export, an option, or the codes themselves.

use crate::{answer, errcat, example, file, outcome};

const SQLSTATE: &str = "code,message\n23505,unique\n42P01,undefined table\n57P01,shutdown\n";

#[test]
fn codes_with_words_are_texts() {
    let path = file("sqlstates.csv", SQLSTATE);
    let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X"]));
    assert_eq!(status, 0);
    assert!(
        err.contains("line 3: the code \"42P01\" is not a number, so the codes are texts")
            && err.lines().count() == 1,
        "{err}"
    );
    assert!(out.contains("&'static str") && out.matches(" => ").count() == 3, "{out}");
}

#[test]
fn an_option_sets_the_type_of_the_codes() {
    let path = file("sqlstates-typed.csv", SQLSTATE);
    let out = answer(&["import", &path, "--name", "X", "--codes", "str"]);
    assert!(out.contains("&'static str") && out.contains("\"23505\" => E23505 \"unique\","), "{out}");
    let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X", "--codes", "i64"]));
    assert!(status == 1 && out.contains("pub enum X: i64 {") && out.matches(" => ").count() == 1, "{out}");
    assert!(err.contains("\"42P01\" is not an integer, but the codes are i64"), "{err}");
    let numbers = file("numbers.csv", "code,message\n1,one\n300,two\n1-2,both\n");
    let out = answer(&["import", &numbers, "--name", "X", "--codes", "str"]);
    assert!(out.contains("\"1\" => E1 \"one\",") && out.contains("\"1-2\" => "), "{out}");
    let (status, _, err) = outcome(errcat(&["import", &numbers, "--name", "X", "--codes", "u8"]));
    assert!(
        status == 2 && err.ends_with("code 300 is outside the range of --codes u8: name a wider type\n"),
        "{err}"
    );
    let (status, _, err) = outcome(errcat(&["import", &numbers, "--name", "X", "--codes", "text"]));
    assert!(status == 2 && err.contains("write str, or the name of an integer type"), "{err}");
}

#[test]
fn sync_uses_the_type_of_the_declaration() {
    let source = "error_catalog::error_catalog! { pub enum S: &'static str {\n    \"23505\" => Unique \"unique\",\n    \"42P01\" => UndefinedTable \"table\",\n    \"57P01\" => Shutdown \"shutdown\",\n} }\n";
    let path = file("states.rs", source);
    let out = answer(&["sync", &path, &file("states.csv", SQLSTATE)]);
    assert_eq!(out, "~ 42P01 UndefinedTable message (line 3)\n");
    let numbers = "error_catalog::error_catalog! { pub enum S: &'static str {\n    \"23505\" => Unique \"unique\",\n} }\n";
    let path = file("state-numbers.rs", numbers);
    let out = answer(&["sync", &path, &file("state-numbers.csv", "code,message\n23505,unique\n23506,new\n")]);
    assert_eq!(out, "+ 23506 new (line 3)\n");
    assert!(std::fs::read_to_string(&path).expect("the source").contains("\"23506\" => E23506 \"new\","));
}

#[test]
fn a_type_without_zero_is_read_and_kept() {
    let source = "error_catalog::error_catalog! { pub enum Rom: NonZeroU32 {\n    display \"0x{code:08x}\";\n    \
                  0x10 => BadImage \"bad image\",\n} }\n";
    let path = file("rom.rs", source);
    assert!(answer(&["--table", &path, "0x00000010"]).starts_with("Rom 0x00000010 BadImage\n"));
    assert!(
        answer(&["--table", &path, "baseline", "Rom"])
            .starts_with("error-catalog baseline 1: Rom NonZeroU32\n")
    );
    let exported = answer(&["--table", &path, "export", "Rom", "--format", "json"]);
    assert!(exported.contains("\"type\":\"NonZeroU32\""), "{exported}");
    let table = file("rom.json", &exported);
    assert_eq!(answer(&["--table", &table, "export", "Rom", "--format", "json"]), exported);
    let page = file("rom.csv", "code,message\n0,fine\n16,bad image\n17,bad key\n");
    let (status, out, err) = outcome(errcat(&["sync", &path, &page]));
    assert_eq!((status, out.as_str()), (1, "+ 17 bad key (line 4)\n"), "{err}");
    assert!(err.contains("code 0 is left out: the codes of the catalog are NonZeroU32"), "{err}");
    let out = answer(&[
        "import",
        &file("rom-2.csv", "code,message\n16,bad image\n"),
        "--name",
        "X",
        "--codes",
        "NonZeroU8",
    ]);
    assert!(out.contains("pub enum X: NonZeroU8 {"), "{out}");
    let (status, _, err) = outcome(errcat(&["import", &page, "--name", "X", "--codes", "NonZeroU8"]));
    assert!(
        status == 2 && err.ends_with("code 0 does not exist in --codes NonZeroU8: write --codes u8\n"),
        "{err}"
    );
}

#[test]
fn an_export_in_json_keeps_the_type_and_the_row_of_unknown_codes() {
    let source = "error_catalog::error_catalog! { pub enum State: NonZeroU16 {\n    unknown Other;\n    \
                  1 => Busy \"busy\",\n    2 => Other \"other\",\n} }\n";
    let table = file("state.rs", source);
    for form in ["json", "jsonl"] {
        let exported = answer(&["--table", &table, "export", "State", "--format", form]);
        let import = |name: &str, text: &str, options: &[&str]| {
            let path = file(name, text);
            outcome(errcat(&[&["import", path.as_str(), "--name", "State"], options].concat()))
        };
        let name = &format!("state.{form}");
        let (status, out, err) = import(name, &exported, &[]);
        assert_eq!((status, err.as_str()), (0, ""), "{form}");
        assert!(out.contains("pub enum State: NonZeroU16 {\n        unknown Other;\n"), "{form}: {out}");

        let (_, out, err) = import(name, &exported, &["--codes", "i64"]);
        assert!(out.contains("pub enum State: i64 {") && err.is_empty(), "{form}: {out}{err}");
        let (_, out, err) = import(name, &exported.replace("\"code\":1,", "\"code\":0,"), &[]);
        assert!(out.contains("pub enum State: i32 {"), "{form}: {out}");
        assert!(err.contains("the type NonZeroU16 of the codes is left out: it does not hold 0"), "{err}");
        let (_, out, err) = import(name, &exported.replace("\"name\":\"Other\"", "\"name\":\"Gone\""), &[]);
        assert!(
            !out.contains("unknown")
                && err.contains("`unknown Other;` is left out: the export has no such row")
        );
        let (_, out, err) = import(name, &exported, &["--success", "2"]);
        assert!(
            !out.contains("unknown") && err.contains("`unknown Other;` is left out: the row is a success")
        );
    }
}

#[test]
fn a_value_without_zero_is_an_integer_in_other_languages() {
    let source = "error_catalog::error_catalog! { pub enum Shop: u16 {\n    error ShopFailure;\n    \
                  1 => TooMany { max: NonZeroU32, least: Option<NonZeroI8> } \"{max} {least:?}\",\n} }\n";
    let table = file("values-without-zero.rs", source);
    let schema = answer(&["--table", &table, "export", "Shop", "--format", "json-schema"]);
    let schema: serde_json::Value = serde_json::from_str(&schema).expect("JSON");
    let values = &schema["$defs"]["Error"]["oneOf"][0]["properties"]["values"]["properties"];
    assert_eq!(values["max"], serde_json::json!({ "type": "integer" }));
    let typescript = answer(&["--table", &table, "export", "Shop", "--format", "typescript"]);
    assert!(
        typescript.contains("readonly max: number;") && typescript.contains("readonly least: number | null;"),
        "{typescript}"
    );
}

/// Some of the codes of a catalog of texts look like numbers.
#[test]
fn an_export_of_text_codes_is_imported_unchanged() {
    for form in ["json", "jsonl", "csv", "tsv", "markdown"] {
        let path =
            file(&format!("mixed.{form}"), example("odd_catalogs", &["export", "Mixed", "--format", form]));
        let (status, out, err) = outcome(errcat(&["import", &path, "--name", "Mixed"]));
        assert_eq!((status, err.as_str()), (0, ""), "{form}");
        assert!(
            out.contains("pub enum Mixed: &'static str {") && out.contains("\"-1\" => "),
            "{form}: {out}"
        );
        assert_eq!(out.matches(" => ").count(), 4, "{form}: {out}");
        assert_eq!(example("odd_catalogs", &["diff", "Mixed", &path]), "", "{form}");
    }
    // Each export states its type, even if all codes look like integers.
    for form in ["json", "jsonl", "csv", "tsv", "markdown"] {
        let path =
            file(&format!("digits.{form}"), example("odd_catalogs", &["export", "Digits", "--format", form]));
        let out = answer(&["import", &path, "--name", "Digits"]);
        assert!(
            out.contains("pub enum Digits: &'static str {") && out.contains("\"-1\" => "),
            "{form}: {out}"
        );
        assert_eq!(example("odd_catalogs", &["diff", "Digits", &path]), "", "{form}");
        let out = answer(&["import", &path, "--name", "Digits", "--codes", "i32"]);
        assert!(out.contains("    -1 => Minus "), "{form}: {out}");
    }
}
