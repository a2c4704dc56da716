//! Declares two catalogs: one with numbers, one with strings.

use error_catalog::{Retry, error_catalog};

/// The team that is on call. A column can have any type that is `Copy` and `Debug`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Team {
    /// The team that opens and closes accounts.
    Accounts,
    /// The team that transfers money.
    Payments,
}

error_catalog! {
    /// Return codes of a payment gateway.
    pub enum Gateway: u16 {
        title "Gateway return codes";
        source "https://gateway.example/codes";
        lang "en";
        success 0;
        reserved 1009;                       // withdrawn in 2024, never to be used again
        column team: Team = Team::Payments;
        column retry: Retry = Retry::Never;

        0 => Ok "success",

        section Account "accounts" 1000..=1999 {
            1001 => NoAccount E_NO_ACCOUNT "no such account" { help: "create it first", team: Team::Accounts },
            // The gateway answers both with one code.
            1002 => Locked E_LOCKED "account is locked" { team: Team::Accounts }
                 or Expired E_EXPIRED "account has expired" { team: Team::Accounts },
        }

        section Payment "payments" 2000..=2999 {
            2001 => Declined E_DECLINED "card was declined",
            2002 => TooMany E_RATE "too many requests" { retry: Retry::Later },
        }
    }
}

error_catalog! {
    /// A few of PostgreSQL's SQLSTATE codes, which are strings of five characters.
    pub enum SqlState: &'static str {
        source "https://www.postgresql.org/docs/current/errcodes-appendix.html";
        "23503" => ForeignKeyViolation foreign_key_violation "a row that is referred to does not exist",
        "23505" => UniqueViolation unique_violation "the key exists already",
        "40001" => SerializationFailure serialization_failure "transactions are in each other's way",
    }
}

fn main() {
    for code in [0, 1001, 1002, 2002, 1009] {
        match Gateway::try_from(code) {
            Ok(row) => println!("{row:#} [{:?}: {}]", row.team(), row.retry()),
            Err(unknown) => println!("{unknown}"),
        }
    }
    for section in <Gateway as error_catalog::Catalog>::SECTIONS {
        println!("section {}: {}", section.name(), section.title());
    }

    for code in ["23505", "99999"] {
        match SqlState::try_from(code) {
            // No row of this catalog is a success, so the enum itself is an error type.
            Ok(row) => println!("{}", Box::<dyn std::error::Error>::from(row)),
            Err(unknown) => println!("{unknown}"),
        }
    }
}
