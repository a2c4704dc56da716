//! Reads a baseline from disk. Rejects files that are not regular or are too large.

use super::{Baseline, Damage};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The limit in bytes. The texts of a catalog have at most half of it.
const LIMIT: u64 = 32 << 20;

/// The error of reading a baseline from a file.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file is missing, or the system does not allow reading it.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The path is a directory, a pipe or a device.
    #[error("it is not a regular file")]
    NoFile,
    /// A symbolic link leads out of the package, which would not contain the file when it is published.
    #[error("its path contains a symbolic link out of the package: replace the link with the file")]
    OutsidePackage,
    /// The file is larger than any baseline.
    #[error("it is larger than {} MiB, the limit of a baseline", LIMIT >> 20)]
    TooLarge,
    /// The content is not a baseline.
    #[error(transparent)]
    Damaged(#[from] Damage),
}

impl Baseline {
    /// Checks that `path`, which is in the directory `package`, contains no symbolic link out of it.
    ///
    /// # Errors
    ///
    /// Fails if the path is outside, missing or unreadable.
    pub fn check_in_package(path: &Path, package: &Path) -> Result<(), Unreadable> {
        let is_inside = path.canonicalize()?.starts_with(package.canonicalize()?);
        if is_inside { Ok(()) } else { Err(Unreadable::OutsidePackage) }
    }

    /// Reads the baseline in a file.
    ///
    /// # Errors
    ///
    /// Fails if the file is missing, unreadable, not a regular file, larger than 32 MiB or not a baseline.
    pub fn open(path: &Path) -> Result<Self, Unreadable> {
        if !path.metadata()?.is_file() {
            return Err(Unreadable::NoFile);
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LIMIT {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self::read(&bytes)?)
    }
}
