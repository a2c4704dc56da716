//! A declaration in the form that is compared with a page: codes by value, names without `r#`, columns as text.

use super::declared_column::DeclaredColumn;
use super::find_declaration::SyncError;
use crate::import::declaration::literal;
use crate::import::document::integer;
use crate::sync::difference::{CatalogView, MeaningView, RowView};
use error_catalog_core::syntax::ast::{self, Catalog, Field, Meaning, Name};
use error_catalog_core::syntax::identifier::{name_from_integer, unraw};
use error_catalog_core::syntax::{Code, Raw, sections};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// The catalog that a file declares.
pub(super) struct Declared<'a> {
    pub(super) ast: &'a Catalog,
    pub(super) raw: Raw,
    pub(super) columns: Vec<DeclaredColumn<'a>>,
    /// The code of each row, in the order of the source. `None` for a code of another type.
    pub(super) codes: Vec<Option<Code>>,
    /// The rows by code, for each section. `None` has the rows outside all sections.
    pub(super) tables: HashMap<Option<usize>, BTreeMap<Code, usize>>,
    pub(super) reserved: Vec<(Code, Code)>,
    /// The first and the last code of each range of each section; none for a section that may have any code.
    ranges: Vec<Vec<(Code, Code)>>,
}

impl<'a> Declared<'a> {
    pub(super) fn of(ast: &'a Catalog) -> Result<Self, SyncError> {
        let line = ast.name.span().start().line;
        let raw = Raw::of(&ast.raw).ok_or(SyncError::Type { line })?;
        let codes: Vec<Option<Code>> = ast.rows.iter().map(|row| row.code.value()).collect();
        let mut tables: HashMap<Option<usize>, BTreeMap<Code, usize>> = HashMap::new();
        for (index, (row, code)) in ast.rows.iter().zip(&codes).enumerate() {
            if let Some(code) = code {
                tables.entry(row.section).or_default().entry(code.clone()).or_insert(index);
            }
        }
        let statements = ast.statements();
        let reserved = statements
            .reserved
            .iter()
            .flat_map(|statement| &statement.value.ranges)
            .filter_map(ast::Range::values);
        Ok(Self {
            raw,
            columns: statements.columns.iter().copied().map(DeclaredColumn::of).collect(),
            codes,
            tables,
            reserved: reserved.collect(),
            ranges: (0..ast.sections.len()).map(|index| sections::ranges(&ast.sections, index)).collect(),
            ast,
        })
    }

