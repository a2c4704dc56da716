//! The shop's own catalog: the errors, their messages for clients, and the team that looks after each.

use error_catalog::{Retry, error_catalog};

/// Who is called when an error gets too frequent.
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
        /// Who looks after the error.
        column owner: Owner;

        section Requests "Requests" 1000..=1999 {
            1001 => UnknownPath "there is nothing at this path" {
                de: "unter diesem Pfad ist nichts",
                http: 404,
                owner: Owner::Api,
            },
            1002 => MalformedOrder "the order cannot be read" {
                de: "die Bestellung ist nicht lesbar",
                http: 400,
                owner: Owner::Api,
                help: "send JSON such as {\"book\": \"rust\", \"copies\": 1}",
            },
            1003 => TooManyCopies "one order takes at most ten copies" {
                de: "eine Bestellung umfasst höchstens zehn Exemplare",
                http: 422,
                owner: Owner::Api,
                help: "write to sales for larger orders",
            },
        }

        section Stock "Stock" 2000..=2999 {
            2001 => UnknownBook "the shop does not have this book" {
                de: "dieses Buch führt der Laden nicht",
                http: 404,
                owner: Owner::Stock,
            },
            2002 => OutOfStock "the book is out of stock" {
                de: "das Buch ist vergriffen",
                http: 409,
                owner: Owner::Stock,
                help: "order it again when it is back",
            },
        }

        section Payments "Payments" 3000..=3999 {
            3001 => BankBusy "the bank does not answer" {
                de: "die Bank antwortet nicht",
                http: 503,
                owner: Owner::Payments,
                retry: Retry::UpTo(3),
                help: "nothing was charged; send the same order again",
            },
        }
    }
}
