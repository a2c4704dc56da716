//! A web service whose errors are a catalog of its own, served as RFC 9457 problem details. It runs until it is
//! interrupted: `cargo run -p error-catalog-examples --example service`. With `--openapi` it prints its OpenAPI document,
//! which it also serves, and ends.

mod errors;
mod openapi;
mod problem;
mod shop;

use std::io;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

fn main() -> io::Result<()> {
    if std::env::args().any(|argument| argument == "--openapi") {
        println!("{:#}", openapi::document());
        return Ok(());
    }
    Runtime::new()?.block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        println!("The shop is open. Order a book, or one that is out of stock:");
        for book in ["rust", "out-of-print"] {
            println!("  curl -i -H 'Accept-Language: de' --json '{{\"book\": \"{book}\", \"copies\": 1}}' http://{address}/orders");
        }
        axum::serve(listener, shop::routes()).await
    })
}
