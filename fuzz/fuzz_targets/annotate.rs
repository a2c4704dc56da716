//! Logs.
#![no_main]

use errcat::properties::annotate_passes_every_byte_on;

libfuzzer_sys::fuzz_target!(|input: &[u8]| annotate_passes_every_byte_on(input));
