//! A string code can name a variant only if it makes a valid identifier.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: &'static str {
        "isv.bad-token" => _ "token",
        "23505" => _ "unique",
        "--" => _ "nothing",
        "self" => _ "keyword",
        "all" => _ "taken",
        "ALL" => _ "taken",
    }
}

fn main() {
    let _ = [Vendor::IsvBadToken, Vendor::E23505, Vendor::All];
}
