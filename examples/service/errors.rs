//! The shop's own errors: codes, messages for clients, values, and the team that is responsible for each.

use error_catalog::{Retry, error_catalog};

/// The team that is called when an error gets too frequent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    Api,
    Stock,
    Payments,
}

error_catalog! {
    /// Errors of the book shop.
    pub(crate) enum ShopError: u16 {
        title "Errors of the book shop";
        source "https://shop.example/errors";
        lang "en";

        /// The message in German. A row without one does not compile.
        translation de;
        /// The status of the HTTP response.
        column http: u16;
        /// The advice about sending the request again.
        column retry: Retry = Retry::Never;
        /// The team that is responsible for the error.
        column owner: Owner;

        /// The error of a handler.
        #[derive(Clone)]
        error ShopFailure;

        section Requests "Requests" 1000..=1999 {
            1001 => UnknownPath UNKNOWN_PATH "there is nothing at this path" {
                de: "unter diesem Pfad ist nichts",
                http: 404,
                owner: Owner::Api,
            },
            1002 => MalformedOrder { reason: String } MALFORMED_ORDER "the order cannot be read: {reason}" {
                de: "die Bestellung ist nicht lesbar: {reason}",
                http: 400,
                owner: Owner::Api,
                help: "send JSON such as {\"book\": \"rust\", \"copies\": 1}",
            },
            1003 => TooManyCopies { asked: u32, max: u32 } TOO_MANY_COPIES
                "one order takes at most {max} copies, not {asked}" {
                de: "eine Bestellung umfasst höchstens {max} Exemplare, nicht {asked}",
                http: 422,
                owner: Owner::Api,
                help: "write to sales for larger orders",
            },
        }

        section Stock "Stock" 2000..=2999 {
            2001 => UnknownBook { book: String } UNKNOWN_BOOK "no book is called {book:?}" {
                de: "kein Buch heißt {book:?}",
                http: 404,
                owner: Owner::Stock,
            },
            2002 => OutOfStock OUT_OF_STOCK "the book is out of stock" {
                de: "das Buch ist vergriffen",
                http: 409,
                owner: Owner::Stock,
                help: "order it again when it is back",
            },
        }

        section Payments "Payments" 3000..=3999 {
            3001 => BankBusy BANK_BUSY "the bank does not answer" {
                de: "die Bank antwortet nicht",
                http: 503,
                owner: Owner::Payments,
                retry: Retry::UpTo(3),
                help: "nothing was charged; send the same order again",
            },
        }
    }
}
