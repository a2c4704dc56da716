//! Shared by both benches: this library's catalogs, the race, and the report.

pub mod catalogs;
pub mod plot;
pub mod race;
pub mod reply;
pub mod report;
