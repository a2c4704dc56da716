//! Random pages, later versions of them, and declarations as people write them.

use crate::import::document::{Document, Entry, Role};
use fastrand::Rng;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How the rows of a catalog are grouped.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sections {
    None,
    /// The page's headings.
    OfPage,
    /// The page's headings, each with a range of a thousand codes.
    OfPageInRanges,
    /// Sections of the author of the declaration, of a thousand codes each.
    Own,
}

#[derive(Clone, Debug)]
struct VendorRow {
    code: i128,
    symbol: Option<String>,
    message: String,
    help: Option<String>,
    heading: Option<String>,
}

/// A vendor's table.
#[derive(Clone, Debug)]
pub(super) struct VendorPage {
    sections: Sections,
    rows: Vec<VendorRow>,
}

impl VendorPage {
    pub(super) fn random(rng: &mut Rng) -> Self {
        let sections =
            rng.choice([Sections::None, Sections::OfPage, Sections::OfPageInRanges, Sections::Own]).unwrap();
        let mut page = Self { sections, rows: Vec::new() };
        for _ in 0..rng.usize(1..12) {
            page.add(rng);
        }
        page
    }

    /// Returns a later version of the page.
    pub(super) fn next(&self, rng: &mut Rng) -> Self {
        let mut next = self.clone();
        for row in &mut next.rows {
            match rng.usize(0..12) {
                0 => row.message = text(rng),
                1 => row.help = rng.bool().then(|| text(rng)),
                2 => row.symbol = symbol(rng),
                3 if self.sections == Sections::OfPage && row.heading.is_some() => {
                    row.heading = Some(format!("heading {}", rng.usize(0..5)));
                }
                _ => {}
            }
        }
        if self.sections == Sections::OfPage && rng.usize(0..4) == 0 {
            for row in next.rows.iter_mut().filter(|row| row.heading.as_deref() == Some("heading 1")) {
                row.heading = Some("heading one".to_owned());
            }
        }
        next.rows.retain(|_| rng.usize(0..10) > 0);
        for _ in 0..rng.usize(0..5) {
            next.add(rng);
        }
        next.of_one_heading();
        next
    }

    /// Adds a new code, or another meaning of one.
    fn add(&mut self, rng: &mut Rng) {
        let shared = rng.usize(0..6) == 0;
        let code = self.rows.iter().map(|row| row.code).find(|_| shared && rng.bool());
        let code = code.unwrap_or_else(|| rng.i128(0..40) + 1000 * rng.i128(0..4));
        let heading = match self.sections {
            Sections::OfPage => rng.bool().then(|| format!("heading {}", rng.usize(0..3))),
            Sections::OfPageInRanges => Some(format!("heading {}", code / 1000)),
            Sections::None | Sections::Own => None,
        };
        self.rows.push(VendorRow {
            code,
            symbol: symbol(rng),
            message: text(rng),
            help: rng.bool().then(|| text(rng)),
            heading,
        });
        self.of_one_heading();
    }

    /// Puts all meanings of a code under one heading.
    fn of_one_heading(&mut self) {
        let mut headings: BTreeMap<i128, Option<String>> = BTreeMap::new();
        for row in &mut self.rows {
            row.heading = headings.entry(row.code).or_insert_with(|| row.heading.clone()).clone();
        }
    }

    pub(super) fn document(&self) -> Document {
        let entries = self.rows.iter().enumerate().map(|(line, row)| Entry {
            line: line + 1,
            code: row.code.to_string().into(),
            symbol: row.symbol.as_deref().map(Into::into),
            message: row.message.as_str().into(),
            help: row.help.as_deref().map(Into::into),
            section: row.heading.as_deref().map(Into::into),
            ..Entry::default()
        });
        Document {
            entries: entries.collect(),
            roles: vec![Role::Code, Role::Symbol, Role::Message, Role::Help],
            ..Document::default()
        }
    }

    /// Returns the meanings of each code, in the order of the codes.
    fn codes(&self) -> BTreeMap<i128, Vec<&VendorRow>> {
        let mut codes: BTreeMap<i128, Vec<&VendorRow>> = BTreeMap::new();
        for row in &self.rows {
            codes.entry(row.code).or_default().push(row);
        }
        codes
    }
}

