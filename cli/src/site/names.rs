//! What a catalog, a section and a code are called in a link: `WeCom`, `WeCom:General`, `WeCom-40014`. Links are
//! shared, so that a name depends on nothing but the catalog's name and what it names in the catalog.

use crate::catalog::table::{Row, Table};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Display;

/// What stands in a link as it is. Neither `:` nor `-` can be in the name of a catalog.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The names of some catalogs, which differ even where those of the catalogs do not.
#[derive(Debug)]
pub(super) struct Names<'a>(Vec<(&'a Table, String)>);

impl<'a> Names<'a> {
    pub(super) fn of(catalogs: &[&'a Table]) -> Self {
        let name = |(index, table): (usize, &&'a Table)| {
            let earlier = catalogs[..index].iter().filter(|other| other.name == table.name).count();
            let number = if earlier == 0 { String::new() } else { format!(".{}", earlier + 1) };
            (*table, encoded(table.name) + &number)
        };
        Self(catalogs.iter().enumerate().map(name).collect())
    }

    /// Each catalog, with its name in links.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a Table, &str)> {
        self.0.iter().map(|(table, name)| (*table, name.as_str()))
    }
}

/// A section, in the catalog that has this name.
pub(super) fn section(catalog: &str, section: &str) -> String {
    format!("{catalog}:{}", encoded(section))
}

/// A code, in the catalog that has this name.
pub(super) fn code(catalog: &str, row: &Row) -> String {
    format!("{catalog}-{}", encoded(&row.code))
}

fn encoded(text: impl Display) -> String {
    utf8_percent_encode(&text.to_string(), PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Names, code, encoded};
    use crate::table;
    use error_catalog::vendor::WeCom;

    #[test]
    fn a_link_has_only_what_survives_a_chat() {
        assert_eq!(encoded("-1"), "-1");
        assert_eq!(encoded("isv.error_a"), "isv.error_a");
        assert_eq!(encoded("a b\"><é"), "a%20b%22%3E%3C%C3%A9");
    }

    #[test]
    fn catalogs_of_one_name_have_links_of_their_own() {
        let [one, other] = [table::<WeCom>(), table::<WeCom>()];
        let both = [&one, &other];
        let names = Names::of(&both);
        let links: Vec<String> = names.iter().map(|(table, name)| code(name, &table.rows[2])).collect();
        assert_eq!(links, ["WeCom-40001", "WeCom.2-40001"]);
    }
}
