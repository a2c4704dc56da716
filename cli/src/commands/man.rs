//! `man`: prints the manual page of the tool or of a subcommand.

use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use clap::{Args, Command};
use clap_mangen::Man as Page;
use error_catalog_core::nearest;

/// Print the manual page
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat man > ~/.local/share/man/man1/errcat.1
  errcat man import | man -l -")]
pub(crate) struct Man {
    /// The subcommand; the tool itself if omitted
    command: Option<String>,
}

fn unknown_command(name: &str, command: &Command) -> Error {
    let meant = nearest(name, command.get_subcommands().map(Command::get_name));
    let hint = meant.map_or("--help lists them".to_owned(), |meant| format!("did you mean {meant}?"));
    Error::Subcommand { name: name.to_owned(), hint }
}

impl Man {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let mut command = context.command.clone();
        command.build();
        if let Some(name) = &self.command {
            let found = command.find_subcommand(name).cloned();
            let display = format!("{}-{name}", context.tool());
            command = found.ok_or_else(|| unknown_command(name, &command))?.name(display);
        }
        let mut page = Vec::new();
        Page::new(command).render(&mut page)?;
        context.data.write_all(&page)?;
        Ok(Status::Yes)
    }
}
