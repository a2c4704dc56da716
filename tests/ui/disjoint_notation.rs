//! `disjoint!` and the errors about a baseline show codes in the notation of the declaration.

use error_catalog::{disjoint, error_catalog};

error_catalog! { enum Written: u32 { 0 => Zero "zero", 0x0001_0001 => One "one" } }
error_catalog! { enum Printed: u16 { display "E{code:04}"; 42 => Odd "odd" } }
error_catalog! { enum Other: i64 { 42 => Same "same", 65537 => Large "large" } }
error_catalog! { enum Signed: i8 { display "0x{code:x}"; -2 => Two "two" } }
error_catalog! { enum Decimal: i8 { -2 => Two "two" } }

disjoint!(Written, Other);
disjoint!(Printed, Other);
disjoint!(Signed, Decimal);

fn main() {}
