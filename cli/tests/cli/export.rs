//! `errcat export`: every meaning in every format, compared with the vendor's table.

use crate::{answer, errcat, example, file, outcome, vendor};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Columns, Retry, Section};
use serde_json::{Value, json};
use std::collections::HashMap;

fn json(catalog: &str) -> Vec<Value> {
    serde_json::from_str(&answer(&["export", catalog, "--format", "json"])).expect("JSON")
}

#[test]
fn json_has_the_documented_keys_and_the_vendors_rows() {
    for (catalog, name) in [("WeCom", "wecom"), ("Youdu", "youdu")] {
        let objects = json(catalog);
        let rows = vendor(name);
        assert_eq!(objects.len(), rows.len());
        for object in &objects {
            let keys: Vec<&String> = object.as_object().expect("an object").keys().collect();
            let documented = [
                "catalog",
                "code",
                "name",
                "symbol",
                "message",
                "help",
                "success",
                "section",
                "section_name",
                "section_titles",
                "deprecated",
                "translations",
                "columns",
                "title",
                "source",
                "lang",
                "section_order",
                "section_range",
                "former",
                "former_symbols",
                "type",
                "column_types",
            ];
            assert_eq!(keys, documented);
            assert_eq!(object["catalog"], catalog);
        }
        for row in rows {
            let text = |key: &str| {
                row.get(key)
                    .filter(|text| !["", "-"].contains(&text.as_str()))
                    .map(|text| Value::from(text.as_str()))
            };
            let same = |object: &&Value| {
                object["code"].as_i64() == row["code"].parse().ok()
                    && ["symbol", "message", "help", "section"].iter().all(|key| {
                        !row.contains_key(*key) || text(key).unwrap_or(Value::Null) == object[*key]
                    })
            };
            assert_eq!(objects.iter().filter(same).count(), 1, "{row:?}");
        }
    }
}

/// The name is shown instead of the message, as `Display` shows it.
#[test]
fn a_row_without_a_message_has_its_name_in_every_format() {
    let source = "error_catalog::error_catalog! { pub enum Kv: u16 {\n    1025 => UnknownTable,\n    1026 => Busy E_BUSY,\n} }\n";
    let path = file("without_messages.rs", source);
    let exported = |format: &str| answer(&["--table", &path, "export", "Kv", "--format", format]);
    for (format, expected) in [
        ("json", "\"code\":1025,\"name\":\"UnknownTable\",\"symbol\":null,\"message\":\"UnknownTable\""),
        ("jsonl", "\"code\":1026,\"name\":\"Busy\",\"symbol\":\"E_BUSY\",\"message\":\"Busy\""),
        ("csv", "\nKv,1025,UnknownTable,,UnknownTable,"),
        ("tsv", "\nKv\t1026\tBusy\tE_BUSY\tBusy\t"),
        ("markdown", "\n| Kv | 1025 | UnknownTable |  | UnknownTable |"),
        ("toml", "\nname = \"UnknownTable\"\nsymbol = \"\"\nerror = \"UnknownTable\"\n"),
        ("sql", "('Kv', 1025, 'UnknownTable', NULL, 'UnknownTable',"),
        ("typescript", "message: \"UnknownTable\""),
        ("go", "{Name: \"UnknownTable\", Message: \"UnknownTable\"}"),
        ("python", "\"\"\"1025: UnknownTable\"\"\""),
        ("java", "new Meaning(\"UnknownTable\", null, \"UnknownTable\","),
        ("c", "{1025, \"UnknownTable\", NULL, \"UnknownTable\","),
        ("json-schema", "\"title\": \"UnknownTable\",\n      \"description\": \"UnknownTable\""),
    ] {
        let exported = exported(format);
        assert!(exported.contains(expected), "{format}: {exported}");
    }
    let page = answer(&["--table", &path, "site", "--catalog", "Kv"]);
    let row = "<li id=Kv-1025><a href=#Kv-1025>1025</a><p>UnknownTable<p class=n>UnknownTable";
    assert!(page.contains(row), "{page}");
}

