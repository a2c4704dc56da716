//! A misspelt statement gets a suggestion. A statement that lacks a word is read as the one that was meant.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        tilte "title";
        sucess 1;
        1 => One "one",
    }
}

error_catalog! {
    pub enum Shared: i32 {
        shared E_BUSY;
        1 => One E_BUSY "one",
        2 => Two E_BUSY "two",
    }
}

error_catalog! {
    pub enum Equals: i32 {
        success = 0;
        envelope code = "ret";
        non_exhaustive;
        0 => Fine "fine",
    }
}

fn main() {}