    /// Returns the catalog in the form that is compared with a page.
    pub(super) fn view(&self) -> CatalogView<'a> {
        let sections = &self.ast.sections;
        let rows = self.ast.rows.iter().zip(&self.codes).map(|(row, code)| RowView {
            code: match code {
                Some(Code::Int(code)) => code.to_string(),
                Some(Code::Str(code)) => code.clone(),
                None => String::new(),
            },
            section: row.section.map(|section| sections[section].title.value.as_str()),
            meanings: (0..row.meanings.len())
                .map(|index| self.meaning_view(row, index, code.as_ref()))
                .collect(),
        });
        CatalogView {
            columns: self.columns.iter().map(|column| column.name.clone().into()).collect(),
            sections: sections.iter().map(|section| section.title.value.as_str()).collect(),
            rows: rows.collect(),
        }
    }

    /// Returns a meaning with the message that the catalog prints: the name, if the meaning has no message.
    fn meaning_view(&self, row: &'a ast::Row, index: usize, code: Option<&Code>) -> MeaningView<'a> {
        let meaning = &row.meanings[index];
        MeaningView {
            name: name(meaning, code),
            symbol: symbol(meaning),
            message: match row.message(index) {
                Some(Cow::Borrowed(message)) => message.value.as_str().into(),
                Some(Cow::Owned(message)) => message.value.into(),
                None => name(meaning, code),
            },
            help: field(meaning, "help").and_then(|field| field.value.text.as_deref()),
            columns: self.columns.iter().map(|column| column.text_of(meaning)).collect(),
        }
    }

    /// Converts a code of a page to the type of the catalog's codes.
    pub(super) fn code(&self, code: &str) -> Option<Code> {
        match self.raw {
            Raw::Int(int) => integer(code).filter(|code| int.holds(*code)).map(Code::Int),
            Raw::Str => Some(Code::Str(code.to_owned())),
        }
    }

    /// Returns the row that has the code, in any section.
    pub(super) fn row_of(&self, code: &Code) -> Option<usize> {
        self.tables.values().find_map(|table| table.get(code)).copied()
    }

    pub(super) fn is_reserved(&self, code: &Code) -> bool {
        contain(&self.reserved, code)
    }

    /// Returns the section with this title.
    pub(super) fn section(&self, title: &str) -> Option<usize> {
        self.ast.sections.iter().position(|section| section.title.value == title)
    }

    pub(super) fn is_in_range(&self, section: usize, code: &Code) -> bool {
        self.ranges[section].is_empty() || contain(&self.ranges[section], code)
    }

    /// Returns the section in whose ranges the code is.
    pub(super) fn section_of_range(&self, code: &Code) -> Option<usize> {
        self.ranges.iter().position(|ranges| contain(ranges, code))
    }

    /// Returns the section of the row whose code is nearest, among those that can have the code. `Some(None)` is outside
    /// all sections.
    pub(super) fn section_of_neighbor(&self, code: &Code) -> Option<Option<usize>> {
        let tables = self.tables.iter();
        let tables = tables.filter(|(table, _)| table.is_none_or(|section| self.is_in_range(section, code)));
        let neighbors = tables.flat_map(|(table, rows)| {
            let before = rows.range(..code.clone()).next_back();
            let after = rows.range(code.clone()..).next();
            before.into_iter().chain(after).map(|(neighbor, _)| (distance(code, neighbor), neighbor, *table))
        });
        neighbors.min().map(|(_, _, table)| table)
    }

    /// Checks whether the rows of a section leave out a part of their codes.
    pub(super) fn is_composed(&self, section: Option<usize>) -> bool {
        section.is_some_and(|section| self.ast.sections[section].is_composed())
    }

    /// Returns the code as a row of the section writes it, without the prefix or base. `None` if there is neither.
    pub(super) fn without_prefix(&self, section: Option<usize>, code: &str) -> Option<String> {
        let section = section.map(|section| &self.ast.sections[section]).filter(|it| it.is_composed());
        if let Some(prefix) = section.and_then(|section| section.prefix.as_ref()) {
            return code.strip_prefix(&*prefix.value).map(literal);
        }
        let of_catalog = || self.ast.statements().base.first().map(|statement| &statement.value);
        let base = section.map_or_else(of_catalog, |section| section.base.as_ref())?;
        match (base.value()?, integer(code)?) {
            (Code::Int(start), code) => Some(base.in_notation(code.checked_sub(start)?)),
            (Code::Str(_), _) => None,
        }
    }

    /// Returns every name that the enum already has.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        let rows = self.ast.rows.iter().zip(&self.codes);
        let meanings = rows.flat_map(|(row, code)| row.meanings.iter().map(move |meaning| (meaning, code)));
        let names = meanings.flat_map(|(meaning, code)| {
            let former = meaning.former.iter().map(unraw);
            former.chain([name(meaning, code.as_ref()).into_owned()])
        });
        names.chain(self.columns.iter().map(|column| column.name.clone()))
    }

    pub(crate) fn is_text(&self) -> bool {
        self.raw == Raw::Str
    }
}

/// Returns the distance between two codes: the difference of numbers, and for texts the length that they do not have in common.
fn distance(code: &Code, other: &Code) -> u128 {
    match (code, other) {
        (Code::Int(code), Code::Int(other)) => code.abs_diff(*other),
        (Code::Str(code), Code::Str(other)) => {
            let common = code.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            (code.len() - common) as u128
        }
        _ => u128::MAX,
    }
}

fn contain(ranges: &[(Code, Code)], code: &Code) -> bool {
    ranges.iter().any(|(first, last)| (first..=last).contains(&code))
}

/// Returns the name of the variant or constant, without `r#`.
pub(super) fn name<'a>(meaning: &Meaning, code: Option<&Code>) -> Cow<'a, str> {
    match (&meaning.name, code) {
        (Name::Given(name), _) => unraw(name).into(),
        (Name::Unnamed(_), Some(Code::Int(code))) => name_from_integer(*code).into(),
        (Name::Unnamed(_), _) => "_".into(),
    }
}

/// Returns the vendor's identifier, as a token or as a field.
pub(super) fn symbol(meaning: &Meaning) -> Option<&str> {
    let token = meaning.symbol.as_ref().map(|symbol| symbol.text.as_str());
    token.or_else(|| field(meaning, "symbol").and_then(|field| field.value.text.as_deref()))
}

pub(super) fn field<'a>(meaning: &'a Meaning, key: &str) -> Option<&'a Field> {
    meaning.fields.iter().find(|field| field.key == key)
}
