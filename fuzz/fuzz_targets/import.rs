//! Fuzzes `errcat import` with a file of any format.
#![no_main]

use errcat::properties::check_import_is_accepted;

libfuzzer_sys::fuzz_target!(|file: &[u8]| check_import_is_accepted(file));
