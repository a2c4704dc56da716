//! Prints the declaration of a catalog from a vendor's table. It compiles without changes: names are made from the
//! symbols, rows with the same code are joined, and shared symbols are declared.

mod row_source;
#[cfg(test)]
mod tests;
mod variant_names;

use crate::error::{Error, Result};
use crate::import::document::{Capped, Document, Entry, Role, integer};
use crate::import::identifier::{is_name_char, is_symbol_token};
use error_catalog_core::syntax::identifier::is_identifier;
use error_catalog_core::syntax::language::is_unmistakable;
use error_catalog_core::syntax::{CodeFormat, Int, Raw};
use heck::ToSnakeCase;
use row_source::advice;
pub(crate) use row_source::{RowEntries, literal, meaning_lines, row_lines};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{Hash, Hasher};
use std::io::{self, Write};
pub(crate) use variant_names::Names;

/// The properties of a declaration that the table does not have.
#[derive(Debug)]
pub(crate) struct DeclarationOptions<'a> {
    pub(crate) name: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) source: Option<&'a str>,
    pub(crate) lang: Option<&'a str>,
    pub(crate) success: &'a [String],
}

/// A declaration that is ready to be printed.
pub(crate) struct Declaration<'a> {
    document: &'a Document,
    head: &'a DeclarationOptions<'a>,
    rows: Vec<RowEntries<'a>>,
    raw: Raw,
    /// The text of the statement `display`.
    display: Option<&'a str>,
    /// The name in the statement `unknown`.
    unknown: Option<&'a str>,
    /// Notes for the user.
    pub(crate) notes: Capped<String>,
}

/// Creates the declaration of a document.
pub(crate) fn declaration<'a>(
    document: &'a Document,
    head: &'a DeclarationOptions<'a>,
) -> Result<Declaration<'a>> {
    let mut notes = Capped::default();
    let rows = joined(&document.entries, &mut notes);
    let codes: HashSet<&str> =
        if head.success.is_empty() { HashSet::new() } else { rows.iter().map(|row| row.code).collect() };
    for success in head.success {
        if !codes.contains(success.as_str()) {
            return Err(Error::Success { code: success.clone() });
        }
    }
    if let Some(Raw::Int(int)) = document.codes {
        let fits = |row: &RowEntries<'_>| integer(row.code).is_some_and(|code| int.holds(code));
        if let Some(row) = rows.iter().find(|row| !fits(row)) {
            if int.is_nonzero() && row.code == "0" {
                return Err(Error::CodeZero { codes: int.name, primitive: int.primitive });
            }
            return Err(Error::CodeRange { codes: int.name, code: row.code.to_owned() });
        }
    }
    let raw = document.codes.or_else(|| exported_type(document, &rows, &mut notes));
    let raw = raw.unwrap_or_else(|| smallest(&rows));
    let display = document.display.as_deref().filter(|text| {
        let parsed = CodeFormat::parse(text, raw);
        if let Err(error) = &parsed {
            notes.push(|| format!("the form of printed codes is left out: {error}"));
        }
        parsed.is_ok()
    });
    let unknown = unknown_row(document, &rows, head, &mut notes);
    Ok(Declaration { document, head, rows, raw, display, unknown, notes })
}

