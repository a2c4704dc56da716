//! Repeats one operation for `run` to count: `instructions code 1000`.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{error_catalog, union};
use std::fmt::Write;
use std::hint::black_box;

error_catalog! {
    pub enum Own: i32 {
        1_000_001 => Busy "busy",
        1_000_002 => Gone "gone",
    }
}

union! {
    pub enum Either: i32 of WeCom, Own
}

fn main() {
    let [operation, times] = [1, 2].map(|index| std::env::args().nth(index).unwrap_or_default());
    let times = 0..times.parse().unwrap_or(0);
    match operation.as_str() {
        "code" => times.for_each(|_| _ = black_box(WeCom::from_code(black_box(40_014)))),
        "unknown-code" => times.for_each(|_| _ = black_box(WeCom::from_code(black_box(123_456)))),
        "code-of-union" => times.for_each(|_| _ = black_box(Either::from_code(black_box(1_000_002)))),
        "symbol" => times.for_each(|_| _ = black_box(Youdu::with_symbol(black_box("ERRCODE_MISS_BUIN")))),
        "message" => times.for_each(|_| _ = black_box(black_box(WeCom::InvalidAccessToken).message())),
        "display" => {
            let mut line = String::new();
            times.for_each(|_| {
                line.clear();
                write!(line, "{}", black_box(WeCom::InvalidAccessToken)).expect("a string can be written to");
            });
        }
        _ => {
            eprintln!("usage: instructions code|unknown-code|code-of-union|symbol|message|display TIMES");
            std::process::exit(2);
        }
    }
}
