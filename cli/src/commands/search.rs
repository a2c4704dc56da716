//! `search`: finds codes by words of their texts, in any language that the catalogs have.

use crate::catalog::table::{Meaning, Row, Table};
use crate::commands::catalog_args::{CatalogArgs, check_language};
use crate::commands::context::{Context, Format, Status};
use crate::error::Result;
use crate::export::meaning_json;
use crate::output::escape::Escaped;
use crate::output::style;
use crate::output::texts::texts_in;
use crate::query::to_half_width;
use anstyle::Style;
use clap::Args;
use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::cmp::Reverse;
use std::fmt::Write as _;
use std::io::{self, Write};

/// Search names, symbols, messages, help and codes
///
/// Every word must match the name, symbol, message, help or a column, or the beginning of the code. Words may omit letters.
/// The best match comes first.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat search token expired
  errcat search 部门 不存在
  errcat search deptid --catalog Youdu --format json")]
pub(crate) struct Search {
    /// Words to look for
    #[arg(required = true)]
    words: Vec<String>,
    #[command(flatten)]
    catalogs: CatalogArgs,
    /// Show the message in this language first, such as en
    #[arg(long)]
    lang: Option<String>,
    /// The maximum number of results (0: all)
    #[arg(long, default_value_t = 20, value_name = "COUNT")]
    limit: usize,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// A meaning in which every word was found.
struct Hit<'a> {
    table: &'a Table,
    row: &'a Row,
    meaning: &'a Meaning,
    score: u32,
    /// The positions of the matching letters, for each of [`fields`].
    positions: Vec<Vec<u32>>,
}

impl Search {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.catalogs.select(context.catalogs);
        check_language(&catalogs, self.lang.as_deref())?;
        let lang = self.lang.as_deref();
        let texts = texts_in(lang);
        let words: Vec<String> = self.words.iter().map(|word| to_half_width(word)).collect();
        let words: Vec<SearchWord> =
            words.iter().flat_map(|words| words.split_whitespace()).map(SearchWord::new).collect();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut hits: Vec<Hit<'_>> = Vec::new();
        for table in catalogs {
            for row in &table.rows {
                hits.extend(
                    row.meanings
                        .iter()
                        .filter_map(|meaning| hit((table, row, meaning), lang, &words, &mut matcher)),
                );
            }
        }
        // The sort is stable: equal scores keep the order of catalogs and codes.
        hits.sort_by_key(|hit| Reverse(hit.score));
        if hits.is_empty() {
            context.report((texts.nothing_found)(&format!("{:?}", self.words.join(" "))));
        }
        let all = hits.len();
        if self.limit > 0 && all > self.limit {
            hits.truncate(self.limit);
        }
        match self.format {
            Format::Json => {
                meaning_json::write_array(
                    context.data,
                    hits.iter().map(|hit| meaning_json::to_object(hit.table, hit.row, hit.meaning)),
                )?;
            }
            Format::Text => {
                for hit in &hits {
                    self.write(context.out, hit)?;
                }
            }
        }
        if hits.len() < all {
            context.report((texts.more_results)(all - hits.len()));
        }
        Ok(if all == 0 { Status::No } else { Status::Yes })
    }

    fn write(&self, out: &mut dyn Write, hit: &Hit<'_>) -> io::Result<()> {
        let catalog = style::CATALOG;
        let fields = fields(hit.row, hit.meaning, self.lang.as_deref());
        let shown =
            |index: usize| highlighted(&fields[index].text, &hit.positions[index], fields[index].style);
        writeln!(out, "{catalog}{}{catalog:#} {} {}", hit.table.name, shown(CODE), shown(NAME))?;
        // The message is always shown, other fields only if they match.
        let column = |lang| hit.table.column_in(lang).map(|column| COLUMNS + column);
        let first = self.lang.as_deref().and_then(column);
        let en = column("en");
        let mut lines: Vec<usize> = first.into_iter().chain([MESSAGE]).chain(en).collect();
        lines.extend((MESSAGE..fields.len()).filter(|index| !hit.positions[*index].is_empty()));
        let mut done = Vec::new();
        for index in lines {
            if !done.contains(&index) && !fields[index].text.is_empty() {
                writeln!(out, "  {}", shown(index))?;
            }
            done.push(index);
        }
        Ok(())
    }
}