impl Declaration<'_> {
    /// Writes the declaration line by line.
    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let Self { head, rows, .. } = self;
        let mut line = |indent: usize, line: &str| writeln!(out, "{:width$}{line}", "", width = indent * 4);
        let of_advice = self.columns_of_advice();
        let used = if of_advice.is_empty() { "error_catalog" } else { "{Retry, error_catalog}" };
        line(0, &format!("use error_catalog::{used};\n\nerror_catalog! {{"))?;
        line(1, &format!("/// The error codes of {}.", head.name))?;
        line(1, &format!("pub enum {}: {} {{", head.name, self.codes()))?;
        let statements =
            [("title", head.title), ("source", head.source), ("lang", head.lang), ("display", self.display)];
        for (keyword, value) in statements {
            if let Some(value) = value {
                line(2, &format!("{keyword} {};", literal(value)))?;
            }
        }
        if !head.success.is_empty() {
            let codes: Vec<String> = head.success.iter().map(|code| self.code(code)).collect();
            line(2, &format!("success {};", codes.join(", ")))?;
        } else if rows.iter().any(|row| row.code == "0") {
            line(2, "// If 0 means that a call succeeded: success 0;")?;
        }
        if let Some(unknown) = self.unknown {
            line(2, &format!("unknown {unknown};"))?;
        }
        for symbol in shared_symbols(rows) {
            let symbol = if is_symbol_token(symbol) { symbol.to_owned() } else { literal(symbol) };
            line(2, &format!("shared symbol {symbol};"))?;
        }
        for column in self.columns(&of_advice) {
            line(2, &column)?;
        }

        let meanings = rows.iter().flat_map(|row| row.meanings.iter().copied());
        let mut names = Names::with_taken(
            meanings,
            self.is_text(),
            self.names_of_columns().map(str::to_owned),
            std::iter::empty(),
        );
        let of_integers = self.columns_of_integers();
        let value = |name: &str, value: &str| {
            let advice = of_advice.contains(name).then(|| advice(value)).flatten();
            let integer = of_integers.contains_key(name).then(|| value.to_owned());
            Some(format!("{name}: {}", advice.or(integer).unwrap_or_else(|| literal(value))))
        };
        for (title, rows) in sections(rows) {
            line(0, "")?;
            let indent = if let Some(title) = title {
                let known = self.document.sections.get(title);
                let name = names.section(title, known.map(|section| &*section.name));
                let titles = known.into_iter().flat_map(|section| &section.titles);
                let titles = titles.map(|(lang, title)| format!("{} {} ", language(lang), literal(title)));
                line(2, &format!("section {name} {} {}{{", literal(title), titles.collect::<String>()))?;
                3
            } else {
                2
            };
            for row in rows {
                let code =
                    row.meanings[0].literal.as_deref().map_or_else(|| self.code(row.code), str::to_owned);
                for row_line in row_lines(row, &code, &mut names, indent * 4, &value) {
                    line(indent, &row_line)?;
                }
            }
            if title.is_some() {
                line(2, "}")?;
            }
        }
        line(1, "}")?;
        line(0, "}")
    }

    /// Returns the type of the codes.
    fn codes(&self) -> &'static str {
        match self.raw {
            Raw::Int(int) => int.name,
            Raw::Str => "&'static str",
        }
    }

    fn is_text(&self) -> bool {
        self.raw == Raw::Str
    }

    fn code(&self, code: &str) -> String {
        if self.is_text() { literal(code) } else { code.to_owned() }
    }

    /// Returns the columns of an export whose values are all advice. If there are several and none is called `retry`,
    /// only the first counts, because the macro could not choose the column of `Failure::retry`.
    fn columns_of_advice(&self) -> HashSet<&str> {
        let mut columns = HashSet::new();
        let mut others = HashSet::new();
        for (name, value) in
            self.rows.iter().flat_map(|row| &row.meanings).flat_map(|meaning| &meaning.columns)
        {
            let names = if advice(value).is_some() { &mut columns } else { &mut others };
            names.insert(&**name);
        }
        others.extend(self.names_of_columns().filter(|name| self.is_translation(name)));
        if !self.document.is_exported {
            return HashSet::new();
        }
        let of_advice = &columns - &others;
        if of_advice.contains("retry") {
            return of_advice;
        }
        self.names_of_columns().filter(|name| of_advice.contains(name)).take(1).collect()
    }

    /// Returns the columns that have an integer in every row, with the smallest type of at least 16 bits that holds all of them. A
    /// number that is written in another way, such as `007`, is a text.
    fn columns_of_integers(&self) -> HashMap<&str, &'static str> {
        const TYPES: [&str; 6] = ["u16", "u32", "u64", "i16", "i32", "i64"];
        let meanings = || self.rows.iter().flat_map(|row| &row.meanings);
        let all = meanings().count();
        let mut ranges: HashMap<&str, (usize, i128, i128)> = HashMap::new();
        for (name, value) in meanings().flat_map(|meaning| &meaning.columns) {
            let value = value.parse::<i128>().ok().filter(|number| number.to_string() == **value);
            let (given, least, greatest) = ranges.entry(name).or_insert((0, i128::MAX, i128::MIN));
            if let Some(value) = value {
                (*given, *least, *greatest) = (*given + 1, value.min(*least), value.max(*greatest));
            }
        }
        let of_type = |(name, (given, least, greatest)): (_, (usize, i128, i128))| {
            let mut types = TYPES.iter().filter_map(|name| Raw::int(name));
            let int = types.find(|int| int.min <= least && greatest <= int.max)?;
            (given == all && !self.is_translation(name)).then_some((name, int.name))
        };
        ranges.into_iter().filter_map(of_type).collect()
    }

    /// Returns the statements of the columns.
    fn columns(&self, of_advice: &HashSet<&str>) -> Vec<String> {
        let meanings = || self.rows.iter().flat_map(|row| &row.meanings);
        let mut given: HashMap<&str, usize> = HashMap::new();
        for (name, _) in meanings().flat_map(|meaning| &meaning.columns) {
            *given.entry(name).or_default() += 1;
        }
        let all = meanings().count();
        let titled: BTreeSet<String> = self.languages_of_titles();
        let of_integers = self.columns_of_integers();
        let statement = |name: &str| {
            let is_advice = of_advice.contains(name);
            let (of_type, default) =
                if is_advice { ("Retry", "Retry::Never") } else { ("&'static str", "\"\"") };
            let default = if given.get(name) == Some(&all) { String::new() } else { format!(" = {default}") };
            if !is_advice && (self.is_translation(name) || titled.contains(name)) {
                return format!("translation {name}{default};");
            }
            match of_integers.get(name) {
                Some(of_type) => format!("column {name}: {of_type};"),
                None => format!("column {name}: {of_type}{default};"),
            }
        };
        let only_titled =
            titled.iter().filter(|language| self.names_of_columns().all(|name| name != *language));
        let only_titled = only_titled.map(|language| format!("translation {language} = \"\";"));
        self.names_of_columns().map(statement).chain(only_titled).collect()
    }

    /// Checks whether a column is the message in another language, whatever its values are.
    fn is_translation(&self, name: &str) -> bool {
        is_unmistakable(name) || self.document.roles.contains(&Role::Translation(name.to_owned()))
    }

    /// Returns the languages of the titles of sections, as identifiers.
    fn languages_of_titles(&self) -> BTreeSet<String> {
        let titles = self.document.sections.values().flat_map(|section| &section.titles);
        titles.map(|(lang, _)| language(lang)).collect()
    }

    fn names_of_columns(&self) -> impl Iterator<Item = &str> {
        self.document.roles.iter().filter_map(Role::column_name)
    }
}

