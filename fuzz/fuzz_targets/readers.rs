//! Fuzzes `errcat import` with `--from`, `--pattern` or `--records`, and a file.
#![no_main]

use errcat::properties::check_import_with_options;

libfuzzer_sys::fuzz_target!(|input: &[u8]| check_import_with_options(input));
