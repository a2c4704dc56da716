//! Whether to send a failed request again.

use core::fmt;

/// Advice: what a client does with the request that was answered with a code. The type of the column `retry`.
///
/// It is the advice of who wrote the catalog, from the vendor's text or the meaning of the code, and a promise of
/// nobody's. It knows the code and not the request: whether a message may be sent twice, how long anybody waits, and
/// when to give up, is the caller's to know. So a client always has a limit of its own, whatever the advice.
///
/// ```
/// use error_catalog::{Retry, vendor::WeCom};
///
/// assert_eq!(WeCom::SystemBusy.retry(), Retry::UpTo(3));
/// assert_eq!(WeCom::InvalidAccessToken.retry(), Retry::AfterRenewal);
/// assert_eq!(WeCom::ApiCallLimitExceeded.retry(), Retry::Later);
/// assert_eq!(WeCom::InvalidSecret.retry(), Retry::Never);
/// ```
///
/// # Other advice than the catalog's
///
/// What you have learned about a code goes before what the catalog says, in one function of your own that everything
/// else asks: match on the codes on which you know better, and leave the others to the catalog. No copy of the
/// table, and none of its rows, is needed for that.
///
/// ```
/// use error_catalog::{Failure, Retry, vendor::WeCom};
///
/// fn advice(failure: &Failure<WeCom>) -> Retry {
///     match failure.known() {
///         // Our proxy's address changes, and is in the allowlist some minutes later.
///         Some(WeCom::IpNotInAllowlist) => Retry::Later,
///         _ => failure.retry().unwrap_or_default(),
///     }
/// }
///
/// let failure = Failure::new(WeCom::IpNotInAllowlist).unwrap();
/// assert_eq!(advice(&failure), Retry::Later);
/// ```
///
/// It is printed as a sentence for people:
///
/// ```
/// use error_catalog::Retry;
///
/// assert_eq!(Retry::AfterRenewal.to_string(), "renew the credential, then send again");
/// assert_eq!(Retry::UpTo(3).to_string(), "wait a little, then send again, at most 3 times");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Retry {
    /// Do not send it again as it is: change the request or a setting, or let a person act, first.
    ///
    /// Nothing is known that would make the same request succeed by itself. That is no proof that it would fail.
    #[default]
    Never,
    /// Wait a little, longer each time, and send it again at most so many times.
    ///
    /// Nobody promises that it has passed by then: report the failure after the last time.
    UpTo(u8),
    /// Wait a little and send it again. How often, nobody says: set a limit.
    ///
    /// What failed was the server's, and may pass at once or not at all.
    Allowed,
    /// Wait until the limit's window has passed or what is running has ended, or send fewer at once; then send it again.
    ///
    /// At once is wrong, and with some vendors prolongs the block. How long the window is, seconds or a day, the
    /// advice does not know: the vendor's documentation does, or a header of the reply. A client that has no time to
    /// wait reports the failure.
    Later,
    /// Get a new token or other credential, without anybody's help, and send it again once, with that.
    ///
    /// When the second answer is the same, the credential was not what was wrong: do not renew in a loop.
    AfterRenewal,
}

/// A sentence for people. A program matches on the value.
impl fmt::Display for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Never => f.write_str("do not send again unchanged"),
            Self::UpTo(1) => f.write_str("wait a little, then send again, once"),
            Self::UpTo(times) => write!(f, "wait a little, then send again, at most {times} times"),
            Self::Allowed => f.write_str("wait a little, then send again"),
            Self::Later => f.write_str("send again later, or fewer at once"),
            Self::AfterRenewal => f.write_str("renew the credential, then send again"),
        }
    }
}
