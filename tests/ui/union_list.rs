//! A union lists catalogs by their paths, each once.

use error_catalog::union;

mod storage {
    error_catalog::error_catalog! { pub enum Error: u16 { 1 => Timeout "timeout" } }
}

mod raft {
    error_catalog::error_catalog! { pub enum Error: u16 { 2 => NotLeader "not leader" } }
}

union! { pub enum Twice: u16 of storage::Error, storage::Error }
union! { pub enum SameName: u16 of storage::Error, raft::Error }
union! { pub enum Empty: u16 of }
union! { pub enum NoList: u16 }
union! { pub enum NoType of storage::Error }
union! { pub enum Text: String of storage::Error }
union! { pub enum Generic<T>: u16 of storage::Error }
union! { pub enum OfGeneric: u16 of storage::Error<u16> }
union! { pub enum Table: u16 { storage::Error } }
union! { pub enum NoComma: u16 of storage::Error raft::Error }
union! { pub enum Literal: u16 of storage::Error, 7 }
union! { pub enum Conditional: u16 of #[cfg(unix)] storage::Error }
union! { #[derive(Debug)] pub enum Derived: u16 of storage::Error }
union! { pub struct Struct: u16 of storage::Error }
union! {}

fn main() {}
