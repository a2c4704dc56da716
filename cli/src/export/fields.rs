//! The fields of the flat formats: CSV, TSV, Markdown and SQL.

use crate::catalog::table::{Meaning, Row, Table};
use crate::catalog::value::CellValue;
use crate::import::document::{CODE_OF_TEXTS, integer};
use crate::output::texts::{Texts, texts_in};
use error_catalog::Section;
use heck::ToSnakeCase;

/// Returns every meaning with its row, in code order.
pub(super) fn meanings(table: &Table) -> impl Iterator<Item = (&Row, &Meaning)> {
    table.rows.iter().flat_map(|row| row.meanings.iter().map(move |meaning| (row, meaning)))
}

/// A field of the flat formats.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Field {
    Catalog,
    Code,
    /// The code as it is printed.
    Printed,
    Name,
    Symbol,
    Message,
    Help,
    Success,
    Section,
    SectionName,
    /// The title of the section in this language.
    SectionIn(&'static str),
    /// The message in another language, by its column.
    MessageIn(usize),
    Deprecated,
    Title,
    Source,
    Lang,
    /// The statement that declares how codes are printed.
    Display,
    /// A column of the catalog, by its index.
    Column(usize),
}

impl Field {
    /// Returns the value of the field.
    pub(super) fn value(self, table: &Table, row: &Row, meaning: &Meaning) -> CellValue {
        let text = |text: Option<&'static str>| text.map_or(CellValue::Nothing, CellValue::Text);
        match self {
            Self::Catalog => CellValue::Text(table.name),
            Self::Code => row.code.clone(),
            Self::Printed => text(row.printed),
            Self::Name => CellValue::Text(meaning.name),
            Self::Symbol => text(meaning.symbol),
            Self::Message => CellValue::Text(meaning.message),
            Self::Help => text(meaning.help),
            Self::Success => CellValue::Bool(row.success),
            Self::Section => text(row.section.map(Section::title)),
            Self::SectionName => text(row.section.map(Section::name)),
            Self::SectionIn(lang) => {
                let title = |section: &Section| section.titles().iter().find(|title| title.0 == lang);
                text(row.section.and_then(title).map(|title| title.1))
            }
            Self::MessageIn(column) => match &meaning.columns[column] {
                CellValue::Text("") => CellValue::Nothing,
                message => message.clone(),
            },
            Self::Deprecated => row.deprecation(texts_in(None)).map_or(CellValue::Nothing, CellValue::Other),
            Self::Title => text(table.title),
            Self::Source => text(table.source),
            Self::Lang => text(table.lang),
            Self::Display => text(table.display.as_ref().map(|(display, _)| *display)),
            Self::Column(index) => meaning.columns[index].clone(),
        }
    }

    /// Returns the heading for readers, or `None` for the fields that only programs read.
    pub(super) fn label(self, table: &Table, texts: &Texts) -> Option<String> {
        Some(match self {
            Self::Catalog => texts.catalog.to_owned(),
            Self::Code => texts.code.to_owned(),
            Self::Printed => texts.printed_code.to_owned(),
            Self::Name => texts.name.to_owned(),
            Self::Symbol => texts.symbol.to_owned(),
            Self::Message => texts.message.to_owned(),
            Self::Help => texts.help.to_owned(),
            Self::Success => texts.success.to_owned(),
            Self::Section => texts.section.to_owned(),
            Self::SectionName => texts.section_name.to_owned(),
            Self::SectionIn(lang) => texts.section.to_owned() + &(texts.note)(lang),
            Self::MessageIn(column) => {
                let tag = table.translations.iter().find(|(_, other)| *other == column)?.0;
                texts.message.to_owned() + &(texts.note)(tag)
            }
            Self::Deprecated => texts.deprecated.to_owned(),
            Self::Column(column) => table.column_label(column, texts).to_owned(),
            Self::Title | Self::Source | Self::Lang | Self::Display => return None,
        })
    }

    /// Returns the value for readers of a language.
    pub(super) fn value_in(self, table: &Table, row: &Row, meaning: &Meaning, lang: &str) -> String {
        let texts = texts_in(Some(lang));
        match self {
            Self::Success => if row.success { texts.yes } else { texts.no }.to_owned(),
            Self::Deprecated => row.deprecation(texts).unwrap_or_default(),
            _ => self.value(table, row, meaning).in_lang(Some(lang)),
        }
    }

    /// Returns whether the field is the same for all rows. Markdown omits these fields.
    pub(super) fn is_constant(self) -> bool {
        matches!(self, Self::Title | Self::Source | Self::Lang | Self::Display)
    }
}

/// Returns the fields of the flat formats with their headings. A heading that is taken gets the prefix `column_`; case is
/// ignored, as in SQL.
pub(super) fn fields(table: &Table) -> Vec<(Field, String)> {
    let mut languages: Vec<&'static str> =
        table.sections.iter().flat_map(Section::titles).map(|(lang, _)| *lang).collect();
    languages.sort_unstable();
    languages.dedup();
    let titles =
        languages.iter().map(|lang| (Field::SectionIn(lang), format!("section_{}", lang.to_snake_case())));
    let messages = table.translations.iter();
    let messages = messages
        .map(|(lang, column)| (Field::MessageIn(*column), format!("message_{}", lang.to_snake_case())));
    let columns = table.columns.iter().enumerate().filter(|(index, _)| !table.is_translation(*index));
    let columns = columns.map(|(index, name)| (Field::Column(index), *name));
    let named = |(field, heading): (Field, &str)| (field, heading.to_owned());
    let wanted = [
        (Field::Catalog, "catalog"),
        (Field::Code, "code"),
        (Field::Printed, "printed"),
        (Field::Name, "name"),
        (Field::Symbol, "symbol"),
        (Field::Message, "message"),
        (Field::Help, "help"),
        (Field::Success, "success"),
        (Field::Section, "section"),
        (Field::SectionName, "section_name"),
    ]
    .map(named)
    .into_iter()
    .chain(titles)
    .chain(messages)
    .chain(
        [
            (Field::Deprecated, "deprecated"),
            (Field::Title, "title"),
            (Field::Source, "source"),
            (Field::Lang, "lang"),
            (Field::Display, "display"),
        ]
        .map(named),
    )
    .chain(columns.map(named))
    .filter(|(field, _)| !matches!(field, Field::Printed | Field::Display) || table.display.is_some());

    let mut fields: Vec<(Field, String)> = Vec::new();
    for (field, mut heading) in wanted {
        while fields.iter().any(|(_, other)| other.eq_ignore_ascii_case(&heading)) {
            heading.insert_str(0, "column_");
        }
        fields.push((field, heading));
    }
    fields
}

/// Returns the fields of the formats whose values have no types. If the codes are texts that all look like integers, their
/// heading states it, so that the catalog can be read back.
pub(super) fn untyped_fields(table: &Table) -> Vec<(Field, String)> {
    let looks_like_integer = |row: &Row| match row.code {
        CellValue::Text(code) => integer(code).is_some(),
        _ => false,
    };
    let mut fields = fields(table);
    if table.rows.iter().all(looks_like_integer)
        && let Some((_, heading)) = fields.iter_mut().find(|(field, _)| *field == Field::Code)
    {
        CODE_OF_TEXTS.clone_into(heading);
    }
    fields
}
