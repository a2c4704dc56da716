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

mod catalog;
mod commands;
mod error;
mod export;
mod import;
mod log;
mod output;
#[cfg(any(test, properties))]
pub mod properties;
mod query;
mod site;
mod sync;

pub use catalog::published::BaselineError;
pub use catalog::table::{Table, table};

use anstream::AutoStream;
use commands::args;
use commands::context::{self, Context, Status};
use error::Error;
use output::escape::Visible;
use std::io::{self, BufWriter, IsTerminal, Write};
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

    let mut out = BufWriter::new(AutoStream::auto(io::stdout()));
    let mut data = BufWriter::new(data());
    let result = match arguments {
        Ok(arguments) => {
            let (out, data) = (&mut out, &mut data);
            arguments.run(&mut Context { catalogs: &catalogs, command: &command, out, data })
        }
        Err(mistake) if mistake.use_stderr() => mistake.exit(),
        // Help and version are results, and written as every result is.
        Err(help) => write!(out, "{}", help.render().ansi()).map_err(Error::Write).map(|()| Status::Yes),
    };
    // An error may come after half of the results.
    let result = out.flush().and_then(|()| data.flush()).map_err(Error::Write).and(result);
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

/// Standard output as it is; at a terminal, which data can write on, with what is not seen as itself escaped.
fn data() -> Box<dyn Write> {
    let stdout = io::stdout();
    if stdout.is_terminal() { Box::new(Visible::new(stdout)) } else { Box::new(stdout) }
}
