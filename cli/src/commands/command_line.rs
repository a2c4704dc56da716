//! The definition of the command line, with the catalogs' names as possible values.

use crate::catalog::table::Table;
use crate::commands::annotate::Annotate;
use crate::commands::baseline::Baseline;
use crate::commands::catalog_args::{CATALOG, CATALOGS};
use crate::commands::completions::Completions;
use crate::commands::context::{Context, Status};
use crate::commands::count::Count;
use crate::commands::diff::Diff;
use crate::commands::explain::Explain;
use crate::commands::export::Export;
use crate::commands::import::Import;
use crate::commands::list::List;
use crate::commands::man::Man;
use crate::commands::search::Search;
use crate::commands::site::Site;
use crate::commands::sync::Sync;
use crate::error;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use clap_lex::OsStrExt;
use std::ffi::{OsStr, OsString};
use std::fmt::Write;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Explains error codes in the terminal.
///
/// Pass a code, the name or symbol of an error, a whole reply or a log line. errcat prints the meaning of the code in
/// each catalog that has it.
#[derive(Parser, Debug)]
#[command(version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Option<Task>,
    #[command(flatten)]
    explain: Explain,
    /// Load the catalogs of this file too (may be given several times)
    ///
    /// The file is the output of errcat export --format json or jsonl, a Rust source with declarations, or a vendor's page as
    /// import reads it, whose catalog is named after the file. `ERRCAT_TABLES` lists further files, separated as in PATH. A
    /// catalog replaces the built-in one with its name. After import, diff and sync, --table selects tables of the page
    /// instead.
    ///
    /// Examples: `errcat --table codes.json 701`, `ERRCAT_TABLES=codes.json errcat annotate app.log`
    #[arg(id = TABLES, long = TABLE, value_name = "FILE", global = true)]
    tables: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) color: colorchoice_clap::Color,
}

#[derive(Subcommand, Debug)]
enum Task {
    Explain(Explain),
    Search(Search),
    List(List),
    Export(Export),
    Site(Site),
    Import(Import),
    Diff(Diff),
    Sync(Sync),
    Baseline(Baseline),
    Annotate(Annotate),
    Count(Count),
    Completions(Completions),
    Man(Man),
}

impl Arguments {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> error::Result<Status> {
        match &self.command {
            None => match self.explain.check_misspelt_command(context) {
                Some(error) => Err(error),
                None => self.explain.run(context),
            },
            Some(Task::Explain(command)) => command.run(context),
            Some(Task::Search(command)) => command.run(context),
            Some(Task::List(command)) => command.run(context),
            Some(Task::Export(command)) => command.run(context),
            Some(Task::Site(command)) => command.run(context),
            Some(Task::Import(command)) => command.run(context),
            Some(Task::Diff(command)) => command.run(context),
            Some(Task::Sync(command)) => command.run(context),
            Some(Task::Baseline(command)) => command.run(context),
            Some(Task::Annotate(command)) => command.run(context),
            Some(Task::Count(command)) => command.run(context),
            Some(Task::Completions(command)) => command.run(context),
            Some(Task::Man(command)) => command.run(context),
        }
    }
}

/// The id of `--color WHEN`, which may come before or after a subcommand.
const COLOR: &str = "color";
/// The argument `--table FILE`, which may be anywhere except after import, diff and sync.
const TABLE: &str = "table";
/// Its id, which the options `--table` of import, diff and sync share, so that clap passes their values on to it.
pub(crate) const TABLES: &str = "tables";

const EXAMPLES: &str = r#"Examples:
  errcat 40014
  errcat InvalidAccessToken ERRCODE_MISS_BUIN
  errcat '{"errcode":40014,"errmsg":"invalid access_token"}'
  tail -1 app.log | errcat
  errcat search token expired --lang en
  errcat --table codes.json 701
  ERRCAT_TABLES=codes.json errcat 701
"#;

/// Returns the command line of a tool with these catalogs.
pub(crate) fn command(catalogs: &[Table]) -> Command {
    let mut command = Arguments::command();
    if let Some(name) = executable_name() {
        command =
            command.override_usage(format!("{name} [OPTIONS] [CODE]...\n       {name} <COMMAND>")).name(name);
    }
    let tool = command.get_name().to_owned();
    let help = format!("{EXAMPLES}\n{}", list_catalogs(catalogs));
    let subcommands: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in subcommands {
        command = command.mut_subcommand(name, |sub| add_catalogs(sub, catalogs, &tool));
    }
    add_catalogs(command.after_help(help), catalogs, &tool)
}

