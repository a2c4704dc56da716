//! What the documentation of a variant says, as rustdoc gets it.

use super::expand;
use syn::{Attribute, Expr, ExprLit, ItemEnum, Lit, Meta};

/// The documentation of each variant.
fn documentation(catalog: &str) -> Vec<String> {
    let file: syn::File = syn::parse2(expand(catalog.parse().unwrap())).unwrap();
    let Some(syn::Item::Enum(ItemEnum { variants, .. })) = file.items.into_iter().next() else {
        panic!("the enum comes first");
    };
    let text = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    };
    variants.iter().map(|variant| variant.attrs.iter().filter_map(text).collect()).collect()
}

#[test]
fn it_has_what_the_row_says_its_text_columns_and_the_advice() {
    let docs = documentation(
        r#"enum Vendor: i32 {
            column en: &'static str;
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
fn of_several_languages_it_speaks_english_or_else_the_first() {
    let columns = "column de: &'static str; column fr: &'static str;";
    let row = r#"de: "eins", fr: "un""#;
    let with_english = format!(
        r#"enum Vendor: i32 {{ {columns} column en: &'static str; 1 => A "一" {{ {row}, en: "one" }}, }}"#
    );
    assert_eq!(documentation(&with_english), ["`1` 一\n\n- `en`: one"]);
    let without = format!(r#"enum Vendor: i32 {{ {columns} 1 => A "一" {{ {row} }}, }}"#);
    assert_eq!(documentation(&without), ["`1` 一\n\n- `de`: eins"]);
}

#[test]
fn a_text_of_several_lines_is_no_code() {
    let catalog = r#"enum Vendor: i32 { column en: &'static str; 1 => A "a" { en: "one\n\n        panic!()\r\nend" } }"#;
    assert_eq!(documentation(catalog), ["`1` a\n\n- `en`: one          panic\\!\\(\\)  end"]);
}

#[test]
fn without_texts_and_advice_it_has_no_list() {
    assert_eq!(documentation(r#"enum Vendor: i32 { column http: u16 = 1; 1 => A "a" }"#), ["`1` a"]);
    assert_eq!(documentation(r#"enum Vendor: i32 { column en: &'static str = ""; 1 => A "a" }"#), ["`1` a"]);
}
