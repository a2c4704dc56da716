//! Splits a log into chunks of whole lines. A line longer than the buffer is split at the last position at which every
//! match before it is certain.

use super::{Progress, StreamError};
use std::io::{ErrorKind, Read};

/// The default size of the buffer in bytes. A larger one is not faster.
pub(crate) const BUFFER: usize = 256 << 10;

/// The size of the buffer, and how many bytes before and after the start of a match can affect it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    pub(crate) buffer: usize,
    pub(crate) lookbehind: usize,
    pub(crate) lookahead: usize,
}

/// A part of a log, with the text around it.
#[derive(Debug)]
pub(crate) struct Chunk<'b> {
    pub(crate) text: &'b [u8],
    /// The start of the part. The text before it is only for looking back.
    pub(crate) start: usize,
    /// The end of the part. The text after it is only for looking ahead.
    pub(crate) end: usize,
    /// True if the log ends here.
    pub(crate) is_last: bool,
}

/// Calls `pass` with each chunk of the input. `pass` returns the offset up to which it has processed the text: the end of
/// the chunk, or the end of a match that crosses it.
pub(crate) fn for_each_chunk(
    mut input: impl Read,
    window: Window,
    progress: &Progress,
    mut pass: impl FnMut(Chunk<'_>) -> Result<usize, StreamError>,
) -> Result<(), StreamError> {
    let Window { buffer, lookbehind, lookahead } = window;
    let mut buffer = vec![0; buffer.max(2 * lookahead) + lookbehind];
    let (mut start, mut filled) = (0, 0);
    loop {
        let read = match input.read(&mut buffer[filled..]) {
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(StreamError::Read(error)),
        };
        progress.advance(read);
        let new = filled..filled + read;
        filled += read;
        let (known, end) = if read == 0 {
            (filled, filled)
        } else if let Some(line_end) = memchr::memrchr(b'\n', &buffer[new.clone()]) {
            (new.start + line_end + 1, new.start + line_end + 1)
        } else if filled == buffer.len() {
            (filled, filled - lookahead)
        } else {
            continue;
        };
        let processed = pass(Chunk { text: &buffer[..known], start, end, is_last: read == 0 })?;
        if read == 0 {
            return Ok(());
        }
        let first = processed.saturating_sub(lookbehind);
        buffer.copy_within(first..filled, 0);
        start = processed - first;
        filled -= first;
    }
}
