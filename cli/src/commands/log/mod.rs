//! Logs of any length, which `annotate` and `count` read in bounded memory.

mod chunks;
pub(crate) mod encoding;
mod progress;
pub(crate) mod timestamp;
pub(crate) mod utf16;

pub(crate) use chunks::{BUFFER, Chunk, Window, for_each_chunk};
pub(crate) use progress::Progress;

use crate::error::{Error, Result};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use utf16::ByteOrder;

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

/// A log that is open.
pub(crate) struct Log {
    /// The first bytes, from which UTF-16 is recognized.
    start: Vec<u8>,
    rest: Box<dyn Read>,
    /// The size of a file.
    pub(crate) size: Option<u64>,
}

/// Opens a file, or standard input for `-`.
pub(crate) fn open(path: &Path) -> Result<Log> {
    let cannot = |error| StreamError::Read(error).of(path);
    let size = |metadata: Metadata| metadata.is_file().then_some(metadata.len());
    let (mut rest, size): (Box<dyn Read>, _) = if path == Path::new("-") {
        (Box::new(io::stdin().lock()), standard_input_metadata().and_then(size))
    } else {
        let file = File::open(path).map_err(cannot)?;
        let size = file.metadata().ok().and_then(size);
        (Box::new(file), size)
    };
    let mut start = Vec::new();
    while start.len() < 4 {
        let mut bytes = [0; 4096];
        match rest.read(&mut bytes) {
            Ok(0) => break,
            Ok(read) => start.extend_from_slice(&bytes[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(cannot(error)),
        }
    }
    Ok(Log { start, rest, size })
}

impl Log {
    /// Returns the byte order of a log in UTF-16, and `None` for any other encoding.
    pub(crate) fn byte_order(&self) -> Option<ByteOrder> {
        ByteOrder::detect(&self.start)
    }

    pub(crate) fn into_reader(self) -> impl Read {
        io::Cursor::new(self.start).chain(self.rest)
    }
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
