//! Common mistakes in rows and ranges, each with its remedy.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        reserved 2000-2999;
        section Basic "basic" 1-99 {
            1 => "alpha" Alpha,
        }
        2 => Beta "beta" help: "wait",
        3 => Gamma "gamma", help: "wait",
        4 => 3DSecure "three",
        5 => Quoted "a "quoted" word",
        40001..=40009 => Range "range",
        41001-41009 => Dash "dash",
        1,001 => Thousand "thousand",
        -1,234,567 => Million "million",
        6 => Zeta "zeta",
    }
}

fn main() {
    let _ = [Vendor::Beta, Vendor::Gamma, Vendor::Quoted, Vendor::Range, Vendor::Dash, Vendor::Thousand, Vendor::Million];
    let _ = Vendor::Zeta;
}
