//! Counts by code, in memory that does not grow with the log.

use crate::catalog::table::{Row, Table};
use crate::commands::annotate::note::meanings;
use crate::commands::log::Chunk;
use crate::commands::log::timestamp::{self, LINE_START, Moment};
use crate::output::texts::Texts;
use crate::query::recognizer::{Recognizer, TargetRows};
use jiff::Timestamp;
use memchr::memrchr;
use std::collections::{BTreeMap, HashMap};

/// The maximum number of different unknown codes that are listed.
const UNKNOWN: usize = 10_000;
/// The maximum number of different hours of all codes together.
const HOURS: usize = 200_000;

/// The counts of the codes of some logs.
pub(super) struct Tally {
    /// For each target of the recognizer, the first target with the same rows: a code and its symbol are counted
    /// together.
    same: Vec<usize>,
    known: Vec<Counts>,
    unknown: HashMap<Vec<u8>, Counts>,
    /// The number of codes beyond the limit of unknown codes, and beyond that of hours.
    unlisted: u64,
    unlisted_hours: u64,
    /// The number of all hours of all codes; `None` if they are not counted.
    hours: Option<usize>,
    /// The number of codes in lines without a time.
    without_time: u64,
    /// The time of a line that continues in the next chunk; `None` at the start of a line.
    open_line: Option<Option<Moment>>,
    now: Timestamp,
}

/// The number of times that a code was found, and the first and last time.
#[derive(Clone, Default, Debug)]
struct Counts {
    count: u64,
    first: Option<Moment>,
    last: Option<Moment>,
    by_hour: BTreeMap<Moment, u64>,
}

/// A code that was found.
pub(super) struct CountedCode<'a> {
    pub(super) code: String,
    /// The meanings in one line; empty for a code that no catalog has.
    pub(super) meaning: String,
    pub(super) rows: &'a [(&'a Table, &'a Row)],
    pub(super) count: u64,
    pub(super) first: Option<Moment>,
    pub(super) last: Option<Moment>,
    pub(super) by_hour: BTreeMap<Moment, u64>,
}

impl Tally {
    pub(super) fn new(targets: &[TargetRows<'_>], by_hour: bool) -> Self {
        let mut first: HashMap<Vec<*const Row>, usize> = HashMap::new();
        let same = targets.iter().enumerate().map(|(index, rows)| {
            *first.entry(rows.iter().map(|(_, row)| std::ptr::from_ref(*row)).collect()).or_insert(index)
        });
        Self {
            same: same.collect(),
            known: vec![Counts::default(); targets.len()],
            unknown: HashMap::new(),
            unlisted: 0,
            unlisted_hours: 0,
            hours: by_hour.then_some(0),
            without_time: 0,
            open_line: None,
            now: Timestamp::now(),
        }
    }

    pub(super) fn begin_file(&mut self) {
        self.open_line = None;
    }

    /// Counts the codes of a chunk, and returns the offset up to which it has counted.
    pub(super) fn add(&mut self, recognizer: &Recognizer<'_>, chunk: &Chunk<'_>) -> usize {
        let text = chunk.text;
        let mut done = chunk.start;
        let mut line = Line { searched: chunk.start, time: self.open_line };
        let mut start = chunk.start;
        for found in recognizer.find(text, chunk.start).take_while(|found| found.start < chunk.end) {
            if found.start < done {
                continue;
            }
            if found.target.is_none() && !recognizer.is_like_a_code(&text[found.code.clone()]) {
                continue;
            }
            done = found.end;
            if let Some(end) = memrchr(b'\n', &text[line.searched..found.start]) {
                start = line.searched + end + 1;
                line.time = None;
            }
            line.searched = found.start;
            let time = *line.time.get_or_insert_with(|| timestamp::find(line_start(text, start), self.now));
            self.count(found.target, &text[found.code], time);
        }
        let end = done.max(chunk.end);
        let last = memrchr(b'\n', &text[line.searched..end]);
        if let Some(last) = last {
            start = line.searched + last + 1;
            line.time = None;
        }
        let is_open = start < end;
        self.open_line =
            is_open.then(|| line.time.unwrap_or_else(|| timestamp::find(line_start(text, start), self.now)));
        end
    }

    fn count(&mut self, target: Option<usize>, code: &[u8], time: Option<Moment>) {
        let counts = match target {
            Some(target) => &mut self.known[self.same[target]],
            None if self.unknown.len() < UNKNOWN || self.unknown.contains_key(code) => {
                self.unknown.entry(code.to_vec()).or_default()
            }
            None => {
                self.unlisted += 1;
                return;
            }
        };
        counts.count += 1;
        let Some(time) = time else {
            self.without_time += 1;
            return;
        };
        counts.first = Some(counts.first.map_or(time, |first| first.min(time)));
        counts.last = Some(counts.last.map_or(time, |last| last.max(time)));
        if let Some(hours) = &mut self.hours {
            let hour = time.hour();
            if let Some(count) = counts.by_hour.get_mut(&hour) {
                *count += 1;
            } else if *hours < HOURS {
                counts.by_hour.insert(hour, 1);
                *hours += 1;
            } else {
                self.unlisted_hours += 1;
            }
        }
    }

    /// Returns one sentence for each kind of code that is not counted.
    pub(super) fn notes(&self, texts: &Texts) -> Vec<String> {
        let mut notes = Vec::new();
        if self.unlisted > 0 {
            notes.push((texts.unlisted_codes)(self.unlisted));
        }
        if self.unlisted_hours > 0 {
            notes.push((texts.unlisted_hours)(self.unlisted_hours));
        }
        if self.hours.is_some() && self.without_time > 0 {
            notes.push((texts.without_time)(self.without_time));
        }
        notes
    }

    /// Returns the codes that were found, the most frequent first.
    pub(super) fn codes<'a>(self, targets: &'a [TargetRows<'a>], lang: Option<&str>) -> Vec<CountedCode<'a>> {
        let known = self.known.into_iter().zip(targets).map(|(counts, rows)| {
            let mut codes: Vec<String> = rows.iter().map(|(_, row)| row.printed_code()).collect();
            codes.dedup();
            (codes.join(", "), rows.as_slice(), counts)
        });
        let unknown = self.unknown.into_iter();
        let unknown =
            unknown.map(|(code, counts)| (String::from_utf8_lossy(&code).into_owned(), &[][..], counts));
        let found = known.chain(unknown).filter(|(_, _, counts)| counts.count > 0);
        let mut codes: Vec<CountedCode<'a>> = found
            .map(|(code, rows, Counts { count, first, last, by_hour })| CountedCode {
                code,
                meaning: meanings(rows, lang),
                rows,
                count,
                first,
                last,
                by_hour,
            })
            .collect();
        codes.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.code.cmp(&other.code)));
        codes
    }
}

/// The line that the search is in.
struct Line {
    /// The offset up to which line ends were searched.
    searched: usize,
    /// The time of the line; `None` until the line has been searched for it.
    time: Option<Option<Moment>>,
}

fn line_start(text: &[u8], start: usize) -> &[u8] {
    let line = &text[start..text.len().min(start + LINE_START)];
    line.iter().position(|byte| *byte == b'\n').map_or(line, |end| &line[..end])
}
