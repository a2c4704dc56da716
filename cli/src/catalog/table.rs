//! A catalog whose type is forgotten, so that one tool can hold several: all rows, read once from the trait.

use crate::catalog::value::Cell;
use error_catalog::{Catalog, Columns, Deprecated, Raw, Section, Value};
use error_catalog_core::syntax::Code;

/// A catalog, ready for [`main`](crate::main). [`table`] makes one.
#[derive(Debug)]
pub struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
    /// The language of the messages and helps.
    pub(crate) lang: Option<&'static str>,
    /// The languages that there are messages in: the catalog's own, and columns.
    pub(crate) languages: Vec<&'static str>,
    /// The type of the codes, as a declaration writes it.
    pub(crate) raw: &'static str,
    /// The names of the columns that the catalog declares.
    pub(crate) columns: &'static [&'static str],
    pub(crate) sections: &'static [Section],
    pub(crate) rows: Vec<Row>,
    /// First and last of each range of codes that the catalog retires.
    pub(crate) retired: Vec<(Code, Code)>,
    /// The keys of the vendor's replies, unless they are `errcode` and `errmsg`.
    pub(crate) envelope: Option<EnvelopeKeys>,
    language_for: fn(&str) -> Option<&'static str>,
    of_code: fn(&str) -> Option<usize>,
    of_name: fn(&str) -> Option<usize>,
    of_symbol: fn(&str) -> Vec<usize>,
}

/// The keys of a vendor's replies.
#[derive(Debug)]
pub(crate) struct EnvelopeKeys {
    /// The key of the code.
    pub(crate) code: &'static str,
    /// The keys of the text and of the request's identifier.
    pub(crate) siblings: Vec<&'static str>,
}

/// One code.
#[derive(Debug)]
pub(crate) struct Row {
    /// An integer or a text.
    pub(crate) code: Cell,
    pub(crate) success: bool,
    pub(crate) deprecated: Option<&'static Deprecated>,
    pub(crate) section: Option<&'static Section>,
    pub(crate) meanings: Vec<Meaning>,
    /// Names that the row had.
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
    pub(crate) columns: Vec<Cell>,
}

/// Reads a catalog for the tool.
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
        if let Some(row) = C::from_name(name).and_then(place_of) {
            rows[row].former.push(name);
        }
    }
    let code = |raw: &C::Raw| Cell::from(Value::of(raw)).code();
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
        of_code: |text| C::from_code(C::Raw::parse(text)?).and_then(place_of),
        of_name: |text| C::from_name(text).and_then(place_of),
        of_symbol: |text| C::with_symbol(text).iter().filter_map(|row| place_of(*row)).collect(),
    }
}

impl EnvelopeKeys {
    fn of<C: Catalog>() -> Option<Self> {
        let keys = C::ENVELOPE;
        let siblings = [Some(keys.text), keys.request].into_iter().flatten().collect();
        (keys.code != "errcode").then_some(Self { code: keys.code, siblings })
    }
}

fn place_of<C: Catalog>(row: C) -> Option<usize> {
    // Rows are ordered as their codes are, and `ALL` is in code order.
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
                .map(|index| columns.value(index).map_or(Cell::Nothing, Cell::from))
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
    /// The title of the section, in this language where it has one in it.
    pub(crate) fn section_in(&self, lang: Option<&str>) -> Option<&'static str> {
        let section = self.section?;
        Some(lang.map_or(section.title(), |lang| section.title_in(lang)))
    }

    /// What `#[deprecated]` says, in a line; `None` where the row has none.
    pub(crate) fn deprecation(&self) -> Option<String> {
        let deprecated = self.deprecated?;
        let since = deprecated.since.map(|since| format!("since {since}"));
        let parts: Vec<String> = since.into_iter().chain(deprecated.note.map(str::to_owned)).collect();
        Some(if parts.is_empty() { "yes".to_owned() } else { parts.join(": ") })
    }
}

impl Table {
    /// The name of the catalog, which `--catalog` takes.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The row that has this code, as a person or a log writes it.
    pub(crate) fn row_of_code(&self, text: &str) -> Option<&Row> {
        (self.of_code)(text).and_then(|place| self.rows.get(place))
    }

    /// The row that has this name. Any of its meanings' names will do.
    pub(crate) fn row_of_name(&self, text: &str) -> Option<&Row> {
        (self.of_name)(text).and_then(|place| self.rows.get(place))
    }

    /// The rows that have this symbol, in the order of their codes.
    pub(crate) fn rows_of_symbol(&self, text: &str) -> Vec<&Row> {
        (self.of_symbol)(text).into_iter().filter_map(|place| self.rows.get(place)).collect()
    }

    /// The columns that hold the message in another language: number and language tag.
    pub(crate) fn message_columns(&self) -> Vec<(usize, String)> {
        let columns = self.languages.iter().skip(usize::from(self.lang.is_some()));
        let place = |language: &&str| self.columns.iter().position(|column| column == language);
        columns.filter_map(|language| Some((place(language)?, language.replace('_', "-")))).collect()
    }

    /// Whether there are messages in the language, or one that its tag finds.
    pub(crate) fn speaks(&self, lang: &str) -> bool {
        (self.language_for)(lang).is_some()
    }

    /// The message in the language, or the vendor's where there is none in it.
    pub(crate) fn message_in(&self, meaning: &Meaning, lang: Option<&str>) -> String {
        let column = lang.and_then(|lang| self.column_in(lang));
        let told = column.map(|column| meaning.columns[column].to_string());
        told.filter(|told| !told.is_empty()).unwrap_or_else(|| meaning.message.to_owned())
    }

    /// The number of the column that holds the message in the language; `None` where none does, the catalog's own
    /// language included.
    pub(crate) fn column_in(&self, lang: &str) -> Option<usize> {
        let language = (self.language_for)(lang)?;
        self.columns.iter().position(|column| *column == language)
    }
}
