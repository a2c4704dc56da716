//! Errors that have a row of a catalog: the error types that catalogs declare, and enums that derive [`Coded`].

use crate::catalog::Catalog;
use crate::columns::Value;
use crate::display::{pad, separator};
#[cfg(feature = "alloc")]
use crate::failure::Failure;
use crate::language::in_lang::{self, InLang};
use crate::meaning::Meaning;
#[cfg(feature = "alloc")]
use alloc::string::ToString;
use core::error::Error;
use core::fmt::{self, Debug, Display, Formatter, Write};

/// An error that has a row of a catalog, and perhaps values of its own.
///
/// It is implemented by the error types that catalogs declare with the statement `error`, and by enums that derive it. A
/// function that logs, answers or counts errors accepts both:
///
/// ```
/// use error_catalog::{Coded, error_catalog};
///
/// error_catalog! {
///     /// Errors of the book shop.
///     pub enum ShopError: u16 {
///         lang "en";
///         translation de;
///         error ShopFailure;
///
///         1003 => TooManyCopies { asked: u32, max: u32 } "at most {max} copies, not {asked}" {
///             de: "höchstens {max} Exemplare, nicht {asked}",
///         },
///         2001 => UnknownBook "the shop does not have this book" { de: "dieses Buch führt der Laden nicht" },
///     }
/// }
///
/// fn answer(error: &impl Coded, lang: &str) -> String {
///     format!("{} ({})", error.in_lang(lang), error.values())
/// }
///
/// let failure = ShopFailure::TooManyCopies { asked: 12, max: 10 };
/// assert_eq!(failure.code(), ShopError::TooManyCopies);
/// assert_eq!(failure.to_string(), "1003 at most 10 copies, not 12");
/// assert_eq!(answer(&failure, "de"), "1003 höchstens 10 Exemplare, nicht 12 (asked=12 max=10)");
/// ```
///
/// The derive assigns a row to each variant of an enum, which may derive thiserror's `Error` too. A variant that wraps
/// another such error has the row of that error: `#[code(inner)]`. The texts of the rows may name fields:
/// [`in_lang`](Coded::in_lang) replaces `{name}` with the field as `Display` prints it, and `{name:?}` as `Debug` does.
///
/// ```
/// use error_catalog::{Coded, error_catalog};
/// use std::time::Duration;
///
/// error_catalog! {
///     /// Errors of the store.
///     pub enum Kv: u16 {
///         lang "en";
///         translation de;
///         1 => StorageTimeout "timeout" { de: "Zeitüberschreitung nach {after:?}" },
///         2 => KeyTooLong "the key is too long" { de: "der Schlüssel ist zu lang" },
///     }
/// }
///
/// #[derive(Debug, thiserror::Error, Coded)]
/// #[coded(Kv)]
/// enum StorageError {
///     #[error("timeout after {after:?}")]
///     #[code(StorageTimeout)]
///     Timeout { after: Duration },
/// }
///
/// #[derive(Debug, thiserror::Error, Coded)]
/// #[coded(Kv, every_row)]
/// enum Error {
///     #[error(transparent)]
///     #[code(inner)]
///     Storage(#[from] StorageError),
///     #[error("{0:?} is too long")]
///     #[code(KeyTooLong)]
///     KeyTooLong(String),
/// }
///
/// let error = Error::from(StorageError::Timeout { after: Duration::from_secs(3) });
/// assert_eq!(error.code(), Kv::StorageTimeout);
/// assert_eq!(error.in_lang("de").to_string(), "1 Zeitüberschreitung nach 3s");
/// ```
///
/// `every_row` requires that each row has a variant. If the crate has another name, write `#[coded(Kv, crate =
/// the_name)]`.
pub trait Coded: Error {
    /// The catalog of the rows.
    type Catalog: Catalog;

    /// The rows that an error of this type may have.
    #[doc(hidden)]
    const ROWS: &'static [Self::Catalog];

    /// Returns the row of the error.
    fn code(&self) -> Self::Catalog;

    /// Calls `visit` with the name and the value of each value of the error, in the order of their declaration. A source is
    /// not visited.
    fn visit_values(&self, visit: &mut dyn FnMut(&'static str, Value<'_>));

    /// Returns the meaning of the row, which may have several.
    #[doc(hidden)]
    fn __meaning(&self) -> Meaning<Self::Catalog> {
        first_meaning(self.code())
    }

    /// Writes the code and the message in a language, or the message itself for `None`, with the values filled in.
    #[doc(hidden)]
    fn __write_line(&self, lang: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result;

    /// Returns the values, to print them or to serialize them.
    fn values(&self) -> Values<'_, Self> {
        Values(self)
    }

