//! Counts as a table, bars, JSON, CSV and SVG.

use super::tally::CountedCode;
use crate::commands::list::{ListColumn, grid, line_width, write_tab_separated};
use crate::commands::log::timestamp::Moment;
use crate::export::csv::to_io_error;
use crate::export::meaning_json::{translations, write_array};
use crate::output::escape::Escaped;
use crate::output::style;
use crate::output::texts::Texts;
use askama::Template;
use serde_json::{Value, json};
use std::io::{self, Write};

fn time(moment: Option<Moment>) -> String {
    moment.map(|moment| moment.to_string()).unwrap_or_default()
}

/// Returns the meaning of the code, or words for an unknown code.
fn meaning<'c>(code: &'c CountedCode<'_>, texts: &Texts) -> &'c str {
    if code.meaning.is_empty() { texts.unknown_code } else { &code.meaning }
}

/// Writes a table, or lines with tabs into a pipe.
pub(super) fn table(out: &mut dyn Write, codes: &[CountedCode<'_>], texts: &Texts) -> io::Result<()> {
    let column = |heading, is_identifier, cell: &dyn Fn(&CountedCode<'_>) -> String| ListColumn {
        heading,
        cells: codes.iter().map(|code| Escaped(&cell(code)).to_string()).collect(),
        is_identifier,
    };
    let mut columns = vec![
        column(texts.count, true, &|code| code.count.to_string()),
        column(texts.code, true, &|code| code.code.clone()),
        column(texts.meaning, false, &|code| meaning(code, texts).to_owned()),
    ];
    if codes.iter().any(|code| code.first.is_some()) {
        columns.push(column(texts.first, true, &|code| time(code.first)));
        columns.push(column(texts.last, true, &|code| time(code.last)));
    }
    if codes.is_empty() {
        return Ok(());
    }
    match line_width() {
        Some(width) => {
            grid(&columns, width).lines().try_for_each(|line| writeln!(out, "{}", line.trim_end()))
        }
        None => write_tab_separated(&columns, out),
    }
}

/// Returns the meaning of the code, or null for an unknown code.
fn meaning_json(code: &CountedCode<'_>) -> Value {
    if code.meaning.is_empty() { Value::Null } else { code.meaning.as_str().into() }
}

/// Returns the code as a number if it is one, as in the JSON of other commands.
fn code_json(code: &CountedCode<'_>) -> Value {
    match code.rows {
        [(_, row)] => Value::from(&row.code),
        _ => code.code.parse::<i64>().map_or_else(|_| code.code.as_str().into(), Value::from),
    }
}

pub(super) fn json(data: &mut dyn Write, codes: &[CountedCode<'_>]) -> io::Result<()> {
    let objects = codes.iter().map(|code| {
        let meanings = code.rows.iter().flat_map(|(table, row)| {
            row.meanings.iter().map(|meaning| {
                json!({
                    "catalog": table.name,
                    "name": meaning.name,
                    "symbol": meaning.symbol,
                    "message": meaning.message,
                    "translations": translations(table, row, meaning),
                    "lang": table.lang,
                })
            })
        });
        json!({
            "code": code_json(code),
            "count": code.count,
            "first": code.first.map(|moment| moment.to_string()),
            "last": code.last.map(|moment| moment.to_string()),
            "meaning": meaning_json(code),
            "meanings": meanings.collect::<Vec<_>>(),
        })
    });
    write_array(data, objects)
}

pub(super) fn csv(data: &mut dyn Write, codes: &[CountedCode<'_>], texts: &Texts) -> io::Result<()> {
    let records = codes.iter().map(|code| {
        let count = code.count.to_string();
        let meaning = meaning(code, texts).to_owned();
        vec![code.code.clone(), count, meaning, time(code.first), time(code.last)]
    });
    write_csv(data, &["code", "count", "meaning", "first", "last"], records)
}

fn write_csv(
    data: &mut dyn Write,
    headings: &[&str],
    records: impl Iterator<Item = Vec<String>>,
) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(data);
    writer.write_record(headings).map_err(to_io_error)?;
    for record in records {
        writer.write_record(record).map_err(to_io_error)?;
    }
    writer.flush()
}

fn hours<'c>(codes: &'c [CountedCode<'_>]) -> impl Iterator<Item = (&'c CountedCode<'c>, Moment, u64)> {
    codes.iter().flat_map(|code| code.by_hour.iter().map(move |(hour, count)| (code, *hour, *count)))
}

pub(super) fn hours_json(data: &mut dyn Write, codes: &[CountedCode<'_>]) -> io::Result<()> {
    let objects = hours(codes).map(|(code, hour, count)| {
        json!({
            "code": code_json(code),
            "hour": hour.to_string(),
            "count": count,
            "meaning": meaning_json(code),
        })
    });
    write_array(data, objects)
}

pub(super) fn hours_csv(data: &mut dyn Write, codes: &[CountedCode<'_>], texts: &Texts) -> io::Result<()> {
    let records = hours(codes).map(|(code, hour, count)| {
        vec![code.code.clone(), hour.to_string(), count.to_string(), meaning(code, texts).to_owned()]
    });
    write_csv(data, &["code", "hour", "count", "meaning"], records)
}

/// Writes a bar for each hour of each code, in proportion to the hour with the most.
pub(super) fn bars(out: &mut dyn Write, codes: &[CountedCode<'_>], texts: &Texts) -> io::Result<()> {
    const LONGEST: u64 = 40;
    let most = hours(codes).map(|(_, _, count)| count).max().unwrap_or(1);
    let (style, label) = (style::CODE, style::LABEL);
    for (index, code) in codes.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{style}{}{style:#} {}", Escaped(&code.code), meaning(code, texts))?;
        for (hour, count) in &code.by_hour {
            let length = (count * LONGEST).div_ceil(most);
            writeln!(out, "  {label}{hour}{label:#}  {} {count}", "█".repeat(length as usize))?;
        }
    }
    Ok(())
}

/// The chart: a row of bars for each code.
#[derive(Template)]
#[template(path = "count.svg.jinja")]
struct Plot {
    height: usize,
    width: usize,
    charts: Vec<Chart>,
    first: String,
    last: String,
}

struct Chart {
    title: String,
    /// The vertical position of the baseline of the bars.
    bottom: usize,
    bars: Vec<Bar>,
}

struct Bar {
    x: String,
    y: String,
    width: String,
    height: String,
    title: String,
}

/// Returns the counts per hour as an SVG document.
pub(super) fn plot(codes: &[CountedCode<'_>], texts: &Texts) -> String {
    const WIDTH: usize = 960;
    const ROW: usize = 96;
    const BAR: f64 = 56.0;
    let all = || hours(codes).map(|(_, hour, _)| hour);
    let (first, last) = (all().min(), all().max());
    let span = first.zip(last).map_or(1, |(first, last)| last.hours_since(first) + 1);
    let step = WIDTH as f64 / span as f64;
    let shown: Vec<&CountedCode<'_>> = codes.iter().filter(|code| !code.by_hour.is_empty()).collect();
    let charts = shown.iter().enumerate().map(|(index, code)| {
        let most = code.by_hour.values().copied().max().unwrap_or(1);
        let bottom = (index + 1) * ROW;
        let bars = code.by_hour.iter().map(|(hour, count)| {
            let height = (*count as f64 / most as f64 * BAR).max(1.0);
            let since = first.map_or(0, |first| hour.hours_since(first));
            Bar {
                x: format!("{:.1}", since as f64 * step),
                y: format!("{:.1}", bottom as f64 - height),
                width: format!("{:.1}", (step * 0.9).max(0.5)),
                height: format!("{height:.1}"),
                title: format!("{hour}: {count}"),
            }
        });
        let title = (texts.per_hour)(&format!("{} {}", code.code, meaning(code, texts)), most);
        Chart { title, bottom, bars: bars.collect() }
    });
    let charts: Vec<Chart> = charts.collect();
    let plot =
        Plot { width: WIDTH, height: charts.len() * ROW + 32, charts, first: time(first), last: time(last) };
    // Writing to a string cannot fail.
    plot.render().unwrap_or_default()
}
