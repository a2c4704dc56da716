//! `annotate`: a filter that passes everything through and adds the meaning behind each code it recognises.
//!
//! It works on the bytes of as many whole lines as there are. Of a line longer than the buffer it holds back just
//! so much that no code is cut in two, so that memory is bounded whatever comes.

use crate::choice::{Chosen, check_lang};
use crate::context::{Context, Status};
use crate::error::{Error, Result};
use crate::escape::Escaped;
use crate::recognize::Recognizer;
use crate::style;
use crate::table::{Row, Table};
use anstream::{AutoStream, ColorChoice};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

#[cfg(any(test, fuzzing))]
pub(crate) mod properties;

/// Pass text through, with the meaning behind each code in it
///
/// Codes are recognised behind errcode, errno and their like, with or without an underscore, quoted or not, before
/// a colon or an equals sign; symbols wherever they stand, if they are more than one word. Every byte of the input is passed on.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  kubectl logs deploy/api | errcat annotate
  tail -f app.log | errcat annotate --catalog WeCom --lang en
  errcat annotate app.log | less -R")]
pub(crate) struct Annotate {
    /// The files to read; without one, or for -, standard input
    files: Vec<PathBuf>,
    #[command(flatten)]
    chosen: Chosen,
    /// Add the message in this language, such as en
    #[arg(long)]
    lang: Option<String>,
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
        let recognizer = Recognizer::strict(&catalogs).map_err(|error| Error::Symbols(error.to_string()))?;
        // Neither `context.out` nor `context.data`: these bytes are not ours, and pass at a terminal too.
        let stdout = io::stdout();
        let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
        let notes = recognizer.named().iter().map(|rows| self.note(rows, colour)).collect();
        let out = BufWriter::with_capacity(BUFFER, stdout.lock());
        let mut filter = Filter { recognizer, notes, buffer: BUFFER, out };

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
    fn note(&self, rows: &[(&Table, &Row)], colour: bool) -> Vec<u8> {
        let mut meanings = Vec::new();
        for (table, row) in rows.iter().filter(|(_, row)| !(self.skip_success && row.success)) {
            for meaning in &row.meanings {
                let message = table.message_in(meaning, self.lang.as_deref());
                meanings.push(format!("{} {}: {}", table.name, meaning.name, Escaped(&message)));
            }
        }
        let note = meanings.join("; ");
        let style = style::CATALOG;
        match (note.is_empty(), colour) {
            (true, _) => String::new(),
            (false, true) => format!(" {style}[{note}]{style:#}"),
            (false, false) => format!(" [{note}]"),
        }
        .into_bytes()
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
    notes: Vec<Vec<u8>>,
    /// How much is read at once, and more where a match can reach further.
    buffer: usize,
    out: W,
}

impl<W: Write> Filter<'_, W> {
    fn pass(
        &mut self,
        mut input: impl Read,
        progress: &Progress,
    ) -> std::result::Result<(), (Side, io::Error)> {
        let mut buffer = vec![0; self.buffer.max(2 * self.recognizer.reach())];
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
                (filled, filled - self.recognizer.reach())
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
            let note = found.named.map_or(&[][..], |named| &self.notes[named]);
            if !note.is_empty() {
                self.out.write_all(&text[done..found.end])?;
                self.out.write_all(note)?;
                done = found.end;
            }
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
