//! Programs that do not come with cargo.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns the folder in which `.ci/tools` installs programs.
pub(crate) fn installed() -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("it is below target");
    target.join("tools")
}

/// Returns a command that runs the program: the one that is installed for the tests, or else the system's. Reports a
/// missing program, and returns `None`.
///
/// # Panics
///
/// If the program is missing and `REQUIRE_TOOLS` is set.
pub(crate) fn find_program(name: &str) -> Option<Command> {
    let installed = installed();
    let own = [installed.join("node_modules/.bin"), installed.join("python/bin")];
    let system = env::var_os("PATH").unwrap_or_default();
    let mut folders = own.into_iter().chain(env::split_paths(&system));
    let found = folders.find_map(|folder| Some(folder.join(name)).filter(|path| path.is_file()));
    if found.is_none() {
        left_out(name);
    }
    found.map(Command::new)
}

/// Reports that a program is not installed, and that its test is left out: on stderr, and in the list of `.ci/run`.
///
/// # Panics
///
/// If `REQUIRE_TOOLS` is set.
pub(crate) fn left_out(name: &str) {
    assert!(env::var_os("REQUIRE_TOOLS").is_none(), "{name} is not installed: run .ci/tools");
    eprintln!("left out: {name} is not installed; .ci/tools installs it");
    if let Some(list) = env::var_os("LEFT_OUT") {
        let mut list = OpenOptions::new().append(true).open(list).expect("the list exists");
        writeln!(list, "tests of our output: {name} is not installed").expect("a line is written");
    }
}
