//! What can go wrong, each as one sentence that names the thing and says what to do.

use std::io;

/// An error of the tool. The process ends with status 2.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot write the output: {0}")]
    Write(io::Error),
    #[error("no catalog has its messages in {lang:?}; there is {known}")]
    Lang { lang: String, known: String },
    #[error("{catalog} has no section {section:?}; it has {known}")]
    Section { catalog: String, section: String, known: String },
}

/// `?` on what writes to stdout.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

pub(crate) type Result<T> = std::result::Result<T, Error>;
