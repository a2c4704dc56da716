//! Advice on whether to send a failed request again.

use crate::language::in_lang::InLang;
use crate::language::words::is_chinese;
use core::fmt;

/// Advice on what a client does after a reply with a code. The type of a column, usually `retry`.
///
/// The author of the catalog chooses it from the vendor's text or the meaning of the code. It is not guaranteed, and it
/// depends on the code only. The caller decides whether a message may be sent twice, how long to wait and when to give
/// up. A client always needs a limit of its own.
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
/// # Overriding the catalog's advice
///
/// If you know better about some codes, match on them in one function of your own, and use the catalog's advice for the
/// others.
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
/// `Display` prints a sentence for people, in English. [`in_lang`](Self::in_lang) prints it in Chinese too.
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
    /// Do not send the request again unchanged. First change it or a setting, or let a person act.
    ///
    /// There is no reason to expect that repeating the request helps.
    #[default]
    Never,
    /// Wait a little, longer each time, and send the request again at most this many times.
    ///
    /// The problem may last longer: report the failure after the last attempt.
    UpTo(u8),
    /// Wait a little and send the request again. The vendor gives no limit, so set one.
    ///
    /// The server failed. It may recover at once or not at all.
    Allowed,
    /// Wait until the rate limit resets or running requests have ended, or send fewer at once. Then send the request again.
    ///
    /// Some vendors prolong the block if you do not wait. The vendor's documentation, or a header of the reply, gives the
    /// time, from seconds to a day. A client that cannot wait reports the failure.
    Later,
    /// Get a new token or other credential, and send the request again once with it.
    ///
    /// If the second reply is the same, the credential was not the problem: do not renew in a loop.
    AfterRenewal,
}

impl Retry {
    /// Prints the sentence in the language with this BCP 47 tag: Simplified Chinese for Chinese, English for any other.
    ///
    /// ```
    /// use error_catalog::Retry;
    ///
    /// assert_eq!(Retry::AfterRenewal.in_lang("zh-CN").to_string(), "重新获取凭证后重试");
    /// assert_eq!(Retry::AfterRenewal.in_lang("fr").to_string(), "renew the credential, then send again");
    /// ```
    #[must_use]
    pub const fn in_lang(self, lang: &str) -> InLang<'_, Self> {
        InLang::new(self, lang)
    }
}

/// Prints a sentence for people, in English. Programs match on the value.
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

/// Prints the sentence in the language.
impl fmt::Display for InLang<'_, Retry> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !is_chinese(self.lang) {
            return self.printed.fmt(f);
        }
        match self.printed {
            Retry::Never => f.write_str("请勿原样重试"),
            Retry::UpTo(1) => f.write_str("稍等片刻后重试，仅限一次"),
            Retry::UpTo(times) => write!(f, "稍等片刻后重试，最多 {times} 次"),
            Retry::Allowed => f.write_str("稍等片刻后重试"),
            Retry::Later => f.write_str("过一段时间再重试，或减少同时发送的请求"),
            Retry::AfterRenewal => f.write_str("重新获取凭证后重试"),
        }
    }
}
