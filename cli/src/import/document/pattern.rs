//! Regular expressions whose matches are rows, and whose named groups are columns. Each search is bounded, so that the time
//! is linear in the length of the text, whatever the pattern is.

use super::cells::one_line;
use super::pattern_presets::{PARTS, PresetPattern};
use regex::{Captures, Regex, RegexBuilder};
use regex_automata::Input;
use regex_automata::hybrid::dfa::{Cache, DFA};
use regex_automata::util::syntax;
use std::borrow::Cow;

/// A pattern of rows.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// The search for the beginning of a block; rows outside of blocks do not count.
    block: Option<MeasuredRegex>,
    row: MeasuredRegex,
    pub(super) columns: Vec<GroupColumn>,
    /// The groups that end a block.
    ends: Vec<usize>,
    /// The first code of a block, if its first row has none.
    pub(super) first: i64,
}

/// A column of the rows.
#[derive(Clone, Debug)]
pub(super) struct GroupColumn {
    pub(super) name: String,
    /// `message2` is a group of `message` as well, for matches in which the first one is empty.
    groups: Vec<usize>,
}

/// A match of a pattern.
pub(super) struct RowMatch<'m, 't> {
    /// The offset of its first group.
    pub(super) offset: usize,
    pub(super) heading: Option<&'t str>,
    /// In the order of [`Pattern::columns`]; empty at the beginning of a block.
    pub(super) texts: &'m [&'t str],
}

/// The error of a pattern that scans too many bytes, with the offset at which the limit was reached.
#[derive(Debug)]
pub(super) struct TooSlow {
    pub(super) offset: usize,
}

impl std::str::FromStr for Pattern {
    type Err = String;

    /// Parses the value of `--pattern`.
    fn from_str(pattern: &str) -> Result<Self, String> {
        Self::new(None, pattern, 0)
    }
}

impl TryFrom<&PresetPattern> for Pattern {
    type Error = String;

    fn try_from(preset: &PresetPattern) -> Result<Self, String> {
        Self::new(preset.block, preset.row, preset.first)
    }
}

impl Pattern {
    fn new(block: Option<&str>, row: &str, first: i64) -> Result<Self, String> {
        let row = MeasuredRegex::new(row)?;
        let names: Vec<&str> = row.regex.capture_names().flatten().collect();
        let (mut columns, mut ends) = (Vec::<GroupColumn>::new(), Vec::new());
        let groups = row.regex.capture_names().enumerate();
        let mut groups: Vec<(&str, usize)> =
            groups.filter_map(|(group, name)| Some((name?, group))).collect();
        groups.sort_unstable();
        for (name, group) in groups {
            let base = name.trim_end_matches(|c: char| c.is_ascii_digit());
            match base {
                "heading" => continue,
                "end" => {
                    ends.push(group);
                    continue;
                }
                _ => {}
            }
            let name = if names.contains(&base) { base } else { name };
            match columns.iter_mut().find(|column| column.name == name) {
                Some(column) => column.groups.push(group),
                None => columns.push(GroupColumn { name: name.to_owned(), groups: vec![group] }),
            }
        }
        let has = |name: &str| columns.iter().any(|column| column.name == name);
        let has_messages = has("symbol") && has("message");
        if !has("code") && !has_messages {
            return Err("it has no group for the code: write one, as in (?<code>[0-9]+)".to_owned());
        }
        if !["message", "symbol", "name", "comment"].into_iter().any(has) {
            return Err("it has no group for the message: write one, as in (?<message>.+)".to_owned());
        }
        Ok(Self { block: block.map(MeasuredRegex::new).transpose()?, row, columns, ends, first })
    }

    /// Checks whether the matches are rows. Without a code, they are the messages of symbols.
    pub(super) fn has_code(&self) -> bool {
        self.column("code").is_some()
    }

    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }

    /// Calls `take` for each heading and row of a text.
    pub(super) fn each<'t>(
        &self,
        text: &'t str,
        mut take: impl FnMut(RowMatch<'_, 't>),
    ) -> Result<(), TooSlow> {
        let mut row = Searcher::new(&self.row, text);
        let mut block = self.block.as_ref().map(|block| Searcher::new(block, text));
        let mut at = 0;
        let mut is_within = block.is_none();
        loop {
            let searcher = block.as_mut().filter(|_| !is_within).unwrap_or(&mut row);
            let Some(found) = searcher.find(at)? else { return Ok(()) };
            let whole = found.get_match();
            let next = text[whole.end()..].chars().next().map_or(1, char::len_utf8);
            at = if whole.is_empty() { whole.end() + next } else { whole.end() };
            let named = |name: &str| found.name(name).map(|found| found.as_str());
            let heading = named("heading");
            if !is_within {
                is_within = heading.is_some();
                if is_within {
                    take(RowMatch { offset: whole.start(), heading, texts: &[] });
                }
                continue;
            }
            let group =
                |group: &usize| found.get(*group).map(|found| found.as_str()).filter(|text| !text.is_empty());
            let text_of = |column: &GroupColumn| column.groups.iter().find_map(group).unwrap_or_default();
            let texts: Vec<&str> = self.columns.iter().map(text_of).collect();
            if heading.is_some() || texts.iter().any(|text| !text.is_empty()) {
                let groups = self.columns.iter().filter(|column| column.name != "comment");
                let groups = groups.flat_map(|column| &column.groups);
                let begin = groups.filter_map(|group| found.get(*group)).map(|group| group.start()).min();
                take(RowMatch { offset: begin.unwrap_or(whole.start()), heading, texts: &texts });
            }
            let is_end = self.ends.iter().any(|group| found.get(*group).is_some());
            is_within = block.is_none() || !is_end;
        }
    }
}

