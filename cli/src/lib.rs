//! The tool `errcat` as a library: three lines give a company the same tool with its own catalogs.
//!
//! ```no_run
//! use errcat::table;
//! use error_catalog::{error_catalog, vendor::WeCom};
//!
//! error_catalog! {
//!     /// What our gateway answers.
//!     pub enum Gateway: u16 {
//!         701 => QuotaExceeded "quota exceeded" { help: "wait for the next hour" },
//!     }
//! }
//!
//! fn main() -> std::process::ExitCode {
//!     errcat::main([table::<WeCom>(), table::<Gateway>()])
//! }
//! ```

#![forbid(unsafe_code)]

mod args;
mod cell;
mod choice;
mod commands;
mod context;
mod declaration;
mod difference;
mod document;
mod error;
mod escape;
mod json;
mod languages;
mod naming;
mod page;
mod reading;
mod recognize;
mod style;
mod table;

pub use table::{Table, table};

use anstream::AutoStream;
use context::{Context, Status};
use error::Error;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

/// Runs the tool with these catalogs: reads the command line of the process, writes results to stdout and
/// messages to stderr, and returns the exit status.
///
/// The status is 0 when there was an answer, 1 when the answer is no (an unknown code, nothing found, tables
/// that differ), and 2 on an error. The tool calls itself what its executable is called. Catalogs are listed
/// in the order in which they are given.
///
/// ```no_run
/// use error_catalog::vendor::Youdu;
///
/// fn main() -> std::process::ExitCode {
///     errcat::main([errcat::table::<Youdu>()])
/// }
/// ```
pub fn main(catalogs: impl IntoIterator<Item = Table>) -> ExitCode {
    let catalogs: Vec<Table> = catalogs.into_iter().collect();
    let command = args::command(&catalogs);
    let arguments = args::parse(command.clone());
    if let Ok(arguments) = &arguments {
        arguments.color.write_global();
    }

    let stdout = io::stdout();
    let mut out = BufWriter::new(AutoStream::auto(stdout.lock()));
    let result = match arguments {
        Ok(arguments) => {
            arguments.run(&mut Context { catalogs: &catalogs, command: &command, out: &mut out })
        }
        Err(mistake) if mistake.use_stderr() => mistake.exit(),
        // Help and version are results, and written as every result is.
        Err(help) => write!(out, "{}", help.render().ansi()).map_err(Error::Write).map(|()| Status::Yes),
    };
    // An error may come after half of the results.
    let result = out.flush().map_err(Error::Write).and(result);
    match result {
        Ok(Status::Yes) => ExitCode::SUCCESS,
        Ok(Status::No) => ExitCode::from(1),
        // Whoever read our output has seen enough.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            context::tell(command.get_name(), &error);
            ExitCode::from(2)
        }
    }
}
