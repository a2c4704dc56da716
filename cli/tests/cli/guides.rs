//! Runs every command of `docs/maintain.md` and `docs/migrate.md` in temporary folders, and compares the output with the
//! documents.
//!
//! A block with a path in its header is that file or, if it is a diff, an edit of it. The crate's tool is not rebuilt for
//! each run: the example `gateway` replaces it, and its catalogs are compared with the files.

#![cfg(unix)]

use crate::built_example;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crate that a document describes.
struct Package {
    root: PathBuf,
    /// The folder of the commands.
    bin: PathBuf,
}

/// Runs `cargo`, except for the crate's own tool.
const CARGO: &str = r#"#!/bin/sh
if [ "$1 $2 $3 $4 $5" = "run --quiet --example codes --" ]; then
    shift 5
    for GATEWAY in first second; do
        if grep -v 'baseline "' src/lib.rs | cmp -s - "$GATEWAYS/$GATEWAY.rs"; then
            export GATEWAY
            exec codes "$@"
        fi
    done
    echo "tests/fixtures/gateway has no such version"
    exit 3
fi
exec "$REAL_CARGO" "$@"
"#;

impl Package {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        _ = fs::remove_dir_all(&folder);
        let package = Self { root: folder.join("gateway"), bin: folder.join("bin") };
        fs::create_dir_all(&package.root).expect("a directory");
        fs::create_dir_all(&package.bin).expect("a directory");
        let errcat = Path::new(env!("CARGO_BIN_EXE_errcat"));
        symlink(errcat, package.bin.join("errcat")).expect("a link");
        symlink(built_example("gateway"), package.bin.join("codes")).expect("a link");
        let cargo = package.bin.join("cargo");
        fs::write(&cargo, CARGO).expect("a script");
        fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).expect("it is ours");
        package
    }

    /// Writes a file of the document, with dependencies on this workspace as paths.
    fn write(&self, path: &str, content: &str) {
        let mut content = content.to_owned();
        if path == "Cargo.toml" {
            let workspace =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("it is there");
            content.push_str("\n[workspace]\n\n[patch.crates-io]\n");
            for (name, folder) in [("error-catalog", "catalog"), ("errcat", "cli")] {
                writeln!(content, "{name} = {{ path = {:?} }}", workspace.join(folder).display().to_string())
                    .expect("a string takes it");
            }
            fs::copy(workspace.join("Cargo.lock"), self.root.join("Cargo.lock")).expect("the versions");
        }
        fs::write(self.root.join(path), content).expect("a file can be written");
    }

    /// Applies a diff, whose lines must occur once in the file.
    fn edit(&self, path: &str, diff: &str) {
        let side = |without: char| -> String {
            let lines = diff.lines().filter(|line| !line.starts_with(without));
            lines.map(|line| line.get(1..).unwrap_or_default().to_owned() + "\n").collect()
        };
        let (old, new) = (side('+'), side('-'));
        let text = fs::read_to_string(self.root.join(path)).expect("the file");
        // A line may be abbreviated after the change.
        let (old, new) = if text.contains(&old) { (&*old, &*new) } else { (old.trim_end(), new.trim_end()) };
        assert_eq!(text.matches(old).count(), 1, "{path} has no such lines:\n{old}\nin\n{text}");
        self.write(path, &text.replace(old, new));
    }

    /// Returns the output of a command in the document's form: the status, unless it is zero, comes first.
    fn run(&self, command: &str) -> String {
        let path = format!("{}:{}", self.bin.display(), std::env::var("PATH").unwrap_or_default());
        let output = Command::new("sh")
            .args(["-c", &format!("exec 2>&1; {command}")])
            .current_dir(&self.root)
            .env("PATH", path)
            .env("REAL_CARGO", env!("CARGO"))
            .env("GATEWAYS", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/gateway"))
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never")
            // A shared target directory, so that the runtime is compiled once.
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"))
            .output()
            .expect("a shell runs");
        let status = output.status.code().expect("it ended by itself");
        let status = if status == 0 { String::new() } else { format!("? {status}\n") };
        let text = String::from_utf8(output.stdout).expect("text");
        // cargo prints this line while another test runs cargo.
        let is_ours = |line: &&str| !line.starts_with("    Blocking waiting for file lock");
        status + &text.split_inclusive('\n').filter(is_ours).collect::<String>()
    }

    /// Returns a block of commands with their actual output.
    fn transcript(&self, block: &str) -> String {
        let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
        commands.flat_map(|command| ["$ ", command, "\n", &self.run(command)].map(str::to_owned)).collect()
    }
}

// One test, because the documents describe a crate of the same name: at the same time, cargo would take what it checked
// for one document as the result for the other.
#[test]
fn the_documents_have_their_actual_output() {
    check_document("maintain", 15);
    check_document("migrate", 15);
}

/// Runs a document of more than this many blocks.
fn check_document(name: &str, least_blocks: usize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../docs/{name}.md"));
    let document = fs::read_to_string(&path).expect("the document");
    let package = Package::new(name);
    let mut printed = String::new();
    let mut blocks = 0;
    for (index, part) in document.split("```").enumerate() {
        let is_block = index % 2 == 1;
        let Some((head, content)) = part.split_once('\n').filter(|_| is_block) else {
            printed.push_str(part);
            continue;
        };
        blocks += 1;
        let content = match head.split_once(' ') {
            None => {
                assert_eq!(head, "console");
                package.transcript(content)
            }
            Some(("diff", file)) => {
                package.edit(file, content);
                content.to_owned()
            }
            Some((_, file)) => {
                package.write(file, content);
                content.to_owned()
            }
        };
        write!(printed, "```{head}\n{content}```").expect("a string takes it");
    }
    assert!(blocks > least_blocks, "{blocks} blocks");
    if std::env::var_os("TRYCMD").is_some_and(|wish| wish == "overwrite") {
        fs::write(path, printed).expect("the document is ours");
    } else {
        for (ours, theirs) in printed.lines().zip(document.lines()) {
            assert_eq!(ours, theirs, "\n{printed}");
        }
        assert_eq!(printed, document);
    }
}
