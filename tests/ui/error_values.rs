//! Mistakes with the values of errors. Each is reported once, where it is.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Shop: u16 {
        lang "en";
        translation de;
        error ShopFailure;
        success 0;

        0 => Fine { at: u64 } "fine" { de: "gut" },
        1 => Misspelt { asked: u32, max: u32 } "at most {max} copies, not {aksed}" { de: "höchstens {max}, nicht {asked}" },
        2 => Undeclared { max: u32 } "at most {max} copies, not {number}" { de: "höchstens {max}" },
        3 => NotShown { max: u32 } "at most {max} copies" { de: "höchstens so viele" },
        4 => OnlyShown { max: u32 } "too many copies" { de: "höchstens {max}" },
        5 => Unclosed { max: u32 } "at most {max copies" { de: "höchstens {max}" },
        6 => Unopened { max: u32 } "at most max} copies" { de: "{max}" },
        7 => Unnamed { max: u32 } "at most {} copies" { de: "höchstens {max}" },
        8 => Positional { max: u32 } "at most {0} copies" { de: "höchstens {max}" },
        9 => Field { max: Limit } "at most {max.copies} copies" { de: "höchstens {max:?}" },
        10 => Width { max: u32 } "at most {max:>width$} copies" { de: "höchstens {max}" },
        11 => Twice { max: u32, max: u32 } "at most {max} copies" { de: "höchstens {max}" },
        12 => NoValue "order {id} is unknown" { de: "unbekannt" },
        13 => Help { max: u32 } "at most {max} copies" { de: "höchstens {max}", help: "order {max} at once" },
        14 => Sources { #[source] a: std::fmt::Error, #[from] b: std::fmt::Error } "broken" { de: "kaputt" },
        15 => From { #[from] a: std::fmt::Error, b: u8 } "broken {b}" { de: "kaputt {b}" },
        16 => Good { max: u32 } "at most {max:>4}" { de: "höchstens {max:?}" },
    }
}

fn main() {
    println!("{}", ShopFailure::Good { max: 3 });
}
