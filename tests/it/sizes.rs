//! Catalogs of sizes at which a number could outgrow its byte or two: generated, compiled and run for real, in a package
//! that has the catalog crate under another name.
//!
//! What outgrows two bytes here are the places of texts, for which a few rows do. That as many rows are numbered, packed
//! and found is tested where they are: `lookup/tests.rs` and `expand/packed.rs` of the macro, `private/packed.rs` of the
//! runtime.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that declares a catalog of `rows` rows, whose messages end with `tail`, and looks each of them, and each
/// gap, up.
fn program(rows: usize, tail: &str) -> String {
    let mut source = String::from("codes::error_catalog! {\n    pub enum Big: i32 {\n");
    let successes: Vec<_> = (0..rows).step_by(3).map(|row| code(row).to_string()).collect();
    writeln!(source, "        success {};", successes.join(", ")).unwrap();
    for row in 0..rows {
        // Two runs of codes with a gap between them.
        let code = code(row);
        writeln!(
            source,
            "        {code} => Row{row} SYM_{row} \"message {row}{tail}\" {{ help: \"help {row}\" }},"
        )
        .unwrap();
    }
    let (first, last) = (code(0), code(rows - 1));
    write!(
        source,
        r#"    }}
}}

fn code(row: i32) -> i32 {{
    row - 3 + if row > 9 {{ 1000 }} else {{ 0 }}
}}

fn main() {{
    assert_eq!(Big::ALL.len(), {rows});
    for (row, variant) in (0..).zip(Big::ALL.iter().copied()) {{
        assert_eq!((variant.code(), Big::from_code(code(row))), (code(row), Some(variant)));
        assert_eq!(variant.name(), format!("Row{{row}}"));
        assert_eq!(variant.is_success(), row % 3 == 0);
        assert_eq!(variant.message(), format!("message {{row}}{tail}"));
        assert_eq!(variant.help(), Some(&*format!("help {{row}}")));
        assert_eq!(Big::from_name(variant.name()), Some(variant));
        assert_eq!(Big::with_symbol(&format!("SYM_{{row}}")), [variant]);
    }}
    assert_eq!(({first} - 9..={last} + 9).filter(|code| Big::from_code(*code).is_some()).count(), {rows});
    assert_eq!(Big::from_name("Row{rows}"), None);
}}
"#
    )
    .unwrap();
    source
}

fn code(row: usize) -> i32 {
    i32::try_from(row).unwrap() - 3 + if row > 9 { 1000 } else { 0 }
}

/// Makes a package that depends on the catalog crate and nothing else, with this workspace's lock file so that
/// nothing needs to be fetched.
fn package(source: &str) -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sizes");
    std::fs::create_dir_all(package.join("src")).unwrap();
    let catalog = workspace.join("catalog");
    let manifest = format!(
        r#"[package]
name = "sizes"
edition = "2024"

[dependencies]
codes = {{ package = "error-catalog", path = '{}', default-features = false }}

[workspace]
"#,
        catalog.display(),
    );
    std::fs::write(package.join("Cargo.toml"), manifest).unwrap();
    std::fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock")).unwrap();
    std::fs::write(package.join("src/main.rs"), source).unwrap();
    package
}

#[test]
fn from_one_row_to_texts_of_more_than_sixteen_bits() {
    for (rows, tail) in [(1, 0), (2, 0), (256, 0), (257, 255)] {
        let package = package(&program(rows, &"x".repeat(tail)));
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline"])
            .current_dir(&package)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{rows} rows:\n{}", String::from_utf8_lossy(&output.stderr));
    }
}
