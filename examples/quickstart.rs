//! Look codes up in the catalogs that come with the crate.

use error_catalog::vendor::{WeCom, Youdu};

fn main() {
    // The code that a server answered.
    for errcode in [0, 40014, -1, 123_456] {
        match WeCom::from_code(errcode) {
            Some(row) if row.is_success() => println!("{row}"),
            Some(row) => {
                println!("{row:#}");
                println!("    in English: {}", row.en());
                println!("    advice: {}", row.retry());
            }
            // A table is a snapshot: an unknown code is no success and no reason to panic.
            None => println!("{errcode} is not in the table of {}", WeCom::NAME),
        }
    }

    // Rows are plain variants, so a match reads as the vendor's manual does.
    let is_of_the_token = |row| matches!(row, WeCom::InvalidAccessToken | WeCom::AccessTokenExpired);
    println!("42001 is about the token: {}", WeCom::from_code(42001).is_some_and(is_of_the_token));

    // By the vendor's own symbol, which may stand for several codes.
    for row in Youdu::with_symbol("ERRCODE_INVALID_REQUEST") {
        println!("ERRCODE_INVALID_REQUEST is {row}");
    }

    // A code with several meanings prints them all.
    for meaning in Youdu::RepeatUserId.meanings() {
        println!("{} is {} or {}", meaning.code(), meaning.name(), meaning.message());
    }
}
