//! The bytes of a file, or of standard input.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The size limit of a file, which rejects logs and disk images given by mistake.
const LIMIT: u64 = 64 << 20;

/// Reads a file, or standard input for `-`.
pub(crate) fn bytes(path: &Path, file: &str) -> Result<Vec<u8>> {
    let cannot = |error: io::Error| Error::Read { file: file.to_owned(), error };
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().take(LIMIT + 1).read_to_end(&mut bytes).map_err(cannot)?;
    } else {
        File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(cannot)?;
    }
    if bytes.len() as u64 > LIMIT {
        return Err(Error::TooLarge { file: file.to_owned(), limit: LIMIT >> 20 });
    }
    Ok(bytes)
}
