//! A company's own errcat in three lines: its catalog in addition to the vendors', with every subcommand.
//!
//!     cargo run -p error-catalog-examples --example own_tool -- QUOTA_EXCEEDED
//!     cargo run -p error-catalog-examples --example own_tool -- list Gateway

use errcat::table;
use error_catalog::error_catalog;
use error_catalog::vendor::{WeCom, Youdu};
use std::process::ExitCode;

error_catalog! {
    /// The codes of the company's gateway.
    pub enum Gateway: u16 {
        title "Gateway errors";
        source "https://wiki.example.com/gateway/errors";
        lang "en";

        /// The team to call.
        column owner: &'static str;

        701 => QuotaExceeded QUOTA_EXCEEDED "quota exceeded" { owner: "billing", help: "wait for the next hour" },
        702 => UpstreamTimeout UPSTREAM_TIMEOUT "upstream did not answer" { owner: "platform" },
    }
}

fn main() -> ExitCode {
    errcat::main([table::<WeCom>(), table::<Youdu>(), table::<Gateway>()])
}
