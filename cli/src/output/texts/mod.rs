//! The tool's own words, in each language that it has. Both languages are values of one type, so a missing translation
//! does not compile. Errors of the command line, and commands for developers of a catalog, are in English only.

mod chinese;
mod english;

use error_catalog::Section;

/// The words of the tool in a language: labels of fields, headings of columns, and results without a row.
pub(crate) struct Texts {
    pub(crate) code: &'static str,
    pub(crate) name: &'static str,
    pub(crate) symbol: &'static str,
    pub(crate) message: &'static str,
    pub(crate) help: &'static str,
    pub(crate) values: &'static str,
    /// The label of the column `retry`, if it contains advice.
    pub(crate) retry: &'static str,
    pub(crate) section: &'static str,
    pub(crate) deprecated: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    /// Since a version, optionally with a note.
    pub(crate) deprecated_since: fn(&str, Option<&str>) -> String,
    pub(crate) source: &'static str,
    pub(crate) success: &'static str,
    /// A note in parentheses.
    pub(crate) note: fn(&str) -> String,
    pub(crate) catalog: &'static str,
    pub(crate) printed_code: &'static str,
    pub(crate) section_name: &'static str,
    /// The number of a meaning, and the number of all.
    pub(crate) meaning_of: fn(usize, usize) -> String,

    /// The paragraphs of an exported constant's documentation: the help, the symbol, the advice, the constant with the same
    /// code, and the messages of other meanings.
    pub(crate) help_paragraph: fn(&str) -> String,
    pub(crate) symbol_paragraph: fn(&str) -> String,
    pub(crate) advice_paragraph: fn(&str) -> String,
    pub(crate) same_code: fn(&str) -> String,
    pub(crate) or: fn(&str) -> String,
    /// The value of a deprecated constant without a version and a note.
    pub(crate) do_not_use: &'static str,

    /// No code was found in the quoted text, or in standard input.
    pub(crate) no_code_in: fn(Option<&str>) -> String,
    /// The command that searches for the words.
    pub(crate) search_hint: fn(&str) -> String,
    /// None of the catalogs has the word.
    pub(crate) unknown_term: fn(&[&str], &str) -> String,
    /// Codes or names that are similar to an unknown one.
    pub(crate) near: fn(&[String]) -> String,
    pub(crate) nothing_found: fn(&str) -> String,
    pub(crate) more_results: fn(usize) -> String,

    pub(crate) unknown_code: &'static str,
    pub(crate) count: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) first: &'static str,
    pub(crate) last: &'static str,
    pub(crate) no_code: &'static str,
    pub(crate) unlisted_codes: fn(u64) -> String,
    pub(crate) unlisted_hours: fn(u64) -> String,
    pub(crate) without_time: fn(u64) -> String,
    /// Formats the title of a code's chart from the code with its meaning, and its highest count.
    pub(crate) per_hour: fn(&str, u64) -> String,
}

/// Every language of the tool.
pub(crate) static LANGUAGES: [&Texts; 2] = [&english::TEXTS, &chinese::TEXTS];

/// A language of the tool.
pub(crate) enum Language {
    English,
    Chinese,
}

impl Language {
    /// Returns the language for this tag: Chinese for Chinese, otherwise English. Tags are looked up as for messages.
    pub(crate) fn of(lang: Option<&str>) -> Self {
        const LANGUAGES: Section = Section::new("", "en").with_titles("en", &[("zh", "zh")]);
        match lang.map(|lang| LANGUAGES.title_in(lang)) {
            Some("zh") => Self::Chinese,
            _ => Self::English,
        }
    }
}

/// Returns the words in the language with this tag.
pub(crate) fn texts_in(lang: Option<&str>) -> &'static Texts {
    match Language::of(lang) {
        Language::English => &english::TEXTS,
        Language::Chinese => &chinese::TEXTS,
    }
}
