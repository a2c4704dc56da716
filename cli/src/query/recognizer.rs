//! Finds error codes in pasted text and in logs: numbers after a key such as `errcode`, however they are quoted and
//! separated, the vendors' symbols, and codes that are words. It works on bytes, because a log is not always text.

use super::code_span::{CodeSpan, KeyKind, LONGEST_CODE, Marks, code_after};
use super::keys::{KEYS, LOOSE_KEYS, STRING_KEYS, UserKey, is_escape_end};
use super::object::{self, Scope};
use super::{code_span, parse_hexadecimal};
use crate::catalog::table::{Row, Table};
use crate::catalog::value::CellValue;
use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, Input, MatchKind};
use encoding_rs::Encoding;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The rows of some catalogs that a code or symbol names.
pub(crate) type TargetRows<'a> = Vec<(&'a Table, &'a Row)>;

/// A search for the codes and symbols of catalogs, and for the keys, such as `errcode`, that precede a code.
#[derive(Debug)]
pub(crate) struct Recognizer<'a> {
    /// ASCII keys, symbols and codes that are words, in any case.
    ascii: AhoCorasick,
    patterns: Vec<AsciiPattern>,
    /// Keys that are not ASCII. They have an automaton of their own: with them, the ASCII one could not search for its few
    /// first bytes, and searching would be slower.
    chinese: AhoCorasick,
    marks: Marks,
    user_keys: Vec<UserKey>,
    envelopes: Vec<EnvelopeCodes>,
    /// The rows of each symbol, then those of each code, then those of each code of an envelope.
    targets: Vec<TargetRows<'a>>,
    codes: HashMap<Vec<u8>, usize>,
    has_string_codes: bool,
    /// The catalogs that declare how their codes are printed.
    displayed: Vec<&'a Table>,
    /// True if an object may span lines, as in a text that is passed as a whole.
    may_span_lines: bool,
    lookahead: usize,
}

/// A text that the ASCII automaton finds, in lower case.
#[derive(Default, Debug)]
struct AsciiPattern {
    is_key: bool,
    /// The envelopes whose code has this key.
    envelopes: Vec<usize>,
    /// The symbols and codes with this spelling, each with the index of its rows.
    words: Vec<(String, usize)>,
}

/// The key of a code in a vendor's replies, which counts only in an object with other keys of the vendor.
#[derive(Debug)]
struct EnvelopeCodes {
    siblings: Vec<&'static str>,
    /// The codes of the catalogs with this envelope.
    codes: HashMap<Vec<u8>, usize>,
}

/// A code or symbol in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Match {
    /// The start of the key or symbol.
    pub(crate) start: usize,
    /// The code or symbol itself.
    pub(crate) code: Range<usize>,
    /// The end of the code with its closing quote and brackets.
    pub(crate) end: usize,
    /// The index of its rows in [`Recognizer::targets`]; `None` for a code that no catalog has.
    pub(crate) target: Option<usize>,
}

/// The keys that a recognizer looks for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Keys<'k> {
    /// Keys that mean an error code and nothing else, and those of the user. For a log.
    Strict(&'k [UserKey]),
    /// Keys that mean an error code and nothing else. For one text, in which an object may span lines.
    StrictInText,
    /// Keys that often mean an error code. For a text that the user passes as one that has a code.
    LooseInText,
}

/// The start of the hexadecimal number in `custom program error: 0x1771`, as Solana programs report it.
const PROGRAM_ERROR: &str = "error: 0x";
const BEFORE_PROGRAM_ERROR: &[u8] = b"custom program ";

