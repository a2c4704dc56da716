//! A prefix is the start of string codes, and no code belongs to two sections.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Sql: &'static str {
        section Integrity "integrity" prefix "23" { "505" => Unique "unique", "50" => _ "same as" }
        section Foreign "foreign" prefix "235" { "03" => Foreign "foreign" }
        section Range "range" "23000"..="23ZZZ" { "23100" => Range "range" }
        "23505" => Again "again",
    }
}

error_catalog! {
    pub enum Number: i32 {
        section One "one" prefix "1" { 2 => Two "two" }
    }
}

fn main() {}
