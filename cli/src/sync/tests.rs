//! Syncs random declarations with random pages. Every change of the vendor must arrive, and every byte that a person
//! wrote must stay.

mod cases;
mod random;

use super::declared_catalog::Declared;
use super::{SyncOptions, Synced, find_declaration, sync};
use crate::import::document::Document;
use crate::properties::accepts;
use crate::sync::difference::difference;
use fastrand::Rng;
use random::{Person, VendorPage};

/// Syncs without options.
fn synced(text: &str, document: &Document) -> Synced {
    sync(text, document, SyncOptions::default()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Counts the rows that `diff` reports as added or changed.
fn count_differences(text: &str, document: &Document) -> usize {
    let found = find_declaration::find(text, None).unwrap();
    let view = Declared::of(&found).unwrap().view();
    let difference = difference(&view, document);
    difference.added.len() + difference.changed.len()
}

/// Calls `check` with random pages and declarations of them.
fn for_each_declaration(seed: u64, rounds: usize, check: impl Fn(&mut Rng, &VendorPage, &Person, &str)) {
    for round in 0..rounds {
        let mut rng = Rng::with_seed(seed + round as u64);
        let page = VendorPage::random(&mut rng);
        let person = Person::random(&mut rng, &page);
        let text = person.declaration(&mut rng, &page);
        check(&mut rng, &page, &person, &text);
        // Each text that is read stays in memory otherwise.
        proc_macro2::extra::invalidate_current_thread_spans();
    }
}

#[test]
fn the_page_that_a_declaration_came_from_changes_no_byte() {
    for_each_declaration(1, 400, |_, page, _, text| {
        let synced = synced(text, &page.document());
        assert_eq!(synced.text, text);
        assert_eq!(
            (synced.changes.len(), synced.missing_rows.len(), synced.rejected.len()),
            (0, 0, 0),
            "{synced:?}\n{text}"
        );
    });
}

#[test]
fn declarations_are_accepted() {
    for_each_declaration(1, 100, |_, _, _, text| {
        accepts(text).unwrap_or_else(|errors| panic!("{errors}\n{text}"));
    });
}

#[test]
fn after_a_sync_nothing_is_added_or_changed_and_twice_is_once() {
    for_each_declaration(1_000, 600, |rng, page, _, text| {
        let document = page.next(rng).document();
        let first = synced(text, &document);
        assert_eq!(count_differences(&first.text, &document), 0, "{}\nfrom\n{text}", first.text);
        let is_about_new_rows =
            |note: &String| note.starts_with("added to section ") || note.starts_with("added outside ");
        assert!(first.rejected.is_empty() && first.notes.iter().all(is_about_new_rows), "{first:?}");
        let second = synced(&first.text, &document);
        assert_eq!(second.text, first.text);
        assert!(second.changes.is_empty(), "{:?}", second.changes);
        assert_eq!(second.missing_rows, first.missing_rows);
    });
}

#[test]
fn only_missing_translations_are_errors_after_a_sync() {
    for_each_declaration(5_000, 300, |rng, page, person, text| {
        let document = page.next(rng).document();
        let options = SyncOptions { deprecate_removed: rng.bool(), ..SyncOptions::default() };
        let text = sync(text, &document, options).unwrap().text;
        let errors = accepts(&text).err().unwrap_or_default();
        for error in errors.lines() {
            assert!(error.contains("has no value for `en`, which has no default"), "{error}\n{text}");
        }
        assert!(errors.is_empty() || person.requires_english, "{errors}\n{text}");
    });
}

#[test]
fn the_persons_own_lines_stay() {
    for_each_declaration(9_000, 400, |rng, page, person, text| {
        let new = synced(text, &page.next(rng).document()).text;
        let (before, table) = text.split_once("pub enum").unwrap();
        let (_, after) = table.rsplit_once("// end of the table").unwrap();
        assert!(new.starts_with(before) && new.ends_with(after), "{new}");
        for own in &person.own {
            assert_eq!(
                new.matches(own.as_str()).count(),
                text.matches(own.as_str()).count(),
                "{own}\n{text}\n{new}"
            );
        }
        if text.contains("\r\n") {
            assert_eq!(new.matches('\n').count(), new.matches("\r\n").count(), "{new:?}");
        } else {
            assert!(!new.contains('\r'), "{new:?}");
        }
    });
}
