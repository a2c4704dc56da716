//! Computed translations show the values that the message shows.

use error_catalog::error_catalog;

const LATE: &str = "spät {max}";

error_catalog! {
    pub enum Shop: u16 {
        translation de = concat!(name, ": {macs}");
        translation fr = concat!(name, ": {max}");
        translation zh = LATE;
        error ShopFailure;

        1 => Copies { max: u32 } "at most {max} copies" { zh: "最多 {max}" },
        2 => Orders { max: u32 } "at most {max} orders" { de: "höchstens {max}" },
        3 => Closed "closed" { de: "zu", zh: "" },
    }
}

fn main() {}