/// Returns a language tag as an identifier. Some, such as `as`, are keywords.
fn language(tag: &str) -> String {
    let name = tag.to_snake_case();
    if is_identifier(&name) { name } else { format!("r#{name}") }
}

/// The key by which rows of one code are deduplicated.
struct DedupKey<'a>(&'a Entry);

impl<'a> DedupKey<'a> {
    fn fields(&self) -> impl Eq + Hash + 'a {
        let entry = self.0;
        (&entry.code, &entry.symbol, &entry.message, &entry.help, &entry.columns)
    }
}

impl PartialEq for DedupKey<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.fields() == other.fields()
    }
}

impl Eq for DedupKey<'_> {}

impl Hash for DedupKey<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fields().hash(state);
    }
}

/// Returns the rows in the order in which they first appear, each with all its meanings.
pub(crate) fn joined<'a>(
    entries: impl IntoIterator<Item = &'a Entry>,
    notes: &mut Capped<String>,
) -> Vec<RowEntries<'a>> {
    let entries = entries.into_iter();
    let mut rows: Vec<RowEntries<'a>> = Vec::with_capacity(entries.size_hint().0);
    let mut of_code: HashMap<&str, usize> = HashMap::new();
    let mut seen: HashSet<DedupKey<'_>> = HashSet::new();
    for entry in entries {
        let Entry { line, code, .. } = entry;
        let index = *of_code.entry(code).or_insert(rows.len());
        let earlier = seen.get(&DedupKey(entry)).map(|earlier| earlier.0.line);
        seen.insert(DedupKey(entry));
        let Some(row) = rows.get_mut(index) else {
            rows.push(RowEntries { code, meanings: vec![entry] });
            continue;
        };
        if let Some(earlier) = earlier {
            notes.push(|| format!("line {line}: code {code} repeats line {earlier}"));
            continue;
        }
        let first = row.meanings[0];
        notes.push(|| {
            format!(
                "line {line}: code {code} is also in line {}: the two rows become one, joined by `or`",
                first.line
            )
        });
        if first.section != entry.section {
            notes.push(|| {
                let section = entry.section.as_deref().unwrap_or("");
                format!("line {line}: code {code} moves from section {section:?} to the section of line {}, because a code has one row", first.line)
            });
        }
        row.meanings.push(entry);
    }
    rows
}

