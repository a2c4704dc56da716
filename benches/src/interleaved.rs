//! Times several implementations of one operation. Each round runs every one of them once, in turn, so that a change of the
//! load affects all of them; the result is the median of the rounds. This makes ratios repeatable on shared machines, and
//! we know of no harness that interleaves.

use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 41;

/// An implementation of the operation, called for all queries in one pass.
pub struct Implementation<'a> {
    name: &'static str,
    queries: usize,
    pass: Box<dyn FnMut() + 'a>,
}

impl<'a> Implementation<'a> {
    pub fn new(name: &'static str, queries: usize, pass: impl FnMut() + 'a) -> Self {
        Self { name, queries, pass: Box::new(pass) }
    }
}

/// Returns the nanoseconds per query of each implementation, in order.
pub fn time_interleaved(mut implementations: Vec<Implementation<'_>>) -> Vec<(&'static str, f64)> {
    let mut times = vec![Vec::with_capacity(ROUNDS); implementations.len()];
    for round in 0..ROUNDS {
        for turn in 0..implementations.len() {
            let index = (round + turn) % implementations.len();
            // The first pass is not measured, because the implementation before has filled the caches with its own data.
            (implementations[index].pass)();
            let start = Instant::now();
            (implementations[index].pass)();
            times[index].push(start.elapsed());
        }
    }
    let medians = times.into_iter().map(|mut times| {
        times.sort_unstable();
        times[ROUNDS / 2].as_secs_f64() * 1e9
    });
    implementations.iter().zip(medians).map(|(it, median)| (it.name, median / it.queries as f64)).collect()
}

/// Runs a pass in which no lookup depends on another.
pub fn throughput<Q: Copy, A>(queries: &[Q], lookup: impl Fn(Q) -> A) {
    for &query in queries {
        black_box(lookup(query));
    }
}

/// Runs a pass in which the index of each query depends on the result before. Subtract the time of a pass without a
/// lookup.
pub fn latency<Q: Copy>(queries: &[Q], lookup: impl Fn(Q) -> i32) {
    let zero = black_box(0);
    let mut before = 0;
    for index in 0..queries.len() {
        let query = queries[index ^ (before & zero) as usize];
        before = black_box(lookup(query));
    }
}
