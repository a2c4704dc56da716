//! The header: attributes, the visibility, the name, and the type of the codes.

use super::read;
use crate::syntax::raw::Raw;
use proc_macro2::TokenStream;

/// Checks that the declaration is rejected with one error that begins with `message`.
#[track_caller]
fn check_rejected(declaration: &str, message: &str) {
    let (catalog, errors) = read(declaration);
    assert!(catalog.is_none(), "{declaration}");
    assert!(errors.len() == 1 && errors[0].starts_with(message), "{declaration}\n{errors:?}");
}

#[test]
fn any_visibility_is_kept() {
    for (written, kept) in [
        ("", ""),
        ("pub", "pub"),
        ("pub(crate)", "pub(crate)"),
        ("pub(self)", "pub(self)"),
        ("pub(super)", "pub(super)"),
        ("pub(in super::a)", "pub(in super::a)"),
        ("pub(in ::a)", "pub(in ::a)"),
        ("F[]", ""),
        ("F[pub]", "pub"),
        ("F[pub(in F[a::b])]", "pub(in a::b)"),
        ("pub(in F[a::b])", "pub(in a::b)"),
    ] {
        let (catalog, errors) = read(&format!("{written} enum Vendor: i32 {{ 1 => A \"a\" }}"));
        assert_eq!(errors, [""; 0], "{written}");
        let kept = kept.parse::<TokenStream>().unwrap().to_string();
        assert_eq!(catalog.unwrap().vis.to_string(), kept, "{written}");
    }
    for written in
        ["pub()", "pub(a)", "pub(crate::a)", "pub(in)", "pub(in a::)", "pub(in a b)", "pub[crate]", "crate"]
    {
        check_rejected(&format!("{written} enum Vendor: i32 {{}}"), "expected a catalog: `pub enum Name");
    }
}

#[test]
fn an_attribute_has_a_path_and_arguments() {
    for attribute in
        ["doc = \"a\"", "doc = concat!(\"a\")", "a::b", "a::b(c d)", "a[b]", "unsafe(a = b)", "F[a = F[b]]"]
    {
        let (catalog, errors) =
            read(&format!("#[{attribute}] enum Vendor: i32 {{ #[{attribute}] 1 => A \"a\" }}"));
        let catalog = catalog.unwrap();
        assert_eq!(errors, [""; 0], "{attribute}");
        assert_eq!((catalog.attrs.len(), catalog.rows[0].attrs.len()), (1, 1), "{attribute}");
    }
    for attribute in ["[]", "[1]", "[= 1]", "[a =]", "[a b]", "[a(b) c]", "[a::]", "[unsafe b]", "(a)", ""] {
        check_rejected(&format!("#{attribute} enum Vendor: i32 {{}}"), "expected an attribute, `#[…]`");
        // The row is rejected too, because without the attribute it would have another meaning.
        let (catalog, errors) =
            read(&format!("enum Vendor: i32 {{ #{attribute} 1 => A \"a\", 2 => B \"b\" }}"));
        let rows = catalog.unwrap().rows;
        assert!(
            rows.iter().any(|row| row.meanings[0].message.as_ref().is_some_and(|text| text.value == "b")),
            "{attribute}"
        );
        assert_eq!(errors, ["expected an attribute, `#[…]`"], "{attribute}");
    }
}

#[test]
fn the_type_ends_at_the_table() {
    for (ty, raw) in [
        ("F[u8]", Some("u8")),
        ("NonZeroI64", Some("NonZeroI64")),
        ("NonZeroI128", None),
        ("F[F[&'static str]]", Some("str")),
        ("&'static F[str]", Some("str")),
        ("&str", None),
        ("&'static mut str", None),
        ("[u8; { 2 }]", None),
        ("Matrix<{ 2 }>", None),
        ("m! { i32 }", None),
    ] {
        let (catalog, errors) = read(&format!("enum Vendor: {ty} {{ 1 => A \"a\" }}"));
        assert_eq!(errors, [""; 0], "{ty}");
        let catalog = catalog.unwrap();
        let read = Raw::of(&catalog.raw).map(|raw| match raw {
            Raw::Int(int) => int.name,
            Raw::Str => "str",
        });
        assert_eq!((read, catalog.rows.len()), (raw, 1), "{ty}");
    }
    let (catalog, _) = read("enum Vendor: i32 F[{ 1 => A \"a\" }]");
    assert_eq!(catalog.unwrap().rows.len(), 1);
}

#[test]
fn the_error_names_the_missing_part() {
    let catalog = "expected a catalog: `pub enum Name: i32 { code => Name \"message\", … }`";
    for written in ["", "pub", "#[doc = \"a\"]", "union"] {
        check_rejected(written, catalog);
    }
    check_rejected("enum", "expected the name of the catalog");
    check_rejected("enum 3", "expected the name of the catalog");
    check_rejected(
        "enum type: i32 {}",
        "`type` is a keyword of Rust and cannot name a catalog: choose another name",
    );
    for written in
        ["enum Vendor", "enum Vendor {}", "enum Vendor: {}", "enum Vendor::i32 {}", "enum Vendor: 3 {}"]
    {
        check_rejected(written, "expected the type of the codes after the name: `enum Vendor: i32`");
    }
    check_rejected("enum Vendor: i32", "expected the table after this");
    check_rejected("enum Vendor: i32 = {}", "expected the table, `{");
    check_rejected("enum Vendor: i32 {} {}", "unexpected tokens after the catalog");
}
