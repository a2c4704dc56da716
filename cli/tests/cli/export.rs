//! `errcat export`: every entry, in every form, as the vendor has it.

use crate::{answer, errcat, file, outcome, vendor};
use serde_json::Value;

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
            let documented =
                ["catalog", "code", "name", "symbol", "message", "help", "section", "deprecated", "columns"];
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

#[test]
fn json_lines_are_the_same_objects() {
    let lines = answer(&["export", "WeCom", "--format", "jsonl"]);
    let objects: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(objects, json("WeCom"));
}

/// What is exported is read back by `diff`, which compares name, symbol, message, help, section and columns.
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
            // And a difference would be seen.
            let path = path.replace("export-", "export-changed-");
            std::fs::write(&path, exported.replacen("do not send again", "send again", 1)).expect("a file");
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
                "SELECT code, name, symbol, message, help, section, en FROM {catalog} ORDER BY code, rowid"
            ))
            .expect("the table");
        let rows = select.query_map((), |row| {
            let text = |index| row.get::<_, Option<String>>(index).map(Value::from);
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
                [code, name, symbol, message, help, section, object["columns"]["en"].clone()]
            })
            .collect();
        assert_eq!(rows, expected);
    }
}

#[test]
fn the_form_must_be_said() {
    let (status, out, err) = outcome(errcat(&["export", "WeCom"]));
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.contains("--format"), "{err}");
}
