//! Sections, columns and messages in other languages in `errcat export` for other languages: a program in each language
//! prints the same values from the catalog `Columns`.

use crate::find_program::{find_program, installed, left_out};
use crate::languages::{Case, cases};
use crate::{answer, errcat, file};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The messages are those of the tags en-GB, it-IT, nb-NO, zh-Hant-HK, zh-TW, zh, fr and the empty one.
const EXPECTED: &str = "\
拒绝|Denied|denied|busy
503|-0.5|true|up_to|3
a \"class\" */|18446744073709551615|false|-9223372036854775808
Late|after_renewal|true
true
busy|late
occupato|晚
opptatt|晚
忙碌|晚
忙碌|晚
忙 {@link x}|晚
忙 {@link x}|晚
忙 {@link x}|晚
";

fn columns() -> Case {
    cases().into_iter().find(|case| case.catalog == "Columns").expect("it is there")
}

/// Creates a project with the exported catalog and the program.
fn create_project(language: &str, exported: &str, program: (&str, &str)) -> PathBuf {
    let source = columns().export(language);
    columns().folder(&format!("columns-{language}"), &[(exported, &source), program])
}

fn tsc(folder: &Path, file: &str) {
    answer(find_program("tsc").expect("it is installed").current_dir(folder).args([
        "--strict",
        "--noUnusedLocals",
        "--target",
        "es2022",
        "--module",
        "commonjs",
        "--typeRoots",
        ".",
        file,
    ]));
}

#[test]
fn typescript_has_the_columns() {
    let (Some(_), Some(_)) = (find_program("tsc"), find_program("node")) else { return };
    let folder = create_project("typescript", "codes.ts", ("main.ts", include_str!("columns/main.ts")));
    tsc(&folder, "main.ts");
    assert_eq!(answer(find_program("node").expect("seen above").arg(folder.join("main.js"))), EXPECTED);
}

/// A code such as `@deprecated x` is a text in the documentation.
#[test]
fn a_text_does_not_deprecate_a_code_in_typescript() {
    let Some(mut node) = find_program("node") else { return };
    let typescript = installed().join("node_modules/typescript");
    if !typescript.is_dir() {
        return left_out("typescript");
    }
    let of = |case: &Case| case.folder("deprecated", &[("codes.ts", &case.export("typescript"))]);
    let hostile = cases().into_iter().find(|case| case.catalog == "Hostile").expect("it is there");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/columns/deprecated.cjs");
    node.arg(script).arg(typescript);
    let deprecated = |case: &Case| {
        let mut command = Command::new(node.get_program());
        answer(command.args(node.get_args()).arg(of(case).join("codes.ts")))
    };
    assert_eq!(deprecated(&hostile), "Old\nOlder\n");
    assert_eq!(deprecated(&columns()), "");
}

#[test]
fn typescript_compiles_with_ten_thousand_codes() {
    let Some(_) = find_program("tsc") else { return };
    let row = |code| format!("{},message {code},E_{code},{}\n", code + 10_000, code % 7 * 100);
    let rows = (0..10_000).map(row).collect::<Vec<_>>().concat();
    let table = file("ten_thousand.csv", format!("code,message,symbol,http\n{rows}"));
    let table = table.to_str().expect("a path");
    let source = errcat(&["--table", table, "export", "TenThousand", "--format", "typescript"]);
    assert_eq!(source.matches("  entry({").count(), 10_000);
    let folder = columns().folder("ten-thousand", &[("codes.ts", &source)]);
    tsc(&folder, "codes.ts");
}

#[test]
fn go_has_the_columns() {
    let Some(mut go) = find_program("go") else { return };
    let folder = create_project("go", "columns/codes.go", ("main.go", include_str!("columns/main.go")));
    std::fs::write(folder.join("go.mod"), "module codes\n\ngo 1.18\n").expect("a file can be written");
    assert_eq!(answer(go.args(["run", "."]).current_dir(folder)), EXPECTED);
}

#[test]
fn python_has_the_columns() {
    let Some(mut python) = find_program("python3") else { return };
    let folder = create_project("python", "codes.py", ("main.py", include_str!("columns/main.py")));
    python.args(["-W", "error"]).arg(folder.join("main.py")).env("PYTHONUTF8", "1");
    assert_eq!(answer(&mut python), EXPECTED);
}

#[test]
fn java_has_the_columns() {
    let (Some(mut javac), Some(mut java)) = (find_program("javac"), find_program("java")) else { return };
    let folder = create_project("java", "Columns.java", ("Main.java", include_str!("columns/Main.java")));
    answer(javac.args(["-encoding", "UTF-8", "-Xlint:all", "-Werror", "Main.java"]).current_dir(&folder));
    java.args(["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "Main"]);
    assert_eq!(answer(java.current_dir(folder)), EXPECTED);
}

#[test]
fn c_has_the_columns() {
    let Some(mut cc) = find_program("cc") else { return };
    let folder = create_project("c", "codes.h", ("main.c", include_str!("columns/main.c")));
    let flags = ["-std=c99", "-Wall", "-Wextra", "-Werror", "main.c", "-o", "main"];
    answer(cc.args(flags).current_dir(&folder));
    assert_eq!(answer(&mut Command::new(folder.join("main"))), EXPECTED);
}
