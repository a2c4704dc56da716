//! A catalog without the type of its enum, so that one tool can hold several. All rows are read once through the trait.

use crate::catalog::value::CellValue;
use crate::output::texts::Texts;
use error_catalog::__private::{Envelope, Step};
use error_catalog::{Catalog, Columns, DeclaredValue, Deprecated, Raw, Section, Value};
use error_catalog_core::syntax::{Code, CodeFormat, FormatError, Raw as RawType, Shown};
use std::collections::HashMap;
use std::fmt::{self, Display};
use std::sync::OnceLock;

/// A catalog for [`main`](crate::main), created by [`table`].
#[derive(Debug)]
pub struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: Option<&'static str>,
    pub(crate) source: Option<&'static str>,
    /// The language of the messages and help texts.
    pub(crate) lang: Option<&'static str>,
    /// The languages of the messages: the catalog's own, and those of the translations.
    pub(crate) languages: Vec<&'static str>,
    /// Language tag and column of each translation.
    pub(crate) translations: &'static [(&'static str, usize)],
    /// The type of the codes, as a declaration writes it.
    pub(crate) raw: &'static str,
    /// The text of `display` and the form of printed codes that it describes.
    pub(crate) display: Option<(&'static str, CodeFormat)>,
    /// The names of the columns that the catalog declares.
    pub(crate) columns: &'static [&'static str],
    /// The types of the columns as they are declared. `None` for a union, whose catalogs may declare different ones, and for a
    /// catalog from an export, which does not contain them.
    pub(crate) column_types: Option<Vec<String>>,
    /// True if the enum is exhaustive.
    pub(crate) exhaustive: bool,
    /// The name of the row that unknown codes are read as.
    pub(crate) unknown: Option<&'static str>,
    /// The name of the enum of the errors with their values.
    pub(crate) error_type: Option<&'static str>,
    pub(crate) sections: &'static [Section],
    pub(crate) rows: Vec<Row>,
    /// First and last code of each retired range.
    pub(crate) retired: Vec<(Code, Code)>,
    /// The keys of the vendor's replies, unless they are `errcode` and `errmsg`.
    pub(crate) envelope: Option<EnvelopeKeys>,
    pub(super) index: OnceLock<Index>,
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
    /// The code as it is printed, if the catalog declares how.
    pub(crate) printed: Option<&'static str>,
    pub(crate) success: bool,
    pub(crate) deprecated: Option<&'static Deprecated>,
    pub(crate) section: Option<&'static Section>,
    pub(crate) meanings: Vec<Meaning>,
    /// Former names of the row.
    pub(crate) former: Vec<&'static str>,
    /// Former symbols of the row.
    pub(crate) former_symbols: Vec<&'static str>,
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
    /// True if the texts have placeholders, and `{{` for a brace: the row has values or a source.
    pub(crate) is_template: bool,
    /// The values of each occurrence of the error, without its source.
    pub(crate) values: &'static [ErrorValue],
    /// The field with the cause of the error.
    pub(crate) error_source: Option<ErrorValue>,
}

/// A value that each occurrence of an error has of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ErrorValue {
    /// The name, which texts have in braces.
    pub(crate) name: &'static str,
    /// The type as it is declared.
    pub(crate) type_name: &'static str,
}

impl From<&'static DeclaredValue> for ErrorValue {
    fn from(value: &'static DeclaredValue) -> Self {
        Self { name: value.name(), type_name: value.type_name() }
    }
}

