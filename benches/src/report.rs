//! Writes the results as Markdown: the figures, their ratios, and the targets.

use comfy_table::{Table, presets::ASCII_MARKDOWN};
use std::process::Command;

/// One measured figure.
#[derive(Clone)]
pub struct Figure {
    /// The operation, such as `code lookup, latency, known codes`.
    pub subject: String,
    /// The library that did it.
    pub name: &'static str,
    /// The size of the catalog.
    pub rows: usize,
    pub value: f64,
}

/// A limit for the ratio of our figure to a peer's.
pub struct Target {
    pub subject: &'static str,
    pub peer: &'static str,
    pub rows: usize,
    pub at_most: f64,
}

/// A limit for a figure of ours.
pub struct Limit {
    pub subject: &'static str,
    pub at_most: f64,
    pub measured: f64,
}

pub const OURS: &str = "error-catalog";

/// Returns the figure of `name`, if it was measured.
pub fn find(figures: &[Figure], subject: &str, name: &str, rows: usize) -> Option<f64> {
    let found = figures.iter().find(|it| it.subject == subject && it.name == name && it.rows == rows);
    found.map(|figure| figure.value)
}

/// Returns a table for each subject, with one line per library, one column per size, and the ratio of ours to each peer's.
pub fn tables(figures: &[Figure], unit: &str) -> String {
    let mut markdown = String::new();
    for subject in distinct(figures.iter().map(|figure| figure.subject.as_str())) {
        let figures: Vec<Figure> = figures.iter().filter(|it| it.subject == subject).cloned().collect();
        let sizes = distinct(figures.iter().map(|figure| figure.rows));
        let mut table = Table::new();
        table.load_style(ASCII_MARKDOWN);
        let head = sizes.iter().map(|size| format!("{size} rows, {unit}"));
        table.set_header(std::iter::once(String::new()).chain(head));
        for name in distinct(figures.iter().map(|figure| figure.name)) {
            let cells = sizes.iter().map(|&size| match find(&figures, subject, name, size) {
                None => String::from("-"),
                Some(value) if name == OURS => format!("**{value:.3}**"),
                Some(value) => match find(&figures, subject, OURS, size) {
                    Some(ours) => format!("{value:.3} ({:.2})", ours / value),
                    None => format!("{value:.3}"),
                },
            });
            table.add_row(std::iter::once(name.to_owned()).chain(cells));
        }
        markdown += &format!("\n### {subject}\n\n{table}\n");
    }
    markdown
}

/// Returns a table of the targets and the measured ratios.
pub fn targets(figures: &[Figure], targets: &[Target]) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_header(["ours divided by a peer's", "peer", "rows", "at most", "measured", ""]);
    for Target { subject, peer, rows, at_most } in targets {
        let ours = find(figures, subject, OURS, *rows);
        let (measured, verdict) = match (ours, find(figures, subject, peer, *rows)) {
            (Some(ours), Some(peer)) => (format!("{:.3}", ours / peer), verdict(ours / peer, *at_most)),
            _ => (String::from("-"), "not measured"),
        };
        table.add_row([*subject, peer, &rows.to_string(), &at_most.to_string(), &measured, verdict]);
    }
    format!("{table}\n")
}

/// Returns a table of the limits and the measured figures.
pub fn limits(limits: &[Limit]) -> String {
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    table.set_header(["ours", "at most", "measured", ""]);
    for Limit { subject, at_most, measured } in limits {
        let verdict = verdict(*measured, *at_most);
        table.add_row([*subject, &at_most.to_string(), &format!("{measured:.2}"), verdict]);
    }
    format!("{table}\n")
}

fn verdict(measured: f64, at_most: f64) -> &'static str {
    if measured <= at_most { "reached" } else { "missed" }
}

/// Returns the date, the machine and the command of a measurement.
pub fn machine(command: &str) -> String {
    let system = sysinfo::System::new_with_specifics(
        sysinfo::RefreshKind::nothing().with_cpu(sysinfo::CpuRefreshKind::nothing()),
    );
    let cpu = system.cpus().first().map_or("an unknown processor", |cpu| cpu.brand().trim());
    let rustc =
        Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    format!(
        "Measured on {} with {} on {} cores of {cpu}, {}, by `{command}`.",
        jiff::Zoned::now().date(),
        String::from_utf8_lossy(&rustc).trim(),
        system.cpus().len(),
        std::env::consts::OS,
    )
}

pub fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut distinct, item| {
        if !distinct.contains(&item) {
            distinct.push(item);
        }
        distinct
    })
}
