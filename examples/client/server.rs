//! A server with WeCom's wire format on the loopback interface: tokens, messages, and requested faults. Also the servers
//! of two other vendors.

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::future::IntoFuture;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// A fault of one call to send a message.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The token is no longer valid, as happens when another program gets a new one.
    TokenRevoked,
    /// The answer has this code and text.
    Code(i32, &'static str),
    /// The answer is this text.
    Malformed(&'static str),
}

/// A running server. It stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    address: String,
    state: Arc<Mutex<Vendor>>,
    _runtime: Runtime,
}

#[derive(Debug, Default)]
struct Vendor {
    tokens_given: u32,
    messages_taken: u32,
    tickets: u32,
    faults: VecDeque<Fault>,
    requests: Vec<String>,
}

/// The secret of the only application of the server.
pub(crate) const SECRET: &str = "secret";

impl Server {
    /// Starts a server on a free port of the loopback interface.
    pub(crate) fn start() -> io::Result<Self> {
        let state = Arc::<Mutex<Vendor>>::default();
        let routes = Router::new()
            .route("/cgi-bin/gettoken", get(get_token))
            .route("/cgi-bin/message/send", post(send_message))
            .route("/helpdesk/tickets", post(open_ticket))
            .route("/cloud/machines", get(count_machines))
            .with_state(Arc::clone(&state));
        let runtime = Runtime::new()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let address = format!("http://{}", listener.local_addr()?);
        runtime.spawn(axum::serve(listener, routes).into_future());
        Ok(Self { address, state, _runtime: runtime })
    }

    /// Returns the address of the server.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Makes the next calls to send a message fail, each with one of these faults.
    pub(crate) fn fail_next(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.state).faults.extend(faults);
    }

    /// Returns the requests since this was last called, such as `gettoken` and `send token-1`.
    pub(crate) fn take_requests(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.state).requests)
    }
}

fn lock(vendor: &Mutex<Vendor>) -> MutexGuard<'_, Vendor> {
    vendor.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Deserialize)]
struct Credentials {
    corpsecret: String,
}

async fn get_token(State(vendor): State<Arc<Mutex<Vendor>>>, Query(given): Query<Credentials>) -> String {
    let mut vendor = lock(&vendor);
    vendor.requests.push("gettoken".to_owned());
    if given.corpsecret != SECRET {
        return failure(40001, "invalid credential");
    }
    vendor.tokens_given += 1;
    let token = format!("token-{}", vendor.tokens_given);
    json!({"errcode": 0, "errmsg": "ok", "access_token": token, "expires_in": 7200}).to_string()
}

#[derive(Deserialize)]
struct Authorization {
    access_token: String,
}

async fn send_message(
    State(vendor): State<Arc<Mutex<Vendor>>>,
    Query(given): Query<Authorization>,
    message: axum::Json<Value>,
) -> String {
    let mut vendor = lock(&vendor);
    vendor.requests.push(format!("send {}", given.access_token));
    match vendor.faults.pop_front() {
        Some(Fault::TokenRevoked) => return failure(40014, "invalid access_token"),
        Some(Fault::Code(code, text)) => return failure(code, text),
        Some(Fault::Malformed(reply)) => return reply.to_owned(),
        None => {}
    }
    if message["text"]["content"] == "" {
        return failure(44004, "text content is empty");
    }
    vendor.messages_taken += 1;
    let id = format!("message-{}", vendor.messages_taken);
    json!({"errcode": 0, "errmsg": "ok", "msgid": id}).to_string()
}

/// Serves the API of another vendor, whose replies have an envelope and the number of the request.
async fn open_ticket(State(vendor): State<Arc<Mutex<Vendor>>>, ticket: axum::Json<Value>) -> String {
    let mut vendor = lock(&vendor);
    vendor.tickets += 1;
    let request_id = format!("request-{}", vendor.tickets);
    if ticket["subject"] == "" {
        return json!({"code": 1254, "msg": "subject is required", "request_id": request_id}).to_string();
    }
    json!({"data": {"number": 17}, "code": 0, "msg": "success", "request_id": request_id}).to_string()
}

#[derive(Deserialize)]
struct Place {
    region: String,
}

/// Serves the API of a third vendor, whose code is nested and is absent from a success.
async fn count_machines(Query(place): Query<Place>) -> String {
    let error = json!({"Code": "InvalidParameterValue.Region", "Message": "no such region"});
    let response = match place.region.as_str() {
        "ap-guangzhou" => json!({"Total": 3, "RequestId": "7e0f-1"}),
        _ => json!({"Error": error, "RequestId": "7e0f-2"}),
    };
    json!({ "Response": response }).to_string()
}

fn failure(code: i32, text: &str) -> String {
    json!({"errcode": code, "errmsg": text}).to_string()
}
