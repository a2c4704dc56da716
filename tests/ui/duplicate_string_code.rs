//! Strings are compared by content.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        "23505" => UniqueViolation "the key exists",
        r#"23505"# => Unique "the key exists",
    }
}

fn main() {}
