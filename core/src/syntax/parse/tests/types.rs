//! What is a type here, and what is one to syn, whose types are those of the compiler.

use crate::syntax::parse::types::is_type;
use fastrand::Rng;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Types as people write them, and some that few do.
const TYPES: &[&str] = &[
    "u8",
    "r#type",
    "crate::retry::Retry",
    "::core::option::Option<&'static str>",
    "<Vec<u8> as IntoIterator>::Item",
    "<<A as B>::C as D<E>>::F::G<H>",
    "<A>::B",
    "&'static [&'static str]",
    "&&mut *const *mut A",
    "[u8; 4]",
    "[[u8; N]; { N + 1 }]",
    "(u8,)",
    "(u8, [A], (B), ())",
    "!",
    "_",
    "a::b!(c d)",
    "m![; ;]",
    "m! { a: b }",
    "fn()",
    "unsafe extern \"C\" fn(a: A, _: *const B, ...) -> !",
    "extern fn(u8,) -> fn(A) -> B",
    "for<'a> fn(&'a A) -> &'a B",
    "Matrix<1, -2, true, 'c', { N }, \"text\">",
    "Matrix::<A, 'a, B<C<D>>, _,>",
    "dyn Fn(&str) -> T + Send + 'static",
    "&'static (dyn for<'a, 'b> Fn(&'a A, &'b B) -> C + Sync)",
    "dyn Iterator<Item = &'static str, A<B> = C, N = 3>",
    "Box<dyn a::Fn::(A) -> B>",
    "Box<dyn 'a + ?Sized + (A) + (for<'a> B<'a>) + >",
    "impl A<B: C + 'd, E:> + 'f",
    "A + B<C> + 'd",
    "for<'a> A<'a> + 'b",
    "(A) + B",
    "(?A)",
    "('a + A)",
    "A<'a + B>",
    "Option<(A + 'b, C)>",
];

/// What each type of `TYPES` is made of.
const WORDS: &[&str] = &[
    "a", "self", "'a", "_", "1", "\"C\"", "true", "{}", "()", "(a)", "[a]", "::", ":", "<", ">", ",", "&",
    "*", "!", "?", "+", "-", "->", "=", "...", "as", "const", "mut", "dyn", "impl", "for", "fn", "unsafe",
    "extern",
];

fn tokens(source: &str) -> Vec<TokenTree> {
    source.parse::<TokenStream>().unwrap().into_iter().collect()
}

/// Types to rustc, which was asked, and not to syn: where a `+` may be the last, a word such as `self` may have arguments,
/// and a path behind `for<…>` begin with `::`. The length of an array is not read here.
const ONLY_HERE: &[&str] = &[")+", "(?", "self<", "self::<", ">::", ";"];

/// Types to syn, of which rustc says in stable Rust that they are experimental, or no types: a parameter of `for<…>` that
/// is no lifetime or has bounds.
const ONLY_SYNS: &[&str] =
    &["dyn*", "implconst", ":const", "+const", "unsafe<", "for<a", "for<_", "for<'a:", ",b>"];

fn is_the_same_to_syn(tokens: &[TokenTree]) {
    let stream: TokenStream = tokens.iter().cloned().collect();
    let source = stream.to_string().replace(' ', "");
    let is_syns = syn::parse2::<syn::Type>(stream.clone()).is_ok();
    let known = if is_syns { ONLY_SYNS } else { ONLY_HERE };
    let is_known = || known.iter().any(|known| source.contains(known));
    assert!(is_type(stream) == is_syns || is_known(), "to syn {is_syns}: {source}");
}

#[test]
fn what_is_a_type_is_taken() {
    for ty in TYPES {
        assert!(is_type(ty.parse().unwrap()), "{ty}");
        is_the_same_to_syn(&tokens(ty));
    }
}

#[test]
fn of_three_words() {
    let words: Vec<Vec<TokenTree>> = WORDS.iter().map(|word| tokens(word)).collect();
    for (first, second) in words.iter().flat_map(|first| words.iter().map(move |second| (first, second))) {
        for third in words.iter().chain([&Vec::new()]) {
            is_the_same_to_syn(&[first.as_slice(), second, third].concat());
        }
    }
}

#[test]
fn of_edited_types() {
    let mut rng = Rng::with_seed(20_260_104);
    let words: Vec<Vec<TokenTree>> = WORDS.iter().map(|word| tokens(word)).collect();
    for round in 0..40_000 {
        let mut edited = tokens(TYPES[round % TYPES.len()]);
        for _ in 0..rng.usize(1..4) {
            edited = edit(edited, &words, &mut rng);
        }
        is_the_same_to_syn(&edited);
    }
}

/// Replaces, inserts, removes or doubles a word somewhere, but not in an expression.
fn edit(mut tokens: Vec<TokenTree>, words: &[Vec<TokenTree>], rng: &mut Rng) -> Vec<TokenTree> {
    let at = rng.usize(0..=tokens.len());
    if let Some(TokenTree::Group(group)) = tokens.get(at)
        && group.delimiter() != Delimiter::Brace
        && rng.bool()
    {
        let inner = edit(group.stream().into_iter().collect(), words, rng).into_iter().collect();
        tokens[at] = Group::new(group.delimiter(), inner).into();
        return tokens;
    }
    let end = (at + rng.usize(0..2)).min(tokens.len());
    let word = match rng.usize(0..4) {
        0 => Vec::new(),
        1 => [&tokens[at..end], &tokens[at..end]].concat(),
        _ => rng.choice(words).unwrap().clone(),
    };
    tokens.splice(at..end, word);
    tokens
}
