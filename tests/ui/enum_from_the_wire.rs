//! A catalog that may get new codes is not deserialized, because it could not hold them. `Code` does.

use error_catalog::vendor::WeCom;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reply {
    errcode: WeCom,
}

fn main() {
    let _: Result<WeCom, _> = serde_json::from_str("40014");
}
