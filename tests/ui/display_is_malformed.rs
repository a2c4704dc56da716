//! The form of printed codes has one placeholder, a format that fits the type, and codes that can be read back.

use error_catalog::error_catalog;

error_catalog! { pub enum None: i32 { display "code"; 1 => A "a" } }
error_catalog! { pub enum Two: i32 { display "{code} {name}"; 1 => A "a" } }
error_catalog! { pub enum Unknown: i32 { display "{number}"; 1 => A "a" } }
error_catalog! { pub enum Braces: i32 { display "{code"; 1 => A "a" } }
error_catalog! { pub enum Spaces: i32 { display "E{code:4}"; 1 => A "a" } }
error_catalog! { pub enum Fill: i32 { display "E{code:>4}"; 1 => A "a" } }
error_catalog! { pub enum Debug: i32 { display "{code:?}"; 1 => A "a" } }
error_catalog! { pub enum Long: i32 { display "E{code:099}"; 1 => A "a" } }
error_catalog! { pub enum Text: &'static str { display "0x{code:x}"; "1" => A "a" } }
error_catalog! { pub enum Around: i32 { display "E-{name}"; 1 => A "a" } }
error_catalog! { pub enum Hexadecimal: i32 { display "{code:08x}"; 1 => A "a" } }
error_catalog! { pub enum Decimal: i32 { display "0x{code}"; 1 => A "a" } }
error_catalog! { pub enum Digit: i32 { display "4{code}"; 1 => A "a" } }
error_catalog! { pub enum Symbol: i32 { display "{symbol}"; 1 => A E_A "a", 2 => B "b" } }
error_catalog! { pub enum Shared: i32 { display "{symbol}"; shared symbol E; 1 => A E "a", 2 => B E "b" } }
error_catalog! { pub enum Swapped: &'static str { display "{name}"; "B" => A "a", "A" => B "b" } }
error_catalog! { pub enum Twice: i32 { display "E{code}"; display "{code}"; 1 => A "a" } }
error_catalog! { pub enum Invisible: i32 { display "E\u{200b}{code}"; 1 => A "a" } }

fn main() {}
