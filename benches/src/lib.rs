//! Shared by both benches: this library's catalogs, the interleaved timing, and the report.

pub mod catalogs;
pub mod interleaved;
pub mod plot;
pub mod reply;
pub mod report;
