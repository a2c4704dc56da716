//! Tests of the executable, run as a user runs it.

mod annotate;
mod baseline;
mod chinese;
mod code_types;
mod conventions;
mod count;
mod diff;
mod display;
mod encodings;
mod error_values;
mod exceptions;
mod explain;
mod export;
mod guides;
mod hostile;
mod import;
mod limits;
mod list;
mod loaded_catalogs;
mod pages;
mod patterns;
mod readme;
mod round_trip;
mod search;
mod site;
mod spreadsheets;
mod sync;
mod table_shapes;
mod union;

use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// Returns `errcat` with these arguments, without a terminal and without the caller's color settings.
fn errcat(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.args(arguments);
    command
}

/// Returns status, stdout and stderr of a run.
fn outcome(mut command: Command) -> (i32, String, String) {
    let output = command.output().expect("the binary runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is text");
    (output.status.code().expect("it ended by itself"), text(output.stdout), text(output.stderr))
}

/// Returns stdout of a run that must succeed without a message.
fn answer(arguments: &[&str]) -> String {
    let (status, out, err) = outcome(errcat(arguments));
    assert_eq!((status, err.as_str()), (0, ""), "errcat {arguments:?}");
    out
}

/// Returns stdout of an example's tool.
fn example(name: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(built_example(name));
    command.args(arguments);
    let (status, out, err) = outcome(command);
    assert_eq!(status, 0, "{arguments:?}: {err}");
    out
}

/// Builds an example with the features of the whole workspace, so that `cargo test --workspace` does not build it twice.
fn built_example(name: &str) -> PathBuf {
    let build = ["build", "--quiet", "--workspace", "--example", name];
    Command::new(env!("CARGO")).args(build).assert().success();
    Path::new(env!("CARGO_BIN_EXE_errcat")).with_file_name("examples").join(name)
}

/// Returns the rows of a vendor's published table as maps from heading to text.
fn vendor(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let path = format!("{}/../tests/fixtures/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("fixture");
    reader.deserialize().map(|row| row.expect("a row of the fixture")).collect()
}

/// Returns the path of a vendor's document.
fn seed(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Creates a temporary file with this content. Tests that run at the same time may create the same file: each reads all of it.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    let partial = format!("{path}.{:?}", std::thread::current().id());
    std::fs::write(&partial, content).expect("a file can be written");
    std::fs::rename(partial, &path).expect("it replaces the file");
    path
}
