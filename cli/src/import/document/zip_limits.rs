//! Limits the size of an unpacked workbook before it is read: an `.xlsx` is a zip file, and a few kilobytes of one can
//! unpack to gigabytes.

use crate::error::{Error, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::io::{self, BufReader, Cursor, Read};
use zip::result::ZipError;
use zip::{ZipArchive, ZipWriter};

/// The limit of all XML in bytes. A hundred thousand rows take a quarter of it.
const LIMIT: usize = 128 << 20;
/// The limit of one tag or text in bytes.
const LONGEST: usize = 1 << 20;

/// A workbook that is small enough to be read.
pub(super) struct CheckedWorkbook {
    /// The zip file, without the parts that are not XML.
    pub(super) archive: Vec<u8>,
    /// The bytes of memory that shared texts and styles take while the sheets are read. Cells are read one at a time.
    pub(super) size: usize,
}

/// Checks the size of every part of a workbook.
pub(super) fn check(bytes: &[u8], file: &str) -> Result<CheckedWorkbook> {
    let unreadable = |why: &dyn Display| Error::Workbook { file: file.to_owned(), why: why.to_string() };
    let not_zip = |error: ZipError| unreadable(&error);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not_zip)?;
    let mut xml = ZipWriter::new(Cursor::new(Vec::new()));
    let whole = Cell::new(LIMIT);
    let mut size = 0;
    let mut sheets = SheetParts::default();
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(not_zip)?;
        let name = part.name().map_err(not_zip)?.to_lowercase();
        if !matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
            continue;
        }
        let of_workbook = matches!(&*name, "xl/workbook.xml" | "xl/_rels/workbook.xml.rels");
        size += measure(part, &whole, of_workbook.then_some(&mut sheets)).map_err(|error| match error {
            quick_xml::Error::Io(_) if whole.get() == 0 => {
                Error::Unpacked { file: file.to_owned(), what: "128 MiB of XML" }
            }
            error => unreadable(&error),
        })?;
        if size > limit(bytes.len()) {
            return Err(Error::Unpacked { file: file.to_owned(), what: "more text than a catalog holds" });
        }
        xml.raw_copy_file(archive.by_index_raw(index).map_err(not_zip)?).map_err(not_zip)?;
    }
    if sheets.are_shared() {
        return Err(unreadable(&"several of its sheets share one part of the file"));
    }
    let archive = xml.finish().map_err(not_zip)?.into_inner();
    Ok(CheckedWorkbook { archive, size })
}

/// Returns the bytes of memory that a file of this size may take.
fn limit(bytes: usize) -> usize {
    (16 << 20) + 4 * bytes
}

/// The parts that the sheets of a workbook are in. A part that many sheets share would be read once for each of them.
#[derive(Default)]
struct SheetParts {
    /// The relationship of each sheet.
    sheets: Vec<String>,
    /// The part of each relationship.
    parts: HashMap<String, String>,
}

impl SheetParts {
    fn learn(&mut self, tag: &BytesStart<'_>) {
        let value = |name: &str| {
            let mut attributes = tag.attributes();
            let mut attributes = attributes.with_checks(false).flatten();
            let named = attributes.find(|attribute| attribute.key.local_name().as_ref() == name);
            named.map(|attribute| attribute.value.to_string())
        };
        if tag.local_name().as_ref() == "sheet" {
            self.sheets.extend(value("id"));
        } else if let Some((id, target)) = value("Id").zip(value("Target")) {
            let target = target.trim_start_matches('/');
            self.parts.insert(id, target.strip_prefix("xl/").unwrap_or(target).to_lowercase());
        }
    }

    fn are_shared(&self) -> bool {
        let mut seen = HashSet::new();
        self.sheets.iter().filter_map(|sheet| self.parts.get(sheet)).any(|part| !seen.insert(part))
    }
}

/// Returns the bytes of memory that a part takes.
fn measure(
    part: impl Read,
    whole: &Cell<usize>,
    mut sheets: Option<&mut SheetParts>,
) -> std::result::Result<usize, quick_xml::Error> {
    let event = Cell::new(LONGEST);
    let mut reader = Reader::from_reader(BufReader::new(LimitedReader { part, event: &event, whole }));
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    let mut size = 0;
    // The length of the text of the open cell.
    let mut cell: Option<usize> = None;
    loop {
        buffer.clear();
        event.set(LONGEST);
        match reader.read_event_into(&mut buffer)? {
            Event::Eof => return Ok(size),
            Event::Start(tag) if has_invalid_reference(&tag) => {
                return Err(io::Error::other("a cell is outside the largest possible sheet").into());
            }
            Event::Start(tag) => match tag.local_name().as_ref() {
                "c" if cell.is_some() => return Err(io::Error::other("a cell is inside another cell").into()),
                "c" => cell = Some(0),
                "row" | "v" | "f" | "is" | "t" | "r" | "rPr" | "rPh" | "phoneticPr" | "b" | "i" | "u"
                | "sz" | "strike" | "color" | "rFont" | "family" | "charset" | "scheme" | "vertAlign" => {}
                "sst" => {
                    let count = tag.try_get_attribute("uniqueCount").ok().flatten();
                    // calamine allocates `count` strings at once.
                    let count = count.and_then(|count| count.value.parse::<usize>().ok());
                    size += 24 * count.unwrap_or(0).min(1 << 24);
                }
                "si" => size += 120,
                "sheet" | "Relationship" => {
                    if let Some(sheets) = &mut sheets {
                        sheets.learn(&tag);
                    }
                    size += 400;
                }
                // Most other tags are styles.
                _ => size += 400,
            },
            Event::End(tag) if tag.local_name().as_ref() == "c" => cell = None,
            Event::Text(text) => {
                let length = text.len();
                match &mut cell {
                    Some(open) if *open + length > LONGEST => {
                        return Err(io::Error::other("a cell has more than 1 MiB of text").into());
                    }
                    Some(open) => *open += length,
                    None => size += length,
                }
            }
            Event::CData(text) => size += text.len(),
            _ => {}
        }
    }
}

/// Checks whether a tag refers to a cell that no sheet has, or to a range that ends before it begins. References are
/// `A1`, `A1:C4` or the number of a row.
fn has_invalid_reference(tag: &BytesStart<'_>) -> bool {
    let named = |name: &str| tag.try_get_attribute(name).ok().flatten();
    ["r", "ref"].into_iter().filter_map(named).any(|range| {
        let ends: Option<Vec<(u32, u32)>> = range.value.split(':').map(row_and_column).collect();
        ends.is_none_or(|ends| {
            ends.len() > 2 || ends.windows(2).any(|pair| pair[0].0 > pair[1].0 || pair[0].1 > pair[1].1)
        })
    })
}

/// Parses a reference such as `C4`, or `4` for a whole row.
fn row_and_column(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = text.split_at(digits);
    if column.len() > 3 || !column.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let column = column.bytes().fold(0, |column, byte| column * 26 + u32::from(byte & 31));
    let row = row.parse().ok().filter(|row| (1..=1 << 20).contains(row))?;
    Some((row, column))
}

/// A reader that fails if one event or the whole workbook is too long.
struct LimitedReader<'c, R> {
    part: R,
    event: &'c Cell<usize>,
    whole: &'c Cell<usize>,
}

impl<R: Read> Read for LimitedReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        for (left, what) in [
            (self.whole, "it is too large when it is unpacked"),
            (self.event, "it has a text of more than 1 MiB"),
        ] {
            left.set(left.get().saturating_sub(read));
            if left.get() == 0 {
                return Err(io::Error::other(what));
            }
        }
        Ok(read)
    }
}
