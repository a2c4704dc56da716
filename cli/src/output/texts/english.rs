//! The words in English.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    code: "code",
    name: "name",
    symbol: "symbol",
    message: "message",
    help: "help",
    values: "values",
    retry: "retry",
    section: "section",
    deprecated: "deprecated",
    yes: "yes",
    no: "no",
    deprecated_since: |version, note| match note {
        Some(note) => format!("since {version}: {note}"),
        None => format!("since {version}"),
    },
    source: "source",
    success: "success",
    note: |text| format!(" ({text})"),
    catalog: "catalog",
    printed_code: "printed code",
    section_name: "section name",
    meaning_of: |number, count| format!("meaning {number} of {count}"),

    help_paragraph: |help| format!("Help: {help}"),
    symbol_paragraph: |symbol| format!("Symbol: {symbol}"),
    advice_paragraph: |advice| format!("Retry: {advice}"),
    same_code: |first| format!("The same code as {first}: a reply does not distinguish the two."),
    or: |messages| format!("Or: {messages}"),
    do_not_use: "do not use it",

    no_code_in: |text| format!("no code found in {}", text.unwrap_or("standard input")),
    search_hint: |command| format!("; to search for the words: {command}"),
    unknown_term: |catalogs, word| match catalogs {
        [_, _, ..] => format!("neither {} has {word}", catalogs.join(" nor ")),
        _ => format!("{} has no {word}", catalogs.concat()),
    },
    near: |near| format!("; near it: {}", near.join(", ")),
    nothing_found: |words| format!("nothing found for {words}"),
    more_results: |count| format!("{count} more results: --limit 0 shows all"),

    unknown_code: "unknown code",
    count: "count",
    meaning: "meaning",
    first: "first",
    last: "last",
    no_code: "no code found",
    unlisted_codes: |count| format!("{count} occurrences of further unknown codes are not listed"),
    unlisted_hours: |count| format!("{count} occurrences in further hours are not listed"),
    without_time: |count| format!("{count} codes are in lines without a time, and are not counted per hour"),
    per_hour: |code, most| format!("{code}, at most {most} per hour"),
};
