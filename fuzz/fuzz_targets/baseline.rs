//! Fuzzes the parser of baseline files.
#![no_main]

use error_catalog_core::properties::baseline::check_any_bytes;

libfuzzer_sys::fuzz_target!(|file: &[u8]| check_any_bytes(file));
