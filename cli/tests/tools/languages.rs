//! `errcat export` for other languages: the formatters of TypeScript, Go and Python do not change the file, it compiles
//! without warnings, and a small program in the language looks up every code, unknown codes and every symbol in it.

use crate::find_program::{find_program, installed, left_out};
use crate::{answer, run};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A catalog under test.
pub(crate) struct Case {
    pub(crate) catalog: &'static str,
    /// The executable with the catalog.
    binary: PathBuf,
    successes: &'static [&'static str],
    /// Codes that the catalog does not have.
    unknown: &'static [&'static str],
    raw: Raw,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Raw {
    Text,
    Int,
    Long,
    Unsigned,
}

pub(crate) fn cases() -> Vec<Case> {
    let errcat = PathBuf::from(env!("CARGO_BIN_EXE_errcat"));
    // cargo does not build examples for a single test.
    let build = ["build", "--quiet", "--workspace", "--example", "odd_catalogs"];
    answer(Command::new(env!("CARGO")).args(build));
    let odd = errcat.with_file_name("examples").join("odd_catalogs");
    let integers = &["4", "123456", "-2"];
    let case = |catalog, binary: &Path, successes, unknown, raw| Case {
        catalog,
        binary: binary.to_owned(),
        successes,
        unknown,
        raw,
    };
    vec![
        case("WeCom", &errcat, &["0"], &["1", "123456", "-2", "2147483647"], Raw::Int),
        case("Youdu", &errcat, &["0", "2"], &["123456", "-2147483648"], Raw::Int),
        case("SqlState", &odd, &["00000"], &["99XYZ", "", "0", "\u{e9}"], Raw::Text),
        case("Hostile", &odd, &["2", "3"], &["0", "14", "-2147483647"], Raw::Int),
        case("Signed", &odd, &["0"], integers, Raw::Long),
        case("Columns", &odd, &["ok"], &["", "@deprecated", "x"], Raw::Text),
        case("Shop", &odd, &["0"], integers, Raw::Int),
        case("String_", &odd, &[], &["0", "2", "9223372036854775808"], Raw::Unsigned),
    ]
}

impl Case {
    pub(crate) fn export(&self, format: &str) -> String {
        answer(Command::new(&self.binary).args(["export", self.catalog, "--format", format]))
    }

