//! Modules with prefixed codes, one type over all of them, and a constructor per code.
//!
//! TiKV declares its codes in 12 modules by a macro of its own, and a generator writes their list. In November 2026 the
//! list lacked 35 of 187 codes, because the generator forgot two modules (<https://github.com/tikv/tikv>,
//! `components/error_code`). Here `Kv` does not compile unless it lists each module that `errors!` declares.

use error_catalog::Failure;

/// Declares a module's catalog, and requires that [`Kv`] lists it. Each row gets a constructor from its values.
macro_rules! errors {
    ($name:ident $error:ident $prefix:literal {
        $($suffix:literal => $row:ident { $($value:ident: $type:ty),* } $make:ident $text:literal,)*
    }) => {
        error_catalog::error_catalog! {
            pub enum $name: &'static str {
                lang "en";
                error $error;
                $(concat!($prefix, $suffix) => $row { $($value: $type),* } $text,)*
            }
        }

        impl $name {
            $(
                #[doc = $text]
                pub fn $make($($value: $type),*) -> $error {
                    $error::$row { $($value),* }
                }
            )*
        }

        const _: fn($name) -> crate::store::Kv = crate::store::Kv::from;
    };
}

pub(crate) mod storage {
    //! The codes of the storage.
    errors! { Storage StorageError "KV:Storage:" {
        "Timeout" => Timeout { millis: u64 } timeout "no answer within {millis} ms",
        "EmptyKey" => EmptyKey {} empty_key "the key is empty",
    } }
}

pub(crate) mod raft {
    //! The codes of the consensus.
    errors! { Raft RaftError "KV:Raft:" {
        "NotLeader" => NotLeader { region: u64 } not_leader "this node does not lead region {region}",
    } }
}

error_catalog::union! {
    /// Every code of the store.
    pub enum Kv: &'static str of storage::Storage, raft::Raft
}

/// Stores a value. The caller gets one type of failure for every module.
pub(crate) fn write(key: &str) -> Result<(), Failure<Kv>> {
    if key.is_empty() {
        return Err(Kv::from(storage::Storage::EmptyKey).into());
    }
    Ok(())
}
