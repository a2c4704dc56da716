//! Fuzzes the deserialization of `Reply` with a body.
#![no_main]

#[path = "../../tests/it/wire/reply_property.rs"]
mod reply_property;

libfuzzer_sys::fuzz_target!(|body: &[u8]| reply_property::check_against_structs(body));
