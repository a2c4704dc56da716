//! Reads `errcat export --format toml` with Python.

use crate::find_program::find_program;
use crate::{answer, errcat, file};
use serde_json::Value;

#[test]
fn python_reads_both_vendors_tables() {
    // The module is part of Python 3.11 and later.
    let program = "import json, sys, tomllib; print(json.dumps(tomllib.load(open(sys.argv[1], 'rb'))))";
    for catalog in ["WeCom", "Youdu"] {
        let Some(mut python) = find_program("python3") else { return };
        let path = file(&format!("{catalog}.toml"), errcat(&["export", catalog, "--format", "toml"]));
        let codes: Value =
            serde_json::from_str(&answer(python.args(["-c", program]).arg(path))).expect("JSON");
        let entries: Vec<Value> =
            serde_json::from_str(&errcat(&["export", catalog, "--format", "json"])).expect("JSON");
        let mut tables = 0;
        for entry in &entries {
            let of_code = &codes[entry["code"].to_string()];
            let of_code = of_code.as_array().map_or(std::slice::from_ref(of_code), Vec::as_slice);
            let same = |table: &&Value| {
                let text = |key: &str| entry[key].as_str().unwrap_or_default();
                let texts = ["name", "symbol", "section", "section_name"];
                table["code"] == entry["code"]
                    && table["success"] == entry["success"]
                    && table["error"] == text("message")
                    && table["workaround"] == text("help")
                    && table["message_en"] == entry["translations"]["en"]
                    && texts.iter().all(|key| table[key] == text(key))
            };
            tables += of_code.iter().filter(same).count();
        }
        assert_eq!(tables, entries.len(), "{catalog}");
    }
}
