//! Loads `errcat export --format sql` into a temporary PostgreSQL server.

use crate::find_program::find_program;
use crate::{answer, errcat, file};
use serde_json::Value;

#[test]
fn postgres_loads_both_vendors_tables() {
    // From Debian's postgresql-common: starts a cluster, runs a command in its environment, and drops it.
    let Some(mut server) = find_program("pg_virtualenv") else { return };
    let sql = ["WeCom", "Youdu"].map(|catalog| errcat(&["export", catalog, "--format", "sql"])).concat();
    // Each row is returned as one JSON object per line, with keys in any order.
    let script = file(
        "postgres.sql",
        sql + "SELECT row_to_json(wecom) FROM wecom; SELECT row_to_json(youdu) FROM youdu;",
    );
    let rows = answer(server.args(["psql", "-qtA", "-v", "ON_ERROR_STOP=1", "-f"]).arg(script));
    let rows: Vec<Value> = rows.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();

    let mut expected = 0;
    for catalog in ["WeCom", "Youdu"] {
        let entries = errcat(&["export", catalog, "--format", "json"]);
        let entries: Vec<Value> = serde_json::from_str(&entries).expect("JSON");
        for entry in &entries {
            let same = |row: &&Value| {
                ["code", "name", "symbol", "message", "help", "success", "section", "section_name"]
                    .iter()
                    .all(|key| row[key] == entry[key])
            };
            assert_eq!(rows.iter().filter(same).count(), 1, "{entry}");
        }
        expected += entries.len();
    }
    assert_eq!(rows.len(), expected);
}
