//! The type of a catalog's codes.

use proc_macro2::{TokenStream, TokenTree};

/// The types that codes can have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Raw {
    /// A primitive integer, or its counterpart without zero.
    Int(Int),
    /// `&'static str`
    Str,
}

/// A primitive integer of up to 64 bits, or its counterpart without zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Int {
    /// The name of the type.
    pub name: &'static str,
    /// The name of the primitive integer, which the discriminants of the enum have.
    pub primitive: &'static str,
    /// The lowest number of the primitive integer.
    pub min: i128,
    /// The highest number.
    pub max: i128,
}

impl Int {
    /// Returns whether the type is a counterpart without zero, such as `NonZeroU32`.
    pub fn is_nonzero(self) -> bool {
        self.name != self.primitive
    }

    /// Returns whether a number is a value of the type.
    pub fn holds(self, number: i128) -> bool {
        (self.min..=self.max).contains(&number) && !(number == 0 && self.is_nonzero())
    }
}

impl Raw {
    /// The primitive integers. `isize` and `usize` count as 64 bits wide. On narrower targets rustc rejects discriminants
    /// that do not fit.
    pub const INTS: [Int; 10] = [
        Int { name: "i8", primitive: "i8", min: i8::MIN as i128, max: i8::MAX as i128 },
        Int { name: "i16", primitive: "i16", min: i16::MIN as i128, max: i16::MAX as i128 },
        Int { name: "i32", primitive: "i32", min: i32::MIN as i128, max: i32::MAX as i128 },
        Int { name: "i64", primitive: "i64", min: i64::MIN as i128, max: i64::MAX as i128 },
        Int { name: "isize", primitive: "isize", min: i64::MIN as i128, max: i64::MAX as i128 },
        Int { name: "u8", primitive: "u8", min: 0, max: u8::MAX as i128 },
        Int { name: "u16", primitive: "u16", min: 0, max: u16::MAX as i128 },
        Int { name: "u32", primitive: "u32", min: 0, max: u32::MAX as i128 },
        Int { name: "u64", primitive: "u64", min: 0, max: u64::MAX as i128 },
        Int { name: "usize", primitive: "usize", min: 0, max: u64::MAX as i128 },
    ];

    /// The counterparts of [`INTS`](Self::INTS) without zero.
    pub const NONZERO_INTS: [Int; 10] = [
        Int { name: "NonZeroI8", ..Self::INTS[0] },
        Int { name: "NonZeroI16", ..Self::INTS[1] },
        Int { name: "NonZeroI32", ..Self::INTS[2] },
        Int { name: "NonZeroI64", ..Self::INTS[3] },
        Int { name: "NonZeroIsize", ..Self::INTS[4] },
        Int { name: "NonZeroU8", ..Self::INTS[5] },
        Int { name: "NonZeroU16", ..Self::INTS[6] },
        Int { name: "NonZeroU32", ..Self::INTS[7] },
        Int { name: "NonZeroU64", ..Self::INTS[8] },
        Int { name: "NonZeroUsize", ..Self::INTS[9] },
    ];

    /// Returns the integer type with this name.
    pub fn int(name: &str) -> Option<Int> {
        Self::INTS.into_iter().chain(Self::NONZERO_INTS).find(|int| int.name == name)
    }

    /// Returns the type that is written after the name of the enum, or `None` if codes cannot have it.
    pub fn of(ty: &TokenStream) -> Option<Self> {
        if is_static_str(ty) {
            return Some(Self::Str);
        }
        let mut tokens = ty.clone().into_iter();
        let (Some(TokenTree::Ident(word)), None) = (tokens.next(), tokens.next()) else { return None };
        Self::int(&word.to_string()).map(Self::Int)
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
