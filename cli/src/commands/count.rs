//! `count`: counts the codes in logs, in total and per hour.

mod formats;
mod tally;

use crate::catalog::table::Table;
use crate::commands::context::{Context, Status};
use crate::commands::log::encoding::detect;
use crate::commands::log::utf16::Utf16Reader;
use crate::commands::log::{self, BUFFER, Progress, StreamError, Window, for_each_chunk};
use crate::commands::log_args::LogArgs;
use crate::error::{Error, Result};
use crate::output::texts::texts_in;
use clap::{Args, ValueEnum};
use encoding_rs::UTF_8;
use std::io::Read;
use std::path::{Path, PathBuf};
use tally::Tally;

/// Count the codes in logs
///
/// Prints how often each code occurs, its meaning, and when it occurred first and last if the lines have a time: RFC 3339,
/// the common log format of web servers, or syslog. Codes are recognized as in annotate. Codes that no catalog has are
/// listed if they are numbers, or words with digits or underscores if some catalog has string codes.
///
/// Times are printed in UTC; those without a zone are printed as they are. A time of syslog, which has no year, is taken
/// to be in the last twelve months.
///
/// In JSON, meaning has the names and messages of a code in the language of --lang, and is null for an unknown code. The
/// message in meanings is the vendor's, with its translations, as in the JSON of explain.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  errcat count app.log
  zcat app.log.*.gz | errcat count --catalog WeCom --lang en
  errcat count --key '*_code' access.log
  errcat count --json app.log | jq '.[0].code'
  errcat count --format csv app.log > codes.csv
  errcat count --by hour app.log
  errcat count --by hour --plot codes.svg app.log")]
pub(crate) struct Count {
    #[command(flatten)]
    log: LogArgs,
    /// Count per hour, to see when a code began
    #[arg(long, value_enum, value_name = "UNIT")]
    by: Option<Unit>,
    /// Also write a bar chart of the counts per hour to this SVG file
    #[arg(long, value_name = "FILE", requires = "by")]
    plot: Option<PathBuf>,
    /// The output format
    #[arg(long, value_enum, default_value_t)]
    format: CountFormat,
    /// Short for --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Unit {
    Hour,
}

/// The output format of counts.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
enum CountFormat {
    /// A table, or bars
    #[default]
    Text,
    /// One array of objects
    Json,
    /// Comma-separated values with a line of headings
    Csv,
}

impl Count {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.log.select(context.catalogs)?;
        let recognizer = self.log.recognizer(&catalogs, UTF_8)?;
        let mut tally = Tally::new(recognizer.targets(), self.by.is_some());
        for path in self.log.paths() {
            self.count(&catalogs, path, &mut tally)?;
        }
        let texts = texts_in(self.log.lang());
        for note in tally.notes(texts) {
            context.report(note);
        }
        let codes = tally.codes(recognizer.targets(), self.log.lang());
        if codes.is_empty() {
            context.report(texts.no_code);
        }
        let format = if self.json { CountFormat::Json } else { self.format };
        match (self.by, format) {
            (None, CountFormat::Text) => formats::table(context.out, &codes, texts)?,
            (None, CountFormat::Json) => formats::json(context.data, &codes)?,
            (None, CountFormat::Csv) => formats::csv(context.data, &codes, texts)?,
            (Some(Unit::Hour), CountFormat::Text) => formats::bars(context.out, &codes, texts)?,
            (Some(Unit::Hour), CountFormat::Json) => formats::hours_json(context.data, &codes)?,
            (Some(Unit::Hour), CountFormat::Csv) => formats::hours_csv(context.data, &codes, texts)?,
        }
        if let Some(file) = &self.plot {
            std::fs::write(file, formats::plot(&codes, texts))
                .map_err(|error| Error::Save { file: file.display().to_string(), error })?;
        }
        Ok(if codes.is_empty() { Status::No } else { Status::Yes })
    }

    fn count(&self, catalogs: &[&Table], path: &Path, tally: &mut Tally) -> Result<()> {
        let log = log::open(path)?;
        let progress = Progress::of_input(log.size);
        let order = log.byte_order();
        let input: Box<dyn Read> = match order {
            Some(order) => Box::new(Utf16Reader::new(log.into_reader(), order)),
            None => Box::new(log.into_reader()),
        };
        let mut recognizer = self.log.recognizer(catalogs, UTF_8)?;
        let mut is_decided = order.is_some();
        let window =
            Window { buffer: BUFFER, lookbehind: recognizer.lookbehind(), lookahead: recognizer.lookahead() };
        let lang = catalogs.first().and_then(|table| table.lang);
        tally.begin_file();
        for_each_chunk(input, window, &progress, |chunk| -> std::result::Result<usize, StreamError> {
            if !is_decided && let Some(encoding) = detect(&chunk.text[chunk.start..chunk.end], lang) {
                is_decided = true;
                // Keys in Chinese have other bytes in this encoding; the indexes of the codes are the same.
                if let Some(Ok(other)) = (encoding != UTF_8).then(|| self.log.recognizer(catalogs, encoding))
                {
                    recognizer = other;
                }
            }
            Ok(tally.add(&recognizer, &chunk))
        })
        .map_err(|error| error.of(path))
    }
}
