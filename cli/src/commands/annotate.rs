//! `annotate`: a filter that passes a log through and adds the meaning after each code that it recognizes.

pub(crate) mod filter;
mod json_lines;
pub(crate) mod note;

use crate::catalog::table::Table;
use crate::commands::context::{Context, Status};
use crate::commands::log::encoding::detect;
use crate::commands::log::utf16::{ByteOrder, Utf16Reader, Utf16Writer};
use crate::commands::log::{self, BUFFER, Progress, for_each_chunk};
use crate::commands::log_args::LogArgs;
use crate::error::Result;
use crate::import::document;
use anstream::{AutoStream, ColorChoice};
use clap::Args;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use filter::{Filter, Notes};
use json_lines::JsonLines;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;

/// Add the meaning after each code in a log
///
/// Codes are recognized after keys such as errcode, `err_no`, "error code" and 错误码, in any case, quoted or not, before a
/// colon, an equals sign or in brackets, in Rust's Debug form and with the colors of tracing. Symbols and string codes
/// such as `AUTH_KEY_UNREGISTERED` are recognized without a key. The keys of a catalog's own envelope are recognized in an
/// object that also has its text or request key.
///
/// Input passes through unchanged, and existing annotations are not repeated. Notes are written in the encoding of the
/// log.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  kubectl logs deploy/api | errcat annotate
  tail -f app.log | errcat annotate --catalog WeCom --lang en
  errcat annotate --key code,ret access.log
  errcat annotate --key '*_code' access.log
  errcat annotate --json app.jsonl | jq .errcode_meaning
  errcat annotate --skip-success access.log
  errcat annotate --unknown app.log | grep 'unknown code'
  errcat annotate --encoding GB18030 app.log
  errcat annotate app.log | less -R")]
pub(crate) struct Annotate {
    #[command(flatten)]
    log: LogArgs,
    /// Do not annotate success codes
    #[arg(long)]
    skip_success: bool,
    /// Mark the codes that no catalog has
    #[arg(long)]
    unknown: bool,
    /// Keep JSON lines valid: add a member such as "`errcode_meaning`" after the pair
    #[arg(long)]
    json: bool,
    /// The encoding of the log, such as GB18030; detected if omitted
    #[arg(long, value_parser = encoding)]
    encoding: Option<&'static Encoding>,
}

/// Parses `--encoding`: an encoding that extends ASCII, or UTF-16.
fn encoding(name: &str) -> std::result::Result<&'static Encoding, String> {
    let encoding = document::encoding(name)?;
    if encoding.is_ascii_compatible() || byte_order(encoding).is_some() {
        Ok(encoding)
    } else {
        Err(format!("{} is not supported for logs: convert the log to UTF-8", encoding.name()))
    }
}

fn byte_order(encoding: &'static Encoding) -> Option<ByteOrder> {
    match encoding {
        _ if encoding == UTF_16LE => Some(ByteOrder::Little),
        _ if encoding == UTF_16BE => Some(ByteOrder::Big),
        _ => None,
    }
}

impl Annotate {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.log.select(context.catalogs)?;
        for path in self.log.paths() {
            self.annotate(context, &catalogs, path)?;
        }
        Ok(Status::Yes)
    }

    fn annotate(&self, context: &Context<'_>, catalogs: &[&Table], path: &Path) -> Result<()> {
        let log = log::open(path)?;
        let progress = if io::stdout().is_terminal() { Progress::NONE } else { Progress::of_file(log.size) };
        let order = self.encoding.map_or_else(|| log.byte_order(), byte_order);
        let input = log.into_reader();
        // Neither `context.out` nor `context.data`: the bytes are the log's, and pass unchanged at a terminal too.
        let out = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        match order {
            Some(order) => {
                let encoding = Some(UTF_8);
                let (input, out) = (Utf16Reader::new(input, order), Utf16Writer::new(out, order));
                self.pass(context, catalogs, path, encoding, &progress, input, out)
            }
            None => self.pass(context, catalogs, path, self.encoding, &progress, input, out),
        }
    }

    #[allow(clippy::too_many_arguments, reason = "each is another part of one stream")]
    pub(crate) fn pass(
        &self,
        context: &Context<'_>,
        catalogs: &[&Table],
        path: &Path,
        mut encoding: Option<&'static Encoding>,
        progress: &Progress,
        input: impl Read,
        out: impl Write,
    ) -> Result<()> {
        let notes = self.notes(catalogs, encoding.unwrap_or(UTF_8))?;
        if self.json {
            let mut lines = JsonLines::new(notes, out);
            for_each_chunk(input, lines.window(), progress, |chunk| lines.pass(&chunk))
                .map_err(|error| error.of(path))?;
            if let Some(first) = lines.first_other_line() {
                let others = lines.other_lines();
                context.report(format_args!(
                    "{}, line {first}: not JSON; {others} such lines with codes pass unchanged",
                    path.display()
                ));
            }
            return Ok(());
        }
        let mut guess = None;
        let mut filter = Filter::new(notes, out);
        let lang = catalogs.first().and_then(|table| table.lang);
        for_each_chunk(input, filter.window(BUFFER), progress, |chunk| {
            if encoding.is_none() {
                encoding = detect(&chunk.text[chunk.start..chunk.end], lang);
                guess = encoding.filter(|encoding| *encoding != UTF_8);
                if let Some(Ok(notes)) = guess.map(|encoding| self.notes(catalogs, encoding)) {
                    filter.use_notes(notes);
                }
            }
            filter.pass(&chunk)
        })
        .map_err(|error| error.of(path))?;
        if let Some(guess) = guess.filter(|_| filter.has_written_non_ascii_note()) {
            context.report(format_args!(
                "{}: detected {}, which the notes are written in; --encoding overrides this",
                path.display(),
                guess.name()
            ));
        }
        Ok(())
    }

    /// Prepares the recognizer and the note of each code and symbol that it finds.
    fn notes<'a>(&self, catalogs: &[&'a Table], encoding: &'static Encoding) -> Result<Notes<'a>> {
        let recognizer = self.log.recognizer(catalogs, encoding)?;
        let is_colored = !self.json && AutoStream::choice(&io::stdout()) != ColorChoice::Never;
        let style = note::Style { lang: self.log.lang(), is_colored, encoding };
        let shown = |success: bool| !(self.skip_success && success);
        let notes = recognizer.targets().iter().map(|rows| style.note(rows, shown)).collect();
        let unknown = if self.unknown { style.unknown() } else { note::Note::default() };
        Ok(Notes { recognizer, notes, unknown })
    }
}
