//! Round trips from `errcat export` to `errcat import`.

use crate::import::run;
use crate::{answer, errcat, example, file, outcome};
use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{Catalog, Columns};

include!("../fixtures/catalog_lines.rs");

const FORMS: [&str; 6] = ["json", "jsonl", "csv", "tsv", "toml", "markdown"];

/// Returns the declarations imported from each export of a catalog; notes may only concern shared codes.
fn imported(catalog: &str, export: impl Fn(&[&str]) -> String) -> Vec<String> {
    let of = |form: &&str| {
        let path =
            file(&format!("exported-{catalog}.{form}"), export(&["export", catalog, "--format", form]));
        let (status, out, err) = outcome(errcat(&["import", &path, "--name", catalog]));
        assert_eq!(status, 0, "{form}: {err}");
        assert!(
            err.lines().all(|line| line.ends_with("the two rows become one, joined by `or`")),
            "{form}: {err}"
        );
        out
    };
    FORMS.iter().map(of).collect()
}

#[test]
fn an_imported_export_is_the_catalog() {
    let of_odd = |arguments: &[&str]| example("odd_catalogs", arguments);
    let catalogs = [
        ("WeCom", imported("WeCom", answer)),
        ("Youdu", imported("Youdu", answer)),
        ("SqlState", imported("SqlState", of_odd)),
        ("Hostile", imported("Hostile", of_odd)),
    ];
    let of_catalog =
        |line: &&str| ["title", "source", "lang"].iter().all(|word| !line.trim_start().starts_with(word));
    for (catalog, declarations) in &catalogs {
        let [json, others @ .., markdown] = declarations.as_slice() else { panic!("no forms") };
        assert!(others.iter().all(|other| other == json), "{catalog}");
        let rows = |declaration: &str| declaration.lines().filter(of_catalog).collect::<Vec<_>>().join("\n");
        assert_eq!(rows(markdown), rows(json), "{catalog}");
    }
    // The names are those of the catalogs.
    let program = concat!(
        "#![allow(non_camel_case_types)]\nuse error_catalog::{Catalog, Columns};\n",
        include_str!("../fixtures/catalog_lines.rs")
    )
    .to_owned()
        + "fn print<C: Catalog>() { for line in catalog_lines::<C>() { println!(\"{line}\"); } }\n";
    let declared: Vec<(&str, String)> =
        catalogs.iter().map(|(name, declarations)| (*name, declarations[0].clone())).collect();
    let out = run("exported", &declared, &program);
    let lines: Vec<&str> = out.lines().collect();
    let vendors = [catalog_lines::<WeCom>(), catalog_lines::<Youdu>()].concat();
    assert_eq!(lines[..vendors.len()], vendors);
    for line in [
        "SqlState Some(\"SQLSTATE\") None None",
        "00000 SuccessfulCompletion None \"successful completion\" None true None None [] []",
        "22000 BadData Some(\"DATA_EXCEPTION\") \"bad data\" Some(\"look\") false None None [] []",
        "5 Older None \"it's \\\"quoted\\\"\" Some(\"C:\\\\users\\\\n ends in a backslash \\\\\") false None Some((None, None)) [\"en\"] [\"in English\"]",
        "4 Old Some(\"OLD\") \"ends a comment */ and begins /* one\" None false None Some((Some(\"1.2.0\"), Some(\"use `new` */ \\\"instead\\\"\"))) [\"en\"] [\"in English\"]",
    ] {
        assert!(lines.contains(&line), "{line}: {out}");
    }
}

/// A language tag may be a word of English too, so exports mark the translations.
#[test]
fn translations_and_columns_are_distinguished() {
    let of_odd = |arguments: &[&str]| example("odd_catalogs", arguments);
    for declaration in imported("Columns", of_odd) {
        let statements: Vec<&str> = declaration
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("translation") || line.starts_with("column is"))
            .collect();
        let translations = [
            "translation en;",
            "translation it = \"\";",
            "translation no = \"\";",
            "translation zh_tw = \"\";",
        ];
        assert_eq!(statements[..4], translations, "{declaration}");
        assert!(statements[4].starts_with("column is:") && statements.len() == 5, "{declaration}");
    }
}

