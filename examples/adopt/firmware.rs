//! Hexadecimal codes of firmware, composed of a component and a number, without `std`.
//!
//! Caliptra declares 587 codes as constants. 13 of them have seven or nine digits instead of eight, and so are in the range
//! of another component (<https://github.com/chipsalliance/caliptra-sw>, `error/src/lib.rs`, November 2026); duplicates are
//! found by a macro since <https://github.com/chipsalliance/caliptra-sw/pull/1992>. Here a row has only its number within
//! the component, so that its code cannot be in another's range, and a duplicate is an error at its row. As in Caliptra, no
//! code is 0, so that a result with a code has four bytes.

use error_catalog::{Code, error_catalog};
use std::num::NonZeroU32;

error_catalog! {
    /// Codes of the boot chain.
    pub enum Firmware: NonZeroU32 {
        display "0x{code:08x}";

        section Image "image" base 0x0001_0000 0x0001_0000..=0x0001_FFFF {
            /// The image's signature does not match its content.
            0x0001 => BadSignature,
            /// The image is older than the installed one.
            0x0002 => Rollback,
        }

        section Watchdog "watchdog" base 0x0002_0000 0x0002_0000..=0x0002_FFFF {
            /// The firmware did not answer in time.
            0x0001 => Expired,
        }
    }
}

impl Firmware {
    /// The code that the reset handler writes into a register.
    pub const WATCHDOG_EXPIRED: Code<Self> = Code::new(Self::Expired.code());

    /// Checks that the register contains no error, which is 0.
    ///
    /// # Errors
    ///
    /// Returns the code, known or not.
    pub fn check(register: u32) -> Result<(), Code<Self>> {
        NonZeroU32::new(register).map_or(Ok(()), |code| Err(Code::new(code)))
    }
}