    /// Returns the queries, one per line, and the expected answers.
    fn questions(&self) -> (String, String) {
        let entries: Vec<Value> = serde_json::from_str(&self.export("json")).expect("JSON");
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let optional = |value: &Value| value.as_str().unwrap_or("").to_owned();
        let mut meanings: Vec<(String, Vec<String>)> = Vec::new();
        let mut symbols: BTreeMap<String, Vec<String>> =
            BTreeMap::from([("NO_SUCH_SYMBOL".to_owned(), Vec::new())]);
        for entry in &entries {
            let code = text(&entry["code"]);
            let fields = [
                text(&entry["name"]),
                optional(&entry["symbol"]),
                text(&entry["message"]),
                optional(&entry["help"]),
            ];
            if meanings.last().is_none_or(|(last, _)| *last != code) {
                meanings.push((code.clone(), Vec::new()));
            }
            meanings.last_mut().expect("one").1.push(fields.join("\x1f"));
            if let Some(symbol) = entry["symbol"].as_str() {
                let codes = symbols.entry(symbol.to_owned()).or_default();
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        let unknown = self.unknown.iter().map(|code| ((*code).to_owned(), Vec::new()));
        let [mut questions, mut answers] = [String::new(), String::new()];
        for (code, meanings) in meanings.into_iter().chain(unknown) {
            let known = !meanings.is_empty();
            let success = self.successes.contains(&code.as_str());
            writeln!(questions, "code\t{code}").unwrap();
            let line = [vec![known.to_string(), success.to_string()], meanings].concat().join("\t");
            writeln!(answers, "{line}").unwrap();
        }
        for (symbol, codes) in symbols {
            writeln!(questions, "symbol\t{symbol}").unwrap();
            writeln!(answers, "{}", codes.join(",")).unwrap();
        }
        (questions, answers)
    }

    /// Creates a folder for this case and language with these files.
    pub(crate) fn folder(&self, language: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{language}-{}", self.catalog));
        for (name, content) in files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
            std::fs::write(path, content).expect("a file can be written");
        }
        folder
    }

    /// Runs the program and compares its answers.
    fn check_answers(&self, program: &mut Command) {
        let (questions, expected) = self.questions();
        let mut running =
            program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the program runs");
        let mut stdin = running.stdin.take().expect("a pipe");
        let asking = std::thread::spawn(move || stdin.write_all(questions.as_bytes()));
        let output = running.wait_with_output().expect("it ends");
        asking.join().expect("the thread ends").expect("it reads all");
        assert!(output.status.success(), "{}", self.catalog);
        let answers = String::from_utf8(output.stdout).expect("text");
        for (answer, expected) in answers.lines().zip(expected.lines()) {
            assert_eq!(answer, expected, "{}", self.catalog);
        }
        assert_eq!(answers, expected, "{}", self.catalog);
    }
}

#[test]
fn deprecations_are_idiomatic_in_each_language() {
    let hostile = cases().into_iter().find(|case| case.catalog == "Hostile").expect("it is there");
    for (format, expected) in [
        ("typescript", "   * @deprecated since 1.2.0: use `new` *\\/ \"instead\"\n   */\n  Old: 4,"),
        ("go", "\t// Deprecated: since 1.2.0: use `new` */ \"instead\"\n\tCodeOld Code = 4"),
        ("python", ".. deprecated:: since 1.2.0: use `new` */ \\\"instead\\\"\n"),
        ("java", "   */\n  @Deprecated\n  OLD("),
        ("c", "HOSTILE_OLD HOSTILE_DEPRECATED(\"since 1.2.0: use `new` */ \\\"instead\\\"\") = 4,"),
        (
            "json-schema",
            "\"title\": \"Old\",\n      \"description\": \"ends a comment */ and begins /* one\",\n      \"deprecated\": true",
        ),
    ] {
        let exported = hostile.export(format);
        assert!(exported.contains(expected), "{format}: {exported}");
    }
}

#[test]
fn typescript() {
    let (Some(_), Some(_), Some(_)) = (find_program("tsc"), find_program("prettier"), find_program("node"))
    else {
        return;
    };
    for case in cases() {
        let read = match case.raw {
            Raw::Text => "(text) => text as never",
            Raw::Int => "(text) => Number(text) as never",
            Raw::Long | Raw::Unsigned => "(text) => BigInt(text) as never",
        };
        let driver = include_str!("languages/driver.ts").replace("READ", read);
        let folder = case.folder("ts", &[("codes.ts", &case.export("typescript")), ("driver.ts", &driver)]);
        run("prettier", ["--check".as_ref(), folder.join("codes.ts").as_os_str()]);
        let types = installed().join("node_modules/@types");
        run(
            "tsc",
            [
                "--strict --noUnusedLocals --noUnusedParameters --noUncheckedIndexedAccess --target es2022",
                "--module commonjs --moduleResolution node10 --ignoreDeprecations 5.0 --types node --typeRoots",
            ]
            .into_iter()
            .flat_map(|words| words.split(' '))
            .map(std::ffi::OsStr::new)
            .chain([types.as_os_str(), folder.join("driver.ts").as_os_str()]),
        );
        case.check_answers(find_program("node").expect("seen above").arg(folder.join("driver.js")));
    }
}

#[test]
fn go() {
    let (Some(_), Some(_)) = (find_program("go"), find_program("gofmt")) else { return };
    for case in cases() {
        let (raw, read) = match case.raw {
            Raw::Text => ("string", "return codes.Code(text)"),
            Raw::Int => ("int32", "code, _ := strconv.ParseInt(text, 10, 32)\n\treturn codes.Code(code)"),
            Raw::Long => ("int64", "code, _ := strconv.ParseInt(text, 10, 64)\n\treturn codes.Code(code)"),
            Raw::Unsigned => {
                ("uint64", "code, _ := strconv.ParseUint(text, 10, 64)\n\treturn codes.Code(code)")
            }
        };
        let source = case.export("go");
        let package = source.lines().find_map(|line| line.strip_prefix("package ")).expect("a package");
        let driver = include_str!("languages/driver.go")
            .replace("PACKAGE", package)
            .replace("READ", read)
            .replace("RAW", raw);
        let own = format!("{package}/codes.go");
        let module = "module codes\n\ngo 1.18\n";
        let folder = case.folder("go", &[("go.mod", module), (&own, &source), ("main.go", &driver)]);
        let unformatted =
            answer(find_program("gofmt").expect("seen above").args(["-l", "-d"]).arg(folder.join(&own)));
        assert_eq!(unformatted, "", "{}", case.catalog);
        answer(find_program("go").expect("seen above").args(["vet", "./..."]).current_dir(&folder));
        answer(find_program("go").expect("seen above").args(["build", "-o", "driver"]).current_dir(&folder));
        case.check_answers(&mut Command::new(folder.join("driver")));
    }
}

#[test]
fn python() {
    let (Some(_), Some(_)) = (find_program("python3"), find_program("black")) else { return };
    for case in cases() {
        let read = if case.raw == Raw::Text { "str" } else { "int" };
        let driver = include_str!("languages/driver.py").replace("READ", read);
        let folder = case.folder("py", &[("codes.py", &case.export("python")), ("driver.py", &driver)]);
        run("black", ["--check".as_ref(), "--quiet".as_ref(), folder.join("codes.py").as_os_str()]);
        let mut python = find_program("python3").expect("seen above");
        case.check_answers(python.args(["-W", "error"]).arg(folder.join("driver.py")).env("PYTHONUTF8", "1"));
    }
}

#[test]
fn java() {
    let (Some(_), Some(_)) = (find_program("javac"), find_program("java")) else { return };
    for case in cases() {
        let source = case.export("java");
        let class = source.lines().find_map(|line| line.strip_prefix("public enum ")).expect("an enum");
        let class = class.trim_end_matches(" {");
        let (raw, read) = match case.raw {
            Raw::Text => ("java.lang.String", "java.lang.String.valueOf"),
            Raw::Int => ("int", "Integer.parseInt"),
            Raw::Long => ("long", "Long.parseLong"),
            Raw::Unsigned => ("long", "Long.parseUnsignedLong"),
        };
        let driver = include_str!("languages/Driver.java")
            .replace("CLASS", class)
            .replace("READ", read)
            .replace("RAW", raw)
            // A Java long holds the bits of an unsigned integer; the driver prints it as unsigned.
            .replace(
                "valueOf(row.code())",
                if case.raw == Raw::Unsigned {
                    "valueOf(Long.toUnsignedString(row.code()))"
                } else {
                    "valueOf(row.code())"
                },
            );
        let own = format!("{class}.java");
        let folder = case.folder("java", &[(&own, &source), ("Driver.java", &driver)]);
        let mut javac = find_program("javac").expect("seen above");
        answer(
            javac
                .args([
                    "-encoding",
                    "UTF-8",
                    "-Xlint:all",
                    "-Xdoclint:all,-missing",
                    "-Werror",
                    &own,
                    "Driver.java",
                ])
                .current_dir(&folder),
        );
        case.check_answers(
            find_program("java").expect("seen above").args(["-cp", "."]).arg("Driver").current_dir(&folder),
        );
    }
}

#[test]
fn c() {
    let Some(_) = find_program("cc") else { return };
    for case in cases() {
        let (raw, format, read) = match case.raw {
            Raw::Text => ("const char *", "\"%s\"", "text"),
            Raw::Int => ("int", "\"%d\"", "atoi(text)"),
            Raw::Long => ("int64_t", "\"%lld\"", "strtoll(text, NULL, 10)"),
            Raw::Unsigned => ("uint64_t", "\"%llu\"", "strtoull(text, NULL, 10)"),
        };
        let same = if case.raw == Raw::Text { "strcmp(it->code, code) == 0" } else { "it->code == code" };
        let header = case.export("c");
        let prefix = header.lines().find_map(|line| line.strip_prefix("#ifndef ")).expect("a guard");
        let prefix = prefix.trim_end_matches("_H").to_lowercase();
        let driver = include_str!("languages/driver.c")
            .replace("PREFIX", &prefix)
            .replace("RAW", raw)
            .replace("READ", read)
            .replace("SAME", same)
            .replace("FORMAT", format);
        let folder = case.folder("c", &[("codes.h", &header), ("driver.c", &driver)]);
        // Standards before C23 have trigraphs.
        for standard in ["c99", "c11", "c17"] {
            let flags = [
                &format!("-std={standard}"),
                "-Wall",
                "-Wextra",
                "-Werror",
                "-Wno-format",
                "-trigraphs",
                "driver.c",
                "-o",
                "driver",
            ];
            answer(find_program("cc").expect("seen above").args(flags).current_dir(&folder));
            case.check_answers(&mut Command::new(folder.join("driver")));
        }
    }
}

/// The schema accepts the catalog's codes only; the definition `Any` accepts any code.
#[test]
fn json_schema() {
    let Some(_) = find_program("node") else { return };
    if !installed().join("node_modules/ajv").is_dir() {
        return left_out("ajv");
    }
    for case in cases() {
        // The JavaScript validator cannot read integers of 64 bits.
        if matches!(case.raw, Raw::Long | Raw::Unsigned) {
            continue;
        }
        let (questions, answers) = case.questions();
        let folder = case.folder(
            "schema",
            &[
                ("schema.json", &case.export("json-schema")),
                ("driver.cjs", include_str!("languages/driver.cjs")),
            ],
        );
        let known: Vec<&str> =
            answers.lines().filter_map(|line| line.split_once('\t')).map(|(known, _)| known).collect();
        let codes: Vec<&str> = questions.lines().filter_map(|line| line.strip_prefix("code\t")).collect();
        assert_eq!(codes.len(), known.len());
        let mut node = find_program("node").expect("seen above");
        node.arg(folder.join("driver.cjs")).arg(installed()).current_dir(&folder);
        node.arg(if case.raw == Raw::Text { "text" } else { "integer" }).args(&codes);
        let expected: Vec<String> = known.iter().map(|known| format!("{known} true")).collect();
        assert_eq!(answer(&mut node).lines().collect::<Vec<_>>(), expected, "{}", case.catalog);
    }
}
