//! Disjoint catalogs have no code in common. Success codes are compared only on request.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{disjoint, error_catalog};

error_catalog! {
    enum Store: u16 { success 0; 0 => Ok "ok", 100 => SoldOut "sold out" }
}

error_catalog! {
    enum Sql: &'static str { "100" => NoData "no data", "23505" => Unique "unique" }
}

error_catalog! {
    enum Other: &'static str { "23505" => Taken "taken" }
}

disjoint!(Store, Sql);
disjoint!(Store, WeCom, Youdu);
disjoint!(including success: Store, WeCom);
disjoint!(Sql, Other);

fn main() {}
