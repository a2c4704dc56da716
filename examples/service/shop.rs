//! The shop: one route, and the ways in which an order fails.

use crate::errors::ShopFailure;
use crate::openapi;
use crate::problem;
use axum::extract::rejection::JsonRejection;
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Deserialize, JsonSchema)]
pub(crate) struct Order {
    book: String,
    copies: u32,
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct Receipt {
    book: String,
    copies: u32,
}

/// Returns all routes of the shop.
pub(crate) fn routes() -> Router {
    Router::new()
        .route("/orders", post(order))
        .route("/openapi.json", get(async || Json(openapi::document())))
        .fallback(async || ShopFailure::UnknownPath)
        .layer(middleware::from_fn(problem::localize_problem))
}

/// The largest number of copies in one order.
const MAX_COPIES: u32 = 10;

async fn order(order: Result<Json<Order>, JsonRejection>) -> Result<Json<Receipt>, ShopFailure> {
    let malformed = |rejection: JsonRejection| ShopFailure::MalformedOrder { reason: rejection.body_text() };
    let Json(order) = order.map_err(malformed)?;
    if order.copies > MAX_COPIES {
        return Err(ShopFailure::TooManyCopies { asked: order.copies, max: MAX_COPIES });
    }
    match order.book.as_str() {
        "rust" => Ok(Json(Receipt { book: order.book, copies: order.copies })),
        "out-of-print" => Err(ShopFailure::OutOfStock),
        "expensive" => Err(ShopFailure::BankBusy),
        _ => Err(ShopFailure::UnknownBook { book: order.book }),
    }
}