/// A regular expression, and an automaton that measures how far its searches look.
#[derive(Clone, Debug)]
struct MeasuredRegex {
    regex: Regex,
    automaton: DFA,
}

impl MeasuredRegex {
    fn new(pattern: &str) -> Result<Self, String> {
        let pattern = with_parts(pattern);
        let regex = RegexBuilder::new(&pattern).multi_line(true).crlf(true).build();
        let regex = regex.map_err(|error| one_line(&error.to_string()))?;
        let automaton = DFA::builder()
            .configure(DFA::config().unicode_word_boundary(true).skip_cache_capacity_check(true))
            .syntax(syntax::Config::new().multi_line(true).crlf(true))
            .build(&pattern);
        Ok(Self { regex, automaton: automaton.map_err(|error| one_line(&error.to_string()))? })
    }
}

/// The searches of a regular expression in a text.
struct Searcher<'s, 't> {
    search: &'s MeasuredRegex,
    text: &'t str,
    cache: Cache,
    /// The number of bytes that the searches may still scan.
    budget: usize,
}

impl<'s, 't> Searcher<'s, 't> {
    fn new(search: &'s MeasuredRegex, text: &'t str) -> Self {
        let budget = (16 << 20) + 64 * text.len();
        Self { search, text, cache: search.automaton.create_cache(), budget }
    }

    /// Finds the next match from an offset on.
    fn find(&mut self, at: usize) -> Result<Option<Captures<'t>>, TooSlow> {
        if at > self.text.len() {
            return Ok(None);
        }
        let remaining = self.budget.checked_sub(self.steps(at));
        self.budget = remaining.ok_or(TooSlow { offset: at })?;
        Ok(self.search.regex.captures_at(self.text, at))
    }

    /// Returns the number of bytes that a search from an offset on may scan.
    fn steps(&mut self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        let automaton = &self.search.automaton;
        let input = Input::new(self.text).range(at..);
        let Ok(mut state) = automaton.start_state_forward(&mut self.cache, &input) else { return rest.len() };
        for (index, byte) in rest.iter().enumerate() {
            match automaton.next_state(&mut self.cache, state, *byte) {
                Ok(next) if next.is_dead() => return index + 1,
                Ok(next) if !next.is_quit() => state = next,
                // A word boundary next to a letter that is not ASCII cannot be measured.
                _ => return rest.len(),
            }
        }
        rest.len()
    }
}

/// Returns the pattern with the parts that it refers to, as in `(?&number)`.
fn with_parts(pattern: &str) -> Cow<'_, str> {
    let mut pattern = Cow::Borrowed(pattern);
    // A part may refer to earlier ones, so the last is replaced first.
    for (name, part) in PARTS.iter().rev() {
        let reference = format!("(?&{name})");
        if pattern.contains(&reference) {
            pattern = pattern.replace(&reference, &format!("(?:{part})")).into();
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use crate::import::document::pattern_presets::PRESETS;

    #[test]
    fn presets_are_patterns() {
        for preset in PRESETS {
            for pattern in preset.patterns {
                let pattern = Pattern::try_from(pattern);
                assert!(pattern.is_ok(), "{:?}: {pattern:?}", preset.format);
            }
        }
    }

    #[test]
    fn a_pattern_without_a_code_or_a_message_is_rejected() {
        for (pattern, says) in [
            ("(?<message>.)", "no group for the code"),
            ("(?<code>.)", "no group for the message"),
            ("(", "unclosed group"),
        ] {
            let error = pattern.parse::<Pattern>().expect_err(pattern);
            assert!(error.contains(says), "{error}");
        }
    }

    #[test]
    fn a_match_may_be_long() {
        let pattern: Pattern = r"(?s)^(?<code>[0-9]+) (?<message>.*?);".parse().expect("a pattern");
        let long = "no end\n".repeat(50_000);
        let text = format!("prose\n1 short;\n2 {long};\n3 last;\n");
        let mut found = Vec::new();
        let measured = pattern.each(&text, |row| found.push((row.texts[0].to_owned(), row.texts[1].len())));
        assert!(measured.is_ok());
        assert_eq!(found, [("1".to_owned(), 5), ("2".to_owned(), long.len()), ("3".to_owned(), 4)]);
    }

    #[test]
    fn searches_that_look_at_the_same_text_again_and_again_are_stopped() {
        let pattern: Pattern = r"(?<code>[0-9])[0-9]*x|(?<message>[0-9])".parse().expect("a pattern");
        let slow = pattern.each(&"1".repeat(100_000), |_| {});
        assert!(slow.is_err());
    }
}
