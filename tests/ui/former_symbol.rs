//! A former symbol is written after the current one, and belongs to one row.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Gateway: i32 {
        1 => NoAccount E_ACCOUNT was E_NO_ACCOUNT "no such account",
        2 => Locked E_NO_ACCOUNT "account is locked",
        3 => Expired E_EXPIRED was E_EXPIRED "account has expired",
    }
}

error_catalog! {
    pub enum Shop: i32 {
        1 => Dropped _ "without a symbol",
        2 => Busy E_BUSY was "busy",
        3 => Closed E_CLOSED was isv.closed "closed",
        4 => Full E_FULL was " full" "full",
    }
}

fn main() {}
