//! Catalogs as data, compiled or loaded from files: tables of rows without the type of their enum, and the baselines of
//! catalogs.

pub(crate) mod baseline;
pub(crate) mod load;
pub(crate) mod table;
pub(crate) mod value;
