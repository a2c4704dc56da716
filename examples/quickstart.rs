//! Looks codes up in the catalogs that come with the crate.

use error_catalog::vendor::{WeCom, Youdu};

fn main() {
    // Codes from the replies of a server.
    for errcode in [0, 40014, -1, 123_456] {
        match WeCom::from_code(errcode) {
            Some(row) if row.is_success() => println!("{row}"),
            Some(row) => {
                println!("{row:#}");
                println!("    in English: {}", row.en());
                println!("    advice: {}", row.retry());
            }
            // A table is a snapshot: an unknown code is not a success, and not a reason to panic.
            None => println!("{errcode} is not in the table of {}", WeCom::NAME),
        }
    }

    // Rows are plain variants, so a match uses the names of the table.
    let is_of_the_token = |row| matches!(row, WeCom::InvalidAccessToken | WeCom::AccessTokenExpired);
    println!("42001 is about the token: {}", WeCom::from_code(42001).is_some_and(is_of_the_token));

    // Several codes may have the same symbol.
    for row in Youdu::with_symbol("ERRCODE_INVALID_REQUEST") {
        println!("ERRCODE_INVALID_REQUEST is {row}");
    }

    // A code with several meanings prints them all.
    for meaning in Youdu::RepeatUserId.meanings() {
        println!("{} is {} or {}", meaning.code(), meaning.name(), meaning.message());
    }
}
