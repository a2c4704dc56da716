//! Fuzzes `errcat annotate` with a log.
#![no_main]

use errcat::properties::check_annotate_passes_bytes;

libfuzzer_sys::fuzz_target!(|input: &[u8]| check_annotate_passes_bytes(input));
