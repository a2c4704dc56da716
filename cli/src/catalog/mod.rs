//! The compiled catalogs as data: tables of rows that forget the type of their enum, and their baselines.

pub(crate) mod published;
pub(crate) mod table;
pub(crate) mod value;
