//! The rows of the page. Every element costs its markup ten thousand times: what stands in a row is told apart by its
//! tag and a class of one letter, which `page.css` and the script know.
//!
//! | element | what |
//! |---|---|
//! | `a` | the code, a link to itself |
//! | `p` | the message |
//! | `p[lang]` | the message in another language |
//! | `p.h` | what to do: the help, the advice in `b`, `i` where the code is a success |
//! | `p.n`, `p.s` | the name, the symbol |
//! | `p.c` | any other column |
//! | `p.d` | the deprecation |
//! | `p.w`, `div` | a code with several meanings: that it is one, and each meaning |

use super::html::{Html, Tag};
use super::names::{self, Names};
use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::Cell;
use error_catalog::{Retry, Section};

/// The catalogs, a section each.
pub(super) fn catalogs(names: &Names<'_>) -> String {
    let mut html = Html::default();
    for (table, name) in names.iter() {
        in_language(html.open("section").with("id", name), table.lang);
        heading(&mut html, table);
        let loose: Vec<&Row> = table.rows.iter().filter(|row| row.section.is_none()).collect();
        list(&mut html, table, name, &loose);
        for section in table.sections {
            let rows: Vec<&Row> =
                table.rows.iter().filter(|row| row.section.is_some_and(|of| of == section)).collect();
            html.open("section").with("id", names::section(name, section.name())).holding();
            html.open("h3").holding();
            title(&mut html, table, section);
            html.close("h3");
            list(&mut html, table, name, &rows);
            html.close("section");
        }
        html.close("section");
    }
    html.into_string()
}

/// The title of a section, in the language of the catalog and then in those that it has messages in.
pub(super) fn title(html: &mut Html, table: &Table, section: &Section) {
    html.text(section.title());
    for language in &table.languages {
        let title = section.title_in(language);
        if title != section.title() {
            html.text(" ");
            in_language(html.open("i"), Some(&language.replace('_', "-"))).text(title).close("i");
        }
    }
}

fn heading(html: &mut Html, table: &Table) {
    html.open("h2").holding().text(table.name);
    if let Some(title) = table.title {
        html.text(" ").open("span").holding().text(title).close("span");
    }
    html.close("h2");
    let count = table.rows.len();
    html.open("p").with("lang", "en").holding();
    html.text(format_args!("{count} {}", if count == 1 { "code" } else { "codes" }));
    if let Some(source) = table.source {
        html.text(", from ");
        if ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme)) {
            html.open("a").with("href", source).with("rel", "noreferrer").holding().text(source).close("a");
        } else {
            in_language(html.open("span"), table.lang).text(source).close("span");
        }
    }
    if advises(table) {
        html.text(". Unless its row says otherwise: ").open("i").holding().text(Retry::Never).close("i");
    }
}

/// Whether the catalog says of each code what a client does next. What most rows say is said once, in the heading.
fn advises(table: &Table) -> bool {
    let meanings = || table.rows.iter().flat_map(|row| &row.meanings);
    meanings().flat_map(|meaning| &meaning.columns).any(|value| matches!(value, Cell::Retry(_)))
}

/// Ends a tag whose element is in this language, if it is known.
pub(super) fn in_language<'a>(tag: Tag<'a>, language: Option<&str>) -> &'a mut Html {
    match language.filter(|language| is_language(language)) {
        Some(language) => tag.with("lang", language).holding(),
        None => tag.holding(),
    }
}

/// Whether the text has the form of a language tag, so that a browser may be told.
fn is_language(text: &str) -> bool {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.split('-').all(is_part)
}

fn list(html: &mut Html, table: &Table, name: &str, rows: &[&Row]) {
    if rows.is_empty() {
        return;
    }
    html.open("ul").holding();
    for row in rows {
        self::row(html, table, name, row);
    }
    html.close("ul");
}

fn row(html: &mut Html, table: &Table, name: &str, row: &Row) {
    let link = names::code(name, row);
    html.open("li").with("id", &link).holding();
    html.open("a").with("href", format_args!("#{link}")).holding().text(&row.code).close("a");
    if let Some(deprecated) = row.deprecated {
        english(html, "d").text("deprecated");
        for (before, text) in [(" since ", deprecated.since), (": ", deprecated.note)] {
            if let Some(text) = text {
                html.text(before).text(text);
            }
        }
    }
    if let [meaning] = &row.meanings[..] {
        self::meaning(html, table, name, row, meaning);
        return;
    }
    english(html, "w")
        .text(format_args!("{} meanings: a reply with this code cannot tell which", row.meanings.len()));
    for meaning in &row.meanings {
        html.open("div").holding();
        self::meaning(html, table, name, row, meaning);
        html.close("div");
    }
}

fn meaning(html: &mut Html, table: &Table, catalog: &str, row: &Row, meaning: &Meaning) {
    html.open("p").holding().text(meaning.message);
    let languages = table.message_columns();
    for (column, language) in &languages {
        html.open("p").with("lang", language).holding().text(&meaning.columns[*column]);
    }
    let columns = || table.columns.iter().zip(&meaning.columns);
    let advice = columns().find_map(|(_, value)| match value {
        Cell::Retry(advice) if !row.success => Some(*advice).filter(|advice| *advice != Retry::Never),
        _ => None,
    });
    if row.success || meaning.help.is_some() || advice.is_some() {
        html.open("p").with("class", "h").holding();
        if let Some(help) = meaning.help {
            html.text(help);
        }
        if row.success {
            html.open("i").with("lang", "en").holding().text("success").close("i");
        }
        if let Some(advice) = advice {
            html.open("b").with("lang", "en").holding().text(advice).close("b");
        }
    }
    html.open("p").with("class", "n").holding().text(meaning.name);
    if let Some(symbol) = meaning.symbol {
        html.open("p").with("class", "s").holding().text(symbol);
        for other in table.rows_of_symbol(symbol).into_iter().filter(|other| other.code != row.code) {
            html.text(" ");
            html.open("a").with("href", format_args!("#{}", names::code(catalog, other))).holding();
            html.text(format_args!("also {}", other.code)).close("a");
        }
    }
    for (index, (column, value)) in columns().enumerate() {
        let is_shown =
            matches!(value, Cell::Nothing | Cell::Retry(_)) || languages.iter().any(|of| of.0 == index);
        if !is_shown {
            html.open("p").with("class", "c").holding().text(format_args!("{column}: {value}"));
        }
    }
}

/// A paragraph of this class in the language of the page.
fn english<'a>(html: &'a mut Html, class: &'static str) -> &'a mut Html {
    html.open("p").with("class", class).with("lang", "en").holding()
}
