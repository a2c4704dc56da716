//! Pages and files of vendors.
#![no_main]

use errcat::properties::check_import_is_accepted;

libfuzzer_sys::fuzz_target!(|file: &[u8]| check_import_is_accepted(file));
