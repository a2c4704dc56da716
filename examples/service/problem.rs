//! An error of the catalog as an HTTP response: RFC 9457 problem details, `application/problem+json`, in the language that
//! the client accepts.

use crate::errors::ShopError;
use axum::extract::Request;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use error_catalog::Retry;
use schemars::JsonSchema;
use serde::Serialize;

/// An error and what is particular about this time.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    error: ShopError,
    detail: Option<String>,
}

impl Problem {
    pub(crate) fn with_detail(error: ShopError, detail: impl Into<String>) -> Self {
        Self { error, detail: Some(detail.into()) }
    }
}

impl From<ShopError> for Problem {
    fn from(error: ShopError) -> Self {
        Self { error, detail: None }
    }
}

/// The members `type` to `detail` are the RFC's, the others extensions of ours, which it allows.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct Body {
    r#type: Option<String>,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    code: ShopError,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'static str>,
    advice: String,
}

/// How long a client that may try again should wait before.
const RETRY_AFTER_SECONDS: &str = "2";

/// A handler has no access to the request's language, so the response carries the problem to [`localize_problem`].
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        Extension(self).into_response()
    }
}

/// Middleware that writes a problem in the language of the catalog that the client prefers.
pub(crate) async fn localize_problem(request: Request, next: Next) -> Response {
    let accepted = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let lang = accepted.and_then(ShopError::negotiate);
    let response = next.run(request).await;
    match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone().into_response_in(lang),
        None => response,
    }
}

impl Problem {
    /// Returns the response, with its title in a language of the catalog.
    fn into_response_in(self, lang: Option<&'static str>) -> Response {
        let error = self.error;
        let lang = lang.or(ShopError::LANG).unwrap_or_default();
        println!("{error} (for the owner: {:?})", error.owner());
        let status = StatusCode::from_u16(error.http()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = Body {
            r#type: ShopError::SOURCE.map(|page| format!("{page}#{}", error.code())),
            title: error.message_in(lang),
            status: status.as_u16(),
            detail: self.detail,
            code: error,
            help: error.help(),
            advice: error.retry().to_string(),
        };
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_LANGUAGE, header::HeaderValue::from_static(lang));
        headers.insert(header::VARY, header::HeaderValue::from_static("accept-language"));
        headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        if error.retry() != Retry::Never {
            headers.insert(header::RETRY_AFTER, header::HeaderValue::from_static(RETRY_AFTER_SECONDS));
        }
        response
    }
}
