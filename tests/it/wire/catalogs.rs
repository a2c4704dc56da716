//! Catalogs that differ from the vendors': string codes, another integer, columns of other types.

use error_catalog::{Retry, error_catalog};

error_catalog! {
    /// SQLSTATE, in part.
    pub(crate) enum SqlState: &'static str {
        success "00000";
        "00000" => SuccessfulCompletion "successful completion",
        "23505" => UniqueViolation "unique violation" { help: "look for the row that is there" },
        "40001" => SerializationFailure "serialization failure",
    }
}

error_catalog! {
    /// The smallest codes, none of them a success.
    pub(crate) enum Small: u8 {
        column retry: bool = true;
        1 => One "one",
        255 => Last "last",
    }
}

error_catalog! {
    /// One code for two errors with different advice.
    pub(crate) enum Shared: u64 {
        success 0;
        column owner: u8 = 1;
        column retry: Retry = Retry::Never;
        0 => Fine "fine",
        7 => Busy "busy" { retry: Retry::Allowed } or Gone "gone",
        8 => Slow "slow" { retry: Retry::Allowed } or Late "late" { retry: Retry::Allowed },
        18_446_744_073_709_551_615 => Largest "largest",
    }
}
