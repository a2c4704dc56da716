//! Whether to send a failed request again.

use core::fmt;

/// What the vendor's own text says about sending the same request again. The type of the column `retry`.
///
/// It records advice and promises nothing: whether a request may be repeated at all is the caller's to know.
///
/// ```
/// use error_catalog::{Retry, vendor::WeCom};
///
/// assert_eq!(WeCom::SystemBusy.retry(), Retry::UpTo(3));
/// assert_eq!(WeCom::AccessTokenExpired.retry(), Retry::AfterRenewal);
/// assert_eq!(WeCom::InvalidSecret.retry(), Retry::Never);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Retry {
    /// The text does not ask for it; the same request will fail the same way.
    #[default]
    Never,
    /// Wait a little, then try at most so many times more.
    UpTo(u8),
    /// Try again; the text gives no limit. Set one.
    Allowed,
    /// Get a new token or other credential, then try again with it.
    AfterRenewal,
}

impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.write_str("never"),
            Self::UpTo(times) => write!(f, "up to {times} times"),
            Self::Allowed => f.write_str("allowed"),
            Self::AfterRenewal => f.write_str("after renewal"),
        }
    }
}
