//! The trait that every catalog implements, so that tools can be generic over catalogs.

use crate::columns::Columns;
use crate::deprecated::Deprecated;
use crate::entry::Meanings;
use crate::private::table::{Field, FormerNames, Rows, Table};
use crate::private::{Codes, Envelope};
use crate::raw::Raw;
use crate::section::Section;
use crate::{in_lang, lang};
use core::fmt::{Debug, Display};
use core::hash::Hash;

/// A catalog: one vendor's table of error codes, as an enum with a variant for each code.
///
/// [`error_catalog!`](crate::error_catalog) implements it, and nothing else can: what it asks for beside the
/// documented items is the macro's own. Each method on a row and each lookup is also there on the enum itself, and
/// a `const fn` there but for `message_in`, so that only code which is generic over catalogs needs the trait.
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
pub trait Catalog: Copy + Ord + Hash + Debug + Display + Send + Sync + Rows + 'static {
    /// The type of the codes: a primitive integer, or `&'static str`.
    type Raw: Raw;

    /// The extra values that the catalog declares with `column`, one field each; `()` where it declares none.
    type Columns: Columns;

    /// The name of the enum.
    const NAME: &'static str;

    /// The vendor's title of the table, from the statement `title`.
    const TITLE: Option<&'static str>;

    /// Where the table is from, a URL or the name of a document, from the statement `source`.
    const SOURCE: Option<&'static str>;

    /// The language of the messages and helps, a BCP 47 tag such as `zh-CN`, from the statement `lang`.
    const LANG: Option<&'static str>;

    /// The sections, in the order in which they are declared. Empty where the catalog has none.
    const SECTIONS: &'static [Section] = Self::TABLE.sections;

    /// All rows, in the order of their codes.
    const ALL: &'static [Self];

    #[doc(hidden)]
    const TABLE: &'static Table;

    #[doc(hidden)]
    const CODES: Codes;

    #[doc(hidden)]
    const ENVELOPE: Envelope = Envelope::DEFAULT;

    #[doc(hidden)]
    const FORMER: FormerNames = &[];

    /// First and last of each range of codes that are reserved, where the catalog has a baseline.
    #[doc(hidden)]
    const RETIRED: &'static [(Self::Raw, Self::Raw)] = &[];

    /// The row that has this code; `None` for a code that the catalog does not have.
    fn from_code(code: <Self::Raw as Raw>::Ref<'_>) -> Option<Self>;

    /// The code of the row.
    fn code(self) -> Self::Raw;

    /// Whether the catalog declares the row's code to be a `success`.
    fn is_success(self) -> bool;

    #[doc(hidden)]
    fn __place(self) -> usize;

    /// The row that has this name, spelled as in the source; `None` where no row has it. A row with several
    /// meanings is found by the name of each.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.row_of_name(Self::FORMER, name)
    }

    /// The rows that have this symbol, in the order of their codes: one, or several where the vendor shares
    /// the symbol, or none.
    #[must_use]
    fn with_symbol(symbol: &str) -> &'static [Self] {
        Self::TABLE.rows_of_symbol(symbol)
    }

    /// The languages that there are messages in: the catalog's own, where it says which that is, then each column that
    /// is the message in a language, by its name.
    ///
    /// ```
    /// use error_catalog::{Catalog, vendor::WeCom};
    ///
    /// assert!(WeCom::languages().eq(["zh-CN", "en"]));
    /// ```
    fn languages() -> impl Iterator<Item = &'static str> {
        in_lang::all::<Self>()
    }

    /// Which of the [`languages`](Self::languages) a message in the language with this tag is in; `None` where it is the
    /// vendor's own for want of a better. What a server asks of each language that a client accepts, in the client's
    /// order.
    ///
    /// ```
    /// use error_catalog::{Catalog, vendor::WeCom};
    ///
    /// assert_eq!(WeCom::language_for("en-GB"), Some("en"));
    /// assert_eq!(WeCom::language_for("zh-cn"), Some("zh-CN"));
    /// assert_eq!(WeCom::language_for("fr"), None);
    /// assert_eq!(WeCom::language_for("no tag!"), None);
    /// ```
    #[must_use]
    fn language_for(lang: &str) -> Option<&'static str> {
        lang::lookup(lang, |tag| Self::languages().find(|language| lang::same(language, tag)))
    }

    /// The name of the variant.
    #[must_use]
    fn name(self) -> &'static str {
        Self::TABLE.field(self.__place(), Field::Name)
    }

    /// The vendor's own identifier, where it has one. Of several meanings, the first one's.
    #[must_use]
    fn symbol(self) -> Option<&'static str> {
        Self::TABLE.optional(self.__place(), Field::Symbol)
    }

    /// The vendor's message. Of several meanings, the first one's.
    #[must_use]
    fn message(self) -> &'static str {
        Self::TABLE.field(self.__place(), Field::Message)
    }

    /// The message in the language with this BCP 47 tag; the vendor's own where the catalog has none in it, or the tag
    /// is none. Of several meanings, the first one's.
    ///
    /// A column of text that is named as a language tag, `en` or `zh_tw`, is the message in that language. The tag is
    /// looked up as in RFC 4647: `en-GB` finds `en` where there is no `en_gb`. A text that is empty, or `None`, is not
    /// there.
    ///
    /// ```
    /// use error_catalog::vendor::WeCom;
    ///
    /// assert_eq!(WeCom::InvalidAccessToken.message_in("en-GB"), "invalid access_token");
    /// assert_eq!(WeCom::InvalidAccessToken.message_in("fr"), "不合法的access_token");
    /// ```
    #[must_use]
    fn message_in(self, lang: &str) -> &'static str {
        self.meanings().next().map_or_else(|| self.message(), |meaning| meaning.message_in(lang))
    }

    /// What the vendor says to do about it. Of several meanings, the first one's.
    #[must_use]
    fn help(self) -> Option<&'static str> {
        Self::TABLE.optional(self.__place(), Field::Help)
    }

    /// The section that the row is declared in, if any.
    #[must_use]
    fn section(self) -> Option<&'static Section> {
        Self::TABLE.section(self.__place())
    }

    /// What the row's `#[deprecated]` says; `None` where the row has no such attribute.
    #[must_use]
    fn deprecated(self) -> Option<&'static Deprecated> {
        Self::TABLE.deprecated(self.__place())
    }

    /// All meanings of the row: one, or several where the vendor uses the code for different errors.
    #[must_use]
    fn meanings(self) -> Meanings<Self> {
        Meanings::at(self.__place())
    }
}
