//! The grammar and the baseline format of version 0.1.

use error_catalog::{Retry, disjoint, error_catalog};

error_catalog! {
    /// Return codes of a gateway.
    #[derive(Default)]
    #[cfg(not(any()))]
    pub enum Gateway: i32 {
        title "Gateway return codes";
        source "https://gateway.example/codes";
        lang "en";
        baseline "it/releases/v0_1.baseline";
        success 0, 2;
        envelope code "ret", text "msg", payload "data", request "request_id";
        reserved 7, 1003, 1010..=1019;
        shared symbol E_BUSY;
        /// The advice for a client.
        column retry: Retry = Retry::Never;
        column owner: &'static str = "platform";
        column severity: u8;
        translation zh_cn = "";

        #[default]
        0 => Ok "success" { severity: 0 },
        2 => Partial "partly done" { severity: 1, help: "ask for the rest", },
        -1 => SystemBusy E_BUSY "system busy" { retry: Retry::UpTo(3), severity: 2 },

        section Account "accounts" zh_cn "账户" 1000..=1_999 {
            1001 => NoAccount was Missing was Absent E_NO_ACCOUNT "no such account" { severity: 3 },
            1002 => _ was Locked "account is locked" { severity: 3 }
                 or Expired E_EXPIRED "account has expired" { severity: 4, owner: "billing" },
            /// Not sent any more.
            #[deprecated(note = "merged into 1001")]
            0x3ec => Gone E_GONE r#"account is "gone""# { severity: 3 },
        }
        section Other "other codes" {
            2000 => NotFound "not found" { symbol: "isv.not-found", severity: 3 },
            2001_i32 => Overloaded E_BUSY "overloaded" { severity: 2, retry: Retry::Allowed },
        }
    }
}

error_catalog! {
    /// A part of SQLSTATE.
    pub(crate) enum SqlState: &'static str {
        exhaustive;
        baseline "it/releases/v0_1_strings.baseline";
        success "00000";
        reserved "42P02", "XX000"..="XXZZZ";
        section Success "Class 00" "00000"..="00ZZZ" {
            "00000" => SuccessfulCompletion "successful completion",
        }
        "23505" => Unique was Duplicate unique_violation "unique violation",
        "isv.bad-token" => _ "bad token",
    }
}

error_catalog! {
    enum Small: u8 { 200 => Last "last" }
}

disjoint!(Gateway, Small);

#[test]
fn version_0_1_declares_what_it_did() {
    let rows: Vec<_> = Gateway::ALL.iter().map(|row| (row.code(), row.name(), row.severity())).collect();
    assert_eq!(
        rows,
        [
            (-1, "SystemBusy", 2),
            (0, "Ok", 0),
            (2, "Partial", 1),
            (1001, "NoAccount", 3),
            (1002, "E1002", 3),
            (1004, "Gone", 3),
            (2000, "NotFound", 3),
            (2001, "Overloaded", 2),
        ]
    );
    assert_eq!(Gateway::default(), Gateway::Ok);
    assert_eq!(Gateway::with_symbol("E_BUSY"), [Gateway::SystemBusy, Gateway::Overloaded]);
    assert_eq!(Gateway::with_symbol("isv.not-found"), [Gateway::NotFound]);
    assert_eq!(Gateway::Expired, Gateway::E1002);
    assert_eq!(Gateway::from_name("Absent"), Some(Gateway::NoAccount));
    assert_eq!(Gateway::SystemBusy.retry(), Retry::UpTo(3));
    let names: Vec<_> = Gateway::E1002.meanings().map(error_catalog::Meaning::name).collect();
    assert_eq!(names, ["E1002", "Expired"]);
    assert_eq!(Gateway::from_code(1004).unwrap().message(), r#"account is "gone""#);
}

#[test]
fn version_0_1_declares_string_codes() {
    match SqlState::from_code("isv.bad-token").unwrap() {
        SqlState::IsvBadToken => {}
        SqlState::SuccessfulCompletion | SqlState::Unique => panic!("another row"),
    }
    assert_eq!(SqlState::from_name("Duplicate"), Some(SqlState::Unique));
    assert!(SqlState::SuccessfulCompletion.is_success());
    assert_eq!(Small::from_code(200), Some(Small::Last));
}
