// Former names and symbols in places where the grammar has none.
use error_catalog::error_catalog;

error_catalog! {
    pub enum Gateway: i32 {
        1 => FormerAsText was "E_OLD" "a",
        2 => AfterTheMessage "b" was Former,
        3 => AfterTheSymbolsMessage E_NEW "c" was E_OLD,
        4 => AnotherWord E_NEW formerly E_OLD "d",
        5 => InAField "e" { symbol: "E_NEW" was "E_OLD" },
        6 => Right was Former E_SIX was E_SIX_OLD "f",
    }
}

fn main() {
    let _ = Gateway::Right;
}
