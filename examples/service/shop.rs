//! The shop: one route, and the ways in which an order fails.

use crate::errors::ShopError;
use crate::openapi;
use crate::problem::{self, Problem};
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
        .fallback(async || Problem::from(ShopError::UnknownPath))
        .layer(middleware::from_fn(problem::localize_problem))
}

async fn order(order: Result<Json<Order>, JsonRejection>) -> Result<Json<Receipt>, Problem> {
    let Json(order) =
        order.map_err(|rejection| Problem::with_detail(ShopError::MalformedOrder, rejection.body_text()))?;
    if order.copies > 10 {
        let detail = format!("the order is for {} copies", order.copies);
        return Err(Problem::with_detail(ShopError::TooManyCopies, detail));
    }
    match order.book.as_str() {
        "rust" => Ok(Json(Receipt { book: order.book, copies: order.copies })),
        "out-of-print" => Err(ShopError::OutOfStock.into()),
        "expensive" => Err(ShopError::BankBusy.into()),
        book => Err(Problem::with_detail(ShopError::UnknownBook, format!("no book is called {book:?}"))),
    }
}
