//! The documentation of variants and constants in the expansion.

use super::expand;
use syn::{Attribute, Expr, ExprLit, ImplItem, Item, ItemEnum, Lit, Meta};

/// Returns the documentation of each variant.
fn documentation(catalog: &str) -> Vec<String> {
    let file: syn::File = syn::parse2(expand(catalog.parse().unwrap())).unwrap();
    let Some(Item::Enum(ItemEnum { variants, .. })) = file.items.into_iter().next() else {
        panic!("the enum comes first");
    };
    variants.iter().map(|variant| texts(&variant.attrs)).collect()
}

/// Returns the text of the doc attributes.
fn texts(attributes: &[Attribute]) -> String {
    let text = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    attributes.iter().filter_map(text).collect()
}

/// Returns the documentation of a constant of the enum.
fn documentation_of_constant(catalog: &str, name: &str) -> String {
    let file: syn::File = syn::parse2(expand(catalog.parse().unwrap())).unwrap();
    let items = file.items.into_iter().filter_map(|item| match item {
        Item::Impl(item) => Some(item.items),
        _ => None,
    });
    let attributes = items.flatten().find_map(|item| match item {
        ImplItem::Const(constant) if constant.ident == name => Some(constant.attrs),
        _ => None,
    });
    texts(&attributes.unwrap())
}

#[test]
fn a_later_meaning_has_only_its_own_texts() {
    let catalog = r#"enum Vendor: i32 {
        translation en = "";
        1 => A E_A "a" { help: "help" } or B E_B "b*" { en: "bee", help: "bees" } or C "c",
    }"#;
    let variant = "The vendor gives this code to [`A`](Self::A) too: they are equal.";
    let docs = |name| documentation_of_constant(catalog, name);
    assert_eq!(docs("B"), format!("`1` `E_B` b\\*\n\nbees\n\n- `en`: bee\n\n{variant}"));
    assert_eq!(docs("C"), format!("`1` c\n\n{variant}"));
}

#[test]
fn a_variant_has_texts_text_columns_and_advice() {
    let docs = documentation(
        r#"enum Vendor: i32 {
            translation en;
            column kind: &'static str = "";
            column retry: Retry = Retry::Never;
            column http: u16 = 500;
            1 => A E_A "甲" { en: "a *star*", help: "帮助", kind: "x", retry: Retry::UpTo(3) },
            2 => B "乙" { en: "b", http: 404 } or C E_C "丙" { en: "c" },
        }"#,
    );
    assert_eq!(
        docs,
        [
            "`1` `E_A` 甲\n\n帮助\n\n- `en`: a \\*star\\*\n- `kind`: x\n- `retry`: `Retry::UpTo(3)`",
            "`2` 乙\n\n- `en`: b\n- `retry`: `Retry::Never`\n\n`2` `E_C` 丙\n\n- `en`: c\n- `retry`: `Retry::Never`",
        ]
    );
}

#[test]
fn a_variant_has_its_section() {
    let catalog = r#"enum Vendor: i32 {
        translation en = "";
        1 => A "a",
        section B "乙 *" en "bees" { 2 => Bee "b" { help: "help" } }
        section C "丙" { 3 => Cee "c" }
    }"#;
    assert_eq!(
        documentation(catalog),
        ["`1` a", "`2` b\n\nhelp\n\nSection: 乙 \\* (bees)", "`3` c\n\nSection: 丙"]
    );
}

#[test]
fn the_english_translation_is_preferred_to_the_first() {
    let columns = "translation de; translation fr;";
    let row = r#"de: "eins", fr: "un""#;
    let with_english =
        format!(r#"enum Vendor: i32 {{ {columns} translation en; 1 => A "一" {{ {row}, en: "one" }}, }}"#);
    assert_eq!(documentation(&with_english), ["`1` 一\n\n- `en`: one"]);
    let without = format!(r#"enum Vendor: i32 {{ {columns} 1 => A "一" {{ {row} }}, }}"#);
    assert_eq!(documentation(&without), ["`1` 一\n\n- `de`: eins"]);
}

#[test]
fn without_texts_and_advice_there_is_no_list() {
    assert_eq!(documentation(r#"enum Vendor: i32 { column http: u16 = 1; 1 => A "a" }"#), ["`1` a"]);
    assert_eq!(documentation(r#"enum Vendor: i32 { translation en = ""; 1 => A "a" }"#), ["`1` a"]);
}