impl<'a> Recognizer<'a> {
    /// Prepares the search of texts in UTF-8 and of ASCII texts.
    pub(crate) fn new(catalogs: &[&'a Table], keys: Keys<'_>) -> Result<Self, BuildError> {
        Self::in_encoding(catalogs, keys, encoding_rs::UTF_8)
    }

    /// Prepares the search of texts in an encoding that extends ASCII.
    pub(crate) fn in_encoding(
        catalogs: &[&'a Table],
        keys: Keys<'_>,
        encoding: &'static Encoding,
    ) -> Result<Self, BuildError> {
        let mut build = RecognizerBuilder::default();
        let has_string_codes =
            catalogs.iter().any(|table| table.rows.iter().any(|row| matches!(row.code, CellValue::Text(_))));
        let user_keys = match keys {
            Keys::Strict(user_keys) => user_keys,
            _ => &[],
        };
        let loose = if matches!(keys, Keys::LooseInText) { LOOSE_KEYS } else { &[] };
        let of_strings = if has_string_codes { STRING_KEYS } else { &[] };
        for key in KEYS.iter().chain(loose).chain(of_strings).chain([&PROGRAM_ERROR]) {
            build.add_pattern(key).is_key = true;
        }
        for key in user_keys {
            build.add_pattern(key.literal());
        }
        build.index_symbols(catalogs);
        let codes = build.index_codes(catalogs);
        let envelopes = build.index_envelopes(catalogs);
        let (chinese, ascii): (Vec<_>, Vec<_>) =
            build.patterns.into_iter().partition(|(literal, _)| !literal.is_ascii());
        let chinese: Vec<Vec<u8>> =
            chinese.iter().map(|(key, _)| encoding.encode(key).0.into_owned()).collect();
        let longest =
            ascii.iter().map(|(literal, _)| literal.len()).chain(chinese.iter().map(Vec::len)).max();
        let siblings = if envelopes.is_empty() { 0 } else { object::REACH };
        let (literals, patterns): (Vec<String>, Vec<AsciiPattern>) = ascii.into_iter().unzip();
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
        Ok(Self {
            chinese: builder.build(chinese)?,
            ascii: builder.ascii_case_insensitive(true).build(literals)?,
            patterns,
            marks: Marks::new(encoding),
            user_keys: user_keys.to_vec(),
            envelopes,
            targets: build.targets,
            codes,
            has_string_codes,
            displayed: catalogs.iter().copied().filter(|table| table.display.is_some()).collect(),
            may_span_lines: !matches!(keys, Keys::Strict(_)),
            lookahead: longest.unwrap_or(0) + 64 + code_span::REACH + siblings,
        })
    }

    /// Returns how many bytes after the start of a match can affect it.
    pub(crate) fn lookahead(&self) -> usize {
        self.lookahead
    }

    /// Returns how many bytes before the start of a match can affect it.
    pub(crate) fn lookbehind(&self) -> usize {
        if self.envelopes.is_empty() { 64 } else { object::REACH }
    }

    /// Returns the rows that codes and symbols name, indexed by [`Match::target`].
    pub(crate) fn targets(&self) -> &[TargetRows<'a>] {
        &self.targets
    }

    /// Checks whether a word that no catalog has is written like a code: as an integer, or, if some catalog has string
    /// codes, with a digit or an underscore.
    pub(crate) fn is_like_a_code(&self, word: &[u8]) -> bool {
        let Ok(word) = str::from_utf8(word) else { return false };
        word.parse::<i128>().is_ok()
            || !parse_hexadecimal(word).is_empty()
            || self.displayed.iter().any(|table| table.is_printed_number(word))
            || self.has_string_codes && word.contains(|c: char| c.is_ascii_digit() || c == '_')
    }

    /// Finds the codes and symbols that begin at `from` or after, in the order of the text.
    pub(crate) fn find<'t>(&'t self, text: &'t [u8], from: usize) -> impl Iterator<Item = Match> + 't {
        let search = |automaton, is_chinese| {
            let scope = if self.may_span_lines { Scope::of_text(text) } else { Scope::Line };
            Matches { recognizer: self, automaton, is_chinese, text, at: from, scope }.peekable()
        };
        let (mut ascii, mut chinese) = (search(&self.ascii, false), search(&self.chinese, true));
        std::iter::from_fn(move || match (ascii.peek(), chinese.peek()) {
            (Some(one), Some(other)) if other.start < one.start => chinese.next(),
            (None, Some(_)) => chinese.next(),
            _ => ascii.next(),
        })
    }

    /// Returns the match if an automaton found a symbol, or a key with a code.
    fn accept(
        &self,
        text: &[u8],
        Range { start, end }: Range<usize>,
        pattern: Option<usize>,
        scope: &mut Scope,
    ) -> Option<Match> {
        let Some(pattern) = pattern.map(|pattern| &self.patterns[pattern]) else {
            return self.after_key(text, start, end, KeyKind::Chinese, &self.codes);
        };
        let is_start = start == 0 || !text[start - 1].is_ascii_alphanumeric() || is_escape_end(text, start);
        let is_end = text.get(end).is_none_or(|byte| !is_word(*byte));
        let is_whole = is_start && (start == 0 || text[start - 1] != b'_') && is_end;
        if is_whole && let Some(target) = pattern.word(&text[start..end]) {
            let is_longer = is_continued(&text[start..end], text, start, end);
            return (!is_longer).then_some(Match { start, code: start..end, end, target: Some(target) });
        }
        let kind = || {
            let is_code = text[start..end].windows(4).any(|part| part.eq_ignore_ascii_case(b"code"));
            if is_code { KeyKind::Code } else { KeyKind::Other }
        };
        if pattern.is_key && text[start..end].ends_with(b"0x") {
            let is_program_error = text[..start].ends_with(BEFORE_PROGRAM_ERROR);
            // The number begins two letters before the end of the pattern.
            return is_program_error
                .then(|| self.after_key(text, start, end - 3, KeyKind::Other, &self.codes))
                .flatten();
        }
        if pattern.is_key && is_start && is_end {
            return self.after_key(text, start, end, kind(), &self.codes);
        }
        if is_whole {
            let envelopes = pattern.envelopes.iter().map(|envelope| &self.envelopes[*envelope]);
            let mut has_sibling =
                |envelope: &&EnvelopeCodes| object::has_sibling(text, start, &envelope.siblings, scope);
            if let Some(envelope) = envelopes.into_iter().find(&mut has_sibling) {
                return self.after_key(text, start, end, KeyKind::Other, &envelope.codes);
            }
        }
        let end = self.user_keys.iter().find_map(|key| {
            // Another pattern may be longer than the key: `err*` is not found where `errno` is.
            let end = start + key.literal().len();
            let is_literal = text.get(start..end)?.eq_ignore_ascii_case(key.literal().as_bytes());
            is_literal.then(|| key.end_in(text, start, end)).flatten()
        })?;
        self.after_key(text, start, end, kind(), &self.codes)
    }

    fn after_key(
        &self,
        text: &[u8],
        start: usize,
        end: usize,
        kind: KeyKind,
        codes: &HashMap<Vec<u8>, usize>,
    ) -> Option<Match> {
        let CodeSpan { start: first, end: last, outer_end } = code_after(text, end, kind, &self.marks)?;
        let target = target(codes, &text[first..last]);
        // A full stop may belong to the code or end the sentence.
        let stop = text[first..last].ends_with(b".");
        if target.is_none() && stop {
            let target = self::target(codes, &text[first..last - 1]);
            return Some(Match { start, code: first..last - 1, end: last - 1, target });
        }
        Some(Match { start, code: first..last, end: outer_end, target })
    }
}

/// Returns the index of the rows with this code, which may be hexadecimal.
fn target(codes: &HashMap<Vec<u8>, usize>, code: &[u8]) -> Option<usize> {
    codes.get(code).copied().or_else(|| {
        let numbers = parse_hexadecimal(str::from_utf8(code).ok()?);
        numbers.iter().find_map(|number| codes.get(number.as_bytes())).copied()
    })
}

/// The matches of one automaton. After a rejected one the search continues at the next byte, so that the matches do not
/// depend on how a text is cut.
struct Matches<'t, 'a> {
    recognizer: &'t Recognizer<'a>,
    automaton: &'t AhoCorasick,
    is_chinese: bool,
    text: &'t [u8],
    at: usize,
    /// The part of the text in which the object around a key is searched.
    scope: Scope,
}

impl Iterator for Matches<'_, '_> {
    type Item = Match;

    fn next(&mut self) -> Option<Match> {
        loop {
            let found = self.automaton.find(Input::new(self.text).range(self.at..))?;
            let pattern = (!self.is_chinese).then(|| found.pattern().as_usize());
            let accepted = self.recognizer.accept(self.text, found.range(), pattern, &mut self.scope);
            self.at = if accepted.is_some() { found.end() } else { found.start() + 1 };
            if accepted.is_some() {
                return accepted;
            }
        }
    }
}

impl AsciiPattern {
    /// Returns the index of the rows that a word names. Its case must be that of the catalog.
    fn word(&self, text: &[u8]) -> Option<usize> {
        self.words.iter().find(|(word, _)| word.as_bytes() == text).map(|(_, target)| *target)
    }
}

/// The parts of a recognizer that is being built.
#[derive(Default)]
struct RecognizerBuilder<'a> {
    patterns: Vec<(String, AsciiPattern)>,
    /// The index of each pattern.
    indexes: HashMap<String, usize>,
    targets: Vec<TargetRows<'a>>,
}

impl<'a> RecognizerBuilder<'a> {
    fn add_pattern(&mut self, literal: &str) -> &mut AsciiPattern {
        let literal = literal.to_ascii_lowercase();
        let index = *self.indexes.entry(literal.clone()).or_insert(self.patterns.len());
        if index == self.patterns.len() {
            self.patterns.push((literal, AsciiPattern::default()));
        }
        &mut self.patterns[index].1
    }

