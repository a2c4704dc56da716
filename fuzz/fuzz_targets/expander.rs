//! Fuzzes the content of `error_catalog! { … }`.
#![no_main]

use error_catalog_core::properties::expander::check_any_tokens;

libfuzzer_sys::fuzz_target!(|content: &str| check_any_tokens(content));
