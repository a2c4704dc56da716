//! Pages and files of vendors.
#![no_main]

use errcat::properties::what_import_prints_is_accepted;

libfuzzer_sys::fuzz_target!(|file: &[u8]| what_import_prints_is_accepted(file));
