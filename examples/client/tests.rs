//! The client against the server over real HTTP: each outcome, and the requests that led to it.

mod api;
mod cloud;
mod helpdesk;
mod server;

use api::{Client, Error};
use error_catalog::vendor::WeCom;
use error_catalog::{Failure, Retry};
use server::{Fault, SECRET, Server};
use std::time::Duration;

/// Sends a message while these faults occur. Returns the result, and the requests that the server got.
fn outcome(faults: impl IntoIterator<Item = Fault>) -> (Result<String, Error<WeCom>>, Vec<String>) {
    let server = Server::start().unwrap();
    server.fail_next(faults);
    let mut client = Client::new(server.address(), "corp", SECRET, Duration::from_millis(1));
    let sent = client.send_text("zhangsan", "你好").map(|sent| sent.msgid);
    (sent, server.take_requests())
}

fn failure(sent: Result<String, Error<WeCom>>) -> Failure<WeCom> {
    match sent {
        Err(Error::Failure(failure)) => failure,
        other => panic!("expected a failure, got {other:?}"),
    }
}

const BUSY: Fault = Fault::Code(-1, "system busy");

#[test]
fn success() {
    let (sent, requests) = outcome([]);
    assert_eq!(sent.unwrap(), "message-1");
    assert_eq!(requests, ["gettoken", "send token-1"]);
}

#[test]
fn a_token_is_used_again() {
    let server = Server::start().unwrap();
    let mut client = Client::new(server.address(), "corp", SECRET, Duration::from_millis(1));
    client.send_text("zhangsan", "你好").unwrap();
    client.send_text("zhangsan", "你好").unwrap();
    assert_eq!(server.take_requests(), ["gettoken", "send token-1", "send token-1"]);
}

#[test]
fn an_invalid_token_is_renewed_and_the_call_repeated() {
    let (sent, requests) = outcome([Fault::TokenRevoked]);
    assert_eq!(sent.unwrap(), "message-1");
    assert_eq!(requests, ["gettoken", "send token-1", "gettoken", "send token-2"]);
}

#[test]
fn a_token_is_renewed_once() {
    let (sent, requests) = outcome([Fault::TokenRevoked, Fault::Code(42001, "access_token expired")]);
    let failure = failure(sent);
    assert_eq!(failure.known(), Some(WeCom::AccessTokenExpired));
    assert_eq!(requests, ["gettoken", "send token-1", "gettoken", "send token-2"]);
}

#[test]
fn a_call_to_a_busy_system_is_repeated() {
    let (sent, requests) = outcome([BUSY, BUSY, BUSY]);
    assert_eq!(sent.unwrap(), "message-1");
    assert_eq!(requests, ["gettoken", "send token-1", "send token-1", "send token-1", "send token-1"]);
}

