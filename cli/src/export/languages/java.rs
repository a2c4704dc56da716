//! Java: an enumeration with `fromCode`, which is empty for a code that the catalog does not have.

use super::{Constant, constants, is_text, preface, quoted, type_name, utf16_escape, within};
use crate::catalog::table::Table;
use crate::catalog::value::Cell;
use crate::output::escape::is_unsafe;
use heck::ToShoutySnakeCase;
use std::io::{self, Write};

/// What the class has in capitals for itself.
const CONSTANTS: &[&str] = &["BY_CODE"];
/// The types that the class names.
const TYPES: &[&str] = &["Deprecated", "Integer", "Long", "Meaning", "Override", "String", "StringBuilder"];

/// The most constants that the initializer of an enumeration, a method of at most 64 KB, has room for.
const MOST: usize = 2_000;

pub(crate) fn java(table: &Table, out: &mut dyn Write) -> io::Result<()> {
    if table.rows.len() > MOST {
        let message =
            format!("{} has {} codes, and a Java enum has room for {MOST}", table.name, table.rows.len());
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let (raw, boxed) = raw(table);
    let class = type_name(table, TYPES);

    comment(out, "", &preface(table, "java"))?;
    writeln!(out, "public enum {class} {{")?;
    let constants = constants(table, member, CONSTANTS);
    rows(table, raw, &constants, out)?;
    for constant in &constants {
        if let Some(first) = &constant.alias_of {
            documented(out, table, constant)?;
            writeln!(out, "  public static final {class} {} = {first};\n", constant.name)?;
        }
    }
    write!(out, "{}", body(&class, raw, boxed, &constants))
}

/// What is the same for every catalog.
fn body(class: &str, raw: &str, boxed: &str, constants: &[Constant<'_>]) -> String {
    let successes: Vec<&str> = constants
        .iter()
        .filter(|constant| constant.row.success && constant.alias_of.is_none())
        .map(|constant| constant.name.as_str())
        .collect();
    let success = if successes.is_empty() {
        "false".to_owned()
    } else {
        successes.iter().map(|name| format!("this == {name}")).collect::<Vec<_>>().join(" || ")
    };
    format!(
        r#"  /** What the vendor says about a code. Symbol and help are null where it says nothing. */
  public static final class Meaning {{
    private final String name;
    private final String symbol;
    private final String message;
    private final String help;

    private Meaning(String name, String symbol, String message, String help) {{
      this.name = name;
      this.symbol = symbol;
      this.message = message;
      this.help = help;
    }}

    /** The name in the catalog. */
    public String name() {{
      return name;
    }}

    /** The vendor's own identifier, or null. */
    public String symbol() {{
      return symbol;
    }}

    /** The vendor's message. */
    public String message() {{
      return message;
    }}

    /** What to do about it, or null. */
    public String help() {{
      return help;
    }}
  }}

  private static final java.util.Map<{boxed}, {class}> BY_CODE = new java.util.HashMap<>();

  static {{
    for ({class} row : values()) {{
      BY_CODE.put(row.code, row);
    }}
  }}

  private final {raw} code;
  private final java.util.List<Meaning> meanings;

  {class}({raw} code, Meaning... meanings) {{
    this.code = code;
    this.meanings = java.util.List.of(meanings);
  }}

  /** The row with this code; empty for a code that the catalog does not have. */
  public static java.util.Optional<{class}> fromCode({raw} code) {{
    return java.util.Optional.ofNullable(BY_CODE.get(code));
  }}

  /** Whether the code means success. One that the catalog does not have does not. */
  public static boolean isSuccess({raw} code) {{
    return fromCode(code).map({class}::isSuccess).orElse(false);
  }}

  /** The rows that have the symbol: one, several where the vendor shares it, or none. */
  public static java.util.List<{class}> withSymbol(String symbol) {{
    java.util.List<{class}> rows = new java.util.ArrayList<>();
    for ({class} row : values()) {{
      if (row.meanings.stream().anyMatch(meaning -> symbol.equals(meaning.symbol()))) {{
        rows.add(row);
      }}
    }}
    return rows;
  }}

  /** The code, as it is on the wire. */
  public {raw} code() {{
    return code;
  }}

  /** All meanings of the code, several where the vendor shares it. */
  public java.util.List<Meaning> meanings() {{
    return meanings;
  }}

  /** The vendor's message. Of several meanings, the first one's. */
  public String message() {{
    return meanings.get(0).message();
  }}

  /** Whether the code means success. */
  public boolean isSuccess() {{
    return {success};
  }}

  /** The code and its messages. */
  @Override
  public String toString() {{
    StringBuilder text = new StringBuilder().append(code);
    String separator = " ";
    for (Meaning meaning : meanings) {{
      text.append(separator).append(meaning.message());
      separator = " | ";
    }}
    return text.toString();
  }}
}}
"#
    )
}