/// Returns the type that an export states, if it holds all codes.
fn exported_type(document: &Document, rows: &[RowEntries<'_>], notes: &mut Capped<String>) -> Option<Raw> {
    let int = document.type_of_codes?;
    let fits = |row: &RowEntries<'_>| integer(row.code).is_some_and(|code| int.holds(code));
    if let Some(row) = rows.iter().find(|row| !fits(row)) {
        notes.push(|| {
            format!("the type {} of the codes is left out: it does not hold {}", int.name, row.code)
        });
        return None;
    }
    Some(Raw::Int(int))
}

/// Returns the row that unknown codes are read as. An edited export may lack it.
fn unknown_row<'a>(
    document: &'a Document,
    rows: &[RowEntries<'_>],
    head: &DeclarationOptions<'_>,
    notes: &mut Capped<String>,
) -> Option<&'a str> {
    let unknown = document.unknown.as_deref()?;
    let is_named = |row: &&RowEntries<'_>| row.meanings.iter().any(|it| it.name.as_deref() == Some(unknown));
    let reason = match rows.iter().find(is_named) {
        None => "the export has no such row",
        Some(row) if head.success.iter().any(|code| code == row.code) => "the row is a success",
        Some(_) if !is_identifier(unknown) || !unknown.chars().all(is_name_char) => {
            "the row gets another name"
        }
        Some(_) => return Some(unknown),
    };
    notes.push(|| format!("the statement `unknown {unknown};` is left out: {reason}"));
    None
}

/// Returns the smallest type of the usual ones that holds all codes.
fn smallest(rows: &[RowEntries<'_>]) -> Raw {
    let Some(codes) = rows.iter().map(|row| integer(row.code)).collect::<Option<Vec<i128>>>() else {
        return Raw::Str;
    };
    let [_, _, i32, i64, _, _, _, _, u64, _] = Raw::INTS;
    let fits = |int: &Int| codes.iter().all(|code| (int.min..=int.max).contains(code));
    Raw::Int([i32, i64].into_iter().find(fits).unwrap_or(u64))
}

/// Returns the rows of each section; those without one come first.
fn sections<'r, 'a>(rows: &'r [RowEntries<'a>]) -> Vec<(Option<&'a str>, Vec<&'r RowEntries<'a>>)> {
    let mut sections: Vec<(Option<&str>, Vec<&RowEntries<'_>>)> = vec![(None, Vec::new())];
    let mut indices: HashMap<Option<&str>, usize> = HashMap::from([(None, 0)]);
    for row in rows {
        let title = row.meanings[0].section.as_deref();
        let index = *indices.entry(title).or_insert(sections.len());
        if index == sections.len() {
            sections.push((title, Vec::new()));
        }
        sections[index].1.push(row);
    }
    sections.retain(|(_, rows)| !rows.is_empty());
    sections
}

fn shared_symbols<'a>(rows: &[RowEntries<'a>]) -> Vec<&'a str> {
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for symbol in rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol.as_deref()) {
        *holders.entry(symbol).or_default() += 1;
    }
    holders.into_iter().filter(|(_, holders)| *holders > 1).map(|(symbol, _)| symbol).collect()
}
