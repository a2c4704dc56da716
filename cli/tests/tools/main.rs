//! Gives the tool's output to the programs it is made for: browsers, compilers, databases and validators.
//!
//! `.ci/tools` installs them all. A test whose program is missing is left out, and reports that; with `REQUIRE_TOOLS=1`
//! it fails. Packages from npm are below `target/tools`, packages from `PyPI` in a virtual environment there.

mod browser;
mod columns;
mod error_values;
mod find_program;
mod languages;
mod openapi;
mod postgres;
mod printed_codes;
mod recognizer;
mod toml;

use std::process::Command;

/// Runs `errcat` with these arguments, and returns its output.
///
/// # Panics
///
/// If it does not end with status 0.
fn errcat(arguments: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_errcat")).args(arguments).output().expect("the binary runs");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "errcat {arguments:?}: {stderr}");
    String::from_utf8(output.stdout).expect("the output is text")
}

/// Writes a file with this content for this run, and returns its path.
fn file(name: &str, content: impl AsRef<[u8]>) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("a file can be written");
    path
}

/// Runs the program, and returns its output.
///
/// # Panics
///
/// If it does not end with status 0. The panic contains all output.
fn answer(command: &mut Command) -> String {
    let output = command.output().expect("the program runs");
    let [stdout, stderr] =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success(), "{command:?}\n{stdout}\n{stderr}");
    stdout
}

/// Runs a tool that must succeed.
fn run<A: AsRef<std::ffi::OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) {
    if let Some(mut command) = find_program::find_program(name) {
        answer(command.args(arguments));
    }
}
