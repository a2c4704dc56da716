//! Recognizes the columns of a table by their headings and the values of the first rows.

use super::cells::Cells;
use super::code_cell::unquoted;
use super::decorated_integer::number;
use super::export_headings;
use super::heading_words::{HeadingMeaning, word};
use super::role::Role;
use std::collections::HashSet;
use std::rc::Rc;

/// The roles of a table's columns.
#[derive(Debug)]
pub(super) struct Recognized {
    pub(super) roles: Vec<Role>,
    /// A column that could be the code as well as the one that was chosen.
    pub(super) rival: Option<usize>,
}

/// The values of a column in the first rows of a table.
#[derive(Debug, Default)]
struct Values {
    filled: usize,
    distinct: usize,
    integers: usize,
    /// Single words, such as codes and symbols.
    words: usize,
    /// Integers from 100 to 599.
    statuses: usize,
    /// Integers that equal the number of the row.
    ordinals: usize,
}

impl Values {
    fn of<'r>(column: usize, rows: impl Iterator<Item = &'r Cells>) -> Self {
        let mut values = Self::default();
        let mut distinct = HashSet::new();
        for cell in rows.filter_map(|row| row.as_slice().get(column)) {
            let cell = unquoted(cell.trim().trim_matches('~'));
            if cell.is_empty() || cell == "-" {
                continue;
            }
            values.filled += 1;
            distinct.insert(cell);
            if let Some(number) = number(cell) {
                values.integers += 1;
                values.statuses += usize::from((100..600).contains(&number.value));
                values.ordinals += usize::from(number.value == values.filled as i128);
            } else if cell.len() <= 100 && !cell.contains(char::is_whitespace) {
                values.words += 1;
            }
        }
        values.distinct = distinct.len();
        values
    }

    fn are_integers(&self) -> bool {
        self.integers > 0 && 2 * self.integers >= self.filled
    }

    fn are_codes(&self) -> bool {
        self.filled > 0 && 2 * (self.integers + self.words) >= self.filled
    }

    fn are_statuses(&self) -> bool {
        self.filled > 0 && self.statuses == self.filled
    }

    fn are_row_numbers(&self) -> bool {
        self.filled > 1 && self.ordinals == self.filled
    }

    fn are_distinct(&self) -> bool {
        self.distinct == self.filled
    }
}

/// Recognizes the columns to which the user has not assigned a role. Returns `None` if no column has codes, or none
/// describes them. Without rows, the headings alone decide.
pub(super) fn recognize<'r, I>(
    headings: &[Rc<str>],
    assigned: &[Option<Role>],
    rows: &I,
) -> Option<Recognized>
where
    I: Iterator<Item = &'r Cells> + Clone,
{
    let is_assigned = |column: usize| assigned.get(column).is_some_and(Option::is_some);
    let assigned_to = |role: &Role| assigned.iter().position(|assigned| assigned.as_ref() == Some(role));
    if let Some(roles) = export_headings::roles(headings).filter(|_| assigned.iter().all(Option::is_none)) {
        return Some(Recognized { roles, rival: None });
    }
    let words =
        headings.iter().enumerate().map(|(column, heading)| word(heading).filter(|_| !is_assigned(column)));
    let words: Vec<Option<HeadingMeaning>> = words.collect();
    let values: Vec<Values> = (0..headings.len()).map(|column| Values::of(column, rows.clone())).collect();
    let (code, rival) = match assigned_to(&Role::Code) {
        Some(code) => (code, None),
        None => code_column(&words, &values, headings, rows.clone().next().is_some())?,
    };
    let first = |wanted: HeadingMeaning| {
        (0..words.len()).find(|column| *column != code && words[*column] == Some(wanted))
    };
    let sentences = first(HeadingMeaning::Error)
        .filter(|column| !values[*column].are_codes() && values[*column].filled > 0);
    let message = assigned_to(&Role::Message).or(first(HeadingMeaning::Message));
    let message = message.or(first(HeadingMeaning::Description)).or(sentences);
    let has_name = [Role::Symbol, Role::Name].iter().any(|role| assigned_to(role).is_some());
    if message.is_none()
        && !has_name
        && first(HeadingMeaning::Symbol).or(first(HeadingMeaning::Name)).is_none()
    {
        return None;
    }

    let mut roles: Vec<Role> = Vec::with_capacity(headings.len());
    let mut taken: HashSet<Role> = HashSet::from([Role::Code]);
    taken.extend(message.map(|_| Role::Message));
    taken.extend(assigned.iter().flatten().filter(|role| **role != Role::Skip).cloned());
    for (column, heading) in headings.iter().enumerate() {
        if let Some(Some(role)) = assigned.get(column) {
            roles.push(role.clone());
            continue;
        }
        let is_symbol = || first(HeadingMeaning::Symbol).is_none() && !values[column].are_integers();
        let role = match words[column] {
            _ if column == code => Some(Role::Code),
            _ if Some(column) == message => Some(Role::Message),
            Some(HeadingMeaning::Code | HeadingMeaning::Error) if is_symbol() => Some(Role::Symbol),
            Some(HeadingMeaning::Name) if first(HeadingMeaning::Symbol).is_some() => Some(Role::Name),
            Some(HeadingMeaning::Symbol | HeadingMeaning::Name) => Some(Role::Symbol),
            Some(HeadingMeaning::Help) => Some(Role::Help),
            Some(HeadingMeaning::Description) if first(HeadingMeaning::Help).is_none() => Some(Role::Help),
            Some(HeadingMeaning::Section) => Some(Role::Section),
            Some(HeadingMeaning::Deprecated) => Some(Role::Deprecated),
            Some(HeadingMeaning::English) => Some(Role::Column("en".to_owned())),
            Some(HeadingMeaning::Catalog) => Some(Role::Skip),
            _ => None,
        };
        let is_chosen = column == code || Some(column) == message;
        // A second column of the same kind becomes a column of the catalog, if its heading can be a name.
        let role = role.filter(|role| is_chosen || !taken.contains(role));
        let role = role.unwrap_or_else(|| Role::column(heading));
        let role = if !is_chosen && taken.contains(&role) { Role::Skip } else { role };
        taken.insert(role.clone());
        roles.push(role);
    }
    Some(Recognized { roles, rival })
}

