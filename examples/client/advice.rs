//! What this client's own people have learned about WeCom's codes: a catalog beside the vendor's, whose column `retry`
//! goes before the vendor's. The vendor's table is left as the vendor wrote it.

use error_catalog::vendor::WeCom;
use error_catalog::{Failure, Retry, error_catalog};

error_catalog! {
    /// Codes on which the text of the vendor's table gives no advice, and experience does.
    enum Advice: i32 {
        column retry: Retry;

        // The help is only "see the help page". The server revokes tokens before they expire, and a new one works.
        40014 => InvalidAccessToken "不合法的access_token" { retry: Retry::AfterRenewal },
    }
}

/// Whether to repeat the call: our advice on the code, or else the vendor's.
pub(crate) fn retry(failure: &Failure<WeCom>) -> Retry {
    let ours = Advice::from_code(failure.code().raw()).map(Advice::retry);
    ours.or(failure.retry()).unwrap_or_default()
}
