//! What every catalog is already cannot be asked for again.

use error_catalog::error_catalog;

error_catalog! {
    #[derive(Debug, Default, std::hash::Hash)]
    #[repr(u8)]
    pub enum Vendor: i32 {
        #[default]
        1 => One "one",
    }
}

fn main() {
    assert_eq!(Vendor::default(), Vendor::One);
}
