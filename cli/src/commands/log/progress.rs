//! A progress bar on stderr for long input.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::Duration;

/// A bar for a file, or the number of bytes that came through a pipe.
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Shows nothing.
    pub(crate) const NONE: Self = Self { bar: None };

    /// Shows the progress through a large file, if stderr is a terminal.
    pub(crate) fn of_file(size: Option<u64>) -> Self {
        /// A file of this size takes about a second.
        const LONG: u64 = 256 << 20;
        let size = size.filter(|size| *size >= LONG && io::stderr().is_terminal());
        let template = "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
        Self { bar: size.map(|size| styled(ProgressBar::new(size), template)) }
    }

    /// Shows the progress through a large file, or how much came through a pipe, if stderr is a terminal.
    pub(crate) fn of_input(size: Option<u64>) -> Self {
        if size.is_some() || !io::stderr().is_terminal() {
            return Self::of_file(size);
        }
        let bar = styled(ProgressBar::new_spinner(), "{bytes} read, {bytes_per_sec}");
        bar.enable_steady_tick(Duration::from_millis(500));
        Self { bar: Some(bar) }
    }

    pub(super) fn advance(&self, bytes: usize) {
        if let Some(bar) = &self.bar {
            bar.inc(bytes as u64);
        }
    }
}

fn styled(bar: ProgressBar, template: &str) -> ProgressBar {
    ProgressStyle::with_template(template).map_or(bar.clone(), |style| bar.with_style(style))
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
