//! What can go wrong, each as one sentence that names the thing and says what to do.

use std::io;

/// An error of the tool. The process ends with status 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot write the output: {0}")]
    Write(io::Error),
    #[error("cannot write {file}: {error}")]
    Save { file: String, error: io::Error },
    #[error("cannot read {file}: {error}")]
    Read { file: String, error: io::Error },
    #[error("{file} is larger than {limit} MiB, which no table of codes is")]
    TooLarge { file: String, limit: u64 },
    #[error("{file} is no text: byte {at} is zero")]
    Binary { file: String, at: usize },
    #[error(
        "{file} is not {encoding} at line {line}: correct the bytes there, or name the encoding with --encoding"
    )]
    Undecodable { file: String, line: usize, encoding: &'static str },
    #[error("{file} begins with the mark of {marked}, and --encoding says {given}: leave it out")]
    Marked { file: String, marked: &'static str, given: &'static str },
    #[error("{file} cannot be read as an .xlsx workbook: {why}")]
    Workbook { file: String, why: String },
    #[error("{file} is an .xls workbook, or one with a password: save it as .xlsx without one")]
    OldWorkbook { file: String },
    #[error("{file} holds {what} when it is unpacked: save the sheet with the table alone")]
    Unpacked { file: String, what: &'static str },
    #[error("{file} has a line of more than 256 KiB, which no row of a table is (line {line})")]
    LongLine { file: String, line: usize },
    #[error("{file} is empty")]
    Empty { file: String },
    #[error("{file} has no table: it takes Markdown, tab-separated text, CSV, JSON, HTML or .xlsx")]
    NoTable { file: String },
    #[error("{file} has headings but no rows")]
    NoRows { file: String },
    #[error(
        "{file} has no columns that say code and message (line {line}: {headings}): name them, as with --columns code,message,help"
    )]
    NoColumns { file: String, line: usize, headings: String },
    #[error("the comparison is not complete, since rows of {file} cannot be read ({rows})")]
    Incomplete { file: String, rows: usize },
    #[error("--columns must say once which column is the {role}")]
    Columns { role: &'static str },
    #[error("--success {code}: the table has no such code")]
    Success { code: String },
    #[error("--for-spreadsheets is for --format csv and --format tsv")]
    ForSpreadsheets,
    #[error("there is no catalog {name:?}")]
    Catalog { name: String },
    #[error("there is no command {name:?}: {hint}")]
    Subcommand { name: String, hint: String },
    #[error("no catalog has {name:?}, and there is no such command: did you mean {meant}?")]
    NoCommand { name: String, meant: String },
    #[error("standard input is longer than {limit} MiB: annotate puts the meanings into a log of any length")]
    LongInput { limit: u64 },
    #[error("the symbols of the catalogs cannot be searched for: {0}")]
    Symbols(String),
    #[error("{file} is not edited: {why}")]
    Refused { file: String, why: String },
    #[error("{file} was changed meanwhile, and is not edited: run the command again")]
    ChangedMeanwhile { file: String },
    #[error(transparent)]
    Baseline(#[from] crate::catalog::published::BaselineError),
    #[error("no row of {file} can be read")]
    Unreadable { file: String },
    #[error("no catalog has its messages in {lang:?}; there is {known}")]
    Lang { lang: String, known: String },
    #[error("{catalog} has no section {section:?}; it has {known}")]
    Section { catalog: String, section: String, known: String },
}

/// `?` on what writes to stdout.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

pub(crate) type Result<T> = std::result::Result<T, Error>;
