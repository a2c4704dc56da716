//! A text is not empty and has neither control characters nor spaces at its ends.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        title " The vendor's codes";
        lang "";
        1 => Empty "",
        2 => Blank "  ",
        3 => Padded "padded ",
        4 => Control "bell\u{7}" { help: "two\nlines" },
        5 => Wide "\u{3000}an ideographic space",
        6 => NoHelp "no help" { help: "" },
        section Ends "ends " { 7 => Seven "seven" }
    }
}

fn main() {}