#[test]
fn a_call_to_a_busy_system_is_repeated_three_times_at_most() {
    let (sent, requests) = outcome([BUSY, BUSY, BUSY, BUSY, BUSY, BUSY]);
    let failure = failure(sent);
    assert_eq!(failure.known(), Some(WeCom::SystemBusy));
    assert_eq!(failure.to_string(), r#"-1 系统繁忙 (server: "system busy")"#);
    assert_eq!(requests.len(), 1 + 4, "{requests:?}");
}

#[test]
fn a_busy_system_may_also_want_a_new_token() {
    let (sent, requests) = outcome([BUSY, Fault::TokenRevoked, BUSY]);
    assert_eq!(sent.unwrap(), "message-1");
    assert_eq!(
        requests,
        ["gettoken", "send token-1", "send token-1", "gettoken", "send token-2", "send token-2"]
    );
}

#[test]
fn a_call_over_the_limit_is_not_repeated_at_once() {
    let (sent, requests) = outcome([Fault::Code(45009, "api freq out of limit")]);
    let failure = failure(sent);
    assert_eq!(failure.known(), Some(WeCom::ApiCallLimitExceeded));
    assert_eq!(failure.retry(), Some(Retry::Later));
    assert_eq!(failure.text(), Some("api freq out of limit"));
    assert_eq!(requests, ["gettoken", "send token-1"]);
}

#[test]
fn an_unknown_code_is_reported_with_its_number_and_not_repeated() {
    let (sent, requests) = outcome([Fault::Code(850_099, "new in this release\x1b[2J")]);
    let failure = failure(sent);
    assert_eq!(failure.known(), None);
    assert_eq!(failure.code().raw(), 850_099);
    assert_eq!(failure.to_string(), r#"850099 unknown WeCom code (server: "new in this release\u{1b}[2J")"#);
    assert_eq!(requests, ["gettoken", "send token-1"]);
}

#[test]
fn a_malformed_reply_is_not_a_success() {
    for (reply, why) in [
        ("<html>502 Bad Gateway</html>", "expected value"),
        ("", "EOF"),
        (r#"{"errcode": 0, "msg"#, "EOF"),
        (r#"{"msgid": "message-0"}"#, "missing field `errcode`"),
        (r#"{"errcode": 0, "errmsg": "ok"}"#, "missing field `msgid` in a WeCom reply"),
        (r#"{"errcode": 0, "msgid": 7}"#, "field msgid of a WeCom reply"),
    ] {
        let (sent, requests) = outcome([Fault::Malformed(reply)]);
        match sent {
            Err(Error::Malformed(error)) => assert!(error.to_string().contains(why), "{reply}: {error}"),
            other => panic!("{reply}: {other:?}"),
        }
        assert_eq!(requests, ["gettoken", "send token-1"]);
    }
}

#[test]
fn another_vendor_has_another_envelope() {
    let server = Server::start().unwrap();
    assert_eq!(helpdesk::open_ticket(server.address(), "on fire").unwrap().number, 17);
    let Err(Error::Failure(failure)) = helpdesk::open_ticket(server.address(), "") else {
        panic!("a ticket without a subject")
    };
    assert_eq!(failure.known(), Some(helpdesk::Helpdesk::NoSubject));
    assert_eq!(failure.text(), Some("subject is required"));
    assert_eq!(helpdesk::for_support(&failure), "1254 the ticket has no subject in request request-2");
}

#[test]
fn a_third_vendor_sends_no_code_with_a_success() {
    let server = Server::start().unwrap();
    assert_eq!(cloud::count_machines(server.address(), "ap-guangzhou").unwrap().total, 3);
    let Err(Error::Failure(failure)) = cloud::count_machines(server.address(), "ap-atlantis") else {
        panic!("machines in a region that does not exist")
    };
    assert_eq!(failure.known(), Some(cloud::Cloud::UnknownRegion));
    assert_eq!(
        failure.to_string(),
        "InvalidParameterValue.Region there is no such region (server: \"no such region\", request id: \"7e0f-2\")"
    );
}

#[test]
fn a_wrong_secret_gets_no_token() {
    let server = Server::start().unwrap();
    let mut client = Client::new(server.address(), "corp", "wrong", Duration::from_millis(1));
    let failure = failure(client.send_text("zhangsan", "你好").map(|sent| sent.msgid));
    assert_eq!(failure.known(), Some(WeCom::InvalidSecret));
    assert_eq!(server.take_requests(), ["gettoken"]);
}

#[test]
fn the_server_rejects_an_empty_text() {
    let server = Server::start().unwrap();
    let mut client = Client::new(server.address(), "corp", SECRET, Duration::from_millis(1));
    let failure = failure(client.send_text("zhangsan", "").map(|sent| sent.msgid));
    assert_eq!(failure.known().map(WeCom::code), Some(44004));
}

#[test]
fn an_absent_server_is_not_a_failure_of_wecom() {
    // No program listens on port 1, which was tcpmux's.
    let mut client = Client::new("http://127.0.0.1:1", "corp", SECRET, Duration::from_millis(1));
    assert!(matches!(client.send_text("zhangsan", "你好"), Err(Error::Http(_))));
}
