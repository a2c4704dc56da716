//! The codes that belong to a section: those of its ranges, with its prefix, or from its base.

use super::Code;
use super::ast::{self, Section};

/// Returns the first and the last code of each range of the section `index`. A prefix or a base is a range too. The list is
/// empty for a section that may have any code.
///
/// A base holds as many codes as the zeros at its end have room for, up to the start of the next section.
pub fn ranges(sections: &[Section], index: usize) -> Vec<(Code, Code)> {
    let section = &sections[index];
    if let Some(prefix) = &section.prefix {
        // Texts have no greater character.
        return vec![(Code::Str(prefix.value.clone()), Code::Str(format!("{}{}", prefix.value, char::MAX)))];
    }
    match &section.base {
        Some(base) if section.ranges.is_empty() => from_base(base, sections).into_iter().collect(),
        _ => section.ranges.iter().filter_map(ast::Range::values).collect(),
    }
}

/// Returns the first and the last code from a base, up to the next section, or `None` if the base does not end in a zero.
pub(crate) fn from_base(base: &ast::CodeLiteral, sections: &[Section]) -> Option<(Code, Code)> {
    let (Code::Int(start), room) = (base.value()?, base.room()?) else { return None };
    let ends = sections.iter().flat_map(|section| {
        let base = section.base.iter().filter_map(ast::CodeLiteral::value).map(|base| (base.clone(), base));
        base.chain(section.ranges.iter().filter_map(ast::Range::values))
    });
    let (first, last) = if start >= 0 {
        let starts = ends.filter_map(|(first, _)| first.as_int().filter(|first| *first > start));
        (start, starts.map(|next| next - 1).fold(start.saturating_add(room), i128::min))
    } else {
        let lasts = ends.filter_map(|(_, last)| last.as_int().filter(|last| *last < start));
        (lasts.map(|before| before + 1).fold(start.saturating_sub(room), i128::max), start)
    };
    Some((Code::Int(first), Code::Int(last)))
}
