//! The text of a file, or of standard input.

use crate::error::{Error, Result};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// No table of codes is larger; a log or a disk image that was given by mistake is.
const LIMIT: u64 = 64 << 20;

pub(super) fn text(path: &Path, file: &str) -> Result<String> {
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
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Error::Binary { file: file.to_owned(), at });
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = 1 + String::from_utf8_lossy(&error.as_bytes()[..good]).matches('\n').count();
        Error::NotUtf8 { file: file.to_owned(), line }
    })?;
    let text = without_bom(text);
    if text.trim().is_empty() {
        return Err(Error::Empty { file: file.to_owned() });
    }
    Ok(text)
}

fn without_bom(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}
