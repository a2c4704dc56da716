//! Rust files with the pages that are edited into them.
#![no_main]

use errcat::properties::{sync_is_done_once, what_is_imported_is_in_sync};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    what_is_imported_is_in_sync(input);
    sync_is_done_once(input);
});
