//! Compares expansions, formatted as source, with the files `*.expanded`.

use super::expand;
use expect_test::expect_file;

/// Returns the expansion, formatted as rustfmt does.
fn expanded(catalog: &str) -> String {
    let expansion = expand(catalog.parse().unwrap());
    assert!(!expansion.to_string().contains("compile_error"), "{expansion}");
    prettyplease::unparse(&syn::parse2(expansion).unwrap())
}

#[test]
fn three_rows() {
    let expansion = expanded(
        r#"
        /// The codes of the gateway.
        pub enum Gateway: i32 {
            title "Gateway return codes";
            success 0;
            column retry: bool = false;

            0 => Ok "success",
            section Account "accounts" 1000..=1999 {
                1001 => NoAccount E_NO_ACCOUNT "no such account" { help: "create it first" },
                1002 => Locked E_LOCKED "account is locked" { retry: true }
                     or Expired E_EXPIRED "account has expired",
            }
        }
        "#,
    );
    let lines = expansion.lines().count();
    assert!(lines < 200, "{lines} lines are more than a person reads");
    expect_file!["three_rows.expanded"].assert_eq(&expansion);
}

/// A catalog of strings without a success, with a baseline, shared symbols, a row of unknown codes, a former name, keys of its
/// own, and symbols that rustdoc rejects as aliases.
#[test]
fn rare_statements() {
    let expansion = expanded(
        r#"
        pub enum Tickets: &'static str {
            baseline "src/tests/tickets.baseline";
            reserved "isv.old";
            unknown Closed;
            envelope code "sub_code", text "sub_msg";
            shared symbol E_BUSY, E_GONE, E_LATE;
            translation en = "";
            translation de = "";

            /// Documented by hand.
            "isv.busy" => Busy was Occupied E_BUSY "忙" { en: "busy", de: "besetzt" },
            #[allow(dead_code)]
            "isv.full" => Full E_BUSY "满" or Late E_LATE "晚",
            "isv.gone" => Gone E_GONE "没有" or Closed E_GONE "关闭",
            "isv.late" => E_LATE E_LATE "晚",
            "isv.sold" => Sold E_GONE "售完",
            "isv.void" => Void "作废" { symbol: "the \"void\"" },
            "isv.wide" => Wide "宽" { symbol: "wide\u{3000}blank" },
            "isv.word" => Word "词" { symbol: "two words" },
        }
        "#,
    );
    expect_file!["rare_statements.expanded"].assert_eq(&expansion);
}

/// The form of printed codes, in the texts, the documentation and the aliases.
#[test]
fn display() {
    let expansion = expanded(
        r#"
        pub enum Chip: u32 {
            display "0x{code:08x}";

            0x0001_0001 => Image E_IMAGE "bad image",
            0x0001_0002 => Nameless,
        }
        "#,
    );
    expect_file!["display.expanded"].assert_eq(&expansion);
}

#[test]
fn error_type() {
    let expansion = expanded(
        r#"
        /// Errors of the shop.
        pub enum ShopError: u16 {
            lang "en";
            translation de;
            /// The error of a handler.
            #[derive(Clone)]
            error ShopFailure;

            1 => TooMany { asked: u32, max: u32 } "at most {max}, not {asked}" { de: "höchstens {max}, nicht {asked}" },
            2 => Unknown "unknown" { de: "unbekannt" } or Gone { #[from] cause: std::fmt::Error } "gone" { de: "weg" },
        }
        "#,
    );
    expect_file!["error_type.expanded"].assert_eq(&expansion);
}