impl Meaning {
    /// Returns the values with their types as they are declared, such as `asked: u32, max: u32`. Empty without values.
    pub(crate) fn declared_values(&self) -> String {
        self.values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
}

/// Writes `max: u32`.
impl Display for ErrorValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.type_name)
    }
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
    for (name, index) in C::FORMER {
        if let Some(row) = index_of(C::ROWS[*index]) {
            rows[row].former.push(name);
        }
    }
    for (symbol, ..) in C::FORMER_SYMBOLS {
        for row in C::with_symbol(symbol).iter().filter_map(|row| index_of(*row)) {
            rows[row].former_symbols.push(symbol);
        }
    }
    let code = |raw: &C::Raw| CellValue::from(Value::of(raw)).to_code();
    let mut table = Table {
        name: C::NAME,
        title: C::TITLE,
        source: C::SOURCE,
        lang: C::LANG,
        languages: C::languages().collect(),
        translations: C::TRANSLATIONS,
        raw: C::Raw::NAME,
        display: None,
        columns: C::Columns::NAMES,
        column_types: C::MEMBERS
            .is_empty()
            .then(|| C::Columns::TYPES.iter().map(|ty| (*ty).to_owned()).collect()),
        exhaustive: C::EXHAUSTIVE,
        unknown: C::UNKNOWN.map(Catalog::name),
        error_type: C::ERROR_TYPE,
        sections: C::SECTIONS,
        rows,
        retired: C::RETIRED.iter().filter_map(|(first, last)| Some((code(first)?, code(last)?))).collect(),
        envelope: EnvelopeKeys::of::<C>(),
        index: OnceLock::new(),
    };
    // The macro has checked the form.
    _ = table.set_display(C::DISPLAY);
    if !C::MEMBERS.is_empty() {
        table.qualify_names();
    }
    table
}

impl EnvelopeKeys {
    fn of<C: Catalog>() -> Option<Self> {
        let Envelope { code, text, request, .. } = C::ENVELOPE;
        let siblings = text.iter().chain(request).filter_map(|path| last_key(path)).collect();
        Self::new(code.first().and_then(|path| last_key(path))?, siblings)
    }

    /// Returns the keys of an envelope. `None` if the code has the usual key, which is recognized without any other
    /// key.
    pub(in crate::catalog) fn new(code: &'static str, siblings: Vec<&'static str>) -> Option<Self> {
        (code != "errcode").then_some(Self { code, siblings })
    }
}

/// Returns the last key of a path. In a reply, the value at the path follows this key.
fn last_key(path: &[Step]) -> Option<&'static str> {
    path.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(*key) } else { None })
}

fn index_of<C: Catalog>(row: C) -> Option<usize> {
    // `ALL` is sorted, because rows are ordered by their codes.
    C::ALL.binary_search(&row).ok()
}

fn row<C: Catalog>(row: C) -> Row {
    let code = row.code();
    let meanings = row.meanings().map(|meaning| {
        let columns = meaning.columns();
        Meaning {
            name: meaning.name(),
            symbol: meaning.symbol(),
            message: if meaning.message().is_empty() { meaning.name() } else { meaning.message() },
            help: meaning.help(),
            columns: (0..C::Columns::NAMES.len())
                .map(|index| columns.value(index).map_or(CellValue::Nothing, CellValue::from))
                .collect(),
            is_template: !meaning.values().is_empty() || meaning.__source().is_some(),
            values: meaning.values().iter().map(ErrorValue::from).collect::<Vec<_>>().leak(),
            error_source: meaning.__source().map(ErrorValue::from),
        }
    });
    Row {
        code: Value::of(&code).into(),
        printed: None,
        success: row.is_success(),
        deprecated: row.deprecated(),
        section: row.section(),
        meanings: meanings.collect(),
        former: Vec::new(),
        former_symbols: Vec::new(),
    }
}

impl Row {
    /// Returns the code as it is printed.
    pub(crate) fn printed_code(&self) -> String {
        self.printed.map_or_else(|| self.code.to_string(), str::to_owned)
    }

    /// Returns the title of the section, in this language if it has one.
    pub(crate) fn section_in(&self, lang: Option<&str>) -> Option<&'static str> {
        let section = self.section?;
        Some(lang.map_or(section.title(), |lang| section.title_in(lang)))
    }

    /// Returns the text of `#[deprecated]` on one line, or `None` if the row is not deprecated.
    pub(crate) fn deprecation(&self, texts: &Texts) -> Option<String> {
        let Deprecated { since, note, .. } = self.deprecated?;
        Some(match since {
            Some(since) => (texts.deprecated_since)(since, *note),
            None => note.unwrap_or(texts.yes).to_owned(),
        })
    }
}

