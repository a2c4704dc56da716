//! What `__on_use!` guards is evaluated where it is used and nowhere else, by no lint either: here it would be an error.
//! Both kinds of constants that a catalog has of its rows. The case `constant_without_guard` shows that it would be.

#![allow(dead_code)]

pub trait Catalog {
    const ROWS: &'static [Row];
}

pub enum Row {
    A,
}

const fn rows() -> [Row; 1] {
    panic!("the rows are evaluated")
}

impl Catalog for Row {
    const ROWS: &'static [Row] = error_catalog::__on_use!(rows());
}

impl Row {
    pub const ALL: &'static [Self] = error_catalog::__on_use!(rows());
}

pub fn of_any<C: Catalog>() -> usize {
    C::ROWS.len()
}

fn main() {}
