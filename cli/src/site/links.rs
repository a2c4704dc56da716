//! The targets of links to a catalog, a section and a code: `WeCom`, `WeCom:General`, `WeCom-40014`. People share links,
//! so a target depends only on the names of the catalog and the section, or on the code.

use crate::catalog::table::{Row, Table};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::fmt::Display;

/// The characters that are not encoded in a link. The name of a catalog contains neither `:` nor `-`.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.');

/// The targets of some catalogs. They are unique even if two catalogs have the same name.
#[derive(Debug)]
pub(super) struct Links<'a>(Vec<(&'a Table, String)>);

impl<'a> Links<'a> {
    pub(super) fn of(catalogs: &[&'a Table]) -> Self {
        let name = |(index, table): (usize, &&'a Table)| {
            let earlier = catalogs[..index].iter().filter(|other| other.name == table.name).count();
            let number = if earlier == 0 { String::new() } else { format!(".{}", earlier + 1) };
            (*table, percent_encode(table.name) + &number)
        };
        Self(catalogs.iter().enumerate().map(name).collect())
    }

    /// Returns each catalog with its target.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a Table, &str)> {
        self.0.iter().map(|(table, name)| (*table, name.as_str()))
    }
}

/// Returns the target of a section in the catalog with this target.
pub(super) fn section(catalog: &str, section: &str) -> String {
    format!("{catalog}:{}", percent_encode(section))
}

/// Returns the target of a code in the catalog with this target.
pub(super) fn code(catalog: &str, row: &Row) -> String {
    format!("{catalog}-{}", percent_encode(&row.code))
}

fn percent_encode(text: impl Display) -> String {
    utf8_percent_encode(&text.to_string(), PLAIN).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Links, code, percent_encode};
    use crate::table;
    use error_catalog::vendor::WeCom;

    #[test]
    fn a_link_has_only_what_survives_a_chat() {
        assert_eq!(percent_encode("-1"), "-1");
        assert_eq!(percent_encode("isv.error_a"), "isv.error_a");
        assert_eq!(percent_encode("a b\"><é"), "a%20b%22%3E%3C%C3%A9");
    }

    #[test]
    fn catalogs_of_one_name_have_links_of_their_own() {
        let [one, other] = [table::<WeCom>(), table::<WeCom>()];
        let both = [&one, &other];
        let links = Links::of(&both);
        let targets: Vec<String> = links.iter().map(|(table, link)| code(link, &table.rows[2])).collect();
        assert_eq!(targets, ["WeCom-40001", "WeCom.2-40001"]);
    }
}
