//! `Failure::retry` returns one column: the only one of the type `Retry`, or the one named `retry`.

use error_catalog::{Retry, error_catalog};

error_catalog! {
    pub enum Gateway: i32 {
        column on_read: Retry = Retry::Later;
        column on_write: Option<error_catalog::Retry> = None;
        1 => Busy "busy",
    }
}

fn main() {}
