//! What holds whatever the tool is given: one function a property, which panics where it does not hold. The fuzzers in
//! `fuzz/` try them on inputs that they make up, the tests here on those that were kept in `fuzz/corpus/`.

#![allow(clippy::missing_panics_doc, reason = "to panic is how a property says that it does not hold")]

pub use crate::commands::annotate::properties::annotate_passes_every_byte_on;

use crate::declaration::{Head, declaration};
use crate::document::{Document, How, Role, of_bytes};
use crate::error::Error;
use std::path::Path;

/// What `import` prints for a file, which the macro is to accept; `None` where it refuses the file.
pub fn imported(file: &[u8]) -> Option<String> {
    let document = document(file)?;
    let title = document.title.as_deref();
    let head = Head { name: "Vendor", title, source: Some("file"), lang: None, success: &[] };
    let declaration = declaration(&document, &head).map_err(is_one_line).ok()?;
    let mut printed = Vec::new();
    declaration.write(&mut printed).expect("memory can be written");
    Some(String::from_utf8(printed).expect("a declaration is text"))
}

/// Of what a file holds, by its own headings, or by columns that the user names.
fn document(file: &[u8]) -> Option<Document> {
    let named = [Role::Code, Role::Message, Role::Symbol, Role::Column("more".to_owned())];
    [None, Some(&named[..])].into_iter().find_map(|columns| {
        let how = How { form: None, encoding: None, columns };
        let document = of_bytes(file.to_vec(), Path::new("file"), &how, &|_| {}).map_err(is_one_line).ok()?;
        (!document.entries.is_empty()).then_some(document)
    })
}

#[allow(clippy::needless_pass_by_value, reason = "as map_err calls it")]
fn is_one_line(error: Error) {
    let message = error.to_string();
    assert!(message.starts_with("file ") && !message.contains('\n'), "{message}");
}

#[cfg(test)]
mod tests {
    use super::{annotate_passes_every_byte_on, imported};
    use error_catalog_properties::expander;
    use std::path::Path;

    fn each_of(corpus: &str, holds: impl Fn(&[u8])) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(corpus);
        error_catalog_properties::each_of(&folder, holds);
    }

    #[test]
    fn annotate_passes_every_byte_on_however_it_arrives() {
        each_of("annotate", annotate_passes_every_byte_on);
    }

    #[test]
    fn what_import_prints_is_accepted() {
        each_of("import", |bytes| {
            let printed = imported(bytes);
            expander::accepts(printed.as_deref().unwrap_or_default()).unwrap();
        });
    }
}
