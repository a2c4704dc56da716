//! Adds meanings to JSON lines, as members of the objects that have the codes. Every other byte is unchanged.

use super::filter::Notes;
use crate::commands::log::{Chunk, StreamError, Window};
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};
use std::ops::Range;

/// The longest line that is annotated. A longer one passes unchanged, so that memory is bounded.
const LONGEST_LINE: usize = 4 << 20;

/// A filter of JSON lines: passes them through, and adds a member after each pair whose value has a code.
pub(super) struct JsonLines<'a, W> {
    notes: Notes<'a>,
    out: W,
    /// The line that the next chunk begins in.
    line: usize,
    /// True if the beginning of the line is in an earlier chunk.
    is_inside_line: bool,
    /// The number of lines with codes that are not JSON or are too long.
    other_lines: usize,
    /// The number of the first of these lines, counted from 1.
    first_other_line: Option<usize>,
}

impl<'a, W: Write> JsonLines<'a, W> {
    pub(super) fn new(notes: Notes<'a>, out: W) -> Self {
        Self { notes, out, line: 1, is_inside_line: false, other_lines: 0, first_other_line: None }
    }

    pub(super) fn window(&self) -> Window {
        self.notes.window(LONGEST_LINE)
    }

    /// Returns the number of lines with codes that are not JSON or are too long.
    pub(super) fn other_lines(&self) -> usize {
        self.other_lines
    }

    /// Returns the number of the first of these lines.
    pub(super) fn first_other_line(&self) -> Option<usize> {
        self.first_other_line
    }

    /// Passes a chunk on, and returns its end.
    pub(super) fn pass(&mut self, chunk: &Chunk<'_>) -> Result<usize, StreamError> {
        let mut start = chunk.start;
        for line in chunk.text[chunk.start..chunk.end].split_inclusive(|byte| *byte == b'\n') {
            let is_whole = !self.is_inside_line && (line.ends_with(b"\n") || chunk.is_last);
            self.pass_line(chunk.text, start..start + line.len(), is_whole).map_err(StreamError::Write)?;
            start += line.len();
            self.is_inside_line = !line.ends_with(b"\n");
            self.line += usize::from(!self.is_inside_line);
        }
        self.out.flush().map_err(StreamError::Write)?;
        Ok(chunk.end)
    }

    fn pass_line(&mut self, text: &[u8], line: Range<usize>, is_whole: bool) -> io::Result<()> {
        let text = &text[..line.end];
        // Each code's position in the line is stored with its meaning.
        let mut codes: Vec<(usize, &str)> = self
            .notes
            .recognizer
            .find(text, line.start)
            .filter_map(|found| Some((found.code.start - line.start, &*self.notes.of(text, &found)?.text)))
            .collect();
        // One code may follow two keys.
        codes.sort_by_key(|(at, _)| *at);
        let line = &text[line];
        if codes.is_empty() {
            return self.out.write_all(line);
        }
        if !is_whole || serde_json::from_slice::<IgnoredAny>(line).is_err() {
            if self.first_other_line != Some(self.line) {
                self.other_lines += 1;
            }
            self.first_other_line.get_or_insert(self.line);
            return self.out.write_all(line);
        }
        let mut written_to = 0;
        for (at, member) in members(line, &codes) {
            self.out.write_all(&line[written_to..at])?;
            self.out.write_all(member.as_bytes())?;
            written_to = at;
        }
        self.out.write_all(&line[written_to..])
    }
}

/// Returns the members to add to a line of JSON, by their offset. The codes are in the order of the line.
fn members(line: &[u8], codes: &[(usize, &str)]) -> BTreeMap<usize, String> {
    let pairs = pairs(line);
    let mut meanings: BTreeMap<usize, (&Pair, Vec<&str>)> = BTreeMap::new();
    // Codes and pairs are in the order of the line. A value inside another one ends before it.
    let mut next = 0;
    let mut open: Vec<&Pair> = Vec::new();
    for (at, meaning) in codes {
        while let Some(pair) = pairs.get(next).filter(|pair| pair.value.start <= *at) {
            open.push(pair);
            next += 1;
        }
        while open.pop_if(|pair| pair.value.end <= *at).is_some() {}
        let Some(pair) = open.last() else { continue };
        let meanings = &mut meanings.entry(pair.value.end).or_insert((pair, Vec::new())).1;
        let is_in_key = pairs.get(next).is_some_and(|pair| pair.key.contains(at));
        if !is_in_key && !meanings.contains(meaning) {
            meanings.push(meaning);
        }
    }
    let mut keys: HashSet<(usize, Vec<u8>)> =
        pairs.iter().map(|pair| (pair.object, line[pair.key.clone()].to_vec())).collect();
    let mut members = BTreeMap::new();
    for (at, (pair, meanings)) in meanings {
        let key = [&line[pair.key.clone()], b"_meaning"].concat();
        // An object that has the member already was annotated before.
        if !meanings.is_empty() && keys.insert((pair.object, key.clone())) {
            let key = String::from_utf8_lossy(&key);
            let meaning = serde_json::Value::from(meanings.join("; "));
            members.insert(at, format!(",\"{key}\":{meaning}"));
        }
    }
    members
}

/// A member of an object.
struct Pair {
    /// The object, by the number of its opening brace.
    object: usize,
    /// Between the quotes.
    key: Range<usize>,
    value: Range<usize>,
}

/// Returns the pairs of every object in a line of valid JSON.
fn pairs(line: &[u8]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    // For each open object, its number and the pair whose value is being read; for each open array, `None`.
    let mut open: Vec<Option<(usize, Option<usize>)>> = Vec::new();
    let mut objects = 0;
    let mut at = 0;
    while at < line.len() {
        let start = at;
        at += 1;
        match line[start] {
            b'{' => {
                open.push(Some((objects, None)));
                objects += 1;
                continue;
            }
            b'[' => {
                open.push(None);
                continue;
            }
            b'}' | b']' => {
                open.pop();
            }
            b'"' => {
                while at < line.len() && line[at] != b'"' {
                    at += if line[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
                if let Some(Some((object, pair @ None))) = open.last_mut() {
                    *pair = Some(pairs.len());
                    pairs.push(Pair { object: *object, key: start + 1..at - 1, value: at..at });
                    continue;
                }
            }
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => {
                let is_scalar =
                    |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'+' | b'.');
                at += line[at..].iter().take_while(|byte| is_scalar(byte)).count();
            }
        }
        // A value ends here.
        if let Some(Some((_, pair))) = open.last_mut()
            && let Some(pair) = pair.take()
        {
            pairs[pair].value.end = at;
        }
    }
    pairs
}
