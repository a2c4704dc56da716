//! Reads and writes the baseline file, a line-based text for people and for `git diff`. A file that is not a baseline
//! gives a one-sentence error.

use super::error_type::read_line;
use super::{Baseline, Published, PublishedErrorType};
use crate::syntax::Code;
use std::fmt::{self, Display};

const FIRST_LINE: &str = "error-catalog baseline ";
const VERSION: &str = "1";
const EXHAUSTIVE: &str = " (exhaustive)";
const COLUMN: &str = "column ";
const TRANSLATION: &str = "translation ";
const UNKNOWN: &str = "unknown ";
const SUCCESS: &str = "(success)";
const RETIRED: &str = "(retired)";
/// The word before the symbols.
const SYMBOLS: &str = "=";

/// The error of reading a file that is not a baseline: its first malformed line.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Damage {
    /// The line number, counted from one.
    pub line: usize,
    /// The defect and its remedy, as in "it is empty: remove it".
    pub what: String,
}

impl Baseline {
    /// Reads the file of a baseline.
    ///
    /// # Errors
    ///
    /// Returns the first defect: another first line, another line end than `\n`, a marker of a merge conflict, a code
    /// that is repeated or out of order, or a line that is neither `code names = symbols` nor one of a column, a
    /// translation, the row of unknown codes or the error type.
    pub fn read(bytes: &[u8]) -> Result<Self, Damage> {
        let damage = |line: usize, what: String| Damage { line: line + 1, what };
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let line = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).matches('\n').count();
            damage(line, "it is not UTF-8: restore the file".to_owned())
        })?;
        let mut lines = text.split_inclusive('\n').enumerate();
        let Some((_, first)) = lines.next() else {
            return Err(damage(
                0,
                "the file is empty: restore it, or write it again with `errcat baseline`".into(),
            ));
        };
        let mut baseline = parse_first_line(first).map_err(|what| damage(0, what))?;
        let mut last: Option<Code> = None;
        for (number, line) in lines {
            let damage = |what| damage(number, what);
            let line = strip_line_end(line).map_err(damage)?;
            if baseline.read_item(line).map_err(damage)? {
                continue;
            }
            let (code, published) = parse_row(line).map_err(damage)?;
            match &last {
                Some(last) if *last == code => {
                    return Err(damage(format!(
                        "code {} is repeated: join the two lines",
                        code_excerpt(&code)
                    )));
                }
                Some(last) if *last > code => {
                    return Err(damage(format!(
                        "code {} comes after {}: move the line, because the lines are in the order of the codes",
                        code_excerpt(&code),
                        code_excerpt(last)
                    )));
                }
                _ => last = Some(code.clone()),
            }
            baseline.rows.insert(code, published);
        }
        Ok(baseline)
    }

    /// Reads the line of a column, a translation, the row of unknown codes or the error type, and returns whether it is
    /// one.
    fn read_item(&mut self, line: &str) -> Result<bool, String> {
        let (name, is_new) = if let Some(column) = line.strip_prefix(COLUMN) {
            let parts = column.split_once(": ").filter(|(name, ty)| is_name(name) && !ty.trim().is_empty());
            let Some((name, ty)) = parts else {
                return Err("a column is recorded as `column name: Type`: restore the line".to_owned());
            };
            (name, self.columns.insert(name.to_owned(), ty.to_owned()).is_none())
        } else if let Some(name) = line.strip_prefix(TRANSLATION) {
            if !is_name(name) {
                return Err("a translation is recorded as `translation en`: restore the line".to_owned());
            }
            (name, self.translations.insert(name.to_owned()))
        } else if let Some(name) = line.strip_prefix(UNKNOWN) {
            if !is_name(name) {
                return Err(
                    "the row of unknown codes is recorded as `unknown Name`: restore the line".to_owned()
                );
            }
            if self.unknown.replace(name.to_owned()).is_some() {
                return Err("the row of unknown codes is recorded twice: keep one line".to_owned());
            }
            (name, true)
        } else if let Some(read) = read_line(&mut self.error_type, line)? {
            read
        } else {
            return Ok(false);
        };
        if !is_new {
            return Err(format!("`{}` is recorded twice: keep one line", excerpt(name)));
        }
        if !self.rows.is_empty() {
            return Err(format!("`{}` is after the first code: move the line before it", excerpt(name)));
        }
        Ok(true)
    }
}