/// Chooses the column of the code by its heading and its values. Also returns another column that could be meant.
fn code_column(
    words: &[Option<HeadingMeaning>],
    values: &[Values],
    headings: &[Rc<str>],
    has_rows: bool,
) -> Option<(usize, Option<usize>)> {
    let ratio = |column: usize| values[column].distinct * 1000 / values[column].filled.max(1);
    let has_codes = |column: &usize| match words[*column] {
        Some(
            HeadingMeaning::Number | HeadingMeaning::Code | HeadingMeaning::Status | HeadingMeaning::Error,
        ) => !has_rows || values[*column].are_codes(),
        Some(HeadingMeaning::Parameter) => !has_rows || values[*column].are_integers(),
        _ => false,
    };
    let mut candidates: Vec<usize> = (0..words.len()).filter(has_codes).collect();
    if candidates.is_empty() {
        // The codes may be texts of several words.
        let is_code =
            |column: &usize| matches!(words[*column], Some(HeadingMeaning::Number | HeadingMeaning::Code));
        candidates = (0..words.len()).filter(is_code).collect();
    }
    let most_distinct = candidates.iter().map(|column| ratio(*column)).max()?;
    let has_codes_beside = |column: usize, are_integers: bool| {
        let is_one = |other: &&usize| {
            **other != column
                && words[**other] == Some(HeadingMeaning::Code)
                && values[**other].are_integers() == are_integers
                && values[**other].are_distinct()
        };
        candidates.iter().any(|other| is_one(&other))
    };
    let score = |column: &usize| {
        let values = &values[*column];
        let by_heading = match (words[*column], values.are_integers() || !has_rows) {
            // If another column has codes that are numbers, 1 to n only count the rows.
            (Some(HeadingMeaning::Number), true)
                if values.are_row_numbers() && has_codes_beside(*column, true) =>
            {
                35
            }
            (Some(HeadingMeaning::Number), true) => 50,
            // If another column has codes that are words, numbers from 100 to 599 are the status of HTTP.
            (Some(HeadingMeaning::Code), true)
                if values.are_statuses() && has_codes_beside(*column, false) =>
            {
                25
            }
            (Some(HeadingMeaning::Code), true) => 40,
            (Some(HeadingMeaning::Code), false) => 30,
            (Some(HeadingMeaning::Error), true) => 28,
            (Some(HeadingMeaning::Status), true) if !values.are_statuses() => 20,
            (Some(HeadingMeaning::Error), false) => 15,
            (Some(HeadingMeaning::Status), false) => 12,
            (Some(HeadingMeaning::Status), true) => 10,
            _ => 5,
        };
        let is_repeated = ratio(*column) < most_distinct;
        // A status is the same for many errors; a code that is given twice is still a code.
        if is_repeated && values.are_statuses() {
            by_heading - 40
        } else if 2 * ratio(*column) < most_distinct {
            by_heading - 20
        } else {
            by_heading
        }
    };
    // Of equal candidates, this chooses the first.
    let code = candidates.iter().copied().rev().max_by_key(score)?;
    let is_rival = |column: &&usize| {
        let (values, chosen) = (&values[**column], &values[code]);
        **column != code
            && values.are_integers()
            && values.are_distinct()
            && (!chosen.are_integers() || words[code] != Some(HeadingMeaning::Number))
            && !(values.are_statuses() && headings[**column].to_lowercase().contains("http"))
    };
    Some((code, candidates.iter().find(is_rival).copied()))
}

