//! Where the values of a typed column are.

use core::fmt::Debug;

/// A catalog's column number `INDEX`, of type `T`. A trait, so that the values stand on the catalog and have no name
/// there that a user could meet.
pub trait Column<const INDEX: usize, T: 'static> {
    /// The value at each place.
    const VALUES: &'static [T];
}

/// The value at a place. Asks of a column's type what it must be: the macro calls it with the span of the type.
#[inline]
pub const fn value<C: Column<INDEX, T>, const INDEX: usize, T: Copy + Debug + Sync + 'static>(
    place: usize,
) -> T {
    C::VALUES[place]
}