fn parse_first_line(line: &str) -> Result<Baseline, String> {
    if line.starts_with('\u{feff}') {
        return Err("the file begins with a byte order mark: remove it".to_owned());
    }
    let Some(rest) = line.strip_prefix(FIRST_LINE) else {
        reject_conflict_marker(line)?;
        return Err(format!(
            "the file is not a baseline: its first line must be like `{FIRST_LINE}{VERSION}: Name i32`"
        ));
    };
    let Some((version, of)) = strip_line_end(rest)?.split_once(": ") else {
        return Err(format!("the line is cut off; it is `{FIRST_LINE}{VERSION}: Name i32`"));
    };
    if version != VERSION {
        return Err(format!(
            "the file has format {}, but this version of error-catalog reads format {VERSION}: use the version that wrote \
             the file",
            excerpt(version)
        ));
    }
    let Some((catalog, raw)) = of.split_once(' ') else {
        return Err(format!("the line has no type of the codes; it is `{FIRST_LINE}{VERSION}: Name i32`"));
    };
    let mut baseline = Baseline::empty(catalog, raw.strip_suffix(EXHAUSTIVE).unwrap_or(raw));
    baseline.exhaustive = raw.ends_with(EXHAUSTIVE);
    Ok(baseline)
}

/// Returns the line without its end, which is `\n`.
fn strip_line_end(line: &str) -> Result<&str, String> {
    let Some(line) = line.strip_suffix('\n') else {
        return Err("the last line has no end, so the file may be cut off: restore it".to_owned());
    };
    if line.ends_with('\r') {
        return Err("the line ends are CRLF: save the file with LF, and add `*.baseline text eol=lf` to \
                    .gitattributes"
            .to_owned());
    }
    Ok(line)
}

fn reject_conflict_marker(line: &str) -> Result<(), String> {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|marker| line.starts_with(marker)) {
        return Err(
            "this is a conflict marker of a merge: keep the lines of both sides, in the order of the codes"
                .to_owned(),
        );
    }
    Ok(())
}

fn parse_row(line: &str) -> Result<(Code, Published), String> {
    if line.trim().is_empty() {
        return Err("it is empty: remove it".to_owned());
    }
    reject_conflict_marker(line)?;
    let mut words = Words { rest: line };
    let code = match words.next().transpose()? {
        Some(Word::Quoted(text)) => Code::Str(text),
        Some(Word::Bare(number)) => Code::Int(number.parse().map_err(|_| {
            format!("it begins with `{}`, which is not a code: restore the line", excerpt(number))
        })?),
        None => return Err("it has no code: restore the line".to_owned()),
    };
    let mut published = Published::default();
    let mut symbols_follow = false;
    for word in words {
        match word? {
            Word::Bare(SUCCESS) => published.success = true,
            Word::Bare(RETIRED) => published.retired = true,
            Word::Bare(SYMBOLS) if !symbols_follow => symbols_follow = true,
            Word::Bare(symbol) if symbols_follow => published.symbols.push(symbol.to_owned()),
            Word::Quoted(symbol) if symbols_follow => published.symbols.push(symbol),
            Word::Bare(name) if is_name(name) => published.names.push(name.to_owned()),
            Word::Bare(name) => {
                return Err(format!(
                    "`{}` is not a valid name for code {}: restore the line",
                    excerpt(name),
                    code_excerpt(&code)
                ));
            }
            Word::Quoted(name) => {
                return Err(format!(
                    "`{}` is not a valid name for code {}: restore the line",
                    excerpt(&name),
                    code_excerpt(&code)
                ));
            }
        }
    }
    if published.names.is_empty() {
        return Err(format!("code {} has no name: restore the line", code_excerpt(&code)));
    }
    if symbols_follow && published.symbols.is_empty() {
        return Err(format!("code {} has no symbol after the `=`: restore the line", code_excerpt(&code)));
    }
    Ok((code, published))
}

/// Returns a text short enough to quote in a message.
pub(super) fn excerpt(text: &str) -> String {
    let mut excerpt = String::new();
    for char in text.chars().take(40) {
        excerpt.extend(char.escape_debug());
    }
    excerpt
}

