//! How a file is written, by its name and by what is in it.

use clap::ValueEnum;
use std::path::Path;

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

/// The form of a file: by its name where that is telling, else by what is in it.
pub(super) fn recognise(path: &Path, text: &str) -> Option<Form> {
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
