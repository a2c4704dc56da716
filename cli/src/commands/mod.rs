//! The subcommands, one file each, and the arguments that several of them share.

pub(crate) mod annotate;
pub(crate) mod baseline;
pub(crate) mod catalog_args;
pub(crate) mod command_line;
pub(crate) mod completions;
pub(crate) mod context;
pub(crate) mod count;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod input_args;
pub(crate) mod list;
pub(crate) mod log;
mod log_args;
pub(crate) mod man;
pub(crate) mod search;
pub(crate) mod site;
pub(crate) mod sync;
