//! Errors with values in `errcat export` for other languages: a program in each language fills in the values that a server
//! wrote as JSON, and prints what Rust prints.

use crate::answer;
use crate::find_program::{find_program, installed, left_out};
use crate::languages::{Case, cases};
use error_catalog::{Coded, Value, error_catalog};
use serde_json::json;
use std::fmt::Write as _;
use std::process::Command;

include!("../fixtures/shop.rs");

fn errors() -> Vec<ShopFailure> {
    let formats = |ratio, width, title: &str| ShopFailure::Formats {
        ratio,
        width,
        r#type: "ab",
        title: title.to_owned(),
    };
    vec![
        ShopFailure::TooManyCopies { asked: 12, max: 10 },
        formats(2.0, 8, "A \"b\" \\ c"),
        formats(-1.26, 2, "ÄÖÜ"),
        formats(1e-7, 0, ""),
        ShopFailure::UnknownBook,
        ShopFailure::Gone { since: None },
        ShopFailure::Gone { since: Some("May") },
        ShopFailure::Moved { to: vec![1, 2], is_far: true },
        ShopFailure::Lost,
        ShopFailure::BankBusy { source: std::fmt::Error },
    ]
}

/// Returns the errors as a server writes them, one per line, and the messages that Rust prints in both languages.
fn answers() -> (String, String) {
    let [mut written, mut expected] = [String::new(), String::new()];
    for error in errors() {
        let code = error.code().code();
        let mut values = serde_json::Map::new();
        error.visit_values(&mut |name, value| {
            let value = match value {
                Value::Nothing => json!(null),
                Value::Text(text) => json!(text),
                Value::Bool(value) => json!(value),
                Value::Integer(value) => json!(i64::try_from(value).expect("it is small")),
                Value::Float(value) => json!(value),
                other => json!(other.to_string()),
            };
            values.insert(name.to_owned(), value);
        });
        let has_values = !values.is_empty();
        let mut answer = json!({ "code": code, "message": "" });
        if has_values {
            answer["values"] = values.into();
        }
        writeln!(written, "{answer}").unwrap();
        for lang in ["en", "de"] {
            let line = error.in_lang(lang).to_string();
            let message = line.strip_prefix(&format!("{code} "));
            writeln!(expected, "{}", message.expect("it begins with the code")).unwrap();
        }
    }
    (written, expected + "unknown\n")
}

fn shop() -> Case {
    cases().into_iter().find(|case| case.catalog == "Shop").expect("it is there")
}

#[test]
fn typescript_fills_in_values() {
    let (Some(mut tsc), Some(mut node)) = (find_program("tsc"), find_program("node")) else { return };
    let (written, expected) = answers();
    let source = shop().export("typescript");
    let files = [
        ("codes.ts", &*source),
        ("main.ts", include_str!("error_values/main.ts")),
        ("wrong.ts", include_str!("error_values/wrong.ts")),
        ("errors.txt", &written),
    ];
    let folder = shop().folder("values-typescript", &files);
    let options = ["--strict", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "commonjs"];
    tsc.current_dir(&folder).args(options).args(["--typeRoots", "."]);
    let check = |file: &str| {
        let mut command = Command::new(tsc.get_program());
        command.args(tsc.get_args()).current_dir(&folder).arg(file).output().expect("it runs")
    };
    answer(Command::new(tsc.get_program()).args(tsc.get_args()).current_dir(&folder).arg("main.ts"));
    assert_eq!(answer(node.arg("main.js").current_dir(&folder)), expected);

    let errors = String::from_utf8(check("wrong.ts").stdout).expect("text");
    let lines: Vec<_> =
        errors.lines().filter_map(|line| line.split_once("): error")?.0.split_once('(')).collect();
    let places: Vec<_> = lines.iter().map(|(_, place)| place.split(',').next().unwrap()).collect();
    assert_eq!(places, ["5", "6", "7"], "{errors}");
}

#[test]
fn python_fills_in_values() {
    let Some(mut python) = find_program("python3") else { return };
    let (written, expected) = answers();
    let source = shop().export("python");
    let files =
        [("codes.py", &*source), ("main.py", include_str!("error_values/main.py")), ("errors.txt", &written)];
    let folder = shop().folder("values-python", &files);
    python.args(["-W", "error", "main.py"]).current_dir(folder).env("PYTHONUTF8", "1");
    assert_eq!(answer(&mut python), expected);
}

#[test]
fn go_fills_in_values() {
    let Some(mut go) = find_program("go") else { return };
    let (written, expected) = answers();
    let source = shop().export("go");
    let files = [
        ("go.mod", "module codes\n\ngo 1.18\n"),
        ("shop/codes.go", &*source),
        ("main.go", include_str!("error_values/main.go")),
        ("errors.txt", &written),
    ];
    let folder = shop().folder("values-go", &files);
    assert_eq!(answer(go.args(["run", "."]).current_dir(folder)), expected);
}

