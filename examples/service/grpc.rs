//! An error as gRPC's `ErrorInfo` in its JSON form. Machines can read the values in the message, as AIP-193 requires.

use error_catalog::{Catalog, Coded};
use serde_json::{Map, Value, json};

/// Returns the `ErrorInfo`: the symbol of the row as the reason, and the values as texts.
pub(crate) fn error_info(error: &impl Coded, domain: &str) -> Value {
    let mut metadata = Map::new();
    error.visit_values(&mut |name, value| {
        metadata.insert(name.to_owned(), value.to_string().into());
    });
    let row = error.code();
    json!({
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": row.symbol().unwrap_or_else(|| row.name()),
        "domain": domain,
        "metadata": metadata,
    })
}
