//! The status of a request, with its equivalents in other protocols as columns.
//!
//! GreptimeDB has an enum of 41 codes, and four functions that match on it (<https://github.com/GreptimeTeam/greptimedb>,
//! `src/common/error/src/status_code.rs`, November 2026). A new code has to be added to each.
//! Here a row that leaves out a value without a default is an error, and the four values are next to each other.

use error_catalog::{Retry, error_catalog};

/// How a failure is logged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LogLevel {
    /// The server is at fault.
    Error,
    /// The client is at fault.
    Debug,
}

error_catalog! {
    /// The status of a request.
    pub enum Status: u32 {
        display "{name}";
        success 0;
        column http: u16;
        column grpc: &'static str;
        column log_level: LogLevel = LogLevel::Debug;
        column retry: Retry = Retry::Never;

        0 => Success { http: 200, grpc: "OK" },
        1001 => Internal { http: 500, grpc: "INTERNAL", log_level: LogLevel::Error },
        1004 => InvalidArguments { http: 400, grpc: "INVALID_ARGUMENT" },
        6000 => RateLimited { http: 429, grpc: "RESOURCE_EXHAUSTED", retry: Retry::Later },
    }
}
