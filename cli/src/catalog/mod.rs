//! Compiled catalogs as data: tables of rows without the type of their enum, and the baselines of catalogs.

pub(crate) mod published;
pub(crate) mod table;
pub(crate) mod value;
