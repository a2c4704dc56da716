//! The page that `site` writes: one file with every row of every catalog in it, its style and its script. Without the
//! script it is a list to read and to link to; with it, one to search.

mod html;
mod names;
mod rows;
#[cfg(test)]
mod tests;

use crate::catalog::table::{Row, Table};
use crate::query::recognizer;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html::Html;
use names::Names;
use sha2::{Digest, Sha256};

const SHELL: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
/// One block, so that no name of it is the page's. Each file knows those before it.
const SCRIPT: &str = concat!(
    "'use strict';\n{\n",
    include_str!("script/elements.js"),
    include_str!("script/rows.js"),
    include_str!("script/search.js"),
    include_str!("script/recognize.js"),
    include_str!("script/show.js"),
    include_str!("script/links.js"),
    include_str!("script/copy.js"),
    include_str!("script/language.js"),
    include_str!("script/events.js"),
    "}\n"
);

/// The page of these catalogs. The same catalogs make the same bytes.
pub(crate) fn page(catalogs: &[&Table], title: &str) -> String {
    let names = Names::of(catalogs);
    let mut page = String::new();
    for (index, part) in SHELL.split("{{").enumerate() {
        let (place, markup) = part.split_once("}}").filter(|_| index > 0).unwrap_or(("", part));
        page += &match place {
            "policy" => policy(),
            "style" => style(),
            "script" => script(),
            "title" => text(title),
            "keys" => text(&recognizer::KEYS.join(" ")),
            "loose" => text(&recognizer::LOOSE_KEYS.join(" ")),
            "languages" => languages(catalogs),
            "contents" => contents(&names),
            "catalogs" => rows::catalogs(&names),
            _ => String::new(),
        };
        page += markup;
    }
    page
}

/// Nothing from anywhere: this style, this script, and the icon, which is in the page.
fn policy() -> String {
    let hash = |source: String| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(source)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(style()),
        hash(script())
    )
}

/// The source without indentation and without the lines that are comments: a tenth of it.
fn trimmed(source: &str) -> String {
    let lines = source.lines().map(str::trim_start);
    let code = lines.filter(|line| !(line.is_empty() || line.starts_with("//") || line.starts_with("/*")));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// The style without the spaces that only people read.
fn style() -> String {
    let lines = trimmed(STYLE).replace('\n', "");
    [": ", "; ", ", ", "{ ", " {", " }"].iter().fold(lines, |css, spaced| css.replace(spaced, spaced.trim()))
}

/// The script, likewise. None of its texts has what is taken out.
fn script() -> String {
    let spaced = [" => ", " === ", " && ", " || ", " = ", " ?? "].map(|operator| (operator, operator.trim()));
    let ends = [(";\n", ";"), ("{\n", "{"), (",\n", ",")];
    spaced.iter().chain(&ends).fold(trimmed(SCRIPT), |js, (long, short)| js.replace(long, short))
}

fn text(text: &str) -> String {
    let mut html = Html::default();
    html.text(text);
    html.into_string()
}

/// The languages that some catalog has its messages in, to choose from. There is no choice where there is but one.
fn languages(catalogs: &[&Table]) -> String {
    let mut languages: Vec<String> = Vec::new();
    for language in catalogs.iter().flat_map(|table| &table.languages) {
        let tag = language.replace('_', "-");
        if !languages.iter().any(|other| other.eq_ignore_ascii_case(&tag)) {
            languages.push(tag);
        }
    }
    let mut html = Html::default();
    if languages.len() > 1 {
        html.open("option").with("value", "").holding().text("all");
        for language in &languages {
            html.open("option").with("value", language).holding().text(language);
        }
    }
    html.into_string()
}

/// Links to the catalogs and their sections, each with how many codes there are.
fn contents(names: &Names<'_>) -> String {
    let mut html = Html::default();
    html.open("ul").holding();
    let all = names.iter().map(|(table, _)| table.rows.len()).sum();
    link(&mut html, "-catalogs", all, |html| {
        html.text("All catalogs");
    });
    for (table, name) in names.iter() {
        link(&mut html, name, table.rows.len(), |html| {
            html.text(table.name);
        });
        if table.sections.is_empty() {
            continue;
        }
        rows::in_language(html.open("ul"), table.lang);
        for section in table.sections {
            let is_in = |row: &&Row| row.section.is_some_and(|of| of == section);
            let count = table.rows.iter().filter(is_in).count();
            link(&mut html, &names::section(name, section.name()), count, |html| {
                rows::title(html, table, section);
            });
        }
        html.close("ul");
    }
    html.close("ul");
    html.into_string()
}

fn link(html: &mut Html, to: &str, count: usize, what: impl Fn(&mut Html)) {
    html.open("li").holding().open("a").with("href", format_args!("#{to}")).holding();
    what(html);
    html.text(" ").open("small").holding().text(count).close("small").close("a");
}
