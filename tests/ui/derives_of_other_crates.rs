//! Derives whose traits every catalog has already are rejected at their token.

use error_catalog::error_catalog;

error_catalog! {
    #[derive(thiserror::Error, strum::Display, strum::EnumString)]
    #[derive(num_enum::TryFromPrimitive, IntoPrimitive, FromStr, Serialize_repr)]
    pub enum Vendor: i32 {
        #[error("one")]
        1 => One "one",
    }
}

fn main() {}