/// Java has no JSON of its own, so the program has the errors as literals.
#[test]
fn java_fills_in_values() {
    let (Some(mut javac), Some(mut java)) = (find_program("javac"), find_program("java")) else { return };
    let (written, expected) = answers();
    let statement = |line: &str| {
        let error: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let values = error["values"].as_object().into_iter().flatten();
        let pairs: Vec<String> = values.map(|(name, value)| format!("\"{name}\", {value}")).collect();
        format!("print({}, values({}));", error["code"], pairs.join(", "))
    };
    let statements: Vec<String> = written.lines().map(statement).collect();
    let program = include_str!("error_values/Main.java").replace("ERRORS", &statements.join("\n    "));
    let source = shop().export("java");
    let folder = shop().folder("values-java", &[("Shop.java", &*source), ("Main.java", &program)]);
    answer(javac.args(["-encoding", "UTF-8", "-Xlint:all", "-Werror", "Main.java"]).current_dir(&folder));
    java.args(["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "Main"]);
    assert_eq!(answer(java.current_dir(folder)), expected);
}

/// Returns the values as a caller of C formats them for the message in a language.
fn formatted_values(error: &ShopFailure, lang: &str) -> Vec<(&'static str, String)> {
    match (error, lang) {
        (ShopFailure::TooManyCopies { asked, max }, "en") => {
            vec![("asked", format!("{asked:04}")), ("max", format!("{max:>4}"))]
        }
        (ShopFailure::TooManyCopies { asked, max }, _) => {
            vec![("asked", format!("{asked:+}")), ("max", max.to_string())]
        }
        (ShopFailure::Formats { ratio, width, r#type, title }, "en") => vec![
            ("ratio", format!("{ratio:>width$.1}")),
            ("width", String::new()),
            ("type", (*r#type).to_owned()),
            ("title", format!("{title:?}")),
        ],
        (ShopFailure::Formats { ratio, width, r#type, title }, _) => vec![
            ("ratio", format!("{ratio:?}")),
            ("width", format!("{width:#x}")),
            ("type", format!("{type:-^7}")),
            ("title", format!("{title:.2}")),
        ],
        (ShopFailure::Gone { since }, _) => vec![("since", format!("{since:?}"))],
        (ShopFailure::Moved { to, is_far }, _) => {
            vec![("to", format!("{to:?}")), ("is_far", is_far.to_string())]
        }
        _ => Vec::new(),
    }
}

/// C has no formats of its own, so the program has the values as texts.
#[test]
fn c_fills_in_values() {
    let Some(mut cc) = find_program("cc") else { return };
    let (_, expected) = answers();
    let mut statements = String::new();
    for error in errors() {
        for (lang, tag) in [("en", "en"), ("de", "de-AT")] {
            let values = formatted_values(&error, lang);
            let pairs: Vec<String> =
                values.iter().map(|(name, text)| format!("{{\"{name}\", {text:?}}}")).collect();
            let pairs = pairs.join(", ");
            let code = error.code().code();
            // An empty array is not C.
            let array = if pairs.is_empty() {
                "NULL".to_owned()
            } else {
                format!("(const struct shop_value[]){{{pairs}}}")
            };
            writeln!(statements, "print({code}, \"{tag}\", {array}, {});", values.len()).unwrap();
        }
    }
    let program = include_str!("error_values/main.c").replace("ERRORS", &statements);
    let source = shop().export("c");
    let folder = shop().folder("values-c", &[("codes.h", &source), ("main.c", &program)]);
    let flags =
        ["-std=c99", "-Wall", "-Wextra", "-Werror", "-fsanitize=address,undefined", "main.c", "-o", "main"];
    answer(cc.args(flags).current_dir(&folder));
    assert_eq!(answer(&mut Command::new(folder.join("main"))), expected);
    let columns = cases().into_iter().find(|case| case.catalog == "Columns").expect("it is there");
    assert!(!columns.export("c").contains("fill_in"));
}

/// The schema accepts what a server writes, and nothing without the values.
#[test]
fn json_schema_describes_the_errors() {
    let Some(mut node) = find_program("node") else { return };
    let modules = installed().join("node_modules");
    if !modules.join("ajv").is_dir() {
        return left_out("ajv");
    }
    let (written, _) = answers();
    let schema = shop().export("json-schema");
    let files = [
        ("schema.json", &*schema),
        ("main.cjs", include_str!("error_values/main.cjs")),
        ("errors.txt", &written),
    ];
    let folder = shop().folder("values-schema", &files);
    let output = answer(node.arg("main.cjs").arg(modules.join("ajv/dist/2020.js")).current_dir(folder));
    assert_eq!(output, "10 of 10\n0 of 7\n");
}
