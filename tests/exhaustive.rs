//! Looks up all 2^32 codes in both vendors' catalogs. It takes seconds in a release build, minutes in any other:
//! `cargo test --release -p error-catalog-tests --test exhaustive`.

use error_catalog::vendor::{WeCom, Youdu};
use std::fmt::Debug;
use std::thread;

/// Checks that each code from `i32::MIN` to `i32::MAX` is found exactly if the vendor's table contains it.
fn every_code<C: Copy + Eq + Debug + Sync>(table: &str, from_code: fn(i32) -> Option<C>, code: fn(C) -> i32) {
    let mut listed: Vec<i32> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').find_map(|cell| cell.parse().ok()))
        .collect();
    listed.sort_unstable();
    listed.dedup();

    let threads = thread::available_parallelism().map_or(1, Into::into) as i64;
    let each = (1_i64 << 32) / threads;
    let found: usize = thread::scope(|scope| {
        let ranges = (0..threads).map(|thread| {
            let first = i64::from(i32::MIN) + thread * each;
            let end = if thread == threads - 1 { i64::from(i32::MAX) + 1 } else { first + each };
            let listed = &listed;
            scope.spawn(move || {
                let mut expected =
                    listed.iter().copied().skip_while(|code| i64::from(*code) < first).peekable();
                let mut found = 0;
                for raw in first..end {
                    let raw = raw as i32;
                    let row = from_code(raw);
                    if expected.next_if_eq(&raw).is_some() {
                        assert_eq!(row.map(code), Some(raw));
                        found += 1;
                    } else if row.is_some() {
                        panic!("{raw} is not in the table, but its row is {row:?}");
                    }
                }
                found
            })
        });
        ranges.collect::<Vec<_>>().into_iter().map(|range| range.join().unwrap()).sum()
    });
    assert_eq!(found, listed.len());
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimization")]
fn wecom() {
    every_code(include_str!("fixtures/wecom.tsv"), WeCom::from_code, WeCom::code);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "takes minutes without optimization")]
fn youdu() {
    every_code(include_str!("fixtures/youdu.tsv"), Youdu::from_code, Youdu::code);
}
