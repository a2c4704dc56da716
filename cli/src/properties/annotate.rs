//! The property of `annotate`: it only adds notes, which do not depend on the sizes of reads and buffers.

#![allow(clippy::missing_panics_doc, reason = "a property panics if it does not hold")]

use crate::catalog::table::{Table, table};
use crate::commands::annotate::filter::{Filter, Notes};
use crate::commands::annotate::note::Note;
use crate::commands::log::{BUFFER, Progress, for_each_chunk};
use crate::query::recognizer::{Keys, Recognizer};
use error_catalog::vendor::{WeCom, Youdu};
use std::cell::RefCell;
use std::io::{self, Read};
use std::mem::take;

thread_local! {
    /// Preparing the search takes longer than the search of a small input.
    static FILTER: RefCell<Filter<'static, Vec<u8>>> = RefCell::new(filter());
}

fn filter() -> Filter<'static, Vec<u8>> {
    let catalogs: &[Table] = Box::leak(Box::new([table::<WeCom>(), table::<Youdu>()]));
    let catalogs: Vec<&Table> = catalogs.iter().collect();
    let recognizer = Recognizer::new(&catalogs, Keys::Strict(&[]))
        .expect("the catalogs have symbols that can be searched for");
    let notes = recognizer.targets().iter().map(|_| note(b" .")).collect();
    Filter::new(Notes { recognizer, notes, unknown: Note::default() }, Vec::new())
}

fn note(written: &[u8]) -> Note {
    let bare = written[written.len() - 1..].to_vec();
    Note { text: String::new(), bytes: written.to_vec(), bare, opening: 1, in_languages: Vec::new() }
}

/// Checks that the output is the input plus notes, with no byte changed or moved, for reads and buffers of any size.
/// Annotating the output again must add nothing.
pub fn check_annotate_passes_bytes(input: &[u8]) {
    // A note is a byte that the input does not have.
    let Some(note) = (0..=u8::MAX).rev().find(|byte| *byte != b' ' && !input.contains(byte)) else { return };
    let output = annotated(input, &[note], BUFFER);
    let passed_on: Vec<u8> = output.iter().copied().filter(|byte| *byte != note).collect();
    assert!(passed_on == input, "the input has changed");
    for buffer in [0, BUFFER] {
        let of_pieces = annotated(Chunks { rest: input }, &[note], buffer);
        assert!(of_pieces == output, "in chunks, with a buffer of {buffer} bytes, other codes are found");
    }
    let once = annotated(input, &[b' ', note], BUFFER);
    for buffer in [0, BUFFER] {
        assert!(annotated(&once[..], &[b' ', note], buffer) == once, "a second time, something is added");
    }
}

fn annotated(input: impl Read, written: &[u8], buffer: usize) -> Vec<u8> {
    FILTER.with_borrow_mut(|filter| {
        filter.parts().0.fill_with(|| note(written));
        let window = filter.window(buffer);
        let passed = for_each_chunk(input, window, &Progress::NONE, |chunk| filter.pass(&chunk));
        assert!(passed.is_ok(), "memory can be read and written");
        take(filter.parts().1)
    })
}

/// A reader that returns 1 to 61 bytes at a time, depending on the value of the next byte.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl Read for Chunks<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = 1 + self.rest.first().map_or(0, |byte| usize::from(*byte % 61));
        (&mut self.rest).take(size as u64).read(buffer)
    }
}