#[test]
fn toml_has_a_table_for_each_code() {
    let exported = example("odd_catalogs", &["export", "SqlState", "--format", "toml"]);
    let catalog = "title = \"SQLSTATE\"\nsource = \"\"\nlang = \"\"\n";
    let table = |head: &str, name: &str, symbol: &str, error: &str, workaround: &str| {
        let code = head.trim_matches(['[', ']', '\n']);
        format!(
            "{head}catalog = \"SqlState\"\ncode = \"{code}\"\nname = \"{name}\"\nsymbol = \"{symbol}\"\nerror = \"{error}\"\nworkaround = \"{workaround}\"\nsuccess = false\nsection = \"\"\nsection_name = \"\"\ndeprecated = \"\"\n{catalog}"
        )
    };
    let data =
        |name: &str, error: &str, help: &str| table("[[22000]]\n", name, "DATA_EXCEPTION", error, help);
    for expected in [
        data("DataException", "data exception", ""),
        data("BadData", "bad data", "look"),
        table("[23505]\n", "UniqueViolation", "UNIQUE", "unique violation", "choose another key"),
    ] {
        assert!(exported.contains(&expected), "{expected}: {exported}");
    }
}

/// Compares each row with the compiled catalog.
#[test]
fn json_matches_the_compiled_catalog() {
    fn check<C: Catalog>() {
        let objects = json(C::NAME);
        let rows = C::ALL.iter().flat_map(|row| row.meanings().map(move |meaning| (row, meaning)));
        assert_eq!(objects.len(), rows.clone().count());
        for (object, (row, meaning)) in objects.iter().zip(rows) {
            assert_eq!(object["name"], meaning.name());
            assert_eq!(object["success"], row.is_success(), "{object}");
            assert_eq!(object["section_name"], Value::from(row.section().map(Section::name)));
            let titles = row.section().map(|section| json!({ "en": section.title_in("en") }));
            assert_eq!(object["section_titles"], titles.unwrap_or_default());
            let catalog = ["title", "source", "lang"].map(|key| object[key].as_str());
            assert_eq!(catalog, [C::TITLE, C::SOURCE, C::LANG]);
            let advice = match C::Columns::NAMES.iter().position(|name| *name == "retry") {
                Some(column) => match meaning.columns().value(column) {
                    Some(error_catalog::Value::Retry(advice)) => advice,
                    other => panic!("{other:?}"),
                },
                None => panic!("no column retry"),
            };
            let (word, times) = match advice {
                Retry::Never => ("never", None),
                Retry::UpTo(times) => ("up_to", Some(times)),
                Retry::Allowed => ("allowed", None),
                Retry::Later => ("later", None),
                Retry::AfterRenewal => ("after_renewal", None),
                other => panic!("{other:?}"),
            };
            assert_eq!(object["columns"]["retry"], json!({ "advice": word, "times": times }));
        }
    }
    check::<WeCom>();
    check::<Youdu>();
}

/// The fields of CSV are those of JSON, flattened.
#[test]
fn the_flat_forms_have_the_fields_of_json() {
    for catalog in ["WeCom", "Youdu"] {
        let csv = answer(&["export", catalog, "--format", "csv"]);
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let records: Vec<HashMap<String, String>> =
            reader.deserialize().collect::<Result<_, _>>().expect("CSV");
        let objects = json(catalog);
        assert_eq!(records.len(), objects.len());
        for (mut record, object) in records.into_iter().zip(objects) {
            let mut expect = |key: &str, value: &Value| {
                let text = match value {
                    Value::String(text) => text.clone(),
                    Value::Null => String::new(),
                    Value::Object(advice) if advice["times"].is_null() => {
                        advice["advice"].as_str().unwrap().to_owned()
                    }
                    Value::Object(advice) => {
                        format!("{} {}", advice["advice"].as_str().unwrap(), advice["times"])
                    }
                    other => other.to_string(),
                };
                assert_eq!(record.remove(key), Some(text), "{key}");
            };
            expect("section_en", &object["section_titles"]["en"]);
            expect("message_en", &object["translations"]["en"]);
            for (key, value) in object.as_object().expect("an object") {
                match key.as_str() {
                    // The first two are checked above; only JSON has the others.
                    "section_titles" | "translations" | "section_order" | "section_range" | "former"
                    | "former_symbols" | "type" | "column_types" => {}
                    "columns" => {
                        for (name, value) in value.as_object().expect("an object") {
                            expect(name, value);
                        }
                    }
                    _ => expect(key, value),
                }
            }
            assert_eq!(record, HashMap::new());
        }
    }
}

