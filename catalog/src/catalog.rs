//! The trait that every catalog implements, so that tools can be generic over catalogs.

use crate::code_format::CodeFormat;
use crate::columns::Columns;
use crate::deprecated::Deprecated;
use crate::display;
use crate::envelope::Envelope;
use crate::language::languages::Languages;
use crate::language::{accept_language, lookup};
use crate::meaning::{Meaning, Meanings};
use crate::raw::Raw;
use crate::row_lookup::{self, Rows};
use crate::section::Section;
use crate::table::{
    Codes, DeclaredValues, FormerNames, FormerSymbols, OptionalText, Table, Texts, Translations,
};
use crate::union::members::Member;
use core::fmt::{self, Debug, Display, Write};
use core::hash::Hash;

/// A catalog: one vendor's table of error codes, as an enum with one variant per code.
///
/// Only [`error_catalog!`](crate::error_catalog) and [`union!`](crate::union!) implement it. Each enum also has these
/// constants and methods itself, the methods as `const fn`s if possible, so code that names the enum need not import
/// the trait.
///
/// ```
/// use error_catalog::{Catalog, vendor::{WeCom, Youdu}};
///
/// fn messages<C: Catalog>() -> usize {
///     C::ALL.iter().map(|row| row.meanings().len()).sum()
/// }
/// assert_eq!(messages::<WeCom>(), 192);
/// assert_eq!(messages::<Youdu>(), 91);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a catalog",
    label = "`error_catalog!` declares no such enum"
)]
pub trait Catalog: Copy + Ord + Hash + Debug + Display + Send + Sync + Rows + 'static {
    /// The type of the codes: a primitive integer, or `&'static str`.
    type Raw: Raw;

    /// The extra values that the catalog declares with `column`, as a struct with one field each; `()` if there are none.
    type Columns: Columns;

    /// The marker type that states whether the catalog declares a success.
    #[doc(hidden)]
    type Successes;

    /// The name of the enum.
    const NAME: &'static str;

    /// The vendor's title of the table, from the statement `title`.
    const TITLE: Option<&'static str>;

    /// The origin of the table, a URL or the name of a document, from the statement `source`.
    const SOURCE: Option<&'static str>;

    /// The language of the messages and help texts, a BCP 47 tag such as `zh-CN`, from the statement `lang`.
    const LANG: Option<&'static str>;

    /// The sections, in the order of their declaration.
    const SECTIONS: &'static [Section];

    /// All rows, in the order of their codes.
    const ALL: &'static [Self];

    #[doc(hidden)]
    const TABLE: &'static Table;

    #[doc(hidden)]
    const CODES: Codes;

    /// The text of the statement `display`.
    #[doc(hidden)]
    const DISPLAY: OptionalText = None;

    /// The form of printed codes that have no row, or are in a `Debug` output.
    #[doc(hidden)]
    const CODE_FORMAT: CodeFormat = CodeFormat::PLAIN;

    /// The form of codes in compile errors: the statement `display`, or else the notation in the declaration.
    #[doc(hidden)]
    const LITERALS: CodeFormat = Self::CODE_FORMAT;

    #[doc(hidden)]
    const ENVELOPE: Envelope = Envelope::DEFAULT;

    #[doc(hidden)]
    const TRANSLATIONS: Translations = &[];

    #[doc(hidden)]
    const FORMER: FormerNames = &[];

    #[doc(hidden)]
    const FORMER_SYMBOLS: FormerSymbols = &[];

    /// The catalogs of a union. Empty for other catalogs.
    #[doc(hidden)]
    const MEMBERS: &'static [Member] = &[];

    /// The languages of a union's messages, except `LANG` and those of translations.
    #[doc(hidden)]
    const LANGUAGES: Texts = &[];

    /// The symbols of a union that several rows have.
    #[doc(hidden)]
    const SYMBOLS: FormerSymbols = &[];

    /// The row that unknown codes are read as, from the statement `unknown`.
    #[doc(hidden)]
    const UNKNOWN: Option<Self> = None;

    #[doc(hidden)]
    const EXHAUSTIVE: bool = false;

    /// The name of the error type.
    #[doc(hidden)]
    const ERROR_TYPE: OptionalText = None;

    /// The values of the errors, without sources.
    #[doc(hidden)]
    const VALUES: DeclaredValues = &[];

    /// The source of each error that has one.
    #[doc(hidden)]
    const SOURCES: DeclaredValues = &[];

    /// The first and the last code of each reserved range, if the catalog has a baseline.
    #[doc(hidden)]
    const RETIRED: &'static [(Self::Raw, Self::Raw)] = &[];

    /// Returns the row with this code, or `None` if the catalog has none.
    fn from_code(code: <Self::Raw as Raw>::Ref<'_>) -> Option<Self>;

    /// Returns the code of the row.
    fn code(self) -> Self::Raw;

    /// Returns whether the catalog declares the row's code as a `success`.
    fn is_success(self) -> bool;

    /// Returns the first meaning of the row.
    #[doc(hidden)]
    fn __meaning(self) -> Meaning<Self>;

    /// Writes the line that `Display` prints.
    #[doc(hidden)]
    fn __write(self, with_help: bool, line: &mut dyn Write) -> fmt::Result {
        display::row(self, None, with_help, line)
    }

    /// Returns the row with this name, spelled as in the source, or `None` if no row has it. A row with several meanings
    /// has several names; former names are found too.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        row_lookup::row_of_name(name)
    }

    /// Returns the row with this name in any ASCII case, for names that people type. An exact match is preferred. Returns
    /// `None` if no row has it, or if several rows have names that differ only in case. Searches linearly.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert_eq!(WeCom::from_name_ignoring_case("systembusy"), Some(WeCom::SystemBusy));
    /// assert_eq!(WeCom::from_name("systembusy"), None);
    /// ```
    #[must_use]
    fn from_name_ignoring_case(name: &str) -> Option<Self> {
        row_lookup::row_of_name_ignoring_case(name)
    }

    /// Returns the rows with this symbol, in the order of their codes: usually one, several if the vendor shares the
    /// symbol, or none. Former symbols are found too.
    #[must_use]
    fn with_symbol(symbol: &str) -> &'static [Self] {
        row_lookup::rows_of_symbol(symbol)
    }

    /// Returns the languages of the messages as BCP 47 tags: the catalog's own, if it declares one, then those of its
    /// translations.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert!(WeCom::languages().eq(["zh-CN", "en"]));
    /// ```
    fn languages() -> Languages {
        Languages::of::<Self>()
    }

    /// Returns the language of the catalog that is nearest to a BCP 47 tag, or `None` if the catalog does not have the
    /// language or the tag is invalid. It is the language in which `message_in(lang)` returns a message, unless the row
    /// lacks that translation.
    ///
    /// A language is found with or without its region and its script, which imply each other: `zh` and `zh-Hans` find
    /// `zh-CN`, and `zh-HK` finds `zh-Hant`. The same region is preferred: `pt-PT` finds `pt-PT` rather than `pt-BR`.
    /// Another script is found only if the catalog names none: `zh-TW` finds `zh`, but not `zh-CN`.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert_eq!(WeCom::language_for("en-GB"), Some("en"));
    /// assert_eq!(WeCom::language_for("zh"), Some("zh-CN"));
    /// assert_eq!(WeCom::language_for("zh-Hans-SG"), Some("zh-CN"));
    /// assert_eq!(WeCom::language_for("zh-TW"), None);
    /// assert_eq!(WeCom::language_for("fr"), None);
    /// assert_eq!(WeCom::language_for("no tag!"), None);
    /// ```
    #[must_use]
    fn language_for(lang: &str) -> Option<&'static str> {
        lookup::nearest(lang, Self::languages().map(|tag| (tag, tag)))
    }

    /// Returns the language of the catalog that the header `Accept-Language` of a request prefers, or `None` if it accepts
    /// none of them.
    ///
    /// Entries find languages as in [`language_for`](Catalog::language_for), and the greatest weight wins, then the first
    /// entry. `*` is for the languages that no entry finds. A language is excluded if the nearest entry has `q=0`. Malformed
    /// entries are ignored.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert_eq!(WeCom::negotiate("fr, zh;q=0.9, en;q=0.8"), Some("zh-CN"));
    /// assert_eq!(WeCom::negotiate("fr, *;q=0.5, zh;q=0"), Some("en"));
    /// assert_eq!(WeCom::negotiate("fr"), None);
    /// ```
    #[must_use]
    fn negotiate(accept_language: &str) -> Option<&'static str> {
        accept_language::negotiate(accept_language, Self::languages())
    }

    /// Returns the [name](Meaning::name) of the first meaning.
    #[must_use]
    fn name(self) -> &'static str {
        self.__meaning().name()
    }

    /// Returns the [symbol](Meaning::symbol) of the first meaning.
    #[must_use]
    fn symbol(self) -> Option<&'static str> {
        self.__meaning().symbol()
    }

    /// Returns the [message](Meaning::message) of the first meaning.
    #[must_use]
    fn message(self) -> &'static str {
        self.__meaning().message()
    }

    /// Returns the message in the language with this BCP 47 tag. Falls back to the vendor's if there is no translation or
    /// the tag is invalid. If the code has several meanings, this is the first.
    ///
    /// The statement `translation` declares a language. The tag is looked up as in [`language_for`](Catalog::language_for),
    /// among the languages in which the row has a message. An empty translation counts as missing.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert_eq!(WeCom::InvalidAccessToken.message_in("en-GB"), "invalid access_token");
    /// assert_eq!(WeCom::InvalidAccessToken.message_in("fr"), "不合法的access_token");
    /// ```
    #[must_use]
    fn message_in(self, lang: &str) -> &'static str {
        self.__meaning().message_in(lang)
    }

    /// Returns the [help](Meaning::help) of the first meaning.
    #[must_use]
    fn help(self) -> Option<&'static str> {
        self.__meaning().help()
    }

    /// Returns the [section](Meaning::section) of the row.
    #[must_use]
    fn section(self) -> Option<&'static Section> {
        self.__meaning().section()
    }

    /// Returns the [deprecation](Meaning::deprecated) of the row.
    #[must_use]
    fn deprecated(self) -> Option<&'static Deprecated> {
        self.__meaning().deprecated()
    }

    /// Returns all meanings of the row: usually one, several if the vendor uses the code for different errors.
    #[must_use]
    fn meanings(self) -> Meanings<Self> {
        self.__meaning().__and_later()
    }
}
