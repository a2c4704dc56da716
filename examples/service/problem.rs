//! An error of the catalog as an HTTP response: RFC 9457 problem details, `application/problem+json`.

use crate::errors::ShopError;
use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use error_catalog::{Catalog, Retry};
use serde::Serialize;

/// An error and what is particular about this time.
#[derive(Debug)]
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
#[derive(Serialize)]
struct Body {
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

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let error = self.error;
        println!("{error} (for the owner: {:?})", error.owner());
        let status = StatusCode::from_u16(error.http()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = Body {
            r#type: ShopError::SOURCE.map(|page| format!("{page}#{}", error.code())),
            title: error.message(),
            status: status.as_u16(),
            detail: self.detail,
            code: error,
            help: error.help(),
            advice: error.retry().to_string(),
        };
        let mut response = (status, Json(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/problem+json"));
        if error.retry() != Retry::Never {
            headers.insert(header::RETRY_AFTER, header::HeaderValue::from_static(RETRY_AFTER_SECONDS));
        }
        response
    }
}
