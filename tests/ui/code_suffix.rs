//! A code has no suffix of another type or of another language.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        40001_u16 => InvalidSecret "invalid secret",
        -1i64 => Busy "busy",
        40014L => InvalidToken "invalid token",
        0x10UL => Expired "expired",
        7u => Missing "missing",
        0x80070005L => Denied "access is denied",
        99999999999L => Huge "larger than the type",
    }
}

fn main() {}
