//! A program without std and without an allocator links, and says what it should. See `tests/no-alloc`.

use std::path::Path;
use std::process::Command;

#[test]
fn a_program_without_an_allocator_links_and_runs() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("no-alloc");
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    let build = Command::new(env!("CARGO"))
        .args(["rustc", "--quiet", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .arg("--")
        // What rustc links to a program with std: the C library, whose code calls `main`.
        .arg("-Clink-arg=-lc")
        // What unwinding would call. Core, which is compiled for all programs, refers to it; here nothing unwinds.
        .arg("-Clink-arg=-Wl,--defsym=rust_eh_personality=0")
        .output()
        .unwrap();
    assert!(build.status.success(), "{}", String::from_utf8_lossy(&build.stderr));
    let run = Command::new(target.join("debug/no-alloc")).status().unwrap();
    assert_eq!(run.code(), Some(0), "the number of the check that failed");
}
