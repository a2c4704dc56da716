//! Generates, compiles and runs catalogs of sizes at which an index could overflow one or two bytes, in a package that
//! renames the catalog crate.
//!
//! A few rows with long texts suffice for text offsets of more than two bytes. Unit tests of the macro and of the
//! runtime try large numbers of rows.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns a program that declares a catalog of `rows` rows, whose messages end with `tail`, and looks up each row and each
/// gap.
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

/// Creates a package that depends on the catalog crate only. It gets this workspace's lock file, so that nothing is
/// downloaded.
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
fn catalogs_from_one_row_to_text_offsets_above_sixteen_bits() {
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
