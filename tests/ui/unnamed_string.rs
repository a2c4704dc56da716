//! A string code names a variant where it gives a name.

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
