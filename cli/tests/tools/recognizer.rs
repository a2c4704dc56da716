//! The page's recognizer of codes, in Node.js: it finds the same codes as the tool's, in the same texts.

use crate::find_program::find_program;
use crate::{answer, errcat, file};
use serde_json::Value;
use std::path::Path;

#[test]
fn the_page_and_the_tool_recognize_the_same_codes() {
    let Some(mut node) = find_program("node") else { return };
    let cli = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = |name: &str| cli.join(name).display().to_string();
    let cases = std::fs::read_to_string(cli.join("tests/fixtures/recognized.json")).expect("it is there");
    let mut groups: Vec<Value> = serde_json::from_str(&cases).expect("it is JSON");
    let declared = path("tests/fixtures/recognized_catalogs.rs");
    for group in &mut groups {
        let catalogs = group["catalogs"].as_array().expect("a list").iter().filter_map(Value::as_str);
        let rows = catalogs.flat_map(|catalog| -> Vec<Value> {
            let export = errcat(&["export", catalog, "--table", &declared, "--format", "json"]);
            serde_json::from_str(&export).expect("it is JSON")
        });
        group["rows"] = rows.collect();
    }
    let groups = file("recognized.json", serde_json::to_string(&groups).expect("it is JSON"));
    let page = file("recognized.html", errcat(&["site"]));
    let script = path("templates/script/recognize.js");
    let output = answer(node.arg(cli.join("tests/tools/recognizer.mjs")).args([groups, page]).arg(script));
    let count: usize = output.trim().parse().expect("the number of cases");
    assert!(count > 60, "{count} cases");
}
