//! The alternatives to this library, for the catalogs that are measured. See `generate::peers` for the content of a module.

macro_rules! catalogs {
    ($($name:ident)*) => {$(
        pub mod $name {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".rs"));

            pub fn code_map() -> rustc_hash::FxHashMap<i32, Plain> {
                ROWS.iter().map(|&(row, _)| (row as i32, row)).collect()
            }

            pub fn symbol_map() -> rustc_hash::FxHashMap<&'static str, Plain> {
                ROWS.iter().flat_map(|&(row, symbols)| symbols.iter().map(move |&symbol| (symbol, row))).collect()
            }
        }
    )*};
}

catalogs! { wecom youdu thousand ten_thousand }
