//! The tool `errcat` as a library: build the same tool with your own catalogs in three lines.
//!
//! ```no_run
//! use errcat::table;
//! use error_catalog::{error_catalog, vendor::WeCom};
//!
//! error_catalog! {
//!     /// The errors of our gateway.
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
mod output;
#[cfg(any(test, properties))]
pub mod properties;
mod query;
mod site;
mod sync;

pub use catalog::baseline::BaselineError;
pub use catalog::table::{Table, table};

use anstream::AutoStream;
use catalog::load::with_files;
use commands::command_line;
use commands::context::{self, Context, Status};
use error::Error;
use output::escape::EscapingWriter;
use output::shorten::shorten_lines;
use std::borrow::Cow;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

/// Runs the tool with these catalogs.
///
/// Parses the command line of the process, writes results to stdout and messages to stderr, and returns the exit status.
///
/// The status is 0 on success, 1 for a negative result (an unknown code, nothing found, tables that differ), and 2 on an
/// error. Messages use the name of the executable as the name of the tool. Catalogs are listed in the given order.
///
/// # Examples
///
/// ```no_run
/// use error_catalog::vendor::Youdu;
///
/// fn main() -> std::process::ExitCode {
///     errcat::main([errcat::table::<Youdu>()])
/// }
/// ```
pub fn main(catalogs: impl IntoIterator<Item = Table>) -> ExitCode {
    let built_in: Vec<Table> = catalogs.into_iter().collect();
    let variable = std::env::var_os("ERRCAT_TABLES");
    let (files, arguments) = command_line::take_tables(std::env::args_os(), variable.as_deref());
    let tool = command_line::tool_name();
    let catalogs = match with_files(built_in, &files, &|note| context::report(&tool, note)) {
        Ok(catalogs) => catalogs,
        Err(error) => {
            context::report(&tool, &error);
            return ExitCode::from(2);
        }
    };
    let command = command_line::command(&catalogs);
    let arguments = command_line::parse(command.clone(), arguments);
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
        Err(mistake) if mistake.use_stderr() => {
            let message = mistake.render().to_string();
            match shorten_lines(&message) {
                Cow::Borrowed(_) => mistake.exit(),
                Cow::Owned(short) => {
                    // If stderr is full, the status reports the error too.
                    _ = write!(io::stderr(), "{short}");
                    return ExitCode::from(2);
                }
            }
        }
        // Help and version go to stdout, like other results.
        Err(help) => write!(out, "{}", help.render().ansi()).map_err(Error::Write).map(|()| Status::Yes),
    };
    // A command that failed may have written a part of its results.
    let result = out.flush().and_then(|()| data.flush()).map_err(Error::Write).and(result);
    match result {
        Ok(Status::Yes) => ExitCode::SUCCESS,
        Ok(Status::No) => ExitCode::from(1),
        // The reader closed the pipe, as `head` does.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            context::report(command.get_name(), &error);
            ExitCode::from(2)
        }
    }
}

/// Returns stdout for data. On a terminal, invisible characters are escaped, because they could control the terminal.
fn data() -> Box<dyn Write> {
    let stdout = io::stdout();
    if stdout.is_terminal() { Box::new(EscapingWriter::new(stdout)) } else { Box::new(stdout) }
}
