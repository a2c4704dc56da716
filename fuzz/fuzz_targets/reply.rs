//! Bodies of replies.
#![no_main]

#[path = "../../tests/it/wire/by_hand.rs"]
mod by_hand;

libfuzzer_sys::fuzz_target!(|body: &[u8]| by_hand::check_against_structs(body));
