//! Validates the OpenAPI document of the service example.

use crate::find_program::find_program;
use crate::{answer, file};
use std::path::Path;
use std::process::Command;

#[test]
fn the_services_description_is_valid() {
    let Some(mut validator) = find_program("openapi-spec-validator") else { return };
    let build = ["build", "--quiet", "--workspace", "--example", "service"];
    answer(Command::new(env!("CARGO")).args(build));
    let service = Path::new(env!("CARGO_BIN_EXE_errcat")).with_file_name("examples").join("service");
    let document = file("openapi.json", answer(Command::new(service).arg("--openapi")));
    let output = answer(validator.args(["--schema", "3.1"]).arg(document));
    assert!(output.contains("OK"), "{output}");
}
