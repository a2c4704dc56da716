//! A constant guarded by `__on_use!` is evaluated only when it is used, not even by a lint: here that would be an error.
//! A catalog has both kinds of constants. `constant_without_guard` shows the error.

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
