//! Checks what the catalogs in this directory have in common with the tables whose shapes they have.

mod firmware;
mod server;
mod store;

use error_catalog::Retry;
use firmware::Firmware;
use server::{LogLevel, Status};
use store::{Kv, raft::Raft, storage::Storage, write};

#[test]
fn every_module_is_in_the_union() {
    assert_eq!(Kv::ALL.len(), Storage::ALL.len() + Raft::ALL.len());
    for row in Kv::ALL {
        assert!(row.code().starts_with("KV:"), "{}", row.code());
        assert_eq!(Kv::from_code(row.code()), Some(*row));
    }
    assert_eq!(write("").unwrap_err().known(), Some(Kv::Storage(Storage::EmptyKey)));
    assert!(write("key").is_ok());
}

#[test]
fn a_constructor_fills_in_the_message() {
    let error = Raft::not_leader(7);
    assert_eq!(error.code(), Raft::NotLeader);
    assert_eq!(error.to_string(), "KV:Raft:NotLeader this node does not lead region 7");
    assert_eq!(Storage::timeout(20).to_string(), "KV:Storage:Timeout no answer within 20 ms");
}

#[test]
fn a_code_of_the_firmware_is_in_its_component_and_has_eight_digits() {
    for row in Firmware::ALL {
        let component = row.section().expect("each row is in a section").name();
        assert_eq!(row.code().get() >> 16, if component == "Image" { 1 } else { 2 });
        assert!(row.to_string().starts_with(&format!("{:#010x} ", row.code())), "{row}");
    }
    assert_eq!(Firmware::WATCHDOG_EXPIRED.known(), Some(Firmware::Expired));
    assert_eq!(Firmware::check(0x10001), Err(Firmware::BadSignature.into()));
    assert_eq!((Firmware::check(0), size_of_val(&Firmware::check(0))), (Ok(()), 4));
}

#[test]
fn a_status_is_mapped_to_each_protocol() {
    let mapped = Status::ALL.iter().map(|row| (row.to_string(), row.http(), row.grpc(), row.log_level()));
    let expected = [
        ("Success", 200, "OK", LogLevel::Debug),
        ("Internal", 500, "INTERNAL", LogLevel::Error),
        ("InvalidArguments", 400, "INVALID_ARGUMENT", LogLevel::Debug),
        ("RateLimited", 429, "RESOURCE_EXHAUSTED", LogLevel::Debug),
    ];
    assert!(mapped.eq(expected.map(|(name, http, grpc, level)| (name.to_owned(), http, grpc, level))));
    assert_eq!(Status::RateLimited.retry(), Retry::Later);
    assert_eq!(Status::Internal.retry(), Retry::Never);
}