#[test]
fn json_is_read_back_without_loss() {
    let odd =
        ["SqlState", "Mixed", "Digits", "Hostile", "Signed", "String_", "Columns", "Ranges", "Prefixes"];
    for catalog in odd {
        for form in ["json", "jsonl"] {
            let exported = example("odd_catalogs", &["export", catalog, "--format", form]);
            let table = file(&format!("lossless-{catalog}.{form}"), &exported);
            assert_eq!(answer(&["--table", &table, "export", catalog, "--format", form]), exported);
        }
    }
    let exported = example("odd_catalogs", &["export", "Ranges", "--format", "json"]);
    let of_busy = "\"section_order\":0,\"section_range\":{\"first\":500,\"last\":599},\"former\":[\"Overloaded\"],\"former_symbols\":[],\
                   \"type\":\"u64\",\"column_types\":{},\"envelope\":{\"code\":\"ret\",\"siblings\":[\"msg\",\"trace\"]}}";
    assert!(exported.contains(of_busy), "{exported}");
    let of_seven = "\"section_range\":[{\"first\":1,\"last\":99},{\"first\":120,\"last\":129}]";
    assert!(exported.contains(of_seven), "{exported}");
    let exported = example("odd_catalogs", &["export", "Mixed", "--format", "json"]);
    assert!(exported.contains("\"unknown\":\"Undefined\""), "{exported}");
    for catalog in ["WeCom", "Youdu"] {
        let exported = answer(&["export", catalog, "--format", "json"]);
        let table = file(&format!("lossless-{catalog}.json"), &exported);
        assert_eq!(answer(&["--table", &table, "export", catalog, "--format", "json"]), exported);
    }
}

#[test]
fn repeated_keys_and_codes_of_an_export_are_errors() {
    let exported = answer(&["export", "WeCom", "--format", "jsonl"]);
    let first = exported.lines().next().expect("a record");
    let renamed = first.replace("\"name\":\"", "\"name\":\"Other");
    for (name, content, expected) in [
        ("record", format!("{exported}{first}\n"), "is repeated, with code"),
        ("code", format!("{exported}{renamed}\n"), "is repeated, with the name Other"),
        (
            "field",
            exported.replace("\"message\":", "\"message\":\"x\",\"message\":"),
            "duplicate field `message`",
        ),
        (
            "language",
            exported.replace("\"translations\":{\"en\":", "\"translations\":{\"en\":\"x\",\"en\":"),
            "the key \"en\" is repeated",
        ),
    ] {
        assert_ne!(content, exported, "{name}");
        let table = file(&format!("repeated-{name}.jsonl"), &content);
        let (status, out, err) = outcome(errcat(&["--table", &table, "list"]));
        assert_eq!((status, out.as_str(), err.lines().count()), (2, "", 1), "{name}: {err}");
        assert!(err.contains(expected), "{name}: {err}");
    }
}

#[test]
fn an_export_and_its_catalog_differ_in_nothing() {
    for catalog in ["WeCom", "Youdu"] {
        for form in FORMS {
            let path =
                file(&format!("same-{catalog}.{form}"), answer(&["export", catalog, "--format", form]));
            assert_eq!(answer(&["diff", catalog, &path]), "", "{catalog} as {form}");
        }
    }
}

#[test]
fn other_json_is_read_by_its_keys() {
    let path = file(
        "vendor.json",
        "[\n  {\"code\": 1, \"message\": \"one\", \"help\": null},\n  {\"code\": 0x2, \"message\": \"two\"},\n  {\"code\": 3,\n\"message\": \"三 \\u0022\"}, 4\n]",
    );
    let (status, out, err) = outcome(errcat(&["import", &path, "--name", "X"]));
    assert_eq!((status, err.lines().count()), (1, 2), "{err}");
    assert!(out.contains("1 => _ \"one\",") && out.contains("3 => _ \"三 \\\"\","), "{out}");
    assert!(err.contains("line 3: cannot read the row: it is not JSON"), "{err}");
    assert!(
        err.contains(
            "line 5: cannot read the row: \"4\n]\" is not a JSON object".replace('\n', "\\n").as_str()
        ),
        "{err}"
    );
}
