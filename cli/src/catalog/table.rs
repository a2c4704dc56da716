//! A catalog without the type of its enum, so that one tool can hold several. All rows are read once through the trait.

use crate::catalog::value::CellValue;
use error_catalog::__private::{Envelope, Step};
use error_catalog::{Catalog, Columns, Deprecated, Raw, Section, Value};
use error_catalog_core::syntax::Code;

/// A catalog for [`main`](crate::main), created by [`table`].
#[derive(Debug)]
pub struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
    /// The language of the messages and help texts.
    pub(crate) lang: Option<&'static str>,
    /// The languages of the messages: the catalog's own, and those of columns.
    pub(crate) languages: Vec<&'static str>,
    /// The type of the codes, as a declaration writes it.
    pub(crate) raw: &'static str,
    /// The names of the columns that the catalog declares.
    pub(crate) columns: &'static [&'static str],
    pub(crate) sections: &'static [Section],
    pub(crate) rows: Vec<Row>,
    /// First and last code of each retired range.
    pub(crate) retired: Vec<(Code, Code)>,
    /// The keys of the vendor's replies, unless they are `errcode` and `errmsg`.
    pub(crate) envelope: Option<EnvelopeKeys>,
    language_for: fn(&str) -> Option<&'static str>,
    index_of_code: fn(&str) -> Option<usize>,
    index_of_name: fn(&str) -> Option<usize>,
    indexes_of_symbol: fn(&str) -> Vec<usize>,
}

/// The keys of a vendor's replies.
#[derive(Debug)]
pub(crate) struct EnvelopeKeys {
    /// The key of the code.
    pub(crate) code: &'static str,
    /// The keys of the text and of the request's identifier.
    pub(crate) siblings: Vec<&'static str>,
}

/// A code with its meanings.
#[derive(Debug)]
pub(crate) struct Row {
    /// An integer or a text.
    pub(crate) code: CellValue,
    pub(crate) success: bool,
    pub(crate) deprecated: Option<&'static Deprecated>,
    pub(crate) section: Option<&'static Section>,
    pub(crate) meanings: Vec<Meaning>,
    /// Former names of the row.
    pub(crate) former: Vec<&'static str>,
}

/// One meaning of a code.
#[derive(Debug)]
pub(crate) struct Meaning {
    pub(crate) name: &'static str,
    pub(crate) symbol: Option<&'static str>,
    pub(crate) message: &'static str,
    pub(crate) help: Option<&'static str>,
    /// In the order of [`Table::columns`].
    pub(crate) columns: Vec<CellValue>,
}

/// Returns a catalog as data for the tool.
///
/// # Examples
///
/// ```
/// use error_catalog::vendor::WeCom;
///
/// let wecom = errcat::table::<WeCom>();
/// assert_eq!(wecom.name(), "WeCom");
/// ```
#[must_use]
pub fn table<C: Catalog>() -> Table {
    let mut rows: Vec<Row> = C::ALL.iter().map(|row| self::row(*row)).collect();
    for (name, _) in C::FORMER {
        if let Some(row) = C::from_name(name).and_then(index_of) {
            rows[row].former.push(name);
        }
    }
    let code = |raw: &C::Raw| CellValue::from(Value::of(raw)).to_code();
    Table {
        name: C::NAME,
        title: C::TITLE,
        source: C::SOURCE,
        lang: C::LANG,
        languages: C::languages().collect(),
        raw: C::Raw::NAME,
        columns: C::Columns::NAMES,
        sections: C::SECTIONS,
        rows,
        retired: C::RETIRED.iter().filter_map(|(first, last)| Some((code(first)?, code(last)?))).collect(),
        envelope: EnvelopeKeys::of::<C>(),
        language_for: C::language_for,
        index_of_code: |text| C::from_code(C::Raw::parse(text)?).and_then(index_of),
        index_of_name: |text| C::from_name(text).and_then(index_of),
        indexes_of_symbol: |text| C::with_symbol(text).iter().filter_map(|row| index_of(*row)).collect(),
    }
}

