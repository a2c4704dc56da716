//! The description of the service for its clients: an OpenAPI 3.1 document that lists the codes of the problems with their
//! names, messages and help texts, from the catalog.

use crate::problem::Body;
use crate::shop::{Order, Receipt};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// Returns the document, which is served at `/openapi.json`.
pub(crate) fn document() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.definitions_path = "/components/schemas".into();
        settings.meta_schema = None;
    });
    let mut generator = settings.into_generator();
    let [order, receipt, problem] = [
        generator.subschema_for::<Order>(),
        generator.subschema_for::<Receipt>(),
        generator.subschema_for::<Body<'_>>(),
    ];
    json!({
        "openapi": "3.1.0",
        "info": { "title": "The book shop", "version": env!("CARGO_PKG_VERSION") },
        "externalDocs": { "url": crate::errors::ShopError::SOURCE },
        "paths": {
            "/orders": {
                "post": {
                    "operationId": "order",
                    "requestBody": { "required": true, "content": { "application/json": { "schema": order } } },
                    "responses": {
                        "200": {
                            "description": "What was ordered.",
                            "content": { "application/json": { "schema": receipt } },
                        },
                        "default": {
                            "description": "A problem, by RFC 9457. The code says which.",
                            "content": { "application/problem+json": { "schema": problem } },
                        },
                    },
                },
            },
        },
        "components": { "schemas": generator.take_definitions(true) },
    })
}
