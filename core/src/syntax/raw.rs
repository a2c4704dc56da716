//! The type of a catalog's codes.

use proc_macro2::{TokenStream, TokenTree};

/// The types that codes can have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Raw {
    /// A primitive integer.
    Int(Int),
    /// `&'static str`
    Str,
}

/// A primitive integer of up to 64 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Int {
    /// The name of the type.
    pub name: &'static str,
    /// The lowest code.
    pub min: i128,
    /// The highest code.
    pub max: i128,
}

impl Raw {
    /// The supported types. `isize` and `usize` count as 64 bits wide. On narrower targets rustc rejects discriminants
    /// that do not fit.
    pub const INTS: [Int; 10] = [
        Int { name: "i8", min: i8::MIN as i128, max: i8::MAX as i128 },
        Int { name: "i16", min: i16::MIN as i128, max: i16::MAX as i128 },
        Int { name: "i32", min: i32::MIN as i128, max: i32::MAX as i128 },
        Int { name: "i64", min: i64::MIN as i128, max: i64::MAX as i128 },
        Int { name: "isize", min: i64::MIN as i128, max: i64::MAX as i128 },
        Int { name: "u8", min: 0, max: u8::MAX as i128 },
        Int { name: "u16", min: 0, max: u16::MAX as i128 },
        Int { name: "u32", min: 0, max: u32::MAX as i128 },
        Int { name: "u64", min: 0, max: u64::MAX as i128 },
        Int { name: "usize", min: 0, max: u64::MAX as i128 },
    ];

    /// Returns the type that is written after the name of the enum, or `None` if codes cannot have it.
    pub fn of(ty: &TokenStream) -> Option<Self> {
        if is_static_str(ty) {
            return Some(Self::Str);
        }
        let mut tokens = ty.clone().into_iter();
        let (Some(TokenTree::Ident(word)), None) = (tokens.next(), tokens.next()) else { return None };
        Self::INTS.into_iter().find(|int| word == int.name).map(Self::Int)
    }
}

/// Returns a type as people write it. rustc prints a space between all tokens.
///
/// ```
/// use error_catalog_core::syntax::type_source;
///
/// let source = "std::os::raw::c_int, Option<&'static str>, [u8; 4], dyn Fn(u8) -> u8";
/// assert_eq!(type_source(&source.parse()?), source);
/// # Ok::<(), proc_macro2::LexError>(())
/// ```
pub fn type_source(ty: &TokenStream) -> String {
    let is_word = |char: char| char.is_alphanumeric() || char == '_';
    let mut source = String::new();
    for token in ty.to_string().split_whitespace() {
        let is_apart = source.ends_with(is_word) && token.starts_with(is_word)
            || source.ends_with([',', ';'])
            || source.ends_with("->")
            || token == "->";
        if is_apart {
            source.push(' ');
        }
        source.push_str(token);
    }
    source
}

/// Returns whether a type is called `Retry`, by any path, perhaps in an `Option`.
pub fn is_advice(ty: &TokenStream) -> bool {
    let source = type_source(ty);
    let ty = source.strip_suffix('>').filter(|ty| ty.contains("Option<")).unwrap_or(&source);
    ty.rsplit([':', '<']).next() == Some("Retry")
}

/// Returns whether a type is `&'static str`.
pub fn is_static_str(ty: &TokenStream) -> bool {
    ty.clone().into_iter().map(|token| token.to_string()).eq(["&", "'", "static", "str"])
}
