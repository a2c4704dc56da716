//! Three kinds of code tables as catalogs. The names and codes are invented. Each module names a project with a table of
//! that shape, and the mistakes that its own form cannot reject.

mod firmware;
mod server;
mod store;

use firmware::Firmware;
use server::Status;
use store::{Kv, raft};

fn main() {
    println!("{}", store::write("").unwrap_err());
    println!("{}", raft::Raft::not_leader(7));
    println!("{} codes of {} modules", Kv::ALL.len(), Kv::SECTIONS.len());

    println!("{}", Firmware::check(0x0001_0002).unwrap_err());
    println!("{}", Firmware::WATCHDOG_EXPIRED);

    for status in Status::ALL {
        println!("{status}: HTTP {}, {:?}", status.http(), status.log_level());
    }
}
