//! Rust files with the pages that are edited into them.
#![no_main]

use errcat::properties::{check_sync_is_idempotent, check_import_is_in_sync};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    check_import_is_in_sync(input);
    check_sync_is_idempotent(input);
});
