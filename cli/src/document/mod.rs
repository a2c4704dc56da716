//! A vendor's published table, read from a file: each format finds the tables in it (`Grid`), and what their
//! columns mean is then the same question for all. Nothing in a table is passed over in silence: what cannot be
//! read is in [`Document::unread`] with its line.

mod comma;
mod heading;
mod html;
mod markdown;
mod rows;
mod tabs;

pub(crate) use heading::Role;
pub(crate) use rows::integer;

use crate::error::{Error, Result};
use clap::ValueEnum;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What a file says.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) title: Option<String>,
    pub(crate) entries: Vec<Entry>,
    /// The rows that could not be read.
    pub(crate) unread: Vec<Unread>,
    /// What was left out for a reason the user should know.
    pub(crate) notes: Vec<String>,
    /// What the tables have columns for.
    pub(crate) roles: Vec<Role>,
}

/// A row that was read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    pub(crate) line: usize,
    pub(crate) code: String,
    pub(crate) name: Option<String>,
    pub(crate) symbol: Option<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) section: Option<String>,
    pub(crate) deprecated: Option<String>,
    /// Name and value of the other columns.
    pub(crate) columns: Vec<(String, String)>,
}

/// A row that could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    pub(crate) line: usize,
    pub(crate) why: String,
}

/// A table as it stands in the file: cells of text.
#[derive(Debug, Default)]
struct Grid {
    /// The title of the section that it stands under.
    section: Option<String>,
    /// Line and cells of the first row.
    heading: (usize, Vec<String>),
    rows: Vec<(usize, Vec<String>)>,
}

/// The tables of a file.
#[derive(Debug, Default)]
struct Found {
    title: Option<String>,
    grids: Vec<Grid>,
    unread: Vec<Unread>,
}

/// How a file is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// Markdown with pipe tables
    Markdown,
    /// Text with tabs between the cells, and any prose around it
    Tabs,
    /// Comma-separated values
    Csv,
    /// The tables of an HTML page
    Html,
}

/// No table of codes is larger; a log or a disk image that was given by mistake is.
const LIMIT: u64 = 64 << 20;

/// Reads a file, `-` for standard input. `columns` says what each column is where the headings do not.
pub(crate) fn read(path: &Path, form: Option<Form>, columns: Option<&[Role]>) -> Result<Document> {
    let file = path.display().to_string();
    let text = text(path, &file)?;
    let form =
        form.or_else(|| recognise(path, &text)).ok_or_else(|| Error::NoTable { file: file.clone() })?;
    let grids = match form {
        Form::Markdown => markdown::grids(&text),
        Form::Tabs => tabs::grids(&text, columns.is_some()),
        Form::Csv => comma::grids(&text),
        Form::Html => html::grids(&text),
    };
    rows::read(grids, columns, &file)
}

fn text(path: &Path, file: &str) -> Result<String> {
    let cannot = |error: io::Error| Error::Read { file: file.to_owned(), error };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().take(LIMIT + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(cannot)?;
    }
    if bytes.len() as u64 > LIMIT {
        return Err(Error::TooLarge { file: file.to_owned(), limit: LIMIT >> 20 });
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Error::Binary { file: file.to_owned(), at });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = 1 + String::from_utf8_lossy(&error.as_bytes()[..good]).matches('\n').count();
        Error::NotUtf8 { file: file.to_owned(), line }
    })?;
    let text = text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned);
    if text.trim().is_empty() {
        return Err(Error::Empty { file: file.to_owned() });
    }
    Ok(text)
}

/// The form of a file: by its name where that is telling, else by what is in it.
fn recognise(path: &Path, text: &str) -> Option<Form> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    match extension.to_ascii_lowercase().as_str() {
        "csv" => return Some(Form::Csv),
        "tsv" | "tab" => return Some(Form::Tabs),
        "html" | "htm" | "xhtml" => return Some(Form::Html),
        _ => {}
    }
    // The line between the heading and the rows of a Markdown table.
    let dashes = |line: &str| {
        line.contains("--")
            && line.contains('|')
            && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
    };
    if text.lines().any(|line| dashes(line.trim_end())) {
        Some(Form::Markdown)
    } else if text.to_ascii_lowercase().contains("<table") {
        Some(Form::Html)
    } else if text.contains('\t') {
        Some(Form::Tabs)
    } else if text.contains([',', ';']) {
        Some(Form::Csv)
    } else {
        None
    }
}

/// Text on one line: each run of blanks and line ends as one space, none at the ends.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
