//! The catalogs of a union have the same type of codes, and no code twice.

use error_catalog::{error_catalog, union};

mod storage {
    error_catalog::error_catalog! { pub enum Storage: u16 { success 0; 0 => Ok "ok", 7 => Timeout "timeout" } }
}

mod raft {
    error_catalog::error_catalog! { pub enum Raft: u16 { 7 => NotLeader "not leader", 8 => Other "other" } }
    error_catalog::error_catalog! { pub enum Storage: u16 { 9 => Full "full" } }
}

error_catalog! { pub enum Texts: &'static str { "7" => Seven "seven" } }
error_catalog! { pub enum Keys: u16 { envelope code "code", text "message"; 70 => Seventy "seventy" } }

union! { pub enum Overlapping: u16 of storage::Storage, raft::Raft }
union! { pub enum Same: u16 of storage::Storage, crate::storage::Storage as Again }
union! { pub enum OtherKeys: u16 of raft::Raft, Keys }
union! { pub enum Union: u16 of raft::Raft }
union! { pub enum OfUnion: u16 of raft::Storage, Union }

fn main() {
    let _ = error_catalog::Code::<raft::Storage>::new(1).into_union::<Overlapping>();
    let _ = error_catalog::Failure::<raft::Raft>::new(1).unwrap().into_union::<Overlapping>();
    let _: error_catalog::Failure<Overlapping> = Overlapping::Raft(raft::Raft::Other).into();
}
