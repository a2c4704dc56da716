//! The patterns of `--from rust` and its like, one table for all of them. `docs/patterns.md` repeats it.

use super::format::FileFormat;
use clap::ValueEnum;
use std::fmt::Write;

/// A format that is read with patterns.
#[derive(Debug)]
pub(super) struct Preset {
    pub(super) format: FileFormat,
    pub(super) syntax: Syntax,
    pub(super) patterns: &'static [PresetPattern],
}

/// The syntax of the rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Syntax {
    /// Prose, such as Markdown, or whatever a user's own pattern matches.
    Text,
    /// Constants whose codes are literals or expressions. A constant without either has no code.
    Explicit,
    /// Constants that, without a code of their own, have the next number after the one above.
    Counting,
    /// Constants that, without a code of their own, repeat the expression above with the next `iota`.
    Iota,
}

/// A pattern of rows.
#[derive(Debug)]
pub(super) struct PresetPattern {
    /// The pattern of the beginning of the blocks that the rows are in.
    pub(super) block: Option<&'static str>,
    pub(super) row: &'static str,
    /// The first code of a block, if its first row has none.
    pub(super) first: i64,
}

/// The parts that several patterns have in common: `(?&number)` in a pattern is replaced by the pattern of this name.
pub(super) const PARTS: [(&str, &str); 11] = [
    ("number", r"-?[0-9]\w*"),
    ("string", r#""(?:[^"\\\n]|\\[\s\S])*""#),
    ("strings", r"(?&string)(?:\s*\+\s*(?&string))*"),
    ("quoted", r"'(?:[^'\\]|\\[\s\S])*'|(?&string)"),
    // A comment after a row.
    ("note", r"//[^\n]*|/\*(?:[^*]|\*+[^*/])*\*+/"),
    // A comment of Doxygen below a row.
    ("doxygen", r"/\*[*!]<(?:[^*]|\*+[^*/])*\*+/|//[/!]<[^\n]*"),
    // The comment above a row, without an empty line between.
    ("comment", r"(?://[^\n]*\n[\ \t]*)+|/\*(?:[^*]|\*+[^*/])*\*+/[\ \t]*\r?\n?[\ \t]*"),
    ("docs", r"(?:///[^\n]*\n[\ \t]*)+|/\*\*(?:[^*]|\*+[^*/])*\*+/\s*"),
    ("attribute", r#"\#!?\[(?:[^\]\["]|(?&string)|\[[^\]]*\])*\]"#),
    // Names of numbers that are not codes.
    ("other", r"\w+_(?:BASE|BITS?|COUNT|FLAGS?|MASK|MAX|MIN|SHIFT)|(?:MAX|MIN|NUM)_\w+"),
    // Comments and strings that belong to no row.
    ("skip", r"(?&comment)|(?&note)|(?&string)"),
];

const RUST_ROW: &str = r#"(?x)
(?: (?<comment2>(?&docs)) | (?&comment)
  | \#\[ (?: (?:\w+::)* (?:display|error|msg|strum) \( \s* (?:message\s*=\s*)? (?<message>(?&string)) )?
    (?: [^\]\["] | (?&string) | \[[^\]]*\] )* \] \s*
)*
(?<symbol>[A-Z]\w*) \s* (?: \( (?: [^()] | \([^()]*\) )* \) | \{[^{}]*\} )? \s*
(?: = \s* (?<code>[^,}\n/]+) )? (?: , | (?<end>\}) )? [\ \t]* (?<comment>(?&note))?
| (?<end2>\}) | (?&skip)"#;

/// The messages of constants that are elsewhere in the file: in a map, an array, a list of structs, or the branches of a
/// function.
const MESSAGES: PresetPattern = PresetPattern {
    block: None,
    row: r"(?x)
(?: \{ | (?-u:\b)(?:entry|put|[Rr]egister\w*)\( ) \s* (?: \w+ (?:\.|::) )* (?<symbol>[A-Za-z_]\w*) \s*,\s*
  (?: [\w.]+ \s*,\s* )* (?<message>(?&strings))
| (?<symbol2>[A-Za-z_]\w*) \s* (?: \{\s*\.\.\s*\} | \([_.\ ]*\) )? \s* (?: \]\s*= | => | -> | : ) \s*
  (?: return\s+ )? (?: (?: write!|f\.write_str|N?_ ) \(\s* (?: f\s*,\s* )? )? (?<message2>(?&strings))
| (?&skip)",
    first: 0,
};

pub(super) const PRESETS: &[Preset] = &[
    Preset {
        format: FileFormat::Rust,
        syntax: Syntax::Counting,
        patterns: &[
            PresetPattern {
                block: Some(
                    r"(?x)
(?&skip)
| \#\[error_code\] \s* (?: (?&attribute) \s* )* (?: pub (?:\([^)]*\))? \s+ )? enum \s+ (?<heading>\w+) [^{;]* \{",
                ),
                row: RUST_ROW,
                first: 6000,
            },
            PresetPattern {
                block: Some(
                    r"(?x)
(?&skip) | \#\[error_code\] [^{;]* \{ | (?-u:\b)enum \s+ (?<heading>\w+) [^{;]* \{",
                ),
                row: RUST_ROW,
                first: 0,
            },
            PresetPattern {
                block: None,
                row: r"(?x)
(?: (?<comment2>(?&docs)) | (?&comment) | (?&attribute) \s* )*
(?: pub (?:\([^)]*\))? \s+ )? (?-u:\b)const \s+ (?: (?<other>(?&other)) | (?<symbol>[A-Z]\w*) ) \s*
: \s* (?: [iu](?:8|16|32|64) | &(?:'static\s+)?str | (?:\w+::)*[A-Z]\w* ) \s* = \s*
(?: (?:\w+::)* (?: [A-Z]\w* | new | from ) \( \s* (?<code>(?&number)|(?&string)) \s* \)
  | (?<code2> (?&string) | [-+(0-9A-Z] [\w\ +*|<()-]* ) ) ; [\ \t]* (?<comment>(?&note))?
| (?&skip)",
                first: 0,
            },
            MESSAGES,
        ],
    },
    Preset {
        format: FileFormat::C,
        syntax: Syntax::Counting,
        patterns: &[
            PresetPattern {
                block: None,
                row: r"(?x)
^[\ \t]* \#[\ \t]*ifndef[^\n]*\n \s* \#[\ \t]*define[\ \t]+\w+(?:_H|_HPP|_HXX|_INCLUDED)_*[^\n]*
| (?<comment2>(?&comment))? \#[\ \t]*define[\ \t]+ (?: (?<other>(?&other)) | (?<symbol>[A-Za-z_]\w*) ) [\ \t]+
  (?: \w*TYPEDEF_\( (?<code>[^()\n]*) \)
    | (?<code2> (?: [-+~(0-9] | \w+[\ \t]*[-+|][\ \t]*[(0-9] ) (?: [^/\n\\] | \\\r?\n | /[^/*\n] )* ) )
  [\ \t]* (?<comment>(?&note))?
| (?&skip)",
                first: 0,
            },
            PresetPattern {
                block: Some(
                    r"(?x)
(?&skip) | (?-u:\b)enum(?-u:\b) \s* (?:(?:class|struct)\s+)? (?<heading>\w*) [^{};()=]* \{",
                ),
                row: r#"(?x)
^[\ \t]*\#[^\n]*
| (?<comment2>(?&comment))? (?: (?<other>(?&other)) | (?<symbol>[A-Za-z_]\w*) ) \s*
  (?: = \s* (?<code>(?: [^,}/\n] | /[^/*\n] )+) )? \s*
  (?: , (?: [\ \t]* (?<comment>(?&note)) | \s* (?<comment3>(?&doxygen)) )?
    | (?<comment4>(?&note))? \s* (?: \#[^\n]*\n\s* )* (?: , | (?<end>\}) ) )
| (?<symbol2>[A-Za-z_]\w*) \s* (?<code2> \( (?: [^()"] | (?&string) | \([^()]*\) )* \) ) \s* ,?
| (?<end2>\}) | (?&skip)"#,
                first: 0,
            },
            MESSAGES,
        ],
    },
    Preset {
        format: FileFormat::Go,
        syntax: Syntax::Iota,
        patterns: &[
            PresetPattern {
                block: Some(r"(?x) (?&skip) | ^const \s* \( (?<heading>)"),
                row: r"(?x)
(?<comment2>(?&comment))? ^[\ \t]* (?<symbol>[A-Za-z_]\w*) (?: [\ \t]+ [\w.]+ )?
(?: [\ \t]* = [\ \t]* (?: [A-Za-z][\w.]*\( (?<code>[^()\n]+) \) | (?<code2>(?: (?&string) | [^/\n] )+?) ) )?
[\ \t]* (?<comment>(?&note))? $
| ^[\ \t]* (?<end>\)) | (?&skip)",
                first: 0,
            },
            PresetPattern {
                block: None,
                row: r"(?x)
(?<comment2>(?&comment))? (?:
    ^const[\ \t]+ (?<symbol>[A-Za-z_]\w*) (?: [\ \t]+[\w.]+ )? [\ \t]*=[\ \t]*
    (?: [A-Za-z][\w.]*\( )? (?<code>(?&number)|(?&string)) \)?
  | (?-u:\b)(?<symbol2>[A-Za-z_]\w*) [\ \t]*:?=[\ \t]* &?[\w.]*
    (?: (?:New|Register|Wrap)\w*\( \s* (?:[A-Za-z]\w*,\s*)? | \{ \s* (?:Code|Errno)\w*:\s* )
    (?<code2>(?&number)|(?&string)) \s*,\s* (?:[A-Za-z]\w*:\s*)? (?<message>(?&strings)) \s*,?\s* [)}]
) [\ \t]* (?<comment>(?&note))?
| (?&skip)",
                first: 0,
            },
            MESSAGES,
        ],
    },
    Preset {
        format: FileFormat::Java,
        syntax: Syntax::Explicit,
        patterns: &[
            PresetPattern {
                block: Some(r"(?x) (?&skip) | (?-u:\b)enum \s+ (?:class\s+)? (?<heading>\w+) [^{;]* \{"),
                row: r"(?x)
(?<comment2>(?&comment))?
(?: @ (?: (?<deprecated>Deprecated) | [\w.]+ ) (?: \( (?: [^()] | \([^()]*\) )* \) )? \s* (?&comment)? )*
(?<symbol>[A-Za-z_]\w*) \s*
(?: \( \s* (?:
      (?<message>(?&strings)) \s*,\s* (?<code>(?&number)) \s*
    | (?: [A-Za-z][\w.]* (?: \( [^()]* \) )? \s*,\s* )* (?<code2>(?&number)|(?&string)) \s*
      (?: ,\s* (?: (?&number) | [A-Za-z][\w.]* (?: \( [^()]* \) )? ) \s* )*
      (?: ,\s* (?<message2>(?&strings)) \s* )? (?: ,\s* (?<help>(?&strings)) \s* )?
      (?: , (?: [^()] | \( [^()]* \) )* )?
    | (?<code3> [^()]* )
    ) \) )? \s*
(?: \{ [^{}]* (?: \{ [^{}]* \} [^{}]* )* \} \s* )?
(?: (?: , | (?<end>[;}]) ) [\ \t]* (?<comment>(?&note))? | (?<comment3>(?&note)) \s* (?<end3>[;}]) )
| (?<end2>[;}]) | (?&skip)",
                first: 0,
            },
            PresetPattern {
                block: None,
                row: r"(?x)
(?<comment2>(?&comment))? (?: @[\w.]+ \s+ )* (?: (?:public|private|protected|internal|static|const|final)\s+ )+
(?: [\w.<>]+ \s+ )? (?: (?<other>(?&other)) | (?<symbol>[A-Z]\w*) ) (?: \s*:\s*\w+ )? \s* = \s*
(?<code> (?&string) | [-+(0-9A-Z] [\w\ .+*|<()-]* ) \s* ; [\ \t]* (?<comment>(?&note))?
| (?&skip)",
                first: 0,
            },
            MESSAGES,
        ],
    },
    Preset {
        format: FileFormat::Proto,
        syntax: Syntax::Explicit,
        patterns: &[PresetPattern {
            block: Some(r"(?x) (?&skip) | (?-u:\b)enum \s+ (?<heading>\w+) \s* \{"),
            row: r#"(?x)
(?:option|reserved) \s (?: [^;"] | (?&string) )* ;
| (?<comment2>(?&comment))? (?<symbol>[A-Za-z_]\w*) \s* = \s* (?<code>(?&number)) \s*
  (?: \[ (?: [^\]"]*? (?<deprecated>deprecated) \s*=\s*true )? (?: [^\]"] | (?&string) )* \] \s* )? ;
  [\ \t]* (?<comment>(?&note))?
| (?<end>\}) | (?&skip)"#,
            first: 0,
        }],
    },
    Preset {
        format: FileFormat::Php,
        syntax: Syntax::Explicit,
        patterns: &[
            PresetPattern {
                block: None,
                row: r#"(?x)
(?<comment2>(?&comment))? (?:
    (?: ['"]? (?<code>(?&number)) ['"]? | (?<code4>(?&quoted)) ) \s*=>\s* (?<message>(?&quoted)) \s* ,?
  | (?: (?:final|public|protected|private)\s+ )* (?-u:\b)(?:const|case)\s+ (?:\w+\s+)?
    (?: (?<other>(?&other)) | (?<symbol>\w+) ) \s*=\s* (?<code2>(?&number)|(?&quoted)) \s* ;
  | (?-u:\b)define\( \s* ['"](?<symbol2>\w+)['"] \s*,\s* (?<code3>(?&number)) \s* \) \s* ;
) [\ \t]* (?<comment> (?&note) | \#[^\n]* )?
| (?&skip) | \#[^\n]* | (?&quoted)"#,
                first: 0,
            },
            PresetPattern {
                block: None,
                row: r"(?x)
(?<symbol>[A-Za-z_]\w*) (?: ->value )? \s*=>\s* (?<message>(?&quoted)) | (?&skip) | \#[^\n]* | (?&quoted)",
                first: 0,
            },
        ],
    },
    Preset {
        format: FileFormat::Headings,
        syntax: Syntax::Text,
        patterns: &[PresetPattern {
            block: None,
            row: r"(?x)
^\#{1,6}[\ \t]+ [`*\[(]* (?<code>-?[0-9]+|0x[0-9A-Fa-f]+|[A-Z]{1,10}[-_]?[0-9]+)(?-u:\b) [`*\])]* [\ \t]*
(?: [:：–—-]? [\ \t]* `?(?<symbol>[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*)(?-u:\b)`? [\ \t]* )?
(?: [:：–—-]? [\ \t]* (?<message>[^\s\#:：.)–—-][^\n\#]*?) [\ \t]*\#*$ \s* (?<help>(?:^[^\#\n][^\n]*\n?|\n)+)?
  | \#*$ \s* (?: (?<message2>[^\#\s][^\n]*) (?: \n\s* (?<help2>(?:^[^\#\n][^\n]*\n?|\n)+) )? )? )
| ^\#{1,6}[\ \t]+ (?<heading>[^\n]+)$",
            first: 0,
        }],
    },
    Preset {
        format: FileFormat::Bullets,
        syntax: Syntax::Text,
        patterns: &[PresetPattern {
            block: None,
            row: r"(?x)
^[\ \t]*[-*+•][\ \t]+
(?: [*_`]+(?<code>[^\s*`]+)[*_`]+ | (?<code2>(?&number)|[A-Z]+[-_]?[0-9]+|[a-z]+(?:[_.][a-z]+)+) ) [\ \t]*
(?: \( `?(?<symbol>[A-Z]\w*)`? \) [\ \t]* )? (?: -> | => | [:：=,–—-] )+ [*_]* [\ \t]* (?<message>[^\n]+)$
| ^`?(?<code3>[^\s`\#]+)`? [\ \t]*\n (?:[\ \t]*\n)? :[\ \t]+ (?<message2>[^\n]+)$
| ^\#{1,6}[\ \t]+ (?<heading>[^\n]+)$",
            first: 0,
        }],
    },
];

/// Lists the patterns, for the help and the documentation.
pub(crate) fn patterns() -> String {
    let mut list = String::from("Patterns of --from:\n");
    for (name, part) in PARTS {
        _ = writeln!(list, "\n(?&{name})\n{part}");
    }
    for preset in PRESETS {
        let format = preset.format.to_possible_value();
        let name = format.as_ref().map_or("", |format| format.get_name());
        for PresetPattern { block, row, .. } in preset.patterns {
            let row_name = match block {
                Some(_) => format!("{name}, a row"),
                None if !row.contains("(?<code") => format!("{name}, the message of a constant"),
                None => name.to_owned(),
            };
            if let Some(block) = block {
                _ = writeln!(list, "\n# {name}, the beginning of a block\n{}", block.trim());
            }
            _ = writeln!(list, "\n# {row_name}\n{}", row.trim());
        }
    }
    list
}

/// Returns the preset of a format, if patterns read it.
pub(super) fn preset(format: FileFormat) -> Option<&'static Preset> {
    PRESETS.iter().find(|preset| preset.format == format)
}

#[cfg(test)]
mod tests {
    use super::patterns;

    #[test]
    fn the_documentation_lists_each_pattern() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/patterns.md");
        // The published package does not contain the document.
        let Ok(document) = std::fs::read_to_string(path) else { return };
        let list = patterns();
        let (_, list) = list.split_once("\n\n").expect("a list");
        assert!(document.contains(list), "docs/patterns.md must have:\n{list}");
    }
}
