//! `completions`: prints shell completions for the command line, including the names of catalogs.

use crate::commands::context::{Context, Status};
use crate::error::Result;
use clap::Args;
use clap_complete::Shell;

/// Print the completions for a shell
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat completions bash > ~/.local/share/bash-completion/completions/errcat
  errcat completions zsh > ~/.zfunc/_errcat
  errcat completions fish > ~/.config/fish/completions/errcat.fish")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut context.command.clone(), context.tool(), &mut script);
        context.data.write_all(&script)?;
        Ok(Status::Yes)
    }
}