/// Checks whether a search for the words of a text finds anything.
pub(super) fn finds_any(catalogs: &[&Table], text: &str) -> bool {
    let text = to_half_width(text);
    let words: Vec<SearchWord> = text.split_whitespace().map(SearchWord::new).collect();
    let mut matcher = Matcher::new(Config::DEFAULT);
    catalogs.iter().any(|table| {
        table.rows.iter().any(|row| {
            row.meanings
                .iter()
                .any(|meaning| hit((table, row, meaning), None, &words, &mut matcher).is_some())
        })
    })
}

/// A word of the search.
struct SearchWord {
    /// The pattern for a text, which may have further letters between those of the word.
    text_pattern: Atom,
    /// The pattern for the beginning of a code.
    code_pattern: Atom,
}

impl SearchWord {
    fn new(word: &str) -> Self {
        let atom = |word, kind| Atom::new(word, CaseMatching::Ignore, Normalization::Smart, kind, false);
        let code = word.strip_prefix('#').unwrap_or(word);
        Self { text_pattern: atom(word, AtomKind::Fuzzy), code_pattern: atom(code, AtomKind::Prefix) }
    }
}

/// A searched text.
struct SearchedText {
    text: String,
    style: Style,
}

const CODE: usize = 0;
const NAME: usize = 1;
const MESSAGE: usize = 2;
/// The index of the first field that is a column of the catalog.
const COLUMNS: usize = 5;

fn fields(row: &Row, meaning: &Meaning, lang: Option<&str>) -> Vec<SearchedText> {
    let plain = |text: &str| SearchedText { text: text.to_owned(), style: Style::new() };
    let mut fields = vec![
        SearchedText { text: row.printed_code(), style: style::CODE },
        SearchedText { text: meaning.name.to_owned(), style: style::NAME },
        plain(meaning.message),
        plain(meaning.symbol.unwrap_or("")),
        plain(meaning.help.unwrap_or("")),
    ];
    fields.extend(meaning.columns.iter().map(|value| plain(&value.in_lang(lang))));
    fields
}

fn hit<'a>(
    (table, row, meaning): (&'a Table, &'a Row, &'a Meaning),
    lang: Option<&str>,
    words: &[SearchWord],
    matcher: &mut Matcher,
) -> Option<Hit<'a>> {
    let fields = fields(row, meaning, lang);
    let mut hit = Hit { table, row, meaning, score: 0, positions: vec![Vec::new(); fields.len()] };
    let mut letters = Vec::new();
    for word in words {
        let mut best = 0;
        for (index, field) in fields.iter().enumerate() {
            let mut positions = Vec::new();
            let text = Utf32Str::new(&field.text, &mut letters);
            let atom = if index == CODE { &word.code_pattern } else { &word.text_pattern };
            let Some(score) = atom.indices(text, matcher, &mut positions) else { continue };
            if is_scattered(&positions) {
                continue;
            }
            // An exact code beats every other match.
            let is_the_code = index == CODE && positions.len() == fields[CODE].text.chars().count();
            best = best.max(if is_the_code { u32::from(u16::MAX) } else { score.into() });
            hit.positions[index].extend(positions);
        }
        if best == 0 {
            return None;
        }
        hit.score += best;
    }
    for positions in &mut hit.positions {
        positions.sort_unstable();
        positions.dedup();
    }
    Some(hit)
}

/// Checks whether the letters are too far apart to be recognized as the word. A long sentence contains nearly any letters
/// in order.
fn is_scattered(positions: &[u32]) -> bool {
    let (Some(first), Some(last)) = (positions.iter().min(), positions.iter().max()) else { return false };
    let span = (last - first + 1) as usize;
    span > positions.len() + positions.len() / 2
}

/// Returns the text with the matching letters highlighted.
fn highlighted(text: &str, positions: &[u32], base: Style) -> String {
    let mut shown = String::new();
    let mut letters = Vec::new();
    // `positions` count grapheme clusters, as `Utf32Str` does.
    let haystack = Utf32Str::new(text, &mut letters);
    let mut current = None;
    for (position, letter) in haystack.chars().enumerate() {
        let matched = positions.binary_search(&(position as u32)).is_ok();
        let style = if matched { style::MATCH } else { base };
        if current != Some(style) {
            if let Some(current) = current {
                _ = write!(shown, "{current:#}");
            }
            shown += &style.to_string();
            current = Some(style);
        }
        _ = write!(shown, "{}", Escaped(letter.encode_utf8(&mut [0; 4])));
    }
    if let Some(current) = current {
        _ = write!(shown, "{current:#}");
    }
    shown
}
