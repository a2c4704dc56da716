//! Checks the macro's errors and their positions in `tests/ui/` without rustc. This takes a second instead of minutes, which
//! mutation tests need.

use crate::derive_coded::expand_coded;
use crate::union::union;
use crate::{Report, expand_items};
use quote::{ToTokens, quote};
use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::Path;
use syn::spanned::Spanned;

/// Returns the errors of a `.stderr` that are not rustc's own, in the form of [`reported`].
fn shown(stderr: &str) -> BTreeSet<String> {
    let errors = stderr.split("\n\n").filter_map(|error| error.strip_prefix("error: "));
    let ours = errors.filter(|error| !error.starts_with("use of deprecated"));
    let one = |error: &str| {
        let (message, rest) = error.split_once('\n').expect("a position follows");
        let (_, position) = rest.split_once(".rs:").expect("the position is in the case");
        format!("{}: {message}", position.lines().next().unwrap_or_default())
    };
    ours.map(one).collect()
}

/// Returns the errors of each `error_catalog! { … }`, `union! { … }` and `#[derive(Coded)]` in a file, as `line:column: message`.
fn reported(file: &str) -> BTreeSet<String> {
    proc_macro2::extra::invalidate_current_thread_spans();
    let file: syn::File = syn::parse_str(file).unwrap();
    let mut reported = BTreeSet::new();
    for item in file.items {
        let mut report = Report::default();
        let is_called =
            |mac: &syn::Macro, name| mac.path.segments.last().is_some_and(|last| last.ident == name);
        let name = match item {
            syn::Item::Macro(syn::ItemMacro { mac, .. }) if is_called(&mac, "union") => {
                let name = mac.path.span();
                union(&quote!(::error_catalog), mac.tokens, &mut report);
                name
            }
            syn::Item::Macro(syn::ItemMacro { mac, .. }) if is_called(&mac, "error_catalog") => {
                let name = mac.path.span();
                expand_items(&quote!(::error_catalog), mac.tokens, &mut report);
                name
            }
            syn::Item::Enum(syn::ItemEnum { ref ident, ref attrs, .. })
            | syn::Item::Struct(syn::ItemStruct { ref ident, ref attrs, .. })
                if attrs
                    .iter()
                    .any(|attribute| attribute.to_token_stream().to_string().contains("Coded")) =>
            {
                expand_coded(item.to_token_stream(), &mut report);
                ident.span()
            }
            _ => continue,
        };
        for error in report.errors() {
            let is_about_the_whole = error.span().byte_range().is_empty();
            let start = if is_about_the_whole { name } else { error.span() }.start();
            reported.insert(format!("{}:{}: {error}", start.line, start.column + 1));
        }
    }
    reported
}

#[test]
fn the_macro_reports_what_rustc_shows() {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/ui");
    // The published package does not contain the cases.
    if !Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").exists() {
        return;
    }
    let mut wrong = Vec::new();
    let files = ui.read_dir().unwrap().map(|entry| entry.unwrap().path());
    for case in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let reported = reported(&read_to_string(&case).unwrap());
        let shown = shown(&read_to_string(case.with_extension("stderr")).unwrap());
        if reported != shown {
            wrong.push(format!("{}\nreported: {reported:#?}\nshown: {shown:#?}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_faults_of_real_tables_are_reported() {
    // The published package does not contain the page.
    let Ok(page) = read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/why.md")) else {
        return;
    };
    let blocks = |language| page.split(language).skip(1).filter_map(|rest| rest.split("```").next());
    let (declarations, errors) = (blocks("```rust\n"), blocks("```text\n"));
    let reported = declarations.map(|declaration| {
        let errors = reported(declaration);
        let sentences = errors.iter().map(|error| error.splitn(3, ':').nth(2).unwrap_or_default());
        sentences.flat_map(|sentence| ["error:", sentence, "\n"]).collect::<String>()
    });
    let reported: Vec<_> = reported.collect();
    assert!(!reported.iter().any(String::is_empty), "{reported:#?}");
    assert_eq!(reported, errors.collect::<Vec<_>>());
}
