//! Common mistakes in the values of errors, each with its remedy.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Shop: u16 {
        error ShopFailure;

        1 => AfterTheText "no account {id}" { id: u64 },
        2 => Tuple(std::io::Error) "broken",
        3 => WithoutType { id } "no account {id}",
        4 => Public { pub id: u64 } "no account {id}",
        5 => AfterTheSymbol E_ACCOUNT { id: u64 } "no account {id}",
        6 => FieldsFirst { help: "ask" } "no account",
        7 => Keyword { type: u8 } "type",
        8 => Good { id: u64, name: &'static str } "no account {id} of {name}",
    }
}

fn main() {
    println!("{}", ShopFailure::Good { id: 3, name: "x" });
}