impl EnvelopeKeys {
    fn of<C: Catalog>() -> Option<Self> {
        let Envelope { code, text, request, .. } = C::ENVELOPE;
        let code = code.first().and_then(|path| last_key(path)).filter(|code| *code != "errcode")?;
        let siblings = text.iter().chain(request).filter_map(|path| last_key(path)).collect();
        Some(Self { code, siblings })
    }
}

/// The key that holds the value at a path, as it stands before the value in a reply.
fn last_key(path: &[Step]) -> Option<&'static str> {
    path.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(*key) } else { None })
}

fn index_of<C: Catalog>(row: C) -> Option<usize> {
    // The order of rows is that of `ALL`.
    C::ALL.binary_search(&row).ok()
}

fn row<C: Catalog>(row: C) -> Row {
    let code = row.code();
    let meanings = row.meanings().map(|meaning| {
        let columns = meaning.columns();
        Meaning {
            name: meaning.name(),
            symbol: meaning.symbol(),
            message: meaning.message(),
            help: meaning.help(),
            columns: (0..C::Columns::NAMES.len())
                .map(|index| columns.value(index).map_or(CellValue::Nothing, CellValue::from))
                .collect(),
        }
    });
    Row {
        code: Value::of(&code).into(),
        success: row.is_success(),
        deprecated: row.deprecated(),
        section: row.section(),
        meanings: meanings.collect(),
        former: Vec::new(),
    }
}

impl Row {
    /// Returns the title of the section, in this language if it has one.
    pub(crate) fn section_in(&self, lang: Option<&str>) -> Option<&'static str> {
        let section = self.section?;
        Some(lang.map_or(section.title(), |lang| section.title_in(lang)))
    }

    /// Returns the text of `#[deprecated]` on one line, or `None` if the row is not deprecated.
    pub(crate) fn deprecation(&self) -> Option<String> {
        let deprecated = self.deprecated?;
        let since = deprecated.since.map(|since| format!("since {since}"));
        let parts: Vec<String> = since.into_iter().chain(deprecated.note.map(str::to_owned)).collect();
        Some(if parts.is_empty() { "yes".to_owned() } else { parts.join(": ") })
    }
}

impl Table {
    /// Returns the name of the catalog, as `--catalog` accepts it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the row with this code, written as in a log.
    pub(crate) fn row_of_code(&self, text: &str) -> Option<&Row> {
        (self.index_of_code)(text).and_then(|index| self.rows.get(index))
    }

    /// Returns the row with a meaning of this name.
    pub(crate) fn row_of_name(&self, text: &str) -> Option<&Row> {
        (self.index_of_name)(text).and_then(|index| self.rows.get(index))
    }

    /// Returns the rows with this symbol, in code order.
    pub(crate) fn rows_of_symbol(&self, text: &str) -> Vec<&Row> {
        (self.indexes_of_symbol)(text).into_iter().filter_map(|index| self.rows.get(index)).collect()
    }

    /// Returns index and language tag of the columns that hold the message in another language.
    pub(crate) fn message_columns(&self) -> Vec<(usize, String)> {
        let columns = self.languages.iter().skip(usize::from(self.lang.is_some()));
        let index = |language: &&str| self.columns.iter().position(|column| column == language);
        columns.filter_map(|language| Some((index(language)?, language.replace('_', "-")))).collect()
    }

    /// Returns whether the catalog has messages in the language, or in one that the tag falls back to.
    pub(crate) fn has_language(&self, lang: &str) -> bool {
        (self.language_for)(lang).is_some()
    }

    /// Returns the message in the language, or the vendor's if there is no translation.
    pub(crate) fn message_in(&self, meaning: &Meaning, lang: Option<&str>) -> String {
        let column = lang.and_then(|lang| self.column_in(lang));
        let translated = column.map(|column| meaning.columns[column].to_string());
        translated.filter(|text| !text.is_empty()).unwrap_or_else(|| meaning.message.to_owned())
    }

    /// Returns the index of the column with the message in the language, or `None` if no column has it. The catalog's own
    /// language has no column.
    pub(crate) fn column_in(&self, lang: &str) -> Option<usize> {
        let language = (self.language_for)(lang)?;
        self.columns.iter().position(|column| *column == language)
    }
}
