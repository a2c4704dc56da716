//! `disjoint!` accepts disjoint catalogs of different types, crates and sections. `ui/disjoint.rs` has those that it rejects.

use error_catalog::vendor::{WeCom, Youdu};
use error_catalog::{disjoint, error_catalog};

error_catalog! {
    enum Store: u8 { success 0; 0 => Ok "ok", 100 => SoldOut "sold out" }
}

error_catalog! {
    enum Bank: u64 { 101 => NoFunds "no funds", 18_446_744_073_709_551_615 => Worst "worst" }
}

error_catalog! {
    enum Sql: &'static str { "100" => NoData "no data", "1000" => More "more" }
}

error_catalog! {
    enum More: &'static str { "10" => Less "less", "1001" => Most "most" }
}

// 0 is a success in both.
disjoint!(Store, WeCom);
disjoint!(Store, Youdu, Bank, Sql,);
disjoint!(Sql, More);
disjoint!(including success: Store, Bank);
disjoint!(error_catalog::vendor::WeCom, crate::disjoint::Bank);

#[test]
fn disjoint_in_a_function() {
    error_catalog! { enum Local: i8 { 7 => Seven "seven" } }
    disjoint!(Local, Store);
    assert_eq!(Local::ALL.len() + Store::ALL.len() + Bank::ALL.len() + Sql::ALL.len() + More::ALL.len(), 9);
}
