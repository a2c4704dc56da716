//! Variants may have the names of items of the prelude.

#![allow(non_camel_case_types)]

use error_catalog::error_catalog;

error_catalog! {
    pub enum Vendor: i32 {
        success 0;
        column debug: bool = true;
        0 => Ok "ok",
        1 => Err "err",
        2 => None "none",
        3 => Some "some",
        4 => Self_ "self",
        5 => Option "option",
        6 => String "string",
        7 => Error "error" or Raw "raw" or Columns "columns",
        8 => Vendor "vendor",
        9 => Result "result",
        10 => r#type "type",
        11 => Default "default",
    }
}

fn main() {
    assert_eq!(Vendor::from_code(2), Option::Some(Vendor::None));
    assert_eq!(Vendor::try_from(0), Ok(Vendor::Ok));
    assert_eq!("Err".parse(), Ok(Vendor::Err));
    assert_eq!((Vendor::r#type.name(), Vendor::from_name("type")), ("type", Some(Vendor::r#type)));
    assert_eq!(Vendor::Raw.to_string(), "7 error | raw | columns");
    assert_eq!(Vendor::Vendor as i32, 8);
}
