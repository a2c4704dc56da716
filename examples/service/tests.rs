//! Sends real requests to the service, and checks the problems that it returns.

mod errors;
mod grpc;
mod openapi;
mod problem;
mod shop;

use errors::{Owner, ShopError, ShopFailure};
use serde_json::{Value, json};
use std::future::IntoFuture;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use ureq::http::Response;

/// A running shop. It stops when it is dropped.
struct Shop {
    address: String,
    agent: ureq::Agent,
    _runtime: Runtime,
}

impl Shop {
    fn open() -> Self {
        let runtime = Runtime::new().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        runtime.spawn(axum::serve(listener, shop::routes()).into_future());
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        Self { address, agent, _runtime: runtime }
    }

    fn order(&self, body: &str) -> (Response<()>, Value) {
        self.order_in("", body)
    }

    fn order_in(&self, languages: &str, body: &str) -> (Response<()>, Value) {
        let request =
            self.agent.post(format!("{}/orders", self.address)).header("accept-language", languages);
        let response = request.content_type("application/json").send(body).unwrap();
        parts(response)
    }
}

fn parts(mut response: Response<ureq::Body>) -> (Response<()>, Value) {
    let body = response.body_mut().read_json().unwrap();
    (response.map(|_| ()), body)
}

fn header<'a>(response: &'a Response<()>, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

#[test]
fn an_order_is_not_a_problem() {
    let (response, body) = Shop::open().order(r#"{"book": "rust", "copies": 2}"#);
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-type"), Some("application/json"));
    assert_eq!(body, json!({"book": "rust", "copies": 2}));
}

#[test]
fn a_problem_has_status_code_detail_and_help() {
    let (response, body) = Shop::open().order(r#"{"book": "out-of-print", "copies": 1}"#);
    assert_eq!(response.status(), 409);
    assert_eq!(header(&response, "content-type"), Some("application/problem+json"));
    assert_eq!(header(&response, "retry-after"), None);
    assert_eq!(
        body,
        json!({
            "type": "https://shop.example/errors#2002",
            "status": 409,
            "detail": "the book is out of stock",
            "code": 2002,
            "values": {},
            "help": "order it again when it is back",
            "advice": "do not send again unchanged",
        })
    );
}

#[test]
fn a_problem_has_the_values_of_its_occurrence() {
    let shop = Shop::open();
    let (response, body) = shop.order(r#"{"book": "ruby", "copies": 1}"#);
    assert_eq!((response.status().as_u16(), &body["code"]), (404, &json!(2001)));
    assert_eq!(body["detail"], r#"no book is called "ruby""#);
    assert_eq!(body.get("help"), None);

    let (response, body) = shop.order(r#"{"book": "rust", "copies": 11}"#);
    assert_eq!((response.status().as_u16(), &body["code"]), (422, &json!(1003)));
    assert_eq!(body["detail"], "one order takes at most 10 copies, not 11");
    assert_eq!(body["values"], json!({ "asked": 11, "max": 10 }));

    let (_, body) = shop.order_in("de", r#"{"book": "rust", "copies": 11}"#);
    assert_eq!(body["detail"], "eine Bestellung umfasst höchstens 10 Exemplare, nicht 11");
}

#[test]
fn a_problem_is_an_error_info_for_grpc() {
    let failure = ShopFailure::TooManyCopies { asked: 12, max: 10 };
    let info = json!({
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "TOO_MANY_COPIES",
        "domain": "shop.example",
        "metadata": { "asked": "12", "max": "10" },
    });
    assert_eq!(grpc::error_info(&failure, "shop.example"), info);
    let info = grpc::error_info(&ShopFailure::OutOfStock, "shop.example");
    assert_eq!((&info["reason"], &info["metadata"]), (&json!("OUT_OF_STOCK"), &json!({})));
}

#[test]
fn a_temporary_problem_has_retry_after() {
    let (response, body) = Shop::open().order(r#"{"book": "expensive", "copies": 1}"#);
    assert_eq!(response.status(), 503);
    assert_eq!(header(&response, "retry-after"), Some("2"));
    assert_eq!(body["advice"], "wait a little, then send again, at most 3 times");
}

#[test]
fn a_problem_is_in_a_language_that_the_client_accepts() {
    let shop = Shop::open();
    let (german, english) = (("de", "das Buch ist vergriffen"), ("en", "the book is out of stock"));
    for (accepted, (lang, detail)) in [
        ("de", german),
        ("de-AT, en;q=0.5", german),
        ("fr, de;q=0.3, en;q=0.2", german),
        ("en;q=0.2, de;q=0.3", german),
        ("DE", german),
        ("en-GB,en;q=0.9,de;q=0.8", english),
        ("de;q=0, en", english),
        ("fr", english),
        ("*", english),
        ("", english),
        ("de;q=NaN, ;;;, de;q, -", english),
    ] {
        let (response, body) = shop.order_in(accepted, r#"{"book": "out-of-print", "copies": 1}"#);
        assert_eq!(
            (header(&response, "content-language"), &body["detail"]),
            (Some(lang), &json!(detail)),
            "{accepted}"
        );
        assert_eq!(header(&response, "vary"), Some("accept-language"));
    }
}

#[test]
fn rejections_by_the_framework_are_problems_too() {
    let shop = Shop::open();
    for body in ["", "{", r#"{"book": "rust"}"#, r#"{"book": "rust", "copies": -1}"#] {
        let (response, body) = shop.order(body);
        assert_eq!((response.status().as_u16(), &body["code"]), (400, &json!(1002)));
        assert_eq!(header(&response, "content-type"), Some("application/problem+json"));
        assert!(body["detail"].as_str().is_some_and(|detail| !detail.is_empty()));
    }
    let (response, body) = parts(shop.agent.get(format!("{}/nowhere", shop.address)).call().unwrap());
    assert_eq!((response.status().as_u16(), &body["code"]), (404, &json!(1001)));
}

#[test]
fn every_error_has_a_status_of_an_error() {
    for error in ShopError::ALL {
        assert!((400..600).contains(&error.http()), "{error}");
    }
    assert_eq!(ShopError::BankBusy.owner(), Owner::Payments);
}

#[test]
fn the_description_has_every_code_with_its_message_and_help() {
    let shop = Shop::open();
    let (response, document) =
        parts(shop.agent.get(format!("{}/openapi.json", shop.address)).call().unwrap());
    assert_eq!(response.status(), 200);
    assert_eq!(document["openapi"], "3.1.0");
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["Problem"]["properties"]["code"]["$ref"], "#/components/schemas/ShopError");
    let codes = schemas["ShopError"]["oneOf"].as_array().unwrap();
    assert_eq!(codes.len(), ShopError::ALL.len());
    for (code, error) in codes.iter().zip(ShopError::ALL) {
        let description = code["description"].as_str().unwrap();
        assert_eq!(
            (code["const"].as_u64(), code["title"].as_str()),
            (Some(error.code().into()), Some(error.name()))
        );
        assert!(
            description.starts_with(error.message()) && description.ends_with(error.help().unwrap_or(""))
        );
    }
}
