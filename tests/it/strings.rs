//! Catalogs whose codes are strings, such as SQLSTATE.

use error_catalog::{Catalog, Code, SectionRange, error_catalog};

error_catalog! {
    /// A part of SQLSTATE.
    pub enum SqlState: &'static str {
        title "SQLSTATE";
        source "ISO/IEC 9075-2";
        success "00000";
        section Success "Successful Completion" "00000"..="00ZZZ" {
            "00000" => SuccessfulCompletion "successful completion",
        }
        section Integrity "Integrity Constraint Violation" "23000"..="23ZZZ" {
            "23505" => UniqueViolation unique_violation "unique violation" { help: "the key exists" },
            r"23503" => ForeignKeyViolation foreign_key_violation "foreign key violation",
        }
        "P0001" => RaiseException "raise exception",
    }
}

error_catalog! {
    enum Gateway: &'static str {
        "isv.invalid-parameter" => InvalidParameter "invalid parameter" { symbol: "isv.invalid-parameter" },
        "参数错误" => BadArgument "bad argument",
        "a" => A "one letter",
        "A much longer code, with blanks, quotes \" and more than sixty-four bytes in all" => Long "long",
    }
}

#[test]
fn rows_are_in_the_order_of_their_codes() {
    let codes: Vec<_> = SqlState::ALL.iter().map(|row| row.code()).collect();
    assert_eq!(codes, ["00000", "23503", "23505", "P0001"]);
    let ranks: Vec<_> = SqlState::ALL.iter().map(|row| *row as usize).collect();
    assert_eq!(ranks, [0, 1, 2, 3]);
    assert!(SqlState::ForeignKeyViolation < SqlState::UniqueViolation);
}

#[test]
fn codes_are_found_and_nothing_else_is() {
    fn exactly<C: Catalog<Raw = &'static str>>() {
        for &row in C::ALL {
            let code = row.code();
            assert_eq!(C::from_code(code), Some(row));
            for end in (0..code.len()).filter(|end| code.is_char_boundary(*end)) {
                assert_eq!(C::from_code(&code[..end]), None, "{code}");
            }
            assert_eq!(C::from_code(&format!("{code} ")), None);
        }
    }
    exactly::<SqlState>();
    exactly::<Gateway>();
    const FOUND: Option<SqlState> = SqlState::from_code("23505");
    assert_eq!(FOUND, Some(SqlState::UniqueViolation));
}

#[test]
fn conversions() {
    let borrowed = String::from("23505");
    assert_eq!(SqlState::try_from(borrowed.as_str()), Ok(SqlState::UniqueViolation));
    assert_eq!(<&str>::from(SqlState::UniqueViolation), "23505");
    let unknown = String::from("99\n99");
    let error = SqlState::try_from(unknown.as_str()).unwrap_err();
    assert_eq!(error.code(), Some("99\n99"));
    assert_eq!(error.to_string(), r#"unknown SqlState code "99\n99""#);
}

#[test]
fn a_code_is_compared_with_its_text_from_either_side() {
    for (text, is_equal) in [("23505", true), ("23503", false), ("", false), ("99999", false)] {
        let code = Code::from(SqlState::UniqueViolation);
        assert_eq!((code == *text, *text == code), (is_equal, is_equal), "{text}");
        assert_eq!((code == text, text == code), (is_equal, is_equal), "{text}");
    }
}

#[test]
fn the_rest_is_as_in_any_catalog() {
    let row = SqlState::UniqueViolation;
    assert_eq!(row.to_string(), "23505 unique violation");
    assert_eq!(format!("{row:#}"), "23505 unique violation: the key exists");
    assert_eq!(
        (row.name(), row.symbol(), row.help()),
        ("UniqueViolation", Some("unique_violation"), Some("the key exists"))
    );
    assert_eq!(SqlState::with_symbol("unique_violation"), [row]);
    assert_eq!(row.section().map(error_catalog::Section::name), Some("Integrity"));
    assert_eq!(SqlState::RaiseException.section(), None);
    assert!(SqlState::SuccessfulCompletion.is_success() && !row.is_success());
    assert_eq!(Gateway::with_symbol("isv.invalid-parameter"), [Gateway::InvalidParameter]);
}

error_catalog! {
    enum Composed: &'static str {
        success "00000";
        translation en = "";
        section Success "success" prefix "00" { "000" => Ok "ok" }
        section Integrity "integrity" en "integrity" prefix "23" {
            "505" => UniqueViolation "unique violation",
            "503" => _ "foreign key violation",
        }
        "57014" => Cancelled "cancelled",
    }
}

#[test]
fn a_section_puts_its_prefix_before_the_codes_of_its_rows() {
    let codes: Vec<_> = Composed::ALL.iter().map(|row| row.code()).collect();
    assert_eq!(codes, ["00000", "23503", "23505", "57014"]);
    assert_eq!(Composed::from_code("23505"), Some(Composed::UniqueViolation));
    assert_eq!(Composed::from_code("505"), None);
    assert_eq!(Composed::E23503.to_string(), "23503 foreign key violation");
    assert!(Composed::Ok.is_success());

    let section = Composed::UniqueViolation.section().unwrap();
    assert_eq!(section.ranges().collect::<Vec<_>>(), [SectionRange::Prefix("23")]);
    assert_eq!(Code::<Composed>::new("23999").section(), Some(section));
    assert_eq!(Code::<Composed>::new("57000").section(), None);
}

error_catalog! {
    /// The codes differ in bytes that are not in a sample of three words.
    enum FiveWords: &'static str {
        "xxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxx" => A "a",
        "xxxxxxxxxxyxxxxxxxxxxxxxxxxxxxxx" => B "b",
        "xxxxxxxxxxxxxxxxxxxxxyxxxxxxxxxx" => C "c",
        "xxxxxxxxxxxxxxyxxxxxxxxxxxxxxxxx" => D "d",
        "xxxxxxxxxxxxyxxxxxxxxxxxxxxxxxxx" => E "e",
        "xxxxxxxxxxxxxyxxxxxxxxxxxxxxxxxx" => F "f",
        "xxxxxxxxxxxxxxxxyxxxxxxxxxxxxxxx" => G "g",
        "xxxxxxxxxxxxxxxxxyxxxxxxxxxxxxxx" => H "h",
    }
}

error_catalog! {
    /// The codes differ in bytes that are not in a sample of five words.
    enum NineWords: &'static str {
        "xxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => A "a",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => B "b",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => C "c",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyxxxxxxxxxxxxx" => D "d",
    }
}

error_catalog! {
    /// The codes differ in bytes that are not in a sample of nine words.
    enum Whole: &'static str {
        "xxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => A "a",
        "xxxxxxxxxxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => B "b",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxyxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => C "c",
        "xxxxxxxxzxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" => D "d",
    }
}

#[test]
fn codes_that_differ_in_one_byte_anywhere_are_found() {
    fn is_found<C: Catalog<Raw = &'static str>>() {
        for row in C::ALL {
            assert_eq!(C::from_code(row.code()), Some(*row));
            for at in 0..row.code().len() {
                let mut code = row.code().to_owned();
                code.replace_range(at..=at, "w");
                assert_eq!(C::from_code(&code), None, "{code}");
            }
        }
        assert!(C::ALL.len() >= 4);
    }
    is_found::<FiveWords>();
    is_found::<NineWords>();
    is_found::<Whole>();
}
