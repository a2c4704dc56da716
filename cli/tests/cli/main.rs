//! The real binary, run as a user runs it.

mod annotate;
mod baseline;
mod diff;
mod encodings;
mod explain;
mod export;
mod exported;
mod habits;
mod hostile;
mod import;
mod limits;
mod list;
mod maintain;
mod readme;
mod search;
mod site;
mod spreadsheets;
mod sync;

use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// `errcat` with these arguments, in no terminal and with none of the caller's wishes for colour.
fn errcat(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command.args(arguments);
    command
}

/// What a run left behind: status, stdout, stderr.
fn outcome(mut command: Command) -> (i32, String, String) {
    let output = command.output().expect("the binary runs");
    let text = |bytes| String::from_utf8(bytes).expect("the output is text");
    (output.status.code().expect("it ended by itself"), text(output.stdout), text(output.stderr))
}

/// A run that must have an answer and no message.
fn answer(arguments: &[&str]) -> String {
    let (status, out, err) = outcome(errcat(arguments));
    assert_eq!((status, err.as_str()), (0, ""), "errcat {arguments:?}");
    out
}

/// What the tool of an example prints.
fn example(name: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(built_example(name));
    command.args(arguments);
    let (status, out, err) = outcome(command);
    assert_eq!(status, 0, "{arguments:?}: {err}");
    out
}

/// An example's program, built as `cargo test --workspace` builds it, with the features that the whole workspace asks for:
/// there it is there already.
fn built_example(name: &str) -> PathBuf {
    let build = ["build", "--quiet", "--workspace", "--example", name];
    Command::new(env!("CARGO")).args(build).assert().success();
    Path::new(env!("CARGO_BIN_EXE_errcat")).with_file_name("examples").join(name)
}

/// The rows of a vendor's table, as the vendor publishes it: a map from heading to text for each.
fn vendor(name: &str) -> Vec<std::collections::HashMap<String, String>> {
    let path = format!("{}/../tests/fixtures/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).expect("fixture");
    reader.deserialize().map(|row| row.expect("a row of the fixture")).collect()
}

/// The document of a vendor as the user has it.
fn seed(name: &str) -> String {
    format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A file of this run, with this content.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&path, content).expect("a file can be written");
    path
}
