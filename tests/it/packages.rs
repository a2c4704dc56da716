//! Each published package contains its licenses, and the README that its page at the registry shows.

use std::process::Command;

#[test]
fn each_package_contains_its_licenses_and_its_readme() {
    let readme = ["README.md"];
    for (package, readmes) in [
        ("error-catalog", &["README.md", "README.zh-CN.md"][..]),
        ("error-catalog-macros", &readme),
        ("error-catalog-core", &readme),
        ("errcat", &readme),
    ] {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", package]);
        let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
        assert!(output.status.success(), "{package}: {}", String::from_utf8_lossy(&output.stderr));
        let files = String::from_utf8(output.stdout).expect("text");
        for file in ["LICENSE-MIT", "LICENSE-APACHE"].iter().chain(readmes) {
            assert!(files.lines().any(|line| line == *file), "{package} has no {file}");
        }
    }
}
