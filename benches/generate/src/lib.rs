//! Generates the catalogs to measure: two vendors' real tables and synthetic ones of any size, as rows and as source text for
//! this library and for each peer. Build scripts and the compile-time bench use it.

mod ours;
mod peers;
mod rows;

pub use ours::{in_languages, ours};
pub use peers::{in_one_enum, peers};
pub use rows::{Row, synthetic, wecom, youdu};
