//! Fuzzes the texts of errors with values.
#![no_main]

use error_catalog_core::properties::expander::check_any_text_with_values;

libfuzzer_sys::fuzz_target!(|text: &str| check_any_text_with_values(text));