impl Table {
    /// Returns the name of the catalog, as `--catalog` accepts it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Sets the form of printed codes from the text of the statement `display`.
    ///
    /// # Errors
    ///
    /// Returns the first mistake in the text.
    pub(crate) fn set_display(&mut self, text: Option<&'static str>) -> Result<(), FormatError> {
        let Some(text) = text else { return Ok(()) };
        let int = RawType::int(self.raw);
        let format = CodeFormat::parse(text, int.map_or(RawType::Str, RawType::Int))?;
        for row in &mut self.rows {
            if let (Some(code), Some(meaning)) = (row.code.to_code(), row.meanings.first()) {
                row.printed = Some(format.print(&code, meaning.name, meaning.symbol).leak());
            }
        }
        self.display = Some((text, format));
        Ok(())
    }

    /// Adds the name of its catalog to the name of each meaning of a union, because several catalogs may have the name.
    /// The sections of a union are its catalogs.
    fn qualify_names(&mut self) {
        for row in &mut self.rows {
            let Some(section) = row.section else { continue };
            for name in row.meanings.iter_mut().map(|meaning| &mut meaning.name).chain(&mut row.former) {
                *name = format!("{}{name}", section.name()).leak();
            }
        }
    }

    /// Returns the row with this code, written as in a log or as it is printed.
    pub(crate) fn row_of_code(&self, text: &str) -> Option<&Row> {
        let index = &self.index().codes;
        let row = match text.parse::<i128>() {
            Ok(code) if self.raw != "&'static str" => index.get(code.to_string().as_str()),
            _ => index.get(text),
        };
        let printed = || index.get(&*self.display.as_ref()?.1.read(text)?.text());
        row.or_else(printed).map(|row| &self.rows[*row])
    }

    /// Returns a code as a declaration writes it: in the notation of printed codes, if that is a literal.
    pub(crate) fn literal(&self, code: &Code) -> String {
        let Some((_, format)) = &self.display else { return code.to_string() };
        let printed = format.print(code, "", None);
        let is_literal = matches!(format.shown, Shown::Number(_))
            && ["0x", "0o", "0b"].contains(&&*format.before)
            && format.after.is_empty();
        if is_literal && *code >= Code::Int(0) { printed } else { code.to_string() }
    }

    /// Returns whether a word is a number in the form of printed codes. The catalog need not have the code.
    pub(crate) fn is_printed_number(&self, word: &str) -> bool {
        let format = self.display.as_ref().map(|(_, format)| format);
        format.is_some_and(|format| matches!(format.shown, Shown::Number(_)) && format.read(word).is_some())
    }

    /// Returns the row with a meaning of this name.
    pub(crate) fn row_of_name(&self, text: &str) -> Option<&Row> {
        self.index().names.get(text).map(|row| &self.rows[*row])
    }

    /// Returns the rows with this symbol, in code order.
    pub(crate) fn rows_of_symbol(&self, text: &str) -> Vec<&Row> {
        self.index().symbols.get(text).into_iter().flatten().map(|row| &self.rows[*row]).collect()
    }

    /// Returns whether the catalog has messages in the language, or in one that the tag falls back to.
    pub(crate) fn has_language(&self, lang: &str) -> bool {
        self.language_for(lang).is_some()
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
        let language = self.language_for(lang)?;
        self.translations.iter().find(|(tag, _)| *tag == language).map(|(_, column)| *column)
    }

