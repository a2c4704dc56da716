//! The catalogs of a union as data, for `const fn`s, which cannot call the methods of the trait `Catalog`.
//!
//! The meanings of a union have the indexes of its first catalog, then those of its second, and so on.

use crate::catalog::Catalog;
use crate::code_format::CodeFormat;
use crate::envelope::Envelope;
use crate::section::Section;
use crate::table::{
    Codes, DeclaredValues, FormerNames, FormerSymbols, OptionalText, Table, Texts, Translations, equal,
};

/// A catalog apart from its rows, as a member of a union.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The name of the variant in the union, or that of the catalog.
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lang: OptionalText,
    pub(crate) table: &'static Table,
    pub(crate) codes: Codes,
    pub(crate) display: OptionalText,
    pub(crate) code_format: CodeFormat,
    /// The form of the codes in the declaration.
    pub(crate) literals: CodeFormat,
    /// The width of an integer code.
    pub(crate) bits: u32,
    pub(crate) columns: Texts,
    pub(crate) translations: Translations,
    pub(crate) former: FormerNames,
    pub(crate) former_symbols: FormerSymbols,
    pub(crate) values: DeclaredValues,
    pub(crate) sources: DeclaredValues,
    pub(crate) envelope: Envelope,
    pub(crate) is_union: bool,
}

impl Member {
    /// Returns the catalog `C`, whose variant in the union has this name.
    pub const fn of<C: Catalog>(name: &'static str) -> Self {
        Self {
            name,
            title: match C::TITLE {
                Some(title) => title,
                None => name,
            },
            lang: C::LANG,
            table: C::TABLE,
            codes: C::CODES,
            display: C::DISPLAY,
            code_format: C::CODE_FORMAT,
            literals: C::LITERALS,
            bits: 8 * size_of::<C::Raw>() as u32,
            columns: <C::Columns as crate::columns::Columns>::NAMES,
            translations: C::TRANSLATIONS,
            former: C::FORMER,
            former_symbols: C::FORMER_SYMBOLS,
            values: C::VALUES,
            sources: C::SOURCES,
            envelope: C::ENVELOPE,
            is_union: !C::MEMBERS.is_empty(),
        }
    }

    /// Returns the table of the catalog.
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// Returns the codes of the catalog.
    pub const fn codes(&self) -> Codes {
        self.codes
    }

    /// Returns the section with the rows of the catalog.
    pub const fn section(&self) -> Section {
        let section = Section::new(self.name, self.title);
        match self.lang {
            Some(lang) => section.with_titles(lang, &[]),
            None => section,
        }
    }
}

/// Returns the members of a union, or the catalog itself.
pub const fn members_of<C: Catalog>() -> &'static [Member] {
    match C::MEMBERS {
        [] => const { &[Member::of::<C>(C::NAME)] },
        members => members,
    }
}

/// Returns the number of the member with the meaning at an index, and the meaning's index there.
pub const fn locate(members: &[Member], mut index: usize) -> (usize, usize) {
    let mut number = 0;
    while number < members.len() && index >= members[number].table.meanings() {
        index -= members[number].table.meanings();
        number += 1;
    }
    (number, index)
}

/// Returns the index of the first meaning of a member.
pub(crate) const fn first_index(members: &[Member], number: usize) -> usize {
    let (mut earlier, mut index) = (0, 0);
    while earlier < number {
        index += members[earlier].table.meanings();
        earlier += 1;
    }
    index
}

/// Returns the table that holds the meaning at an index, and the meaning's index there.
#[allow(clippy::inline_always, reason = "so that it costs nothing in a catalog that is not a union")]
#[inline(always)]
pub(crate) const fn table_at<C: Catalog>(index: usize) -> (&'static Table, usize) {
    match C::MEMBERS {
        [] => (C::TABLE, index),
        members => {
            let (number, index) = locate(members, index);
            (members[number].table, index)
        }
    }
}

/// Returns the index of the only row of a union with this name, which the name of its variant may precede:
/// `Storage::Timeout`.
pub(crate) const fn index_of_name(members: &'static [Member], name: &str) -> Option<usize> {
    let mut number = 0;
    while number < members.len() {
        if let Some(name) = strip_variant(name, members[number].name) {
            return match members[number].table.index_of_name(members[number].former, name) {
                Some(index) => Some(first_index(members, number) + index),
                None => None,
            };
        }
        number += 1;
    }
    match only_index(members, name, false) {
        Ok(None) => match only_index(members, name, true) {
            Ok(found) => found,
            Err(Ambiguous) => None,
        },
        Ok(found) => found,
        Err(Ambiguous) => None,
    }
}

/// Several members have the name.
struct Ambiguous;

const fn only_index(
    members: &[Member],
    name: &str,
    including_former: bool,
) -> Result<Option<usize>, Ambiguous> {
    let (mut number, mut only) = (0, None);
    while number < members.len() {
        let former = if including_former { members[number].former } else { &[] };
        if let Some(index) = members[number].table.index_of_name(former, name) {
            if only.is_some() {
                return Err(Ambiguous);
            }
            only = Some(first_index(members, number) + index);
        }
        number += 1;
    }
    Ok(only)
}

/// Removes `variant::` from the start of a name.
const fn strip_variant<'a>(name: &'a str, variant: &str) -> Option<&'a str> {
    let Some((start, rest)) = name.split_at_checked(variant.len()) else { return None };
    match rest.as_bytes() {
        [b':', b':', ..] if equal(start.as_bytes(), variant.as_bytes()) => Some(rest.split_at(2).1),
        _ => None,
    }
}

/// Returns the first of the rows with a symbol and their number. Symbols that several rows have are in `symbols`.
pub(crate) const fn range_of_symbol(
    members: &[Member],
    symbols: FormerSymbols,
    symbol: &str,
) -> (usize, usize) {
    let (first, rows) = crate::table::range_of_former_symbol(symbols, symbol);
    if rows > 0 {
        return (first, rows);
    }
    let mut number = 0;
    while number < members.len() {
        if let (index, 1) = members[number].table.range_of_symbol(&[], symbol) {
            return (first_index(members, number) + index, 1);
        }
        number += 1;
    }
    (0, 0)
}
