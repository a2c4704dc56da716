//! The headings of errcat's own exports. They have more than a vendor's table: the names of sections, titles and messages in
//! other languages, the codes that mean success, and the source of the table.

use super::role::Role;
use crate::import::identifier::is_column_name;
use error_catalog_core::syntax::language::tag_of_identifier;
use heck::ToSnakeCase;
use std::collections::HashSet;

/// The first headings of every export.
pub(super) const FIRST: [&str; 9] =
    ["catalog", "code", "name", "symbol", "message", "help", "success", "section", "section_name"];
/// The heading of the codes if they are texts that all look like integers.
pub(crate) const CODE_OF_TEXTS: &str = "code (str)";
/// The heading after `code` of the codes as they are printed, if the catalog declares that.
pub(super) const PRINTED: &str = "printed";
/// The fields of the catalog, which are in each row of every format but Markdown.
pub(super) const OF_CATALOG: [&str; 3] = ["title", "source", "lang"];
/// The heading after these of the statement that declares how codes are printed.
pub(super) const DISPLAY: &str = "display";

/// Returns the roles of the columns of an export, or `None` for any other table.
pub(super) fn roles<S: AsRef<str>>(headings: &[S]) -> Option<Vec<Role>> {
    let mut headings: Vec<&str> = headings.iter().map(|heading| heading.as_ref().trim()).collect();
    if let Some(code) = headings.get_mut(1).filter(|code| **code == CODE_OF_TEXTS) {
        *code = "code";
    }
    let all = headings.clone();
    let has_printed = headings.get(2) == Some(&PRINTED);
    if has_printed {
        headings.remove(2);
    }
    let more = headings.strip_prefix(&FIRST)?;
    let deprecated = more.iter().position(|heading| *heading == "deprecated")?;
    let (translated, more) = (&more[..deprecated], &more[deprecated + 1..]);
    let (of_catalog, columns) = match more.strip_prefix(&OF_CATALOG) {
        Some(columns) => (true, columns),
        None => (false, more),
    };
    let (has_display, columns) = match columns {
        [DISPLAY, columns @ ..] if of_catalog && has_printed => (true, columns),
        columns => (false, columns),
    };

    let mut roles = vec![
        Role::Skip,
        Role::Code,
        Role::Name,
        Role::Symbol,
        Role::Message,
        Role::Help,
        Role::Success,
        Role::Section,
        Role::SectionName,
    ];
    let (mut languages, mut names) = (HashSet::new(), HashSet::new());
    for heading in translated {
        let (lang, is_message) = match heading.strip_prefix("message_") {
            Some(lang) => (lang.to_snake_case(), true),
            None => (heading.strip_prefix("section_")?.to_snake_case(), false),
        };
        // A forged heading may have no language, or one that another heading has in another case.
        let is_language = tag_of_identifier(&lang).is_some();
        roles.push(if is_message && is_language && is_column_name(&lang) && names.insert(lang.clone()) {
            Role::Translation(lang)
        } else if !is_message && is_language && languages.insert(lang.clone()) {
            Role::SectionIn(lang)
        } else {
            Role::Skip
        });
    }
    roles.push(Role::Deprecated);
    if of_catalog {
        roles.extend([Role::Title, Role::Source, Role::Lang]);
    }
    if has_display {
        roles.push(Role::Display);
    }
    roles.extend(columns.iter().map(|heading| match strip_prefix(heading, &all) {
        name if is_column_name(name) && names.insert(name.to_owned()) => Role::Column(name.to_owned()),
        _ => Role::Skip,
    }));
    if has_printed {
        roles.insert(2, Role::Skip);
    }
    Some(roles)
}

/// Checks whether the headings of an export state that the codes are texts.
pub(super) fn codes_are_texts<S: AsRef<str>>(headings: &[S]) -> bool {
    headings.get(1).is_some_and(|code| code.as_ref().trim() == CODE_OF_TEXTS)
}

/// Returns the name of a column, without the prefix `column_` of one that is named like a field.
fn strip_prefix<'h>(heading: &'h str, headings: &[&str]) -> &'h str {
    let mut name = heading;
    while let Some(rest) = name.strip_prefix("column_")
        && headings.iter().any(|other| other.eq_ignore_ascii_case(rest))
    {
        name = rest;
    }
    name
}
