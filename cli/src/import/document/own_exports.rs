//! The headings of errcat's own exports. They say more of a catalog than a vendor's table does: the names of sections and
//! their titles in other languages, which codes mean success, where the table is from.

use super::column_role::{Role, can_name_a_column};

/// What every export begins with.
pub(super) const FIRST: [&str; 9] =
    ["catalog", "code", "name", "symbol", "message", "help", "success", "section", "section_name"];
/// What it says of the catalog in each row, except in Markdown.
pub(super) const OF_CATALOG: [&str; 3] = ["title", "source", "lang"];

/// What the columns of an export are; `None` for those of any other table.
pub(super) fn roles<S: AsRef<str>>(headings: &[S]) -> Option<Vec<Role>> {
    let headings: Vec<&str> = headings.iter().map(|heading| heading.as_ref().trim()).collect();
    let more = headings.strip_prefix(&FIRST)?;
    let deprecated = more.iter().position(|heading| *heading == "deprecated")?;
    let (titles, more) = (&more[..deprecated], &more[deprecated + 1..]);
    let of_catalog = more.starts_with(&OF_CATALOG);
    let columns = &more[if of_catalog { OF_CATALOG.len() } else { 0 }..];

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
    for title in titles {
        roles.push(Role::SectionIn(title.strip_prefix("section_")?.to_owned()));
    }
    roles.push(Role::Deprecated);
    if of_catalog {
        roles.extend([Role::Title, Role::Source, Role::Lang]);
    }
    let column = |heading: &&str| match own_name(heading, &headings) {
        name if can_name_a_column(name) => Role::Column(name.to_owned()),
        _ => Role::Skip,
    };
    roles.extend(columns.iter().map(column));
    Some(roles)
}

/// The name of a column: where a field has it too, it stands behind a `column_`.
fn own_name<'h>(heading: &'h str, headings: &[&str]) -> &'h str {
    let mut name = heading;
    while let Some(rest) = name.strip_prefix("column_")
        && headings.iter().any(|other| other.eq_ignore_ascii_case(rest))
    {
        name = rest;
    }
    name
}
