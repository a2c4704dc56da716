//! Mistakes with the derive of `Coded`.

use error_catalog::{Coded, error_catalog};

error_catalog! {
    pub enum Kv: u16 {
        1 => Timeout "timeout",
        2 => Closed "closed",
        3 => Unused "unused",
    }
}

#[derive(Debug, thiserror::Error, Coded)]
#[coded(Kv)]
enum WrongRow {
    #[error("timeout")]
    #[code(Timeuot)]
    Timeout,
}

#[derive(Debug, thiserror::Error, Coded)]
#[coded(Kv)]
enum NoRow {
    #[error("timeout")]
    Timeout,
    #[error("closed")]
    #[code("closed")]
    Closed,
    #[error("both")]
    #[code(inner)]
    Both(u8, u8),
}

#[derive(Debug, thiserror::Error, Coded)]
#[error("no catalog")]
#[code(Timeout)]
struct NoCatalog;

#[derive(Debug, thiserror::Error, Coded)]
#[coded(Kv, every_row)]
enum NotAll {
    #[error("timeout")]
    #[code(Timeout)]
    Timeout,
    #[error("closed")]
    #[code(Closed)]
    Closed,
}

#[derive(Debug, thiserror::Error, Coded)]
#[coded(Kv, all_rows)]
#[error("word")]
#[code(Timeout)]
struct Word;

fn main() {}
