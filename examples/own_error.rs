//! A program's own error type with a vendor's failure in it, made with thiserror, and how to match on the code.

use error_catalog::vendor::WeCom;
use error_catalog::{Code, Failure};

/// Why an invitation was not sent.
#[derive(Debug, thiserror::Error)]
enum InviteError {
    /// Converted from a failure by `?`, and printed as the failure.
    #[error(transparent)]
    WeCom(#[from] Failure<WeCom>),
    #[error("the invitation has no guests")]
    NoGuests,
}

/// Invites guests. `errcode` is the code that the server would answer.
fn invite(guests: &[&str], errcode: i32) -> Result<(), InviteError> {
    if guests.is_empty() {
        return Err(InviteError::NoGuests);
    }
    Code::<WeCom>::new(errcode).check()?;
    Ok(())
}

fn advice(error: &InviteError) -> &'static str {
    let InviteError::WeCom(failure) = error else { return "name somebody" };
    match failure.known() {
        Some(WeCom::UserIdNotFound | WeCom::InvalidUserId) => "check the names",
        Some(WeCom::ApiCallLimitExceeded) => "try again tomorrow",
        Some(_) => failure.help().unwrap_or("ask the vendor"),
        // The vendor is ahead of the catalog. The number is in the message.
        None => "look the code up at the vendor's",
    }
}

fn main() {
    for (guests, errcode) in
        [(vec!["a"], 0), (vec![], 0), (vec!["b"], 60111), (vec!["c"], 40001), (vec!["d"], 123_456)]
    {
        match invite(&guests, errcode) {
            Ok(()) => println!("invited"),
            Err(error) => println!("not invited: {error} -> {}", advice(&error)),
        }
    }
}
