//! Derives that every catalog has are rejected, and so are derives that would serialize names.

use error_catalog::error_catalog;

error_catalog! {
    #[derive(Debug, Default, std::hash::Hash)]
    #[repr(u8)]
    pub enum Vendor: i32 {
        #[default]
        1 => One "one",
    }
}

error_catalog! {
    #[derive(serde::Serialize, Deserialize)]
    #[cfg_attr(all(), derive(schemars::JsonSchema, Clone), repr(u8))]
    #[cfg_attr(any(), derive(utoipa::ToSchema))]
    pub enum OnTheWire: i32 {
        1 => One "one",
    }
}

fn main() {
    assert_eq!(Vendor::default(), Vendor::One);
}
