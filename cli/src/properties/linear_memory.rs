//! Checks for each reader and each command that its allocations are linear in its input: for an input of twice the size,
//! both their number and their bytes are at most 2.3 times as many.

#[path = "../../tests/fixtures/workbook.rs"]
mod workbook;

use crate::catalog::load::with_files;
use crate::catalog::table::table;
use crate::commands::annotate::Annotate;
use crate::commands::command_line;
use crate::commands::context::Context;
use crate::commands::log::Progress;
use crate::import::declaration::{DeclarationOptions, declaration};
use crate::import::document::{self, FileFormat, ReadOptions};
use allocation_counter::measure;
use clap::{Args, FromArgMatches};
use error_catalog::vendor::WeCom;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use workbook::{MAIN, sheet, workbook};

/// An input, of a size that is given in rows.
type Input = fn(usize) -> String;

/// A function that changes the options of an import.
type OptionsChange = fn(&mut ReadOptions);

/// A directory for the files of one test.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a directory"))
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).expect("a file can be written");
        path
    }
}

/// Returns the number and the bytes of the allocations of a run.
fn allocations(run: impl FnOnce()) -> [u64; 2] {
    let info = measure(run);
    [info.count_total, info.bytes_total]
}

/// Returns the allocations of an import, without those of its messages.
fn allocations_of_import(file: &Path, options: &ReadOptions) -> [u64; 2] {
    allocations(|| {
        // Some inputs are rejected.
        if let Ok(document) = document::read(file, options, &|_| {}) {
            let head = DeclarationOptions { name: "X", title: None, source: None, lang: None, success: &[] };
            let declaration = declaration(&document, &head).expect("a declaration");
            declaration.write(&mut std::io::sink()).expect("a sink takes it");
        }
    })
}

/// Returns the allocations of a command with these further catalogs.
fn allocations_of_command(arguments: &[&str], tables: &[PathBuf]) -> [u64; 2] {
    let catalogs = with_files(vec![table::<WeCom>()], tables, &|_| {}).expect("catalogs");
    let command = command_line::command(&catalogs);
    let arguments = std::iter::once("errcat").chain(arguments.iter().copied()).map(OsString::from);
    let parsed = command_line::parse(command.clone(), arguments.collect::<Vec<_>>()).expect("arguments");
    let (mut out, mut data) = (std::io::sink(), std::io::sink());
    allocations(|| {
        let context = &mut Context { catalogs: &catalogs, command: &command, out: &mut out, data: &mut data };
        parsed.run(context).expect("the command succeeds");
    })
}

/// Describes the measure that grows too fast from an input to one of twice the size.
fn growth(what: &str, [one, two]: [[u64; 2]; 2]) -> Option<String> {
    let grows = (0..2).any(|unit| one[unit] == 0 || 10 * two[unit] > 23 * one[unit]);
    grows.then(|| format!("{what}: {one:?} allocations and bytes, and {two:?} for twice the input"))
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect()
}

fn shown(path: &Path) -> &str {
    path.to_str().expect("a path")
}

