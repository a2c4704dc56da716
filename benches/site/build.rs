//! Generates the catalog of ten thousand rows.

use std::{env, fs, path::Path};

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let source = generate::ours(&generate::synthetic(10_000));
    fs::write(Path::new(&out).join("ten_thousand.rs"), source).expect("cargo made the directory");
    println!("cargo::rerun-if-changed=build.rs");
}
