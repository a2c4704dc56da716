//! Fuzzes `errcat sync` with a Rust file and a page.
#![no_main]

use errcat::properties::{check_import_is_in_sync, check_sync_is_idempotent};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    check_import_is_in_sync(input);
    check_sync_is_idempotent(input);
});
