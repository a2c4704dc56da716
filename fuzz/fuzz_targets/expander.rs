//! What stands between the braces of `error_catalog!`.
#![no_main]

use error_catalog_core::properties::expander::answers_any_tokens;

libfuzzer_sys::fuzz_target!(|written: &str| answers_any_tokens(written));
