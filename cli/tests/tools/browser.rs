//! `errcat site` in Chromium, driven by Playwright, with one script in `browser/` per use of the page. A script fails if the
//! page makes a network request, logs to the console, or violates its policy.

use crate::find_program::{find_program, installed, left_out};
use crate::{answer, errcat, file};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The folder with the pages: of the vendors' catalogs, of a long one, of twenty catalogs, and of hostile ones.
static PAGES: LazyLock<PathBuf> = LazyLock::new(|| {
    let examples = ["many_catalogs", "hostile_catalogs"];
    let build = ["build", "--quiet", "--workspace"];
    let named = examples.iter().flat_map(|name| ["--example", name]);
    answer(Command::new(env!("CARGO")).args(build).args(named));
    let built = Path::new(env!("CARGO_BIN_EXE_errcat")).with_file_name("examples");
    for name in examples {
        file(&format!("{name}.html"), answer(Command::new(built.join(name)).arg("site")));
    }
    file("vendors.zh.html", errcat(&["site", "--lang", "zh"]));
    let rows: Vec<String> = (5001..=5450).map(|code| format!("{code},failure {code}\n")).collect();
    let long = file("long.csv", format!("code,message\n{}", rows.concat()));
    file("long.html", errcat(&["site", "--table", &long.to_string_lossy()]));
    let page = file("vendors.html", errcat(&["site"]));
    page.parent().expect("a folder").to_owned()
});

/// Runs a script of `browser/`.
fn run_in_chromium(script: &str) {
    let (Some(mut node), Some(chromium)) = (find_program("node"), find_program("chromium")) else { return };
    let modules = installed().join("node_modules");
    for module in ["playwright-core", "axe-core"] {
        if !modules.join(module).is_dir() {
            return left_out(module);
        }
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tools/browser").join(script);
    node.env("NODE_MODULES", modules).env("CHROMIUM", chromium.get_program()).env("PAGES", &*PAGES);
    let output = answer(node.arg("--test-reporter=tap").arg(script));
    let count = |what: &str| -> usize {
        let line =
            output.lines().find_map(|line| line.strip_prefix(what)).unwrap_or_else(|| panic!("{output}"));
        line.trim().parse().unwrap_or_else(|_| panic!("{output}"))
    };
    assert!(count("# pass") > 0 && count("# pass") == count("# tests"), "{output}");
}

macro_rules! scripts {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                run_in_chromium(concat!(stringify!($name), ".mjs"));
            }
        )*
    };
}

scripts! { access chinese hostile keyboard layout links paste_and_copy policy search without_script }
