//! The one sort of the macro. Each closure that a generic sort takes is a sort of its own to compile, thousands of lines
//! in the first build of every user.

use std::cmp::Ordering;

/// Sorts indexes by what they stand for. Those of equals keep their order.
pub(crate) fn sort(indexes: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    indexes.sort_by(|a, b| compare(*a, *b));
}
