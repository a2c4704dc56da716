//! Generates the synthetic catalogs as `error_catalog!` declarations, one file each.

use std::{env, fs, path::Path};

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    for (name, count) in [("thousand.rs", 1_000), ("ten_thousand.rs", 10_000)] {
        let source = generate::ours(&generate::synthetic(count));
        fs::write(Path::new(&out).join(name), source).expect("cargo made the directory");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
