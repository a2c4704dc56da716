//! The expansion calls its own methods, whatever traits of the user are in scope.

use error_catalog::error_catalog;

/// Has every method name that the expansion could call.
#[allow(dead_code, reason = "nothing may call it")]
trait Captures: Sized {
    fn name(&self) -> u8 {
        panic!("captured")
    }
    fn code(&self) -> u8 {
        panic!("captured")
    }
    fn get(&self, _: usize) -> Option<&u8> {
        panic!("captured")
    }
    fn message(&self) -> u8 {
        panic!("captured")
    }
    fn meanings(&self) -> u8 {
        panic!("captured")
    }
    fn from_code(_: u8) -> u8 {
        panic!("captured")
    }
    fn from_name(_: u8) -> u8 {
        panic!("captured")
    }
    fn text(self) -> u8 {
        panic!("captured")
    }
    fn ok_or(self, _: u8) -> u8 {
        panic!("captured")
    }
    fn ok_or_else(self, _: u8) -> u8 {
        panic!("captured")
    }
    fn write_str(self, _: u8) -> u8 {
        panic!("captured")
    }
    fn copied(self) -> u8 {
        panic!("captured")
    }
    fn is_success(&self) -> u8 {
        panic!("captured")
    }
    fn with_titles(self, _: u8) -> u8 {
        panic!("captured")
    }
    fn with_range(self, _: u8) -> u8 {
        panic!("captured")
    }
}

impl<T> Captures for T {}

error_catalog! {
    pub enum Vendor: i32 {
        success 0;
        column level: u8 = 1;
        translation en = "";
        0 => Ok "ok",
        section Few "few" en "a few" 1..=9 {
            1 => One SYMBOL "one" { level: 2, en: "one" } or Uno "uno",
        }
    }
}

error_catalog! {
    pub enum Texts: &'static str { "a" => A "a" }
}

#[test]
fn a_blanket_trait_captures_no_call() {
    assert_eq!((format!("{:?}", Vendor::One), Vendor::One.to_string()), ("One".into(), "1 one | uno".into()));
    assert_eq!(
        ("One".parse(), Vendor::try_from(1), i32::from(Vendor::One)),
        (Ok(Vendor::One), Ok(Vendor::One), 1)
    );
    let columns = Vendor::meanings(Vendor::One).next().unwrap().columns();
    assert_eq!(format!("{columns:?}"), r#"Columns { level: 2, en: "one" }"#);
    assert_eq!((Texts::try_from("a"), format!("{:?}", Texts::A)), (Ok(Texts::A), "A".into()));
}

/// A user's trait with a method of the same name.
trait Coded {
    fn code(&self) -> i32;
}

impl Coded for Vendor {
    fn code(&self) -> i32 {
        Self::code(*self)
    }
}

#[test]
fn a_path_calls_the_method_of_the_enum() {
    assert_eq!(Coded::code(&Vendor::One), 1);
}
