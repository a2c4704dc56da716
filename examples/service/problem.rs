//! An error of the shop as an HTTP response: RFC 9457 problem details, `application/problem+json`, in the language that the
//! client accepts.

use crate::errors::{ShopError, ShopFailure};
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use error_catalog::{Retry, Values};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

/// A problem. The RFC defines the members `type`, `status` and `detail`; the others are extensions, which it allows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct Body<'a> {
    r#type: Option<String>,
    status: u16,
    detail: String,
    code: ShopError,
    #[schemars(with = "Map<String, Value>")]
    values: Values<'a, ShopFailure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'static str>,
    advice: String,
}

/// The time that a client should wait before it tries again.
const RETRY_AFTER_SECONDS: &str = "2";

/// Stores the error in the response for [`localize_problem`], because a handler has no access to the request's language.
impl IntoResponse for ShopFailure {
    fn into_response(self) -> Response {
        Extension(self).into_response()
    }
}

/// Writes a problem in the language of the catalog that the client prefers. Used as a middleware.
pub(crate) async fn localize_problem(request: Request, next: Next) -> Response {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = accepted.and_then(ShopError::negotiate).or(ShopError::LANG).unwrap_or_default();
    let response = next.run(request).await;
    match response.extensions().get::<ShopFailure>() {
        Some(failure) => problem(failure, lang),
        None => response,
    }
}

/// Returns the response to an error, in a language of the catalog.
fn problem(failure: &ShopFailure, lang: &'static str) -> Response {
    let row = failure.code();
    println!("{failure} (for the owner: {:?})", row.owner());
    let status = StatusCode::from_u16(row.http()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let body = Body {
        r#type: ShopError::SOURCE.map(|page| format!("{page}#{}", row.code())),
        status: status.as_u16(),
        detail: failure.message_in(lang).to_string(),
        code: row,
        values: failure.values(),
        help: row.help(),
        advice: row.retry().to_string(),
    };
    let mut response = (status, Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LANGUAGE, header::HeaderValue::from_static(lang));
    headers.insert(header::VARY, header::HeaderValue::from_static("accept-language"));
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
    if row.retry() != Retry::Never {
        headers.insert(header::RETRY_AFTER, header::HeaderValue::from_static(RETRY_AFTER_SECONDS));
    }
    response
}
