//! A row's code is in the range of its section.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        section Basic "basic" 0..=99 {
            5 => Inside "inside",
            100 => Outside "outside",
        }
        section Backwards "backwards" 299..=200 {
            250 => Anywhere "anywhere",
        }
    }
}

fn main() {}
