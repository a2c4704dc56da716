//! `Reply` in a program with `serde_json`'s `arbitrary_precision`. See `tests/exact-numbers`.

use std::path::Path;
use std::process::Command;

#[test]
fn numbers_that_are_told_as_maps_are_read() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("exact-numbers");
    let run = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--manifest-path"])
        .arg(package.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"))
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}