/// Removes `--table FILE` from the arguments before they are parsed, because the catalogs of these files are possible
/// values of other arguments. Returns the files, those of `ERRCAT_TABLES` first, and the other arguments.
pub(crate) fn take_tables(
    arguments: impl IntoIterator<Item = OsString>,
    variable: Option<&OsStr>,
) -> (Vec<PathBuf>, Vec<OsString>) {
    let listed = variable.into_iter().flat_map(std::env::split_paths);
    let mut files: Vec<PathBuf> = listed.filter(|path| !path.as_os_str().is_empty()).collect();
    let mut arguments = arguments.into_iter();
    let mut others = Vec::new();
    while let Some(argument) = arguments.next() {
        // After these commands, `--table` selects a table of the vendor's page.
        if ["--", "import", "diff", "sync"].iter().any(|word| argument == *word) {
            others.push(argument);
            break;
        }
        // A path is not always UTF-8.
        if let Some(file) = OsStrExt::strip_prefix(argument.as_os_str(), "--table=") {
            files.push(file.into());
        } else if argument == "--table"
            && let Some(file) = arguments.next()
        {
            files.push(file.into());
        } else {
            others.push(argument);
        }
    }
    others.extend(arguments);
    (files, others)
}

/// Parses the command line of the process.
///
/// # Errors
///
/// clap's error, which may also be the help or the version.
pub(crate) fn parse(mut command: Command, arguments: Vec<OsString>) -> Result<Arguments, clap::Error> {
    // Without arguments the tool reads stdin. On a terminal it prints the help instead of waiting.
    if std::io::stdin().is_terminal() {
        command = command
            .arg_required_else_help(true)
            .mut_subcommand("explain", |explain| explain.arg_required_else_help(true));
    }
    let matches = command.try_get_matches_from_mut(arguments)?;
    // clap's own `args_conflicts_with_subcommands` would also reject `--color` with a subcommand.
    if let Some((name, _)) = matches.subcommand() {
        let misplaced = |argument: &&clap::Arg| {
            let id = argument.get_id();
            ![COLOR, TABLES].contains(&id.as_str())
                && matches.value_source(id.as_str()) == Some(ValueSource::CommandLine)
        };
        let misplaced = command.get_arguments().find(misplaced).map(ToString::to_string);
        if let Some(argument) = misplaced {
            let message = format!(
                "`{argument}` applies to codes to explain: write it after `{name}`, if {name} takes it"
            );
            return Err(command.error(ErrorKind::ArgumentConflict, message));
        }
    }
    Arguments::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// Returns the name of the tool for a message before the command line is read.
pub(crate) fn tool_name() -> String {
    executable_name().unwrap_or_else(|| "errcat".to_owned())
}

/// Returns the name of the executable, which in a company's own tool is not `errcat`.
fn executable_name() -> Option<String> {
    let first = std::env::args_os().next()?;
    Path::new(&first).file_stem().and_then(OsStr::to_str).map(str::to_owned)
}

/// Adds the names of the catalogs as possible values, and the name of the tool to the examples.
fn add_catalogs(mut command: Command, catalogs: &[Table], tool: &str) -> Command {
    if let Some(help) = command.get_after_help() {
        let help = help.to_string().replace("errcat", tool);
        command = command.after_help(help);
    }
    for id in [CATALOGS, CATALOG] {
        if command.get_arguments().any(|argument| argument.get_id() == id) {
            let names = catalogs.iter().map(|table| {
                let value = PossibleValue::new(table.name);
                table.title.map_or(value.clone(), |title| value.help(title))
            });
            let names = PossibleValuesParser::new(names);
            command = command.mut_arg(id, |argument| argument.value_parser(names).ignore_case(true));
        }
    }
    command
}

fn list_catalogs(catalogs: &[Table]) -> String {
    let mut text = String::from("Catalogs:\n");
    for table in catalogs {
        // Writing to a string cannot fail.
        let _ =
            writeln!(text, "  {}: {} ({} codes)", table.name, table.title.unwrap_or(""), table.rows.len());
    }
    text
}