    /// Returns the heading of a column for readers: its declared name, or a translated word for the column of advice.
    pub(crate) fn column_label(&self, column: usize, texts: &Texts) -> &'static str {
        let mut meanings = self.rows.iter().flat_map(|row| &row.meanings);
        let value = meanings
            .find_map(|meaning| Some(&meaning.columns[column]).filter(|value| **value != CellValue::Nothing));
        let is_advice = self.columns[column] == "retry" && matches!(value, Some(CellValue::Retry(_)));
        if is_advice { texts.retry } else { self.columns[column] }
    }

    /// Returns the position of a section in the declaration, counted from 0.
    pub(crate) fn order_of(&self, section: &Section) -> Option<usize> {
        self.sections.iter().position(|other| other.name() == section.name())
    }

    /// Returns whether an error of the catalog has values or a source.
    pub(crate) fn has_values(&self) -> bool {
        self.index().has_values
    }

    /// Returns whether a column holds the message in another language.
    pub(crate) fn is_translation(&self, column: usize) -> bool {
        self.translations.iter().any(|(_, translation)| *translation == column)
    }

    /// Returns the rows whose name, symbol or string code is the word, in any case.
    pub(crate) fn rows_in_any_case(&self, word: &str) -> Vec<&Row> {
        let rows = self.index().folded.get(&word.to_lowercase());
        rows.into_iter().flatten().map(|row| &self.rows[*row]).collect()
    }

    /// Returns the language of the catalog that is nearest to a tag, as `Catalog::language_for` does.
    pub(crate) fn language_for(&self, lang: &str) -> Option<&'static str> {
        Some(self.index().languages.title_in(lang)).filter(|language| !language.is_empty())
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self))
    }
}

/// The indexes of the rows of a catalog, by code, name and symbol.
#[derive(Debug)]
pub(super) struct Index {
    codes: HashMap<String, usize>,
    names: HashMap<&'static str, usize>,
    symbols: HashMap<&'static str, Vec<usize>>,
    /// Names, symbols and codes in lower case.
    folded: HashMap<String, Vec<usize>>,
    /// A section with every language as a title that equals its tag, because a section can look up languages.
    languages: Section,
    /// True if an error has values or a source.
    has_values: bool,
}

impl Index {
    fn new(table: &Table) -> Self {
        let titles: Vec<_> = table.languages.iter().map(|language| (*language, *language)).collect();
        let languages = Section::new("", "").with_titles("", titles.leak());
        let (codes, names, symbols, folded) = Default::default();
        let mut meanings = table.rows.iter().flat_map(|row| &row.meanings);
        let has_values = meanings.any(|meaning| meaning.is_template);
        let mut indexes = Self { codes, names, symbols, folded, languages, has_values };
        for (index, row) in table.rows.iter().enumerate() {
            indexes.codes.entry(row.code.to_string()).or_insert(index);
            let mut texts = vec![row.code.to_string()];
            texts.extend(row.printed.map(str::to_owned));
            for meaning in &row.meanings {
                indexes.names.entry(meaning.name).or_insert(index);
                texts.push(meaning.name.to_owned());
                if let Some(symbol) = meaning.symbol {
                    push_once(indexes.symbols.entry(symbol).or_default(), index);
                    texts.push(symbol.to_owned());
                }
            }
            for text in texts {
                push_once(indexes.folded.entry(text.to_lowercase()).or_default(), index);
            }
        }
        // A code takes precedence over the printed form of another code.
        for (index, row) in table.rows.iter().enumerate() {
            if let Some(printed) = row.printed {
                indexes.codes.entry(printed.to_owned()).or_insert(index);
            }
        }
        // A former name may be the name of another row by now.
        for (index, row) in table.rows.iter().enumerate() {
            for former in &row.former {
                indexes.names.entry(former).or_insert(index);
            }
            for former in &row.former_symbols {
                push_once(indexes.symbols.entry(former).or_default(), index);
            }
        }
        indexes
    }
}

/// Adds a row, which is the last one if it is there already.
fn push_once(rows: &mut Vec<usize>, row: usize) {
    if rows.last() != Some(&row) {
        rows.push(row);
    }
}
