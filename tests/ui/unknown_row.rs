//! The statement `unknown` names a row of the catalog that is not a success.

use error_catalog::error_catalog;

error_catalog! {
    pub enum Misspelt: u64 {
        unknown UnknownStats;
        1 => Executed "executed",
        2 => UnknownStatus "unknown status",
    }
}

error_catalog! {
    pub enum Missing: u64 {
        unknown Elsewhere;
        1 => Executed "executed",
    }
}

error_catalog! {
    pub enum Succeeds: u64 {
        success 1;
        unknown Executed;
        1 => Executed "executed",
    }
}

error_catalog! {
    pub enum Renamed: u64 {
        unknown Other;
        2 => UnknownStatus was Other "unknown status",
    }
}

error_catalog! {
    pub enum Twice: u64 {
        unknown Executed;
        unknown UnknownStatus;
        1 => Executed "executed",
        2 => UnknownStatus "unknown status",
    }
}

error_catalog! {
    pub enum ByCode: u64 {
        unknown 2;
        2 => UnknownStatus "unknown status",
    }
}

fn main() {}