/// The constants of the enumeration, the others being their aliases.
fn rows(table: &Table, raw: &str, constants: &[Constant<'_>], out: &mut dyn Write) -> io::Result<()> {
    let literal = |code: &Cell| match raw {
        "String" => literal(&code.to_string()),
        // A long has the bits of an unsigned one.
        "long" => format!("{}L", code.to_string().parse::<i128>().map_or(0, |code| code as i64)),
        _ => code.to_string(),
    };
    let own = constants.iter().filter(|constant| constant.alias_of.is_none());
    let last = table.rows.len().saturating_sub(1);
    for (index, constant) in own.enumerate() {
        documented(out, table, constant)?;
        let meanings: Vec<String> = constant
            .row
            .meanings
            .iter()
            .map(|meaning| {
                let optional = |text: Option<&str>| text.map_or("null".to_owned(), self::literal);
                let [symbol, help] = [meaning.symbol, meaning.help].map(optional);
                let [name, message] = [meaning.name, meaning.message].map(self::literal);
                format!("\n      new Meaning({name}, {symbol}, {message}, {help})")
            })
            .collect();
        let end = if index == last { ';' } else { ',' };
        writeln!(
            out,
            "  {}(\n      {},{}){end}\n",
            constant.name,
            literal(&constant.row.code),
            meanings.join(",")
        )?;
    }
    Ok(())
}

fn raw(table: &Table) -> (&'static str, &'static str) {
    if is_text(table) {
        ("String", "String")
    } else if within(table, i32::MIN.into(), i32::MAX.into()) {
        ("int", "Integer")
    } else {
        ("long", "Long")
    }
}

fn member(name: &str) -> String {
    let name = name.to_shouty_snake_case();
    if name.starts_with(|first: char| first.is_alphabetic()) { name } else { format!("E{name}") }
}

fn documented(out: &mut dyn Write, table: &Table, constant: &Constant<'_>) -> io::Result<()> {
    let mut lines = constant.paragraphs(table);
    let deprecation = constant.deprecation();
    lines.extend(deprecation.iter().map(|note| format!("@deprecated {note}")));
    comment(out, "  ", &lines)?;
    if deprecation.is_some() {
        writeln!(out, "  @Deprecated")?;
    }
    Ok(())
}

/// Javadoc is HTML, and the compiler reads `\u` in it before it knows that it is a comment.
fn comment(out: &mut dyn Write, indent: &str, paragraphs: &[String]) -> io::Result<()> {
    writeln!(out, "{indent}/**")?;
    for (index, text) in paragraphs.iter().enumerate() {
        let tag = text.starts_with("@deprecated ");
        let paragraph = if index > 0 && !tag { "<p>" } else { "" };
        if index > 0 {
            writeln!(out, "{indent} *")?;
        }
        write!(out, "{indent} * {paragraph}")?;
        for (at, character) in text.chars().enumerate() {
            match character {
                '@' if tag && at == 0 => write!(out, "@")?,
                '&' | '<' | '>' | '@' | '{' | '}' | '\\' | '*' => write!(out, "&#{};", u32::from(character))?,
                _ if is_unsafe(character) => write!(out, "&#{};", u32::from(character))?,
                _ => write!(out, "{character}")?,
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "{indent} */")
}

fn literal(text: &str) -> String {
    quoted(text, |character| is_unsafe(character).then(|| utf16_escape(character)))
}
