//! The file of a baseline on disk: a regular file, and not a huge one.

use super::{Baseline, Damage};
use std::fmt::{self, Display};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// In bytes. The texts of a catalog hold half of it at most.
const LIMIT: u64 = 32 << 20;

/// Why no baseline could be read from a file.
#[derive(Debug)]
pub enum Unreadable {
    /// There is none, or the system does not let it be read.
    Io(io::Error),
    /// A directory, a pipe, a device.
    NoFile,
    /// Larger than any baseline.
    TooLarge,
    /// It is read, and is no baseline.
    Damaged(Damage),
}

impl Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => Display::fmt(error, f),
            Self::NoFile => f.write_str("it is no file"),
            Self::TooLarge => write!(f, "it is larger than {} MiB, which no baseline is", LIMIT >> 20),
            Self::Damaged(damage) => Display::fmt(damage, f),
        }
    }
}

impl Baseline {
    /// Reads the baseline in a file.
    ///
    /// # Errors
    ///
    /// The file is missing, cannot be read, is no regular file, is larger than 32 MiB, or is no baseline.
    pub fn open(path: &Path) -> Result<Self, Unreadable> {
        if !path.metadata().map_err(Unreadable::Io)?.is_file() {
            return Err(Unreadable::NoFile);
        }
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes))
            .map_err(Unreadable::Io)?;
        if bytes.len() as u64 > LIMIT {
            return Err(Unreadable::TooLarge);
        }
        Self::read(&bytes).map_err(Unreadable::Damaged)
    }
}
