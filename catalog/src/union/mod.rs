//! `union!` declares one type for the codes of several catalogs.

pub(crate) mod columns;
pub(crate) mod members;
pub(crate) mod rows;

use crate::catalog::Catalog;

/// A catalog that is listed in the [`union!`](crate::union!) `U`. Only `union!` implements it.
///
/// ```
/// use error_catalog::{Failure, MemberOf, error_catalog, union};
///
/// error_catalog! { pub enum Storage: u16 { 1 => Timeout "timeout" } }
/// error_catalog! { pub enum Raft: u16 { 101 => NotLeader "not leader" } }
/// union! { pub enum Kv: u16 of Storage, Raft }
///
/// fn report(row: impl MemberOf<Kv>) -> String {
///     row.into().to_string()
/// }
///
/// assert_eq!(report(Raft::NotLeader), "101 not leader");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not in the union `{U}`",
    label = "this catalog is not in the union",
    note = "add it to the list in `union!`"
)]
pub trait MemberOf<U: Catalog>: Catalog<Raw = U::Raw> + Into<U> {}

/// Declares one type for the codes of several catalogs: an enum with a variant for each catalog.
///
/// For a program whose modules or crates have a catalog each, and whose callers get any of their codes:
///
/// ```
/// mod storage {
///     error_catalog::error_catalog! {
///         pub enum Storage: &'static str {
///             "KV:Storage:Timeout" => Timeout "timed out",
///             "KV:Storage:Closed" => Closed "closed",
///         }
///     }
/// }
///
/// mod raft {
///     error_catalog::error_catalog! {
///         pub enum Error: &'static str {
///             "KV:Raft:Timeout" => Timeout "no answer from the leader",
///         }
///     }
/// }
///
/// error_catalog::union! {
///     /// Every error of the store.
///     pub enum Kv: &'static str of storage::Storage, raft::Error as Raft
/// }
///
/// # fn main() {
/// use error_catalog::{Code, Failure};
///
/// fn write(key: &str) -> Result<(), Failure<Kv>> {
///     if key.is_empty() {
///         return Err(Kv::from(raft::Error::Timeout).into());
///     }
///     Ok(())
/// }
///
/// let advice = match write("").unwrap_err().known() {
///     Some(Kv::Storage(storage::Storage::Timeout)) => "wait",
///     Some(Kv::Raft(_)) => "find the leader",
///     _ => "give up",
/// };
/// assert_eq!(advice, "find the leader");
///
/// let code: Code<Kv> = "KV:Storage:Closed".parse().unwrap();
/// assert_eq!(code.known(), Some(Kv::Storage(storage::Storage::Closed)));
/// assert_eq!(code.to_string(), "KV:Storage:Closed closed");
/// assert_eq!(Kv::ALL.len(), 3);
/// # }
/// ```
///
/// A variant has the name of the catalog, or the one after `as`. It and the enum may have documentation; the enum may have
/// other attributes, such as `#[non_exhaustive]`.
///
/// # Checks
///
/// The catalogs may be in other crates. They have the same type of codes, and no code in common, success codes included:
///
/// ```compile_fail
/// # use error_catalog::{error_catalog, union};
/// error_catalog! { enum Storage: u16 { 7 => Timeout "timed out" } }
/// error_catalog! { enum Raft: u16 { 7 => NotLeader "not leader" } }
///
/// // error: code 7 is declared by two catalogs, as `Storage::Timeout` and as `Raft::NotLeader`
/// union! { enum Kv: u16 of Storage, Raft }
/// ```
///
/// A catalog that is missing in the list is not noticed. If the catalogs are declared by a `macro_rules!` of your own, let
/// it require the conversion, and each module that uses it has to be in the list:
///
/// ```
/// macro_rules! errors {
///     ($name:ident { $($table:tt)* }) => {
///         error_catalog::error_catalog! { pub enum $name: u16 { $($table)* } }
///         const _: fn($name) -> crate::Kv = crate::Kv::from;
///     };
/// }
///
/// mod storage { errors! { Storage { 1 => Timeout "timed out" } } }
/// mod raft { errors! { Raft { 101 => NotLeader "not leader" } } }
///
/// // Without `raft::Raft`: error: the trait `From<Raft>` is not implemented for `Kv`
/// error_catalog::union! { pub enum Kv: u16 of storage::Storage, raft::Raft }
/// # fn main() {}
/// ```
///
/// # Generated items
///
/// A union has what a catalog has, and implements [`Catalog`], with these differences:
///
/// - `From` each catalog, which implements [`MemberOf`] the union. [`Code::into_union`](crate::Code::into_union) and
///   [`Failure::into_union`](crate::Failure::into_union) convert a code and a failure.
/// - `from_code` looks the code up in one catalog after the other.
/// - A name that several catalogs have is found with its variant, `Storage::Timeout`, which `Debug` prints. Without it,
///   `from_name` returns `None`.
/// - `with_symbol` returns the rows of one catalog after the other.
/// - `SECTIONS` has a section for each catalog, with its title; a catalog's own sections are reached through its row.
/// - The columns are those of all catalogs. A row has no value in a column that its catalog does not have. They have no accessors.
/// - `LANG` is `None` if the catalogs' messages are in different languages. `message_in` uses the language of each row's catalog.
/// - A reply has the keys that the catalogs declare with `envelope`, which are the same in all of them.
///
/// A union is not in another union: list its catalogs.
#[macro_export]
macro_rules! union {
    ($($union:tt)*) => {
        $crate::__private::expand_union! { { $crate } { $($union)* } }
    };
}
