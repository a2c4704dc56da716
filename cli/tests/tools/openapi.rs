//! The OpenAPI document of the service example, in the hands of a validator.

use crate::tool::tool;
use crate::{answer, file};
use std::process::Command;

#[test]
fn the_services_description_is_valid() {
    let Some(mut validator) = tool("openapi-spec-validator") else { return };
    let service = ["run", "--quiet", "--workspace", "--example", "service", "--", "--openapi"];
    let document = file("openapi.json", answer(Command::new(env!("CARGO")).args(service)));
    let said = answer(validator.args(["--schema", "3.1"]).arg(document));
    assert!(said.contains("OK"), "{said}");
}
