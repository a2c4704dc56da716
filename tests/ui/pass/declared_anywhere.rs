//! A catalog can be declared anywhere, several in one module, with any visibility.

#![allow(dead_code)]

use error_catalog::error_catalog;

error_catalog! { enum Private: i32 { 1 => One "one" } }
error_catalog! { pub(crate) enum Crate: u8 { 1 => One "one" { } } }

pub mod outer {
    pub mod inner {
        error_catalog::error_catalog! {
            pub(in crate::outer) enum Restricted: i16 {
                column level: u8 = 1;
                -1 => One "one" or Uno "uno",
            }
        }
        error_catalog::error_catalog! {
            pub(super) enum Super: &'static str { "x" => X "x" }
        }
    }

    pub fn one() -> i16 {
        assert_eq!(inner::Super::from_code("x"), Some(inner::Super::X));
        assert_eq!(inner::Restricted::Uno.level(), 1);
        inner::Restricted::ALL[0].code()
    }
}

fn main() {
    error_catalog! {
        /// In a function.
        #[derive(Default)]
        enum Local: i32 {
            translation en;
            column pair: (u8, u8) = (1, 2);
            #[default]
            1 => One "eins" { en: "one" } or Uno "uno" { en: "one, too", pair: (3, 4) },
            -1 => Minus "minus" { en: "minus" },
        }
    }
    let inner = || {
        error_catalog! { enum Local: i32 { 1 => Inner "inner" } }
        Local::Inner.to_string()
    };
    assert_eq!((inner().as_str(), outer::one()), ("1 inner", -1));
    assert_eq!(Local::default(), Local::Uno);
    assert_eq!((Local::One.en(), Local::One.pair(), Local::ALL.len()), ("one", (1, 2), 2));
    assert_eq!(Private::One as i32 + i32::from(u8::from(Crate::One)), 2);
}
