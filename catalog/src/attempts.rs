//! The next step after a failed request, by the advice of the catalog and a limit of the caller.

use crate::catalog::Catalog;
use crate::failure::Failure;
use crate::retry::Retry;
use core::time::Duration;

/// The attempts of one request. Decides after each failure whether to renew the credential, to wait or to give up.
///
/// It does not send or sleep itself, so that blocking and async code use it alike: in async code, await
/// `tokio::time::sleep(delay)` instead of `std::thread::sleep(delay)`. If many clients may fail at once, add a random part
/// to the delay, for example with the crate `backon`.
///
/// ```
/// use error_catalog::{Attempts, Failure, NextStep, vendor::WeCom};
/// # use std::cell::Cell;
/// use std::time::Duration;
///
/// # let replies = Cell::new(0);
/// # let fetch_token = || "token".to_owned();
/// # let send = |_token: &str| {
/// #     replies.set(replies.get() + 1);
/// #     match replies.get() {
/// #         1 => Err(Failure::new(WeCom::AccessTokenExpired).unwrap()),
/// #         2 => Err(Failure::new(WeCom::SystemBusy).unwrap()),
/// #         _ => Ok("message-1"),
/// #     }
/// # };
/// fn send_until_done<T>(
///     fetch_token: impl Fn() -> String,
///     send: impl Fn(&str) -> Result<T, Failure<WeCom>>,
/// ) -> Result<T, Failure<WeCom>> {
///     let mut attempts = Attempts::new(3).with_delays(Duration::from_millis(10), Duration::from_secs(5));
///     let mut token = fetch_token();
///     loop {
///         let failure = match send(&token) {
///             Err(failure) => failure,
///             success => return success,
///         };
///         match attempts.after(&failure) {
///             NextStep::Renew => token = fetch_token(),
///             NextStep::Wait(delay) => std::thread::sleep(delay),
///             NextStep::GiveUp => return Err(failure),
///         }
///     }
/// }
///
/// assert_eq!(send_until_done(fetch_token, send).unwrap(), "message-1");
/// # assert_eq!(replies.get(), 3);
/// ```
///
/// # The steps
///
/// | advice | step |
/// |---|---|
/// | [`Retry::Never`], an unknown code, or meanings of a shared code that disagree | give up |
/// | [`Retry::AfterRenewal`] | renew the first time, then give up |
/// | [`Retry::UpTo`], [`Retry::Allowed`] | wait, twice as long each time |
/// | [`Retry::Later`] | wait for the time of [`with_later`](Self::with_later), or give up without one |
///
/// If the vendor states a delay, [`after_advice`](Self::after_advice) uses that instead. The limit applies to every wait.
#[derive(Clone, Debug)]
#[must_use]
pub struct Attempts {
    limit: u32,
    waits: u32,
    has_renewed: bool,
    first_delay: Duration,
    longest_delay: Duration,
    later: Option<Duration>,
}

/// The step after a failed request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum NextStep {
    /// Get a new credential, then send the request again.
    Renew,
    /// Wait for this long, then send the request again.
    Wait(Duration),
    /// Report the failure.
    GiveUp,
}

impl Attempts {
    /// Returns the attempts of a new request that may be repeated at most `limit` times after a delay. The renewal of a
    /// credential is not counted, because it happens at most once.
    ///
    /// The first delay is half a second, the longest one minute.
    pub const fn new(limit: u32) -> Self {
        Self {
            limit,
            waits: 0,
            has_renewed: false,
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_secs(60),
            later: None,
        }
    }

    /// Sets the first delay, which doubles with each wait, and the longest. If the vendor states a longer delay than that,
    /// the client gives up.
    pub const fn with_delays(self, first: Duration, longest: Duration) -> Self {
        Self { first_delay: first, longest_delay: longest, ..self }
    }

    /// Sets the delay for the advice [`Retry::Later`], such as the vendor's documented window. It may be longer than the
    /// longest of the other delays.
    pub const fn with_later(self, delay: Duration) -> Self {
        Self { later: Some(delay), ..self }
    }

    /// Returns the step after this failure, by the catalog's advice on its code.
    ///
    /// ```
    /// use error_catalog::{Attempts, Failure, NextStep, vendor::WeCom};
    ///
    /// let mut attempts = Attempts::new(3);
    /// let expired = Failure::new(WeCom::AccessTokenExpired).unwrap();
    /// assert_eq!(attempts.after(&expired), NextStep::Renew);
    /// assert_eq!(attempts.after(&expired), NextStep::GiveUp);
    /// ```
    pub fn after<C: Catalog>(&mut self, failure: &Failure<C>) -> NextStep {
        self.after_advice(failure.retry().unwrap_or_default(), None)
    }

    /// Returns the step for this advice, if it is not the catalog's, and for the delay that the vendor states, such as the
    /// header `Retry-After` or a field `retry_after`.
    ///
    /// The vendor's delay overrides the advice, except that a credential is renewed first.
    ///
    /// ```
    /// use error_catalog::{Attempts, Failure, NextStep, vendor::WeCom};
    /// use std::time::Duration;
    ///
    /// let failure = Failure::new(WeCom::ApiCallLimitExceeded).unwrap();
    /// let retry_after = Some(Duration::from_secs(7));
    /// let step = Attempts::new(3).after_advice(failure.retry().unwrap_or_default(), retry_after);
    /// assert_eq!(step, NextStep::Wait(Duration::from_secs(7)));
    /// ```
    pub fn after_advice(&mut self, advice: Retry, retry_after: Option<Duration>) -> NextStep {
        if advice == Retry::AfterRenewal && !self.has_renewed {
            self.has_renewed = true;
            return NextStep::Renew;
        }
        let limit = match advice {
            Retry::UpTo(limit) => self.limit.min(limit.into()),
            _ => self.limit,
        };
        let delay = match (retry_after, advice) {
            (Some(delay), _) => Some(delay).filter(|delay| *delay <= self.longest_delay),
            (None, Retry::UpTo(_) | Retry::Allowed) => Some(self.doubled_delay()),
            (None, Retry::Later) => self.later,
            (None, Retry::Never | Retry::AfterRenewal) => None,
        };
        match delay {
            Some(delay) if self.waits < limit => {
                self.waits += 1;
                NextStep::Wait(delay)
            }
            _ => NextStep::GiveUp,
        }
    }

    /// Returns the first delay, doubled with each wait so far.
    fn doubled_delay(&self) -> Duration {
        self.first_delay.saturating_mul(2_u32.saturating_pow(self.waits)).min(self.longest_delay)
    }
}
