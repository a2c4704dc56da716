//! Generates the peers' enums and maps, one file per catalog.

use std::{env, fs, path::Path};

fn main() {
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let write = |name: &str, rows: &[generate::Row], all: bool| {
        fs::write(Path::new(&out).join(name), generate::peers(rows, all)).expect("cargo made the directory");
    };
    write("wecom.rs", &generate::wecom(), true);
    write("youdu.rs", &generate::youdu(), true);
    write("thousand.rs", &generate::synthetic(1_000), true);
    write("ten_thousand.rs", &generate::synthetic(10_000), false);
    println!("cargo::rerun-if-changed=build.rs");
}
