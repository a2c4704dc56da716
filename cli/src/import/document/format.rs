//! The format of a file, by its name and its content.

use super::rst;
use crate::error::{Error, Result};
use clap::ValueEnum;
use std::path::Path;

/// The format of a file.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum FileFormat {
    /// Markdown with pipe tables
    Markdown,
    /// Text with tabs between the cells, and any prose around it
    Tabs,
    /// Comma-separated values
    Csv,
    /// The tables of an HTML page
    Html,
    /// An array of objects, one object per line, or any JSON with records
    Json,
    /// The visible sheets of a workbook
    Xlsx,
    /// YAML of any shape that JSON may have
    Yaml,
    /// TOML of any shape that JSON may have
    Toml,
    /// The tables of reStructuredText
    Rst,
    /// Rust: the variants of enums, and constants
    Rust,
    /// C, C++, C# and TypeScript: definitions of the preprocessor, and enums
    C,
    /// Go: constants, and calls of New and Register
    Go,
    /// Java and Kotlin: enums with a number or text in parentheses, and constants
    Java,
    /// Protocol buffers: the values of enums
    Proto,
    /// PHP: arrays from code to text, constants, and cases of enums
    Php,
    /// Markdown headings with a code, and the text below
    Headings,
    /// Lists of Markdown: bullets such as `- 1001: busy`, and definition lists
    Bullets,
}

/// Recognizes the format of a file by its name, or otherwise by its content.
pub(super) fn recognize(path: &Path, text: &str) -> Option<FileFormat> {
    of_name(path).or_else(|| {
        let first = text.trim_start_matches(|c: char| c.is_whitespace() || c == '[');
        if first.starts_with('{') {
            Some(FileFormat::Json)
        } else if text.lines().any(|line| is_dashes(line.trim_end())) {
            Some(FileFormat::Markdown)
        } else if has_tag(text.as_bytes(), b"<table") || has_tag(text.as_bytes(), b"<dl") {
            Some(FileFormat::Html)
        } else if rst::has_table(text) {
            Some(FileFormat::Rst)
        } else if text.contains('\t') {
            Some(FileFormat::Tabs)
        } else if text.contains([',', ';']) {
            Some(FileFormat::Csv)
        } else {
            None
        }
    })
}

fn of_name(path: &Path) -> Option<FileFormat> {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    match extension.to_ascii_lowercase().as_str() {
        "csv" => Some(FileFormat::Csv),
        "tsv" | "tab" => Some(FileFormat::Tabs),
        "html" | "htm" | "xhtml" => Some(FileFormat::Html),
        "json" | "jsonl" | "ndjson" => Some(FileFormat::Json),
        "yaml" | "yml" => Some(FileFormat::Yaml),
        "toml" => Some(FileFormat::Toml),
        "rst" => Some(FileFormat::Rst),
        "rs" => Some(FileFormat::Rust),
        "c" | "h" | "cc" | "cpp" | "hpp" | "cs" | "ts" => Some(FileFormat::C),
        "go" => Some(FileFormat::Go),
        "java" | "kt" => Some(FileFormat::Java),
        "proto" => Some(FileFormat::Proto),
        "php" => Some(FileFormat::Php),
        _ => None,
    }
}

/// Checks whether a file is an `.xlsx`, whatever its name is. A workbook that cannot be read is an error.
pub(super) fn is_workbook(bytes: &[u8], file: &str) -> Result<bool> {
    // The older binary form, and the envelope of a workbook that has a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Error::OldWorkbook { file: file.to_owned() });
    }
    Ok(bytes.starts_with(b"PK\x03\x04"))
}

/// Checks whether a file may be a page of HTML, before its encoding is known.
pub(super) fn may_be_html(path: &Path, bytes: &[u8]) -> bool {
    match of_name(path) {
        Some(format) => format == FileFormat::Html,
        None => has_tag(bytes, b"<meta") && (has_tag(bytes, b"<table") || has_tag(bytes, b"<dl")),
    }
}

fn has_tag(text: &[u8], tag: &[u8]) -> bool {
    text.windows(tag.len()).any(|bytes| bytes.eq_ignore_ascii_case(tag))
}

/// Checks whether this is the line between the headings and the rows of a Markdown table.
pub(super) fn is_dashes(line: &str) -> bool {
    line.contains('-')
        && line.contains('|')
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}