    /// Returns the message in the language with this BCP 47 tag, with the values filled in and without the code. Falls back
    /// to the catalog's own language as [`Catalog::message_in`] does.
    fn message_in<'a>(&'a self, lang: &'a str) -> Message<'a, Self>
    where
        Self: Sized,
    {
        Message { error: self, lang: Some(lang) }
    }

    /// Prints the code and the message in the language with this BCP 47 tag, with the values filled in. Falls back to the
    /// catalog's own language as [`Catalog::message_in`] does. `{:#}` adds the help.
    fn in_lang<'a>(&'a self, lang: &'a str) -> InLang<'a, &'a Self>
    where
        Self: Sized,
    {
        InLang::new(self, lang)
    }
}

/// A boxed error has the row and the values of the error in the box.
#[cfg(feature = "alloc")]
impl<E: Coded> Coded for alloc::boxed::Box<E> {
    type Catalog = E::Catalog;

    const ROWS: &'static [E::Catalog] = E::ROWS;

    fn code(&self) -> E::Catalog {
        E::code(self)
    }

    fn visit_values(&self, visit: &mut dyn FnMut(&'static str, Value<'_>)) {
        E::visit_values(self, visit);
    }

    fn __meaning(&self) -> Meaning<E::Catalog> {
        E::__meaning(self)
    }

    fn __write_line(&self, lang: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
        E::__write_line(self, lang, f)
    }
}

/// The values of an error, which [`Coded::values`] returns.
///
/// `Display` prints one line for a log, `asked=12 path="a b"`, with texts quoted and escaped. `Debug` prints a map. With
/// the feature `serde` it serializes as a map: numbers and `bool`s as such, `None` as nothing, and any other value as the
/// text that its `Display` prints, or its `Debug` if it has none.
///
/// In tracing they are one field, `tracing::error!(code = failure.code().code(), values = %failure.values())`:
///
/// ```
/// # use error_catalog::{Coded, error_catalog};
/// # error_catalog! { pub enum E: u16 { error F; 1003 => TooMany { asked: u32, title: String } "not {asked}" } }
/// let error = F::TooMany { asked: 12, title: "A \"book\"".to_owned() };
/// let line = format!("code={} {}", error.code().code(), error.values());
/// assert_eq!(line, r#"code=1003 asked=12 title="A \"book\"""#);
/// ```
pub struct Values<'a, E: ?Sized>(pub(crate) &'a E);

#[cfg(feature = "alloc")]
impl<E: Coded + ?Sized> Values<'_, E> {
    pub(crate) fn count(&self) -> usize {
        let mut count = 0;
        self.0.visit_values(&mut |_, _| count += 1);
        count
    }
}

impl<E: Coded + ?Sized> Display for Values<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (mut result, mut separator) = (Ok(()), "");
        self.0.visit_values(&mut |name, value| {
            result = result.and_then(|()| write!(f, "{separator}{name}={:?}", Quoted(value)));
            separator = " ";
        });
        result
    }
}

impl<E: Coded + ?Sized> Debug for Values<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        self.0.visit_values(&mut |name, value| {
            map.entry(&format_args!("{name}"), &Quoted(value));
        });
        map.finish()
    }
}

/// A value whose texts are printed in quotes and escaped.
struct Quoted<'a>(Value<'a>);

impl Debug for Quoted<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Nothing => f.write_str("None"),
            Value::Text(text) => Debug::fmt(text, f),
            Value::Display(text) => {
                f.write_char('"')?;
                write!(Escaped(f), "{text}")?;
                f.write_char('"')
            }
            other => Display::fmt(other, f),
        }
    }
}

/// A writer that escapes its input like `str::escape_debug`.
struct Escaped<'a, 'f>(&'a mut Formatter<'f>);

impl Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.escape_debug().try_for_each(|char| self.0.write_char(char))
    }
}

/// The type of a source.
#[cfg(feature = "alloc")]
pub type BoxedError = alloc::boxed::Box<dyn Error + Send + Sync>;

/// Returns the failure with the row of an error, and its message as the text if it has values.
#[cfg(feature = "alloc")]
pub fn failure_of<E: Coded>(error: &E) -> Failure<E::Catalog> {
    let failure = Failure::of(error.code().into());
    let has_values = error.values().count() > 0;
    if has_values { failure.with_text(Message { error, lang: None }.to_string()) } else { failure }
}

/// The message of an error with its values, without the code, which [`Coded::message_in`] returns.
pub struct Message<'a, E> {
    pub(crate) error: &'a E,
    pub(crate) lang: Option<&'a str>,
}

impl<E: Coded> Display for Message<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let line = Line { error: self.error, lang: self.lang };
        write!(AfterCode { left: code_of(self.error).len(), f }, "{line}")
    }
}

