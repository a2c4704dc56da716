//! errcat with one catalog of ten thousand rows. `cargo run --package site -- site --out codes.html` writes the page that
//! `measure.mjs` types into.

include!(concat!(env!("OUT_DIR"), "/ten_thousand.rs"));

fn main() -> std::process::ExitCode {
    errcat::main([errcat::table::<Catalog>()])
}