fn text(rng: &mut Rng) -> String {
    let word =
        rng.choice(["不合法的", "say \"no\"", "a\\b", "// no comment", "/* nor this", "}", "é 🙂"]).unwrap();
    format!("{word} {}", rng.u32(..))
}

fn symbol(rng: &mut Rng) -> Option<String> {
    match rng.usize(0..6) {
        0 | 1 => None,
        // Often the same.
        2 => Some(format!("E_SHARED_{}", rng.usize(0..2))),
        3 => Some(format!("isv.{}", rng.u32(..))),
        _ => Some(format!("E_{}", rng.u32(..))),
    }
}

/// The style of a person.
#[derive(Debug)]
pub(super) struct Person {
    end: &'static str,
    indent: &'static str,
    is_one_line: bool,
    pub(super) requires_english: bool,
    /// The person's own texts, which must stay: names, columns, comments.
    pub(super) own: Vec<String>,
}

impl Person {
    pub(super) fn random(rng: &mut Rng, page: &VendorPage) -> Self {
        let mut own: Vec<String> = page.codes().keys().map(|code| format!("Name{code}N")).collect();
        own.extend(page.codes().keys().map(|code| format!("comment on {code}.")));
        own.extend(page.rows.iter().map(|row| format!("en: \"English of {}\"", row.code)));
        Self {
            end: rng.choice(["\n", "\n", "\r\n"]).unwrap(),
            indent: rng.choice(["    ", "    ", "\t", "  "]).unwrap(),
            is_one_line: rng.usize(0..8) == 0,
            requires_english: rng.bool(),
            own,
        }
    }

    /// Returns the declaration of the page in this style.
    pub(super) fn declaration(&self, rng: &mut Rng, page: &VendorPage) -> String {
        let mut lines: Vec<(usize, String)> = Vec::new();
        let mut line = |depth: usize, text: String| lines.push((depth, text));
        let english = if self.requires_english { "" } else { " = \"\"" };
        line(0, "pub enum Vendor: i32 {".to_owned());
        if rng.bool() {
            line(1, "title \"the vendor's\";".to_owned());
        }
        for symbol in shared(page) {
            let symbol = if symbol.contains('.') { format!("{symbol:?}") } else { symbol };
            line(1, format!("shared symbol {symbol};"));
        }
        line(1, format!("translation en{english};"));
        line(1, "column retry: u8 = 0;".to_owned());
        for (title, rows) in tables(page) {
            line(0, String::new());
            let depth = if let Some((head, title)) = &title {
                line(1, format!("section {head} \"{title}\" {}{{", range(page, head)));
                2
            } else {
                1
            };
            let mut rows = rows;
            if rng.usize(0..4) == 0 {
                rng.shuffle(&mut rows);
            }
            let last = rows.len() - 1;
            for (index, (code, meanings)) in rows.iter().enumerate() {
                let comma = if index == last && title.is_some() && rng.bool() { "" } else { "," };
                self.row(rng, *code, meanings, comma, depth, &mut line);
            }
            if title.is_some() {
                line(1, "}".to_owned());
            }
        }
        line(0, "}".to_owned());
        let table = if self.is_one_line {
            lines.iter().map(|(_, line)| line.as_str()).collect::<Vec<_>>().join(" ")
        } else {
            let lines = lines.iter().map(|(depth, line)| {
                let indent = if line.is_empty() { String::new() } else { self.indent.repeat(*depth + 1) };
                format!("{indent}{line}")
            });
            lines.collect::<Vec<_>>().join("\n")
        };
        let before = "//! Codes: error_catalog! { enum NotThis: i32 { 1 => A \"a\" } }\nuse error_catalog::error_catalog;\n\n\
                      const TEXT: &str = \"error_catalog! { enum Neither: i32 { } }\";\n";
        let after = "// end of the table\n\n/* 1 => A \"a\", */ fn unrelated() { let  _x=1; }\n";
        format!("{before}error_catalog! {{\n    /// Ours.\n{table}\n}}\n{after}").replace('\n', self.end)
    }

