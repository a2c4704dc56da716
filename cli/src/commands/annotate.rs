//! `annotate`: a filter that passes everything through and adds the meaning behind each code it recognises.
//!
//! It works on the bytes of as many whole lines as there are. Of a line longer than the buffer it holds back just
//! so much that no code is cut in two, so that memory is bounded whatever comes.

use crate::catalog::table::{Row, Table};
use crate::commands::catalog_args::{Chosen, check_lang};
use crate::commands::context::{Context, Status};
use crate::error::{Error, Result};
use crate::output::escape::Escaped;
use crate::output::style;
use crate::query::recognizer::Recognizer;
use anstream::{AutoStream, ColorChoice};
use clap::Args;
use clap::builder::NonEmptyStringValueParser;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

#[cfg(any(test, properties))]
pub(crate) mod pass_through;

/// Pass text through, with the meaning behind each code in it
///
/// Codes are recognised behind errcode, errno and their like, with or without an underscore, quoted or not, before
/// a colon, an equals sign or in brackets; symbols wherever they stand, if they are more than one word.
///
/// Keys in Chinese are 错误码 and 返回码.
///
/// Every byte of the input is passed on, and what is annotated already stays as it is.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  kubectl logs deploy/api | errcat annotate
  tail -f app.log | errcat annotate --catalog WeCom --lang en
  errcat annotate --key code,ret access.log
  errcat annotate app.log | less -R")]
pub(crate) struct Annotate {
    /// The files to read; without one, or for -, standard input
    files: Vec<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
    /// Add the message in this language, such as en
    #[arg(long)]
    lang: Option<String>,
    /// Recognise a code behind these keys too, separated by commas
    #[arg(long, value_name = "KEYS", value_delimiter = ',', value_parser = NonEmptyStringValueParser::new())]
    key: Vec<String>,
    /// Add nothing behind the codes of success
    #[arg(long)]
    skip_success: bool,
}

/// Large enough that reading and writing cost little, small enough for any machine.
const BUFFER: usize = 256 << 10;

impl Annotate {
    pub(crate) fn run(&self, context: &mut Context<'_>) -> Result<Status> {
        let catalogs = self.chosen.of(context.catalogs);
        check_lang(&catalogs, self.lang.as_deref())?;
        let recognizer =
            Recognizer::strict(&catalogs, &self.key).map_err(|error| Error::Symbols(error.to_string()))?;
        // Neither `context.out` nor `context.data`: these bytes are not ours, and pass at a terminal too.
        let stdout = io::stdout();
        let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
        let notes = recognizer.named().iter().map(|rows| self.note(rows, colour)).collect();
        let out = BufWriter::with_capacity(BUFFER, stdout.lock());
        let mut filter = Filter::new(recognizer, notes, BUFFER, out);

        let stdin = [PathBuf::from("-")];
        let files = if self.files.is_empty() { &stdin[..] } else { &self.files };
        for path in files {
            let cannot = |error| Error::Read { file: path.display().to_string(), error };
            if path == Path::new("-") {
                filter
                    .pass(io::stdin().lock(), &Progress::of(standard_input()))
                    .map_err(|(side, error)| side.of(cannot, error))?;
            } else {
                let file = File::open(path).map_err(cannot)?;
                let size =
                    file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
                filter.pass(file, &Progress::of(size)).map_err(|(side, error)| side.of(cannot, error))?;
            }
        }
        Ok(Status::Yes)
    }

    /// What is added behind a code: nothing, or the meaning in brackets.
    fn note(&self, rows: &[(&Table, &Row)], colour: bool) -> Note {
        let mut meanings = Vec::new();
        for (table, row) in rows.iter().filter(|(_, row)| !(self.skip_success && row.success)) {
            for meaning in &row.meanings {
                let message = table.message_in(meaning, self.lang.as_deref());
                meanings.push(format!("{} {}: {}", table.name, meaning.name, Escaped(&message)));
            }
        }
        if meanings.is_empty() {
            return Note::default();
        }
        let note = format!("[{}]", meanings.join("; "));
        // Up to the message, which another language has another of.
        let opening = note.find(": ").map_or(note.len(), |colon| colon + 2);
        let style = style::CATALOG;
        let written = if colour { format!(" {style}{note}{style:#}") } else { format!(" {note}") };
        Note { written: written.into_bytes(), bare: note.into_bytes(), opening }
    }
}

/// What stands behind a code.
#[derive(Default)]
struct Note {
    /// As it is written, with a blank and its colour.
    written: Vec<u8>,
    bare: Vec<u8>,
    /// How much of the note is the same in every language.
    opening: usize,
}

