//! The page that `site` writes: one HTML file with every row of every catalog, its style and its script. Without the
//! script it is a list with links; with it, it can be searched. Its template is `cli/templates/page.html.jinja`.

pub(crate) mod escaper;
mod links;
#[cfg(test)]
mod tests;
mod texts;

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::query::{KEYS, LOOSE_KEYS, STRING_KEYS};
use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use error_catalog::Retry;
use links::Links;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use texts::{PageTexts, fill, texts_in};

const STYLE: &str = include_str!("../../templates/page.css");
/// Each file uses only names of the files before it.
const SCRIPT: &str = concat!(
    include_str!("../../templates/script/elements.js"),
    include_str!("../../templates/script/labels.js"),
    include_str!("../../templates/script/rows.js"),
    include_str!("../../templates/script/search.js"),
    include_str!("../../templates/script/recognize.js"),
    include_str!("../../templates/script/show.js"),
    include_str!("../../templates/script/links.js"),
    include_str!("../../templates/script/copy.js"),
    include_str!("../../templates/script/language.js"),
    include_str!("../../templates/script/events.js"),
);

/// The page. Each element of a row occurs ten thousand times, so it is identified by its tag and a class of one letter,
/// which the style and the script use too:
///
/// | element | content |
/// |---|---|
/// | `a` | the code, a link to itself |
/// | `p` | the message |
/// | `p[lang]` | the message in another language |
/// | `p.h` | the help, the advice in `b`, and `i` if the code is a success |
/// | `p.n`, `p.s` | the name, the symbol |
/// | `p.c` | any other column; the values of the error |
/// | `p.d` | the deprecation |
/// | `p.w`, `div` | the note that a code has several meanings, and each meaning |
///
/// The script replaces the page's own words by those of the reader's language: `data-t` is the name of a text in
/// [`PageTexts`], `data-n` its value, `data-label` the name of the text of `aria-label`, and `data-advice` the word for
/// the advice.
#[derive(Template)]
#[template(path = "page.html.jinja", escape = "html")]
struct PageTemplate<'a> {
    texts: &'static PageTexts,
    /// `None` for the page's own title.
    title: Option<&'a str>,
    /// The sentences of each advice by the language of the page's words, as JSON.
    sentences: String,
    /// The language in which messages are shown first.
    lang: Option<&'static str>,
    policy: String,
    style: &'a str,
    script: String,
    keys: String,
    loose_keys: String,
    string_keys: String,
    languages: Vec<&'static str>,
    catalogs: Vec<CatalogPart<'a>>,
}

/// A catalog on the page.
struct CatalogPart<'a> {
    table: &'a Table,
    link: &'a str,
    /// The rows without a section, then those of each section.
    groups: Vec<RowGroup<'a>>,
}

struct RowGroup<'a> {
    section: Option<SectionPart<'a>>,
    rows: Vec<&'a Row>,
}

/// The heading of a section.
struct SectionPart<'a> {
    link: String,
    title: &'a str,
    /// Language tag and title, if it differs.
    translations: Vec<(&'a str, &'a str)>,
}

/// Returns the page of these catalogs, with its own words in this language, and its own title if none is given. The output
/// is deterministic.
pub(crate) fn render_page(
    catalogs: &[&Table],
    title: Option<&str>,
    lang: Option<&str>,
) -> askama::Result<String> {
    let links = Links::of(catalogs);
    // One block, so that its names are not global.
    let script = format!("'use strict';\n{{\nconst LABELS = {};\n{SCRIPT}}}\n", texts::to_json());
    let page = PageTemplate {
        texts: texts_in(lang),
        title,
        sentences: advice_sentences(catalogs),
        lang: catalogs.iter().find_map(|table| table.language_for(lang?)),
        policy: content_security_policy(&script),
        style: STYLE,
        script,
        keys: KEYS.join(","),
        loose_keys: LOOSE_KEYS.join(","),
        string_keys: STRING_KEYS.join(","),
        languages: message_languages(catalogs),
        catalogs: links.iter().map(|(table, link)| CatalogPart::of(table, link)).collect(),
    };
    Ok(page.render()? + "\n")
}

/// Returns a policy that allows nothing but the page's own style, script and icon.
fn content_security_policy(script: &str) -> String {
    let hash = |source: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(source)));
    format!(
        "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(STYLE),
        hash(script)
    )
}

