//! The errors of the tool. Each message is one sentence that names the input and, if there is one, the remedy.

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
    #[error("{file} exceeds the limit of {limit} MiB")]
    TooLarge { file: String, limit: u64 },
    #[error("{file} is not text: byte {at} is zero; if it is UTF-16, add --encoding UTF-16LE or UTF-16BE")]
    Binary { file: String, at: usize },
    #[error(
        "{file} is not valid {encoding} at line {line}: correct the line, or name the encoding with --encoding"
    )]
    Undecodable { file: String, line: usize, encoding: &'static str },
    #[error(
        "{file} has a byte order mark of {marked}, which contradicts --encoding {given}: omit the option"
    )]
    Marked { file: String, marked: &'static str, given: &'static str },
    #[error("{file} cannot be read as an .xlsx workbook: {why}")]
    Workbook { file: String, why: String },
    #[error("{file} is an .xls workbook or has a password: save it as .xlsx without a password")]
    OldWorkbook { file: String },
    #[error("{file} unpacks to {what}: save only the sheet with the table")]
    Unpacked { file: String, what: &'static str },
    #[error("line {line} of {file} exceeds the limit of 256 KiB: break it into several")]
    LongLine { file: String, line: usize },
    #[error("{file} is empty")]
    Empty { file: String },
    #[error(
        "{file} has no table; supported formats are Markdown, tab-separated text, CSV, JSON, YAML, TOML, HTML, reStructuredText and .xlsx; for lists and source code, add --from or --pattern"
    )]
    NoTable { file: String },
    #[error("{file} has no table, but --from {option} finds {count} rows in it: add this option")]
    NoTableButPreset { file: String, count: usize, option: String },
    #[error(
        "nothing in {file} matches the pattern of a row: write another with --pattern, or another --from"
    )]
    NoMatch { file: String },
    #[error(
        "matching the pattern takes too long from line {line} of {file} on: bound its repetitions, or write (?-u:\\b) for \\b"
    )]
    SlowPattern { file: String, line: usize },
    #[error("{file} has headings but no rows")]
    NoRows { file: String },
    #[error(
        "{file} has no columns for code and message (line {line}: {headings}): name the columns, as in --columns {columns}"
    )]
    NoColumns { file: String, line: usize, headings: String, columns: String },
    #[error(
        "no table of {file} has a column with the heading {name:?}; the table at line {line} has {headings}"
    )]
    NoHeading { file: String, name: String, line: usize, headings: String },
    #[error("--{what} and --without-{what} leave no {what} of {file}; it has {known}")]
    NotSelected { file: String, what: &'static str, known: String },
    #[error("code {codes} of {file} means {meanings}: select {selection}")]
    ConflictingTables { file: String, codes: String, meanings: String, selection: String },
    #[error("{file} is not JSON, YAML or TOML: leave --records out")]
    NotJson { file: String },
    #[error("{file} cannot be read as YAML: {error}")]
    Yaml { file: String, error: String },
    #[error("{file} cannot be read as TOML: {error}")]
    Toml { file: String, error: String },
    #[error("{file} cannot be read as JSON: {error}")]
    Json { file: String, error: serde_json::Error },
    #[error("{file} has no object that can be read; the first error is at line {line}: {why}")]
    NoObjects { file: String, line: usize, why: String },
    #[error(
        "{file} has too many small values to be searched for records: convert it to an array of objects, or to one object per line"
    )]
    DenseJson { file: String },
    #[error("--records {path:?} cannot be applied to {file}: write a JSONPath such as $.errors[*]")]
    JsonPath { file: String, path: String },
    #[error("--records {path:?} matches nothing in {file}: correct the path")]
    NoRecords { file: String, path: String },
    #[error(
        "{file} has several lists of records: select one, as with --records '{first}' or --records '{second}'"
    )]
    SeveralRecords { file: String, first: String, second: String },
    #[error(
        "the comparison is incomplete: {rows} rows of {file} cannot be read; correct them, or accept them in a file for --exceptions"
    )]
    Incomplete { file: String, rows: usize },
    #[error("{0}")]
    Columns(String),
    #[error("code {code} is outside the range of --codes {codes}: name a wider type")]
    CodeRange { codes: &'static str, code: String },
    #[error("code 0 does not exist in --codes {codes}: write --codes {primitive}")]
    CodeZero { codes: &'static str, primitive: &'static str },
    #[error("--success {code}: the table has no such code; correct it, or leave the option out")]
    Success { code: String },
    #[error("--for-spreadsheets requires --format csv or --format tsv")]
    ForSpreadsheets,
    #[error(
        "--lang requires --format markdown, typescript, go, python, java or c: the others have words for programs only"
    )]
    ExportLang,
    #[error("{file} is not a table of codes: {why}")]
    NotTable { file: String, why: String },
    #[error("{other} and {file} both have a catalog {name}: leave one out")]
    SameCatalog { name: &'static str, file: String, other: String },
    #[error(
        "{catalog} has {codes} codes, but a Java enum has room for {limit}: use another format, such as json"
    )]
    JavaLimit { catalog: &'static str, codes: usize, limit: usize },
    #[error("there is no catalog {name:?}; available: {known}")]
    Catalog { name: String, known: String },
    #[error("there is no command {name:?}: {hint}")]
    Subcommand { name: String, hint: String },
    #[error("no catalog has {name:?}, and there is no such command: did you mean {meant}?")]
    NoCommand { name: String, meant: String },
    #[error("standard input exceeds the limit of {limit} MiB: use annotate for a longer log")]
    LongInput { limit: u64 },
    #[error("cannot build the search for codes and symbols: {0}")]
    Recognizer(String),
    #[error("{file} is unchanged: {why}")]
    Unchanged { file: String, why: String },
    #[error("{file} was changed by another program and is not edited: run the command again")]
    ChangedMeanwhile { file: String },
    #[error(transparent)]
    Baseline(#[from] crate::catalog::baseline::BaselineError),
    #[error("no row of {file} can be read")]
    Unreadable { file: String },
    #[error("no catalog has messages in {lang:?}; available: {known}")]
    Lang { lang: String, known: String },
    #[error("{catalog} has no section {section:?}; it has {known}")]
    Section { catalog: String, section: String, known: String },
}

/// Errors of writing to stdout convert with `?`.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

pub(crate) type Result<T> = std::result::Result<T, Error>;
