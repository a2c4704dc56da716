//! A program's own errors: a catalog with an error type, an enum with thiserror that also holds a vendor's failure, and a
//! match on the code.

use error_catalog::vendor::WeCom;
use error_catalog::{Code, Failure, error_catalog};

error_catalog! {
    /// The errors of this program.
    enum InvitationError: u8 {
        /// The program's own errors, with their values.
        error InvitationFailure;

        1 => NoGuests "the invitation has no guests",
        2 => TooManyGuests { invited: usize, seats: usize } "{invited} guests are invited, and there are {seats} seats",
    }
}

/// The error of an invitation that was not sent.
#[derive(Debug, thiserror::Error)]
enum InviteError {
    /// Converted from a failure by `?`, and printed as the failure.
    #[error(transparent)]
    WeCom(#[from] Failure<WeCom>),
    #[error(transparent)]
    Own(#[from] InvitationFailure),
}

const SEATS: usize = 3;

/// Invites guests. `errcode` is the code of the server's reply.
fn invite(guests: &[&str], errcode: i32) -> Result<(), InviteError> {
    match guests.len() {
        0 => return Err(InvitationFailure::NoGuests.into()),
        invited if invited > SEATS => {
            return Err(InvitationFailure::TooManyGuests { invited, seats: SEATS }.into());
        }
        _ => {}
    }
    Code::<WeCom>::new(errcode).check()?;
    Ok(())
}

fn advice(error: &InviteError) -> &'static str {
    let failure = match error {
        InviteError::WeCom(failure) => failure,
        InviteError::Own(InvitationFailure::NoGuests) => return "name somebody",
        InviteError::Own(_) => return "invite fewer guests",
    };
    match failure.known() {
        Some(WeCom::UserIdNotFound | WeCom::InvalidUserId) => "check the names",
        Some(WeCom::ApiCallLimitExceeded) => "try again tomorrow",
        Some(_) => failure.help().unwrap_or("ask the vendor"),
        // The vendor added a code that the catalog lacks. The message contains the number.
        None => "look the code up at the vendor's",
    }
}

fn main() {
    for (guests, errcode) in [
        (vec!["a"], 0),
        (vec![], 0),
        (vec!["a"; 4], 0),
        (vec!["b"], 60111),
        (vec!["c"], 40001),
        (vec!["d"], 123_456),
    ] {
        match invite(&guests, errcode) {
            Ok(()) => println!("invited"),
            Err(error) => println!("not invited: {error} -> {}", advice(&error)),
        }
    }
}