impl<E: Coded> Debug for Message<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&Quoted(Value::Display(&format_args!("{self}"))), f)
    }
}

/// A writer that drops the code and the space at the beginning of a line.
struct AfterCode<'a, 'f> {
    left: usize,
    f: &'a mut Formatter<'f>,
}

impl Write for AfterCode<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let dropped = self.left.min(text.len());
        self.left -= dropped;
        self.f.write_str(text.get(dropped..).unwrap_or_default())
    }
}

/// The line of an error without padding.
struct Line<'a, E> {
    error: &'a E,
    lang: Option<&'a str>,
}

impl<E: Coded> Display for Line<'_, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.error.__write_line(self.lang, f)
    }
}

/// Returns the code of an error as it is printed, with a space after it. There is no space if the row has no message and
/// the code ends in its name.
fn code_of<E: Coded>(error: &E) -> &'static str {
    let first = first_meaning(error.code());
    let prefix = first.prefix();
    let code = prefix.strip_suffix(first.name()).filter(|code| code.ends_with(' '));
    code.filter(|_| first.message().is_empty()).unwrap_or(prefix)
}

/// Returns the meaning of a row that has this name, or the first one for a former name.
pub fn meaning_named<C: Catalog>(row: C, name: &str) -> Meaning<C> {
    row.meanings().find(|meaning| meaning.name() == name).unwrap_or_else(|| row.__meaning())
}

/// Returns the first meaning of a row.
pub fn first_meaning<C: Catalog>(row: C) -> Meaning<C> {
    row.__meaning()
}

/// Returns the number of the translation in which an error is printed, or `None` for the message itself.
pub fn translation<E: Coded>(error: &E, lang: Option<&str>) -> Option<usize> {
    in_lang::nearest_translation(error.__meaning(), lang?).flatten()
}

/// Writes the code and the message of an error in a translation.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn write_line<E: Coded>(error: &E, translation: Option<usize>, f: &mut Formatter<'_>) -> fmt::Result {
    let meaning = error.__meaning();
    let code = code_of(error);
    if translation.is_none() && meaning.prefix() == code {
        return f.write_str(meaning.line());
    }
    f.write_str(code)?;
    f.write_str(in_lang::message_at(meaning, translation))
}

/// Writes the code of an error and the message of the error in it.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn write_inner<E: Coded, I: Coded>(
    error: &E,
    inner: &I,
    lang: Option<&str>,
    f: &mut Formatter<'_>,
) -> fmt::Result {
    f.write_str(code_of(error))?;
    Display::fmt(&Message { error: inner, lang }, f)
}

/// Prints an error, for the `Display` of every error type.
///
/// # Errors
///
/// Returns the errors of the formatter.
#[inline]
pub fn display_coded<E: Coded>(error: &E, f: &mut Formatter<'_>) -> fmt::Result {
    if f.width().is_none() && !f.alternate() {
        return error.__write_line(None, f);
    }
    display(error, None, f)
}

pub(crate) fn display<E: Coded>(error: &E, lang: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    let line = Line { error, lang };
    let help = error.__meaning().help().filter(|_| f.alternate());
    pad(f, &|out| match help {
        Some(help) => write!(out, "{line}: {help}"),
        None => write!(out, "{line}"),
    })
}

/// Writes the line of an error whose type derives `Coded`: fills in `{name}` and `{name:?}`.
///
/// # Errors
///
/// Returns the errors of the formatter.
pub fn fill_in<E: Coded>(error: &E, lang: Option<&str>, f: &mut Formatter<'_>) -> fmt::Result {
    let (code, meaning) = (code_of(error), error.__meaning());
    let mut rest = in_lang::message_at(meaning, translation(error, lang));
    f.write_str(code)?;
    if meaning.message().is_empty() && code.ends_with(' ') {
        f.write_str(meaning.name())?;
    }
    f.write_str(separator(meaning, rest))?;
    while let Some((before, after)) = rest.split_once('{') {
        f.write_str(before)?;
        rest = after;
        if let Some((inside, after)) = after.split_once('}')
            && let Some(result) = placeholder(error, inside, f)
        {
            result?;
            rest = after;
        } else {
            f.write_char('{')?;
        }
    }
    f.write_str(rest)
}

/// Writes the value that a placeholder names, or returns `None` if no value has the name.
fn placeholder<E: Coded>(error: &E, inside: &str, f: &mut Formatter<'_>) -> Option<fmt::Result> {
    let (name, debug) = inside.strip_suffix(":?").map_or((inside, false), |name| (name, true));
    let mut result = None;
    error.visit_values(&mut |other, value| {
        if other == name && result.is_none() {
            result = Some(if debug { write!(f, "{:?}", Quoted(value)) } else { write!(f, "{value}") });
        }
    });
    result
}