#[test]
fn json_lines_are_the_same_objects() {
    let lines = answer(&["export", "WeCom", "--format", "jsonl"]);
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects, json("WeCom"));
}

/// `diff` reads an export, and compares name, symbol, message, help, section and columns.
#[test]
fn the_flat_forms_hold_all_that_the_catalog_has() {
    for catalog in ["WeCom", "Youdu"] {
        for form in ["csv", "tsv", "markdown"] {
            let exported = answer(&["export", catalog, "--format", form]);
            let path = file(
                &format!("export-{catalog}.{}", if form == "markdown" { "md" } else { form }),
                &exported,
            );
            assert_eq!(
                outcome(errcat(&["diff", catalog, &path])),
                (0, String::new(), String::new()),
                "{form}"
            );
            // A change is detected.
            let path = path.replace("export-", "export-changed-");
            std::fs::write(&path, exported.replacen("never", "later", 1)).expect("a file");
            assert_eq!(outcome(errcat(&["diff", catalog, &path])).0, 1, "{form}");
        }
    }
}

#[test]
fn sqlite_loads_the_sql() {
    let database = rusqlite::Connection::open_in_memory().expect("a database");
    for catalog in ["WeCom", "Youdu"] {
        database.execute_batch(&answer(&["export", catalog, "--format", "sql"])).expect("SQL");
        let mut select = database
            .prepare(&format!(
                "SELECT code, name, symbol, message, help, section, message_en, success FROM {catalog} ORDER BY code, rowid"
            ))
            .expect("the table");
        let rows = select.query_map((), |row| {
            let text = |index| row.get::<_, Option<String>>(index).map(Value::from);
            assert_eq!(row.get::<_, i64>(0)? == 0, row.get::<_, bool>(7)? && row.get::<_, i64>(0)? != 2);
            Ok([
                Value::from(row.get::<_, i64>(0)?),
                text(1)?,
                text(2)?,
                text(3)?,
                text(4)?,
                text(5)?,
                text(6)?,
            ])
        });
        let rows: Vec<[Value; 7]> = rows.expect("rows").map(|row| row.expect("a row")).collect();
        let expected: Vec<[Value; 7]> = json(catalog)
            .iter()
            .map(|object| {
                let [code, name, symbol] = ["code", "name", "symbol"].map(|key| object[key].clone());
                let [message, help, section] = ["message", "help", "section"].map(|key| object[key].clone());
                [code, name, symbol, message, help, section, object["translations"]["en"].clone()]
            })
            .collect();
        assert_eq!(rows, expected);
    }
}

#[test]
fn the_format_is_required() {
    let (status, out, err) = outcome(errcat(&["export", "WeCom"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("--format"), "{err}");
}

#[test]
fn an_export_for_spreadsheets_has_the_same_texts() {
    for form in ["csv", "tsv"] {
        let path = file(
            &format!("spreadsheet.{form}"),
            answer(&["export", "Youdu", "--format", form, "--for-spreadsheets"]),
        );
        assert_eq!(outcome(errcat(&["diff", "Youdu", &path])), (0, String::new(), String::new()), "{form}");
    }
    let (status, out, err) = outcome(errcat(&["export", "Youdu", "--format", "json", "--for-spreadsheets"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(err, "errcat: --for-spreadsheets requires --format csv or --format tsv\n");
}