impl Note {
    /// How much of the text is this note, in whatever colour, from an earlier run. One in another language is known by how
    /// it begins.
    fn length_in(&self, text: &[u8]) -> Option<usize> {
        let behind = text.strip_prefix(b" ")?;
        let behind = match behind {
            [0x1b, ..] => behind.strip_prefix(style::CATALOG.to_string().as_bytes())?,
            _ => behind,
        };
        let is_ours = behind.starts_with(&self.bare[..self.opening]);
        let length = if behind.starts_with(&self.bare) { self.bare.len() } else { self.opening };
        is_ours.then(|| text.len() - behind.len() + length)
    }
}

/// Where an error of input and output was.
enum Side {
    In,
    Out,
}

impl Side {
    fn of(self, cannot: impl Fn(io::Error) -> Error, error: io::Error) -> Error {
        match self {
            Self::In => cannot(error),
            Self::Out => Error::Write(error),
        }
    }
}

struct Filter<'a, W> {
    recognizer: Recognizer<'a>,
    /// For each thing that the recognizer can name.
    notes: Vec<Note>,
    /// How much text behind the start of a match decides about it.
    reach: usize,
    /// How much is read at once, and more where a match can reach further.
    buffer: usize,
    out: W,
}

impl<'a, W: Write> Filter<'a, W> {
    fn new(recognizer: Recognizer<'a>, notes: Vec<Note>, buffer: usize, out: W) -> Self {
        let longest = notes.iter().map(|note| note.written.len()).max().unwrap_or(0);
        let reach = recognizer.reach() + longest.max(style::CATALOG.to_string().len() + 1);
        Self { recognizer, notes, reach, buffer, out }
    }

    fn pass(
        &mut self,
        mut input: impl Read,
        progress: &Progress,
    ) -> std::result::Result<(), (Side, io::Error)> {
        let mut buffer = vec![0; self.buffer.max(2 * self.reach)];
        let mut filled = 0;
        let mut before = b'\n';
        loop {
            let read = match input.read(&mut buffer[filled..]) {
                Ok(read) => read,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err((Side::In, error)),
            };
            progress.advance(read);
            let new = filled..filled + read;
            filled += read;
            let (known, ready) = if read == 0 {
                (filled, filled)
            } else if let Some(end) = buffer[new.clone()].iter().rposition(|byte| *byte == b'\n') {
                (new.start + end + 1, new.start + end + 1)
            } else if filled == buffer.len() {
                (filled, filled - self.reach)
            } else {
                continue;
            };
            let done = self.annotate(&buffer[..known], ready, before).map_err(|error| (Side::Out, error))?;
            // The next input may be long in coming.
            self.out.flush().map_err(|error| (Side::Out, error))?;
            if read == 0 {
                return Ok(());
            }
            before = buffer[done - 1];
            buffer.copy_within(done..filled, 0);
            filled -= done;
        }
    }

    /// Writes the text up to `ready`, and on to the end of a match that begins before it. Returns how far it came.
    fn annotate(&mut self, text: &[u8], ready: usize, before: u8) -> io::Result<usize> {
        let mut done = 0;
        for found in self.recognizer.find(text, before).take_while(|found| found.start < ready) {
            let note = found.named.map(|named| &self.notes[named]).filter(|note| !note.bare.is_empty());
            // A match may lie in a note that is there already.
            let Some(note) = note.filter(|_| found.start >= done) else { continue };
            let is_there = note.length_in(&text[found.end..]);
            let end = found.end + is_there.unwrap_or(0);
            self.out.write_all(&text[done..end])?;
            if is_there.is_none() {
                self.out.write_all(&note.written)?;
            }
            done = end;
        }
        let end = done.max(ready);
        self.out.write_all(&text[done..end])?;
        Ok(end)
    }
}

/// How much of a file there is behind standard input, if it is one.
#[cfg(unix)]
fn standard_input() -> Option<u64> {
    use std::os::fd::AsFd;
    let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len())
}

#[cfg(not(unix))]
fn standard_input() -> Option<u64> {
    None
}

/// A bar on the terminal's stderr while a file takes long and the output goes elsewhere.
struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Only for a file: how long a pipe stays open is nobody's progress.
    fn of(size: Option<u64>) -> Self {
        /// What takes about a second.
        const LONG: u64 = 256 << 20;
        let shown =
            size.filter(|size| *size >= LONG && io::stderr().is_terminal() && !io::stdout().is_terminal());
        let bar = shown.map(|size| {
            let bar = ProgressBar::new(size);
            let template = "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
            ProgressStyle::with_template(template).map_or(bar.clone(), |style| bar.with_style(style))
        });
        Self { bar }
    }

    fn advance(&self, bytes: usize) {
        if let Some(bar) = &self.bar {
            bar.inc(bytes as u64);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