    fn row(
        &self,
        rng: &mut Rng,
        code: i128,
        meanings: &[&VendorRow],
        comma: &str,
        depth: usize,
        line: &mut impl FnMut(usize, String),
    ) {
        let comments = !self.is_one_line;
        if comments && rng.usize(0..4) == 0 {
            line(depth, format!("// A comment on {code}."));
        }
        if rng.usize(0..8) == 0 {
            line(depth, format!("#[doc = \"docs of {code}\"]"));
        }
        let last = meanings.len() - 1;
        for (index, meaning) in meanings.iter().enumerate() {
            let mut head = if index == 0 {
                format!("{code} => Name{code}N")
            } else {
                format!("   or Name{code}Or{index}")
            };
            if index == 0 && rng.usize(0..8) == 0 {
                _ = write!(head, " was Old{code}");
            }
            let mut fields = Vec::new();
            match &meaning.symbol {
                Some(symbol) if symbol.contains('.') || rng.usize(0..8) == 0 => {
                    fields.push(format!("symbol: {symbol:?}"));
                }
                Some(symbol) => _ = write!(head, " {symbol}"),
                None => {}
            }
            _ = write!(head, " {:?}", meaning.message);
            if self.requires_english || rng.bool() {
                fields.push(format!("en: \"English of {code}\""));
            }
            fields.extend(meaning.help.iter().map(|help| format!("help: {help:?}")));
            if rng.usize(0..4) == 0 {
                fields.push("retry: 3".to_owned());
            }
            rng.shuffle(&mut fields);
            let comma = if index == last { comma } else { "" };
            let trailing = if comments && index == last && rng.usize(0..4) == 0 {
                format!(" // A comment on {code}.")
            } else {
                String::new()
            };
            if fields.is_empty() {
                line(depth, format!("{head}{comma}{trailing}"));
            } else if rng.bool() {
                let end = if rng.bool() { "," } else { "" };
                line(depth, format!("{head} {{ {}{end} }}{comma}{trailing}", fields.join(", ")));
            } else {
                line(depth, format!("{head} {{"));
                let last = fields.len() - 1;
                for (index, field) in fields.iter().enumerate() {
                    let end = if index == last && rng.bool() { "" } else { "," };
                    let comment = if comments && rng.usize(0..6) == 0 {
                        format!(" // A comment on {code}.")
                    } else {
                        String::new()
                    };
                    line(depth + 1, format!("{field}{end}{comment}"));
                }
                line(depth, format!("}}{comma}{trailing}"));
            }
        }
    }
}

/// Returns the name, title and rows of each section. Rows outside all sections come first.
#[allow(clippy::type_complexity, reason = "it is read once")]
fn tables(page: &VendorPage) -> Vec<(Option<(String, String)>, Vec<(i128, Vec<&VendorRow>)>)> {
    let mut tables: BTreeMap<Option<(String, String)>, Vec<(i128, Vec<&VendorRow>)>> = BTreeMap::new();
    for (code, rows) in page.codes() {
        let section = match page.sections {
            Sections::None => None,
            Sections::OfPage | Sections::OfPageInRanges => {
                rows[0].heading.clone().map(|title| (format!("S{}", title.replace("heading ", "")), title))
            }
            Sections::Own => Some((format!("Own{}", code / 1000), format!("ours {}", code / 1000))),
        };
        tables.entry(section).or_default().push((code, rows));
    }
    tables.into_iter().collect()
}

/// Returns the range of a section, in catalogs whose sections have ranges of a thousand codes.
fn range(page: &VendorPage, section: &str) -> String {
    if !matches!(page.sections, Sections::Own | Sections::OfPageInRanges) {
        return String::new();
    }
    let thousand = section.trim_start_matches(|c: char| !c.is_ascii_digit());
    format!("{thousand}000..={thousand}999 ")
}

/// Returns the symbols that the page gives to several rows.
fn shared(page: &VendorPage) -> Vec<String> {
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for symbol in page.rows.iter().filter_map(|row| row.symbol.as_deref()) {
        *holders.entry(symbol).or_default() += 1;
    }
    holders.into_iter().filter(|(_, count)| *count > 1).map(|(symbol, _)| symbol.to_owned()).collect()
}
