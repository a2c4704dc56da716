//! Builds and runs the programs in `programs/`, which need settings that hold for a whole build.

use std::path::{Path, PathBuf};
use std::process::Command;

fn cargo(subcommand: &str, program: &str) -> Command {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("programs").join(program).join("Cargo.toml");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([subcommand, "--quiet", "--manifest-path"]).arg(manifest);
    cargo.arg("--target-dir").arg(target_dir());
    cargo
}

fn target_dir() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs")
}

// The program is linked with a Linux linker's options.
#[cfg(target_os = "linux")]
#[test]
fn a_program_without_an_allocator_links_and_runs() {
    let build = cargo("rustc", "no-alloc")
        .arg("--")
        // For a program with std, rustc links the C library, whose code calls `main`.
        .arg("-Clink-arg=-lc")
        // Core is compiled for all programs and refers to this symbol of the unwinder. Nothing unwinds here.
        .arg("-Clink-arg=-Wl,--defsym=rust_eh_personality=0")
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let run = Command::new(target_dir().join("debug/no-alloc")).status().unwrap();
    assert_eq!(run.code(), Some(0), "the number of the check that failed");
}

#[test]
fn a_reply_reads_numbers_under_arbitrary_precision() {
    let run = cargo("run", "exact-numbers").output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn texts_that_a_program_does_not_use_are_not_linked() {
    check_unused_texts("unused-texts", &[("65537", "DEVICE_FLASH_BUSY"), ("65538", "DEVICE_FLASH_WORN")]);
    let codes = [("65537", "DEVICE_FLASH_BUSY"), ("131073", "DEVICE_BUS_DOWN"), ("131074", "unknown")];
    check_unused_texts("unused-texts-of-a-union", &codes);
}

/// Runs a program that prints the symbols of codes, and checks that its binary contains no other text of the catalog.
fn check_unused_texts(binary: &str, symbols: &[(&str, &str)]) {
    let mut run = cargo("run", "unused-texts");
    run.args(["--bin", binary, "--", "3"]).args(symbols.iter().map(|(code, _)| code));
    let run = run.output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let lines: Vec<&str> = symbols.iter().map(|(_, symbol)| *symbol).collect();
    assert_eq!(String::from_utf8_lossy(&run.stdout), format!("unknown\n{}\n", lines.join("\n")));

    let program = format!("debug/{binary}{}", std::env::consts::EXE_SUFFIX);
    let program = std::fs::read(target_dir().join(program)).unwrap();
    let contains = |text: &str| program.windows(text.len()).any(|bytes| bytes == text.as_bytes());
    assert!(contains("DEVICE_FLASH_BUSY"));
    for field in ["Name", " message", " translation", " help", " hint", " url", " section", " note"] {
        assert!(!contains(&format!("unused{field}")) && !contains(&format!("Unused{field}")), "{field}");
    }
}
