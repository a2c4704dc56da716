//! Logs, as `annotate` and `count` read them: of any length, in memory that does not grow with it.

pub(crate) mod encoding;
mod pieces;
mod progress;
pub(crate) mod utf16;

pub(crate) use pieces::{BUFFER, Piece, Window, for_each_piece};
pub(crate) use progress::Progress;

use crate::error::{Error, Result};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;

/// An error of the input or of the output.
#[derive(Debug)]
pub(crate) enum StreamError {
    Read(io::Error),
    Write(io::Error),
}

impl StreamError {
    /// Returns the error of reading this file or of writing standard output.
    pub(crate) fn of(self, file: &Path) -> Error {
        match self {
            Self::Read(error) => Error::Read { file: file.display().to_string(), error },
            Self::Write(error) => Error::Write(error),
        }
    }
}

/// Opens a file, or standard input for `-`. Also returns the size of a file.
pub(crate) fn open(path: &Path) -> Result<(Box<dyn Read>, Option<u64>)> {
    let size = |metadata: Metadata| metadata.is_file().then(|| metadata.len());
    if path == Path::new("-") {
        return Ok((Box::new(io::stdin().lock()), standard_input_metadata().and_then(size)));
    }
    let file = File::open(path).map_err(|error| StreamError::Read(error).of(path))?;
    let size = file.metadata().ok().and_then(size);
    Ok((Box::new(file), size))
}

#[cfg(unix)]
fn standard_input_metadata() -> Option<Metadata> {
    use std::os::fd::AsFd;
    File::from(io::stdin().as_fd().try_clone_to_owned().ok()?).metadata().ok()
}

#[cfg(not(unix))]
fn standard_input_metadata() -> Option<Metadata> {
    None
}
