//! Codes that a catalog does not have are printed in Go as in Rust, in the form of the statement `display`.

use crate::find_program::find_program;
use crate::{answer, file};
use error_catalog::Code;
use std::path::Path;
use std::process::Command;

/// Declares a catalog for each form, and lists their declarations, each with the lines that Rust prints.
macro_rules! catalogs {
    ($($module:ident: $raw:ident $form:literal;)*) => {
        $(mod $module {
            error_catalog::error_catalog! { pub(super) enum Codes: $raw { display $form; 1 => One "one" } }
        })*

        fn declarations() -> Vec<(String, String)> {
            vec![$((
                format!(
                    "error_catalog::error_catalog! {{ enum Codes: {} {{ display {:?}; 1 => One \"one\" }} }}",
                    stringify!($raw),
                    $form
                ),
                [7, -1, 1].map(|code| Code::<$module::Codes>::new(code).to_string() + "\n").concat(),
            )),*]
        }
    };
}

catalogs! {
    lower_hex: i32 "0x{code:08x}";
    upper_hex: i16 "0x{code:X}";
    octal: i64 "0o{code:o}%";
    binary: i8 "0b{code:08b}";
    decimal: i32 "E{code:04}";
    name: i32 "{name}";
}

const PROGRAM: &str = r#"package main

import (
	"codes/codes"
	"fmt"
)

func main() {
	for _, code := range []codes.Code{7, -1, 1} {
		fmt.Println(code)
	}
}
"#;

#[test]
fn go_prints_codes_as_rust() {
    let Some(_) = find_program("go") else { return };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("go-printed-codes");
    std::fs::create_dir_all(folder.join("codes")).expect("a folder can be made");
    for (number, (declaration, expected)) in declarations().into_iter().enumerate() {
        let catalog = file(&format!("printed-codes-{number}.rs"), &declaration);
        let mut export = Command::new(env!("CARGO_BIN_EXE_errcat"));
        let package = answer(export.args(["export", "Codes", "--format", "go", "--table"]).arg(&catalog));
        for (name, content) in
            [("go.mod", "module codes\n\ngo 1.18\n"), ("codes/codes.go", &package), ("main.go", PROGRAM)]
        {
            std::fs::write(folder.join(name), content).expect("a file can be written");
        }
        let mut go = find_program("go").expect("seen above");
        let out = answer(go.args(["run", "."]).current_dir(&folder));
        assert_eq!(out, expected, "{declaration}");
    }
}