    fn index_symbols(&mut self, catalogs: &[&'a Table]) {
        let mut indexes: HashMap<&str, usize> = HashMap::new();
        for table in catalogs {
            for row in &table.rows {
                // A bare word such as OK is found in every log.
                let is_rare = |symbol: &&str| symbol.contains(['_', '.', '-', ':']) && symbol.is_ascii();
                for symbol in row.meanings.iter().filter_map(|meaning| meaning.symbol).filter(is_rare) {
                    let index = *indexes.entry(symbol).or_insert(self.targets.len());
                    if index == self.targets.len() {
                        self.targets.push(Vec::new());
                        self.add_pattern(symbol).words.push((symbol.to_owned(), index));
                    }
                    // Two meanings of a row may have one symbol.
                    let rows = &mut self.targets[index];
                    if !rows.last().is_some_and(|(_, last)| std::ptr::eq(*last, row)) {
                        rows.push((table, row));
                    }
                }
            }
        }
    }

    /// Indexes the codes. Distinctive ones are also found without a key.
    fn index_codes(&mut self, catalogs: &[&'a Table]) -> HashMap<Vec<u8>, usize> {
        const SHORTEST: usize = 5;
        let mut codes: HashMap<Vec<u8>, usize> = HashMap::new();
        for table in catalogs {
            for row in &table.rows {
                let code = row.code.to_string();
                let index = *codes.entry(code.clone().into_bytes()).or_insert(self.targets.len());
                if index == self.targets.len() {
                    self.targets.push(Vec::new());
                }
                self.targets[index].push((table, row));
                let is_distinctive = matches!(row.code, CellValue::Text(_))
                    && (SHORTEST..=LONGEST_CODE).contains(&code.len())
                    && code.is_ascii()
                    && code.contains(['_', '.', '-', ':'])
                    && code.contains(|c: char| c.is_ascii_alphabetic());
                let words = if is_distinctive { Some(&mut self.add_pattern(&code).words) } else { None };
                if let Some(words) = words.filter(|words| words.iter().all(|(word, _)| *word != code)) {
                    words.push((code, index));
                }
            }
        }
        self.index_printed_codes(catalogs, &mut codes);
        codes
    }

    /// Adds the codes as they are printed, unless the text is the code of another row.
    fn index_printed_codes(&mut self, catalogs: &[&'a Table], codes: &mut HashMap<Vec<u8>, usize>) {
        let mut printed: BTreeMap<&'static str, TargetRows<'a>> = BTreeMap::new();
        for table in catalogs {
            for row in &table.rows {
                if let Some(text) = row.printed.filter(|text| !codes.contains_key(text.as_bytes())) {
                    printed.entry(text).or_default().push((table, row));
                }
            }
        }
        for (text, rows) in printed {
            // A code without further rows has one target, whether it is found printed or raw.
            let raw = codes.get(rows[0].1.code.to_string().as_bytes()).copied();
            let is_same = |index: &usize| rows.len() == 1 && self.targets[*index].len() == 1;
            let index = raw.filter(is_same).unwrap_or_else(|| {
                self.targets.push(rows);
                self.targets.len() - 1
            });
            codes.insert(text.as_bytes().to_vec(), index);
        }
    }

    fn index_envelopes(&mut self, catalogs: &[&'a Table]) -> Vec<EnvelopeCodes> {
        let mut envelopes: Vec<(&'static str, EnvelopeCodes)> = Vec::new();
        for table in catalogs {
            let Some(keys) = table.envelope.as_ref().filter(|keys| keys.code.is_ascii()) else { continue };
            let is_same = |(code, envelope): &(&str, EnvelopeCodes)| {
                *code == keys.code && envelope.siblings == keys.siblings
            };
            let index = envelopes.iter().position(is_same).unwrap_or(envelopes.len());
            if index == envelopes.len() {
                let envelope = EnvelopeCodes { siblings: keys.siblings.clone(), codes: HashMap::new() };
                envelopes.push((keys.code, envelope));
                self.add_pattern(keys.code).envelopes.push(index);
            }
            for row in &table.rows {
                let code = row.code.to_string().into_bytes();
                let target = *envelopes[index].1.codes.entry(code).or_insert(self.targets.len());
                if target == self.targets.len() {
                    self.targets.push(Vec::new());
                }
                self.targets[target].push((table, row));
            }
        }
        envelopes.into_iter().map(|(_, envelope)| envelope).collect()
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Checks whether a code such as `FLT-103` is only a part of a longer one, `FLT-103-7`.
fn is_continued(word: &[u8], text: &[u8], start: usize, end: usize) -> bool {
    let is_joint =
        |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, b'-' | b'.') && word.contains(byte));
    let before = is_joint(start.checked_sub(1).map(|at| &text[at]))
        && start.checked_sub(2).is_some_and(|at| is_word(text[at]));
    let after = is_joint(text.get(end)) && text.get(end + 1).is_some_and(|byte| is_word(*byte));
    before || after
}

#[cfg(test)]
mod tests;