#[test]
#[allow(clippy::too_many_lines, reason = "it is a table of inputs")]
fn each_reader_allocates_in_proportion_to_its_input() {
    let files = Files::new();
    let cases: &[(&str, Input, OptionsChange)] = &[
        (
            "a.md",
            |n| format!("|code|message|\n|--|--|\n{}", lines(n, |i| format!("|{i}|message {i}|\n"))),
            |_| {},
        ),
        ("bars.md", |n| format!("|code|message|\n|--|--|\n|1|a|\n\n{}", "|\n".repeat(n)), |_| {}),
        ("a.tsv", |n| format!("code\tmessage\n{}", lines(n, |i| format!("{i}\tmessage {i}\n"))), |_| {}),
        ("a.csv", |n| format!("code,message\n{}", lines(n, |i| format!("{i},message {i}\n"))), |_| {}),
        ("unread.csv", |n| format!("code,message\n1,a\n{}", lines(n, |i| format!("{i}-x/{i},\n"))), |_| {}),
        ("same.csv", |n| format!("code,message\n{}", lines(n, |i| format!("1,message {i}\n"))), |_| {}),
        (
            "a.html",
            |n| format!("<table><tr><th>code<th>message{}", lines(n, |i| format!("<tr><td>{i}<td>m {i}"))),
            |_| {},
        ),
        (
            "sections.html",
            |n| lines(n, |i| format!("<h2>s{i}</h2><table><tr><th>code<th>message<tr><td>{i}<td>m</table>")),
            |_| {},
        ),
        ("a.dl.html", |n| format!("<dl>{}</dl>", lines(n, |i| format!("<dt>{i}<dd>message {i}"))), |_| {}),
        ("a.json", |n| format!("[{}]", vec![r#"{"code":1,"message":"a"}"#; n].join(",")), |_| {}),
        ("a.jsonl", |n| lines(n, |i| format!("{{\"code\":{i},\"message\":\"m {i}\"}}\n")), |_| {}),
        ("braces.json", |n| "{a}".repeat(n), |_| {}),
        ("commas.jsonl", |n| lines(n, |i| format!("{{\"code\":{i},\"message\":\"m\",}}\n")), |_| {}),
        (
            "map.json",
            |n| {
                format!(
                    "{{\"a\":{{{}}}}}",
                    (0..n).map(|i| format!("\"{i}\":\"m {i}\"")).collect::<Vec<_>>().join(",")
                )
            },
            |_| {},
        ),
        (
            "twice.json",
            |n| {
                format!(
                    "{{\"1\":\"a\",{}}}",
                    (0..n).map(|i| format!("\"1\":\"m {i}\"")).collect::<Vec<_>>().join(",\n")
                )
            },
            |_| {},
        ),
        (
            "records.json",
            |n| {
                format!(
                    "{{\"e\":[{}]}}",
                    (0..n).map(|i| format!("[{i},\"m {i}\"]")).collect::<Vec<_>>().join(",")
                )
            },
            |options| options.records = Some("$.e[*]".to_owned()),
        ),
        ("a.yaml", |n| lines(n, |i| format!("{i}: message {i}\n")), |_| {}),
        (
            "export.toml",
            |n| {
                let more = "success = false\nsection = \"\"\nsection_name = \"\"\ndeprecated = \"\"\n";
                lines(n, |i| {
                    format!(
                        "[{i}]\ncatalog = \"X\"\ncode = {i}\nname = \"E{i}\"\nsymbol = \"\"\n\
                         error = \"message {i}\"\nworkaround = \"\"\n{more}\n"
                    )
                })
            },
            |_| {},
        ),
        ("a.toml", |n| lines(n, |i| format!("[{i}]\nerror = \"message {i}\"\n")), |_| {}),
        (
            "simple.rst",
            |n| {
                format!(
                    "==== =======\ncode message\n==== =======\n{}==== =======\n",
                    lines(n, |i| format!("{:<4} m {i}\n", i % 10_000))
                )
            },
            |_| {},
        ),
        (
            "grid.rst",
            |n| {
                format!(
                    "+------+---+\n| code | message |\n+======+===+\n{}",
                    lines(n, |i| format!("| {i} | m |\n+------+---+\n"))
                )
            },
            |_| {},
        ),
        (
            "list.rst",
            |n| {
                format!(
                    ".. list-table::\n   :header-rows: 1\n\n   * - code\n     - message\n{}",
                    lines(n, |i| format!("   * - {i}\n     - m {i}\n"))
                )
            },
            |_| {},
        ),
        ("borders.rst", |n| format!("=== ===\n1 a\n{}", "+-+\n\n".repeat(n)), |_| {}),
        (
            "a.rs",
            |n| {
                format!(
                    "enum E {{\n{}}}\n",
                    lines(n, |i| format!("/// Message {i}.\n#[error(\"m\")]\nE{i} = {i},\n"))
                )
            },
            |_| {},
        ),
        ("a.h", |n| lines(n, |i| format!("#define E_{i} (1 + {i}) /* message {i} */\n")), |_| {}),
        ("a.c", |n| format!("enum e {{\n{}}};\n", lines(n, |i| format!("E_{i}, // message {i}\n"))), |_| {}),
        (
            "a.go",
            |n| format!("const (\n{})\n", lines(n, |i| format!("\tE{i} = iota + 1 // message {i}\n"))),
            |_| {},
        ),
        (
            "messages.go",
            |n| {
                let constants = lines(n, |i| format!("\tE{i} = {i}\n"));
                let messages = lines(n, |i| format!("\tE{i}: \"message {i}\",\n"));
                format!("const (\n{constants})\nvar messages = map[int]string{{\n{messages}}}\n")
            },
            |_| {},
        ),
        (
            "a.java",
            |n| format!("enum E {{\n{}}}\n", lines(n, |i| format!("E{i}({i}, \"message {i}\"),\n"))),
            |_| {},
        ),
        (
            "a.proto",
            |n| format!("enum E {{\n{}}}\n", lines(n, |i| format!("E{i} = {i}; // message {i}\n"))),
            |_| {},
        ),
        ("a.php", |n| lines(n, |i| format!("const E{i} = {i}; // message {i}\n")), |_| {}),
        (
            "headings.md",
            |n| lines(n, |i| format!("## {i} E_{i}\n\nMessage {i}.\n")),
            |options| options.format = Some(FileFormat::Headings),
        ),
        (
            "bullets.md",
            |n| lines(n, |i| format!("- {i}: message {i}\n")),
            |options| options.format = Some(FileFormat::Bullets),
        ),
        (
            "own.txt",
            |n| lines(n, |i| format!("E({i}, m)\n")),
            |options| {
                options.patterns = vec![r"E\((?<code>\d+), (?<message>\w+)\)".parse().expect("a pattern")];
            },
        ),
    ];
    let mut failures = Vec::new();
    for (name, input, change) in cases {
        let mut options = ReadOptions::default();
        change(&mut options);
        let run = |rows: usize| allocations_of_import(&files.write(name, input(rows)), &options);
        failures.extend(growth(name, [run(500), run(1_000)]));
    }
    assert_eq!(failures, Vec::<String>::new());
}

/// A case: its name, and a workbook of size n.
type Workbooks<'c> = (&'c str, &'c dyn Fn(usize) -> Vec<u8>);

#[test]
fn the_reader_of_workbooks_allocates_in_proportion_to_its_input() {
    let files = Files::new();
    let table = |first: usize, rows: usize, merged: &[String]| {
        let cells: Vec<[String; 2]> =
            (first..first + rows).map(|i| [i.to_string(), format!("m {i}")]).collect();
        let cells: Vec<[&str; 2]> = cells.iter().map(|row| row.each_ref().map(String::as_str)).collect();
        let rows: Vec<&[&str]> = std::iter::once(&["code", "message"][..])
            .chain(cells.iter().map(<[&str; 2]>::as_slice))
            .collect();
        sheet(&rows, &merged.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let names: Vec<String> = (0..1_000).map(|i| format!("Sheet {i}")).collect();
    let sheets = |count: usize, xml: &dyn Fn(usize) -> String| {
        let sheets = names.iter().enumerate().take(count).map(|(i, name)| (name.as_str(), "", xml(i)));
        workbook(&sheets.collect::<Vec<_>>(), "", "")
    };
    let cases: &[Workbooks<'_>] = &[
        ("rows", &|n| sheets(1, &|_| table(1, n, &[]))),
        ("sheets", &|n| sheets(n, &|i| table(i, 1, &[]))),
        ("sheets of one part", &|n| sheets(n, &|i| if i == 0 { table(1, 50, &[]) } else { String::new() })),
        ("empty sheets", &|n| sheets(n, &|i| table(1, usize::from(i == 0), &[]))),
        ("merged cells", &|n| {
            let merged: Vec<String> = (2..n / 2).map(|i| format!("B{}:B{}", 2 * i, 2 * i + 1)).collect();
            sheets(1, &|_| table(1, n, &merged))
        }),
        ("shared strings", &|n| {
            let strings = lines(n, |i| format!("<si><t>message {i}</t></si>"));
            let rows = lines(n, |i| format!("<row><c><v>{i}</v></c><c t=\"s\"><v>{i}</v></c></row>"));
            let xml = table(1, 1, &[]).replace("</sheetData>", &format!("{rows}</sheetData>"));
            workbook(&[("S", "", xml)], &format!("<sst xmlns=\"{MAIN}\">{strings}</sst>"), "")
        }),
    ];
    let mut failures = Vec::new();
    for (name, input) in cases {
        let run = |size: usize| {
            let path = files.write(&format!("{name} {size}.xlsx"), input(size));
            let options = ReadOptions::default();
            let is_read = document::read(&path, &options, &|_| {}).is_ok();
            assert_eq!(is_read, *name != "sheets of one part", "{name}");
            allocations_of_import(&path, &options)
        };
        failures.extend(growth(name, [run(500), run(1_000)]));
    }
    assert_eq!(failures, Vec::<String>::new());
}

#[test]
fn annotate_allocates_in_proportion_to_its_log() {
    let catalogs = [table::<WeCom>()];
    let command = command_line::command(&catalogs);
    let (mut out, mut data) = (std::io::sink(), std::io::sink());
    let context = Context { catalogs: &catalogs, command: &command, out: &mut out, data: &mut data };
    let run = |arguments: &[&str], log: &str| {
        let command = Annotate::augment_args(clap::Command::new("annotate").no_binary_name(true));
        let matches = command.get_matches_from(arguments);
        let annotate = Annotate::from_arg_matches(&matches).expect("arguments");
        let (path, log, out) = (Path::new("a.log"), log.as_bytes(), std::io::sink());
        allocations(|| {
            annotate
                .pass(&context, &[&catalogs[0]], path, None, &Progress::NONE, log, out)
                .expect("memory can be read");
        })
    };
    let cases: &[(&str, &[&str], Input)] = &[
        ("lines", &["--unknown"], |n| lines(n, |i| format!("errcode={} at {i}\n", 40_000 + i % 99))),
        ("one line", &[], |n| "errcode=40014 ".repeat(n)),
        ("JSON lines", &["--json"], |n| lines(n, |i| format!("{{\"errcode\":{}}}\n", 40_000 + i % 99))),
        ("a JSON line", &["--json"], |n| format!("[{}]", vec![r#"{"errcode":40014}"#; n].join(","))),
        ("a deep JSON line", &["--json"], |n| {
            format!("{}1{}", r#"{"errcode":40014,"a":"#.repeat(n / 10), "}".repeat(n / 10))
        }),
        ("JSON in a text", &["--json"], |n| format!("{{\"a\":\"{}\"}}", "errcode=40014 ".repeat(n))),
        ("broken JSON lines", &["--json"], |n| "{\"errcode\":40014\n".repeat(n)),
    ];
    let mut failures = Vec::new();
    for (name, arguments, input) in cases {
        let start = run(arguments, "");
        let [one, two] = [500, 1_000].map(|size| run(arguments, &input(size)));
        // A log of plain text takes no memory beyond that of the search and the buffer.
        if one != two {
            let beyond_start = |all: [u64; 2]| [all[0] - start[0], all[1] - start[1]];
            failures.extend(growth(name, [beyond_start(one), beyond_start(two)]));
        }
    }
    assert_eq!(failures, Vec::<String>::new());
}

#[test]
fn each_command_allocates_in_proportion_to_its_input() {
    let files = Files::new();
    let page = |rows: usize, message: &str| {
        files.write(
            &format!("page-{message}-{rows}.csv"),
            format!("code,symbol,message\n{}", lines(rows, |i| format!("{i},E_{i},{message} {i}\n"))),
        )
    };
    let declaration = |rows: usize| {
        let rows_of = lines(rows, |i| format!("    {i} => E{i} E_{i} \"old {i}\",\n"));
        files.write(
            &format!("declaration-{rows}.rs"),
            format!("error_catalog::error_catalog! {{ pub enum X: i32 {{\n{rows_of}}} }}\n"),
        )
    };
    let log = |rows: usize| {
        files.write(
            &format!("{rows}.log"),
            lines(rows, |i| format!("2026-01-01T00:00:00Z errcode={} at {i}\n", 40_000 + i % 99)),
        )
    };
    let words = |rows: usize| (0..rows).map(|i| format!("unknown_{i}")).collect::<Vec<String>>();
    let catalogs = |rows: usize| [page(rows, "old")];
    let run = |name: &str, rows: usize| {
        let catalog = format!("PageOld{rows}");
        let of = |arguments: &[&str]| allocations_of_command(arguments, &catalogs(rows));
        match name {
            "import" => allocations_of_command(&["import", shown(&page(rows, "old")), "--name", "X"], &[]),
            "diff" => of(&["diff", &catalog, shown(&page(rows, "new"))]),
            "sync" => {
                allocations_of_command(&["sync", shown(&declaration(rows)), shown(&page(rows, "new"))], &[])
            }
            "sync with new rows" => allocations_of_command(
                &["sync", shown(&declaration(rows)), shown(&page(2 * rows, "old"))],
                &[],
            ),
            "sync --deprecate-removed" => {
                let (declared, page) = (declaration(rows), page(1, "old"));
                allocations_of_command(&["sync", shown(&declared), shown(&page), "--deprecate-removed"], &[])
            }
            "explain" => {
                // Each is reported on stderr.
                let words = words(rows / 5);
                allocations_of_command(&words.iter().map(String::as_str).collect::<Vec<&str>>(), &[])
            }
            "search" => of(&["search", "old", "--catalog", &catalog]),
            "list" => of(&["list", &catalog]),
            "export" => of(&["export", &catalog, "--format", "json"]),
            "site" => of(&["site", "--catalog", &catalog]),
            "count" => allocations_of_command(&["count", shown(&log(rows))], &[]),
            _ => unreachable!("{name} is not a case"),
        }
    };
    let mut failures = Vec::new();
    for name in [
        "import",
        "diff",
        "sync",
        "sync with new rows",
        "sync --deprecate-removed",
        "explain",
        "search",
        "list",
        "export",
        "site",
        "count",
    ] {
        failures.extend(growth(name, [run(name, 500), run(name, 1_000)]));
    }
    assert_eq!(failures, Vec::<String>::new());
}