/// Returns a code short enough to quote in a message. A damaged file may have any code.
fn code_excerpt(code: &Code) -> Code {
    match code {
        Code::Int(code) => Code::Int(*code),
        Code::Str(code) => Code::Str(code.chars().take(64).collect()),
    }
}

/// Returns whether the word without quotes is part of the file format.
fn is_reserved_word(word: &str) -> bool {
    [SUCCESS, RETIRED, SYMBOLS].contains(&word)
}

pub(super) fn is_name(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|char| char.is_alphanumeric() || char == '_' || !char.is_ascii())
}

enum Word<'a> {
    Bare(&'a str),
    Quoted(String),
}

/// The words of a line, separated by single spaces. A word in double quotes may contain spaces.
struct Words<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Words<'a> {
    type Item = Result<Word<'a>, String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let word = if let Some(quoted) = self.rest.strip_prefix('"') {
            split_quoted(quoted).map(|(text, rest)| (Word::Quoted(text), rest))
        } else {
            let end = self.rest.find(' ').unwrap_or(self.rest.len());
            Some((Word::Bare(&self.rest[..end]), &self.rest[end..]))
        };
        let Some((word, rest)) = word else {
            self.rest = "";
            return Some(Err("a quoted word has no closing quote: restore the line".to_owned()));
        };
        self.rest = match (rest.strip_prefix(' '), rest.is_empty()) {
            (_, true) => "",
            (Some(next), _) if !next.is_empty() && !next.starts_with(' ') => next,
            _ => {
                self.rest = "";
                return Some(
                    Err("its words are not separated by single spaces: restore the line".to_owned()),
                );
            }
        };
        Some(Ok(word))
    }
}

/// Returns the text before the closing quote, and the rest of the line.
fn split_quoted(quoted: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = quoted.char_indices();
    loop {
        match chars.next()? {
            (at, '"') => return Some((text, &quoted[at + 1..])),
            (_, '\\') => text.push(chars.next()?.1),
            (_, char) => text.push(char),
        }
    }
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Writes the file in the form that [`Baseline::read`] reads.
impl Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.first_line())?;
        self.item_lines().try_for_each(|line| writeln!(f, "{line}"))?;
        self.rows.iter().try_for_each(|(code, row)| writeln!(f, "{}", row.line(code)))
    }
}

impl Baseline {
    /// Returns the first line of the file.
    pub fn first_line(&self) -> String {
        let exhaustive = if self.exhaustive { EXHAUSTIVE } else { "" };
        format!("{FIRST_LINE}{VERSION}: {} {}{exhaustive}", self.catalog, self.raw)
    }

    /// Iterates over the lines of the columns, the translations, the row of unknown codes and the error type.
    pub fn item_lines(&self) -> impl Iterator<Item = String> {
        let columns = self.columns.iter().map(|(name, ty)| format!("{COLUMN}{name}: {ty}"));
        let translations = self.translations.iter().map(|name| format!("{TRANSLATION}{name}"));
        let unknown = self.unknown.iter().map(|name| format!("{UNKNOWN}{name}"));
        columns
            .chain(translations)
            .chain(unknown)
            .chain(self.error_type.iter().flat_map(PublishedErrorType::lines))
    }
}

impl Published {
    /// Returns the line of this code in the file.
    pub fn line(&self, code: &Code) -> String {
        let mut line = match code {
            Code::Int(code) => code.to_string(),
            Code::Str(code) => quote(code),
        };
        let flags = [(self.success, SUCCESS), (self.retired, RETIRED)];
        let flags = flags.into_iter().filter(|(given, _)| *given).map(|(_, flag)| flag);
        for word in flags.chain(self.names.iter().map(String::as_str)) {
            line.extend([" ", word]);
        }
        if !self.symbols.is_empty() {
            line.extend([" ", SYMBOLS]);
        }
        for symbol in &self.symbols {
            line.push(' ');
            let needs_quotes = |char: char| matches!(char, ' ' | '"' | '\\') || char.is_control();
            if is_reserved_word(symbol) || symbol.is_empty() || symbol.contains(needs_quotes) {
                line.push_str(&quote(symbol));
            } else {
                line.push_str(symbol);
            }
        }
        line
    }
}
