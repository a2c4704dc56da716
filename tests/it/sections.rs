//! The section of a code, known or not, in catalogs whose sections have ranges of integers, of strings, or none.

use error_catalog::{Catalog, Code, Section, error_catalog};

error_catalog! {
    enum Classes: &'static str {
        section Connection "connection" "08000"..="08ZZZ" { "08006" => Failed "failed" }
        section Syntax "syntax" "42000"..="42ZZZ" { "42601" => Wrong "wrong" }
        "P0001" => Raised "raised",
    }
}

error_catalog! {
    enum Http: u16 {
        section Client "client" 400..=499 { 404 => NotFound "not found" }
        section Other "other" { 600 => Own "own" }
    }
}

fn name<C: Catalog>(code: Code<C>) -> Option<&'static str> {
    code.section().map(Section::name)
}

#[test]
fn an_unknown_string_has_the_section_of_its_range() {
    let section = |code: &str| name::<Classes>(code.parse().unwrap());
    for code in ["08000", "08001", "08ZZZ"] {
        assert_eq!(section(code), Some("Connection"), "{code}");
    }
    for code in ["", "08", "07ZZZ", "09000", "P0002"] {
        assert_eq!(section(code), None, "{code}");
    }
}

#[test]
fn the_ends_of_a_range_are_in_it() {
    let sections = [399, 400, 499, 500].map(|code| name(Code::<Http>::new(code)));
    assert_eq!(sections, [None, Some("Client"), Some("Client"), None]);
}

#[test]
fn a_known_code_has_the_section_of_its_row() {
    assert_eq!(name(Code::from(Http::Own)), Some("Other"));
    assert_eq!(name(Code::from(Http::NotFound)), Some("Client"));
    assert_eq!(name(Code::from(Classes::Raised)), None);
}

error_catalog! {
    enum Firmware: u32 {
        success 0x000F_0000;
        section Fmc "first mutable code" base 0x000F_0000 {
            0x0 => Ok "ok",
            0x14 => AliasCert "alias certificate",
        }
        section Runtime "runtime" base 0x000F_8000 { 0x2 => _ "mailbox" }
        section Update "update" base 0x0010_0000 0x0010_0001..=0x0010_00FF { 0x1 => Digest "digest" }
    }
}

error_catalog! {
    enum Program: u32 {
        0 => Unauthorized "unauthorized",
        section Swap "swap" base 100 100..=400 { 150 => Slippage "slippage" }
        base 6000;
        section Pool "pool" 6010..=6019, 6100..=6199 { 10 => Empty "empty", 100 => Full "full" }
    }
}

error_catalog! {
    enum Tls: i32 {
        section X509 "certificates" base -0x2000 { -0x80 => NotFound "not found" }
        section Ssl "protocol" base -0x7000 { -0x80 => Unavailable "unavailable" }
    }
}

fn codes<C: Catalog>() -> Vec<C::Raw> {
    C::ALL.iter().map(|row| row.code()).collect()
}

#[test]
fn a_base_is_added_to_the_codes_of_rows() {
    assert_eq!(codes::<Firmware>(), [0x000F_0000, 0x000F_0014, 0x000F_8002, 0x0010_0001]);
    assert_eq!(Firmware::AliasCert as u32, 0x000F_0014);
    assert_eq!(Firmware::from_code(0x000F_8002), Some(Firmware::E1015810));
    assert!(Firmware::Ok.is_success());
    assert_eq!(codes::<Program>(), [250, 6000, 6010, 6100]);
    assert_eq!(codes::<Tls>(), [-0x7080, -0x2080]);
}

#[test]
fn a_base_holds_what_its_zeros_leave_room_for_up_to_the_next_section() {
    let section = |code: u32| name(Code::<Firmware>::new(code));
    for code in [0x000F_0000, 0x000F_0014, 0x000F_7FFF] {
        assert_eq!(section(code), Some("Fmc"), "{code:#x}");
    }
    for code in [0x000F_8000, 0x000F_8FFF] {
        assert_eq!(section(code), Some("Runtime"), "{code:#x}");
    }
    for code in [0x000E_FFFF, 0x000F_9000, 0x0010_0000, 0x0010_0100] {
        assert_eq!(section(code), None, "{code:#x}");
    }
    let section = |code: i32| name(Code::<Tls>::new(code));
    let sections = [-0x8000, -0x7FFF, -0x7000, -0x6FFF, -0x2FFF].map(section);
    assert_eq!(sections, [None, Some("Ssl"), Some("Ssl"), None, Some("X509")]);
}

#[test]
fn a_section_has_several_ranges() {
    let section = |code: u32| name(Code::<Program>::new(code));
    let sections = [6009, 6010, 6019, 6020, 6100, 6199, 6200].map(section);
    assert_eq!(sections, [None, Some("Pool"), Some("Pool"), None, Some("Pool"), Some("Pool"), None]);
}