/// Checks whether a column has the code, even if nothing describes it.
pub(super) fn has_code<'r>(headings: &[Rc<str>], rows: &(impl Iterator<Item = &'r Cells> + Clone)) -> bool {
    let words: Vec<Option<HeadingMeaning>> = headings.iter().map(|heading| word(heading)).collect();
    let values: Vec<Values> = (0..headings.len()).map(|column| Values::of(column, rows.clone())).collect();
    code_column(&words, &values, headings, rows.clone().next().is_some()).is_some()
}

/// Checks whether cells can be the headings of a table, in formats that do not mark them.
pub(super) fn begins_table(cells: &Cells) -> bool {
    let no_rows = std::iter::empty::<&Cells>();
    recognize(cells.as_slice(), &[], &no_rows)
        .is_some_and(|recognized| recognized.roles.contains(&Role::Message) || is_short(cells))
}

/// Checks whether every cell is short, as headings without a message are.
fn is_short(cells: &Cells) -> bool {
    cells.as_slice().iter().filter(|cell| word(cell).is_some()).count() == cells.len()
}

/// Merges headings in two rows: a word of the second row replaces the one above it. Returns `None` if the second row
/// has no headings.
pub(super) fn second(first: &[Rc<str>], second: &[Rc<str>]) -> Option<Vec<Rc<str>>> {
    let known = |heading: &Rc<str>| word(heading).is_some();
    let differs = |column: usize| first.get(column) != second.get(column);
    let repeats = (0..second.len()).any(|column| !differs(column) && known(&second[column]));
    let words = (0..second.len()).filter(|column| differs(*column) && known(&second[*column])).count();
    let is_headings = |row: &[Rc<str>]| recognize(row, &[], &std::iter::empty::<&Cells>()).is_some();
    let begins_anew = is_headings(second);
    if words == 0 || !(repeats || begins_anew || second.first().is_some_and(|cell| cell.trim().is_empty())) {
        return None;
    }
    let empty: Rc<str> = "".into();
    let below = (0..first.len().max(second.len())).map(|column| {
        let [above, below] = [first, second].map(|row| row.get(column).unwrap_or(&empty));
        let is_above = below.trim().is_empty() || (known(above) && !known(below));
        Rc::clone(if is_above { above } else { below })
    });
    let both: Vec<Rc<str>> = below.collect();
    is_headings(&both).then_some(both)
}

/// Checks whether a heading's column can be left out without a loss.
pub(super) fn can_be_left_out(heading: &str) -> bool {
    word(heading) == Some(HeadingMeaning::Catalog)
}

/// Checks whether the first row, in a format that does not mark headings, has them: its cell of the code is known as a
/// heading, or is unlike the codes in the rows below. `None` if it is unclear.
pub(super) fn has_headings<'r>(
    first: &Cells,
    code: usize,
    rows: impl Iterator<Item = &'r Cells>,
) -> Option<bool> {
    let cell = |row: &'r Cells| row.as_slice().get(code).map_or("", |cell| unquoted(cell.trim()));
    let heading = first.as_slice().get(code).map_or("", |cell| unquoted(cell.trim()));
    if number(heading).is_some() {
        return Some(false);
    }
    if heading.is_empty() || word(heading).is_some() {
        return Some(true);
    }
    let codes: Vec<&str> = rows.map(cell).filter(|cell| !cell.is_empty()).collect();
    if codes.is_empty() {
        return None;
    }
    let kinds: [fn(&str) -> bool; 6] = [
        |text| text.contains(|c: char| c.is_numeric()),
        |text| text.is_ascii(),
        |text| text.contains(['_', '-', '.', ':', '/']),
        |text| !text.contains(char::is_whitespace),
        |text| !text.contains(char::is_lowercase),
        |text| !text.contains(char::is_uppercase),
    ];
    // The heading lacks a property that all codes have.
    let differs = kinds.iter().any(|is_kind| !is_kind(heading) && codes.iter().all(|code| is_kind(code)));
    differs.then_some(true)
}
