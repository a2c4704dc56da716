//! Rows and their meanings: a method of a row returns the value of its first meaning, and all meanings share the section, the
//! deprecation and the code of the row.

use error_catalog::{Code, Failure, Section, error_catalog};

error_catalog! {
    /// Every kind of row, in sections and outside, with and without `or`.
    enum Mixed: i32 {
        translation en = "";

        section Disk "disk" en "disks" {
            #[deprecated(note = "gone")]
            10 => Full EFULL "full" { help: "delete files" } or Quota EQUOTA "over quota" { help: "ask for more" },
            11 => Broken "broken" or Missing "missing" { help: "plug it in", symbol: "EMISSING" },
        }
        20 => Lost "lost" or Late "late",
        #[deprecated]
        21 => Old "old" or Older "older",
    }
}

error_catalog! {
    enum Plain: i32 {
        1 => One "one" or Uno "uno",
        2 => Two "two",
        3 => Three "three",
        4 => Four "four",
        5 => Five "five",
        6 => Six "six",
    }
}

#[test]
fn a_catalog_without_sections_has_none() {
    assert!(<Plain as error_catalog::Catalog>::SECTIONS.is_empty());
    for row in Plain::ALL {
        assert_eq!(row.section(), None);
        assert_eq!(Code::from(*row).section(), None);
        assert!(row.meanings().all(|meaning| meaning.section().is_none()));
    }
}

#[test]
fn all_meanings_have_the_section_of_their_row() {
    let sections = |row: Mixed| row.meanings().map(|meaning| meaning.section().map(Section::name));
    assert!(sections(Mixed::Missing).eq([Some("Disk"); 2]));
    assert!(sections(Mixed::Late).eq([None; 2]));
}

#[test]
#[allow(deprecated, reason = "the deprecated rows are what is tested")]
fn all_meanings_have_the_deprecation_of_their_row() {
    let notes = |row: Mixed| row.meanings().map(|meaning| meaning.deprecated().map(|it| it.note));
    assert!(notes(Mixed::Full).eq([Some(Some("gone")); 2]));
    assert!(notes(Mixed::Broken).eq([None; 2]));
    assert!(notes(Mixed::Lost).eq([None; 2]));
    assert!(notes(Mixed::Old).eq([Some(None); 2]));
}

#[test]
#[allow(deprecated, reason = "the deprecated row is one of two with several help texts")]
fn the_help_of_a_row_is_its_first_meanings() {
    assert_eq!(Mixed::Full.help(), Some("delete files"));
    assert_eq!(Mixed::Broken.help(), None);
    assert_eq!(Failure::new(Mixed::Full).unwrap().help(), Some("delete files"));
    assert_eq!(Failure::new(Mixed::Broken).unwrap().help(), None);
}

#[test]
#[allow(deprecated, reason = "the deprecated row is one of two with several symbols")]
fn name_symbol_and_message_of_a_row_are_its_first_meanings() {
    let parts = |row: Mixed| (row.name(), row.symbol(), row.message());
    assert_eq!(parts(Mixed::Quota), ("Full", Some("EFULL"), "full"));
    assert_eq!(parts(Mixed::Missing), ("Broken", None, "broken"));
}

#[test]
fn two_meanings_of_a_row_differ() {
    let [one, uno] = [0, 1].map(|index| Plain::One.meanings().nth(index).unwrap());
    assert!(one == Plain::One.meanings().next().unwrap() && one != uno);
    assert_eq!((one.code(), uno.code(), uno.row()), (1, 1, Plain::One));
}

#[test]
fn the_debug_form_of_a_meaning_has_all_parts() {
    let missing = Mixed::Missing.meanings().nth(1).unwrap();
    let expected = concat!(
        r#"Meaning { code: 11, name: "Missing", symbol: Some("EMISSING"), message: "missing", "#,
        r#"help: Some("plug it in"), section: Some(Section { name: "Disk", title: "disk", "#,
        r#"lang: "", titles: [("en", "disks")], ranges: Integers([]) }), columns: Columns { en: "" } }"#,
    );
    assert_eq!(format!("{missing:?}"), expected);
    assert_eq!(
        format!("{:?}", Mixed::Missing.meanings().skip(1).collect::<Vec<_>>()),
        format!("[{expected}]")
    );
}

#[test]
fn a_section_lists_its_titles() {
    assert_eq!(Mixed::Broken.section().unwrap().titles(), [("en", "disks")]);
}

#[test]
fn a_former_name_is_found_in_any_case() {
    error_catalog! {
        enum Renamed: i32 {
            1 => New was Former "new",
            2 => Other "other",
        }
    }
    assert_eq!(Renamed::from_name_ignoring_case("FORMER"), Some(Renamed::New));
}

#[test]
fn meanings_are_printed_as_a_list() {
    let meanings = Plain::One.meanings();
    let [one, uno] = [0, 1].map(|index| meanings.clone().nth(index).unwrap());
    assert_eq!(format!("{meanings:?}"), format!("[{one:?}, {uno:?}]"));
    assert!(
        format!("{one:?}").starts_with(r#"Meaning { code: 1, name: "One", symbol: None, message: "one""#)
    );
}
