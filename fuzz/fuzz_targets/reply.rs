//! What servers send.
#![no_main]

use error_catalog_properties::reply::is_what_one_writes_by_hand;

libfuzzer_sys::fuzz_target!(|body: &[u8]| is_what_one_writes_by_hand(body));
