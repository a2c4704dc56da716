//! A small WeCom client over real HTTP. The server is in the same program, so that the example runs anywhere and ends
//! by itself: `cargo run -p error-catalog-examples --example client`.

mod api;
mod cloud;
mod helpdesk;
mod server;

use api::Client;
use error_catalog::vendor::WeCom;
use server::{Fault, SECRET, Server};
use std::error::Error;
use std::time::Duration;

fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start()?;
    let mut client = Client::new(server.address(), "corp", SECRET, Duration::from_millis(50));
    let busy = Fault::Code(-1, "system busy");
    let cases = [
        ("All is well", vec![]),
        ("The token was revoked", vec![Fault::TokenRevoked]),
        ("The system is busy for a moment", vec![busy.clone(); 2]),
        ("The system stays busy", vec![busy; 4]),
        ("Too many calls", vec![Fault::Code(45009, "api freq out of limit")]),
        ("A code that is newer than the catalog", vec![Fault::Code(850_099, "new in this release\x1b[2J")]),
        ("A reply without a code", vec![Fault::Malformed(r#"{"msgid": "message-0"}"#)]),
        ("A reply of something else on the way", vec![Fault::Malformed("<html>502 Bad Gateway</html>")]),
    ];
    for (title, faults) in cases {
        println!("{title}");
        server.fail_next(faults);
        match client.send_text("zhangsan", "你好") {
            Ok(sent) => println!("  sent: {}", sent.msgid),
            Err(error) => report(&error),
        }
        println!("  the server saw: {}", server.take_requests().join(", "));
    }

    println!("Another vendor, with another envelope");
    for subject in ["The printer is on fire", ""] {
        match helpdesk::open_ticket(server.address(), subject) {
            Ok(ticket) => println!("  opened: ticket {}", ticket.number),
            Err(api::Error::Failure(failure)) => {
                println!("  not opened: {failure}");
                println!("    for support: {}", helpdesk::for_support(&failure));
            }
            Err(error) => println!("  not opened: {error}"),
        }
    }

    println!("A third vendor, whose success has no code");
    for region in ["ap-guangzhou", "ap-atlantis"] {
        match cloud::count_machines(server.address(), region) {
            Ok(machines) => println!("  {region}: {} machines", machines.total),
            Err(error) => println!("  {region}: {error}"),
        }
    }
    Ok(())
}

/// Prints the error, its causes, and the advice of the catalog.
fn report(error: &api::Error<WeCom>) {
    println!("  not sent: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        println!("    because: {error}");
        cause = error.source();
    }
    if let api::Error::Failure(failure) = error
        && let Some(help) = failure.help()
    {
        println!("    help: {help}");
    }
}