/// Returns the sentences of each advice in the catalogs by the language of the page's words, as JSON.
fn advice_sentences(catalogs: &[&Table]) -> String {
    let meanings = catalogs.iter().flat_map(|table| &table.rows).flat_map(|row| &row.meanings);
    let advice = meanings.flat_map(|meaning| &meaning.columns).filter_map(|value| match value {
        CellValue::Retry(advice) => Some(*advice),
        _ => None,
    });
    let sentences = |advice: Retry| ["en", "zh"].map(|lang| (lang, advice.in_lang(lang).to_string()));
    let advice: BTreeMap<String, BTreeMap<&str, String>> =
        advice.map(|advice| (key_of(advice), sentences(advice).into())).collect();
    // Texts with text keys are always JSON.
    serde_json::to_string(&advice).unwrap_or_default()
}

/// Returns the advice as a word, such as `up_to 3`.
fn key_of(advice: Retry) -> String {
    CellValue::Retry(advice).to_field()
}

/// Returns the tags of the languages in which a catalog has messages.
fn message_languages(catalogs: &[&Table]) -> Vec<&'static str> {
    let mut languages = Vec::new();
    for language in catalogs.iter().flat_map(|table| &table.languages) {
        if !languages.contains(language) {
            languages.push(*language);
        }
    }
    languages
}

impl PageTemplate<'_> {
    fn title(&self) -> &str {
        self.title.unwrap_or(self.texts.title)
    }

    fn code_count(&self) -> usize {
        self.catalogs.iter().map(|catalog| catalog.table.rows.len()).sum()
    }
}

impl<'a> CatalogPart<'a> {
    fn of(table: &'a Table, link: &'a str) -> Self {
        let rows = |is_in: &dyn Fn(&Row) -> bool| table.rows.iter().filter(|row| is_in(row)).collect();
        let mut groups = vec![RowGroup { section: None, rows: rows(&|row| row.section.is_none()) }];
        for section in table.sections {
            let translations = table
                .languages
                .iter()
                .map(|language| (*language, section.title_in(language)))
                .filter(|(_, title)| *title != section.title());
            let heading = SectionPart {
                link: links::section(link, section.name()),
                title: section.title(),
                translations: translations.collect(),
            };
            let rows = rows(&|row| row.section.is_some_and(|of| of == section));
            groups.push(RowGroup { section: Some(heading), rows });
        }
        Self { table, link, groups }
    }

    fn lang_attribute(&self) -> String {
        lang_attribute(self.table.lang.unwrap_or_default())
    }

    fn link_to(&self, row: &Row) -> String {
        links::code(self.link, row)
    }

    fn has_link_as_source(&self) -> bool {
        let source = self.table.source.unwrap_or_default();
        ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme))
    }

    /// Checks whether the catalog advises on retries. The heading then gives the default, which most rows have.
    fn has_advice(&self) -> bool {
        let meanings = self.table.rows.iter().flat_map(|row| &row.meanings);
        meanings.flat_map(|meaning| &meaning.columns).any(|value| matches!(value, CellValue::Retry(_)))
    }

    /// Returns the columns that the page shows by name: all but advice, messages and empty values.
    fn other_columns<'m>(&self, meaning: &'m Meaning) -> Vec<(&'static str, &'m CellValue)> {
        let columns = self.table.columns.iter().copied().zip(&meaning.columns).enumerate();
        columns
            .filter(|(index, (_, value))| {
                !matches!(value, CellValue::Nothing | CellValue::Retry(_))
                    && !self.table.is_translation(*index)
            })
            .map(|(_, column)| column)
            .collect()
    }
}

/// Returns the advice of an error, unless it is the default.
fn advice(row: &Row, meaning: &Meaning) -> Option<Retry> {
    meaning.columns.iter().find_map(|value| match value {
        CellValue::Retry(advice) if !row.success => Some(*advice).filter(|advice| *advice != Retry::Never),
        _ => None,
    })
}

/// Returns the attribute `lang`, or nothing if the text does not have the form of a language tag.
fn lang_attribute(language: &str) -> String {
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let starts_with_letter = language.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_tag = starts_with_letter && language.split('-').all(is_part);
    if is_tag { format!(" lang={language}") } else { String::new() }
}
