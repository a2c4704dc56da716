//! Counts the instructions of lookups under valgrind. Unlike times, counts do not depend on the load of the machine. A
//! benchmark fails if it takes more than its budget, which is at most a tenth above the count when it was set.

use error_catalog::vendor::{WeCom, Youdu};
use gungraun::{
    Callgrind, EventKind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use std::fmt::Write;
use std::hint::black_box;

fn at_most(instructions: u64) -> LibraryBenchmarkConfig {
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(Callgrind::default().hard_limits([(EventKind::Ir, instructions)]));
    config
}

#[library_benchmark(config = at_most(18))]
#[bench::known(40_014)]
#[bench::unknown(123_456)]
fn code(code: i32) -> Option<WeCom> {
    WeCom::from_code(black_box(code))
}

#[library_benchmark(config = at_most(105))]
#[bench::known("ERRCODE_MISS_BUIN")]
fn symbol(symbol: &str) -> &'static [Youdu] {
    Youdu::with_symbol(black_box(symbol))
}

#[library_benchmark(config = at_most(31))]
#[bench::known(WeCom::InvalidAccessToken)]
fn message(row: WeCom) -> &'static str {
    black_box(row).message()
}

#[library_benchmark(config = at_most(385))]
#[bench::known(WeCom::InvalidAccessToken, String::with_capacity(128))]
fn display(row: WeCom, mut line: String) -> String {
    write!(line, "{}", black_box(row)).expect("a string can be written to");
    line
}

library_benchmark_group!(name = lookups, benchmarks = [code, symbol, message, display]);
main!(library_benchmark_groups = lookups);
