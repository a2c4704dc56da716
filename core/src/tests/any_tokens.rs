//! Checks with random tokens that the macro does not panic, and returns items or errors.

use super::expand;
use fastrand::Rng;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

const CATALOGS: [&str; 4] = [
    r#"
        /// Doc.
        pub enum Vendor: i32 {
            title "title"; source "source"; lang "zh"; success 0, 2; unknown Busy; exhaustive;
            envelope code "ret", text "msg", payload "data", request "id";
            reserved 7, 20..=29;
            shared symbol E_SHARED, "isv.x";
            /// Doc.
            translation en;
            column pair: Pair<A, B> = Pair::<A, B>::new(1, 2);
            -1 => Busy E_SHARED "busy" { en: "busy", help: "wait" },
            0 => Ok "ok" { en: "ok" },
            section Basic "basic" 1..=99 {
                #[deprecated(since = "1", note = "n")]
                2 => Two E_SHARED "two" { en: "two", pair: Pair(3, 4) } or Too "too" { en: "too", symbol: "isv.x" },
                0x1F => _ "unnamed" { en: "unnamed" },
                40_i32 => Forty "forty" { en: "forty", symbol: "isv.x" },
            }
        }
    "#,
    r##"
        enum Sql: &'static str {
            success "00000";
            section Zero "zero" "00000"..="00ZZZ" { "00000" => Ok "ok", }
            r#"23505"# => Unique unique_violation "unique" or Duplicate "duplicate",
            "P0001" => Raise "raise" { help: "read it" },
        }
    "##,
    r#"
        /// Doc.
        pub enum ShopError: u16 {
            lang "en"; translation de = ""; success 0;
            /// Doc.
            #[derive(Clone)] error ShopFailure;
            0 => Ok "fine",
            3 => TooMany was Many { /** Doc. */ asked: u32, #[optional] r#type: Vec<[u8; 2]> } E_MANY
                "{asked:>5$} {{ {asked:?} of {type}" { de: "{asked} }}", help: "h" },
            5 => Busy { source: std::io::Error } "busy"
                or Parse { #[from] cause: <u8 as FromStr>::Err } "no number: {cause}" { de: "{cause}" }
                or Full { #[source] by: Box<dyn Error + Send>, at: &'static str } "full" { de: "voll" },
            6 => _ {} "empty",
        }
    "#,
    r#"pub(crate) enum Tiny: NonZeroU64 { 18446744073709551615 => _ "max" }"#,
];

/// Checks that the expansion has errors or parses as items. Returns the number of errors.
fn check(catalog: TokenStream) -> usize {
    let source = catalog.to_string();
    let expansion = expand(catalog);
    let is_compile_error =
        |token: &TokenTree| matches!(token, TokenTree::Ident(ident) if ident == "compile_error");
    let errors = expansion.clone().into_iter().filter(is_compile_error).count();
    if errors == 0 {
        let items = syn::parse2::<syn::File>(expansion.clone()).map(|file| file.items.len());
        // Attributes, types and values are passed to rustc unchecked.
        let passes_rust_on = source.contains("column") || source.contains('#');
        assert!(items.is_ok_and(|items| items >= 3) || passes_rust_on, "{source}\n\n{expansion}");
    }
    errors
}

fn parse(catalog: &str) -> TokenStream {
    catalog.parse().unwrap()
}

#[test]
fn the_catalogs_themselves_have_no_errors() {
    for catalog in CATALOGS {
        assert_eq!(check(parse(catalog)), 0, "{catalog}");
    }
}

#[test]
fn random_tokens() {
    let mut rng = Rng::with_seed(20_260_101);
    for _ in 0..10_000 {
        let tokens = random_stream(&mut rng, 3);
        check(tokens);
    }
}

#[test]
fn random_tables() {
    let mut rng = Rng::with_seed(20_260_102);
    for _ in 0..10_000 {
        let body = Group::new(Delimiter::Brace, random_stream(&mut rng, 3));
        let raw = if rng.bool() { quote::quote!(i32) } else { quote::quote!(&'static str) };
        check(quote::quote!(enum Vendor: #raw #body));
    }
}

#[test]
fn mutated_catalogs() {
    let mut rng = Rng::with_seed(20_260_103);
    let mut with_errors = 0;
    for round in 0..20_000 {
        let mut tokens = parse(CATALOGS[round % CATALOGS.len()]);
        for _ in 0..rng.usize(1..4) {
            tokens = mutate(tokens, &mut rng);
        }
        with_errors += usize::from(check(tokens) > 0);
    }
    assert!(with_errors > 10_000, "most mutations break a rule, but only {with_errors} of 20000 did");
}

fn random_stream(rng: &mut Rng, depth: usize) -> TokenStream {
    (0..rng.usize(0..12)).map(|_| random_token(rng, depth)).collect()
}

fn random_token(rng: &mut Rng, depth: usize) -> TokenTree {
    const WORDS: [&str; 30] = [
        "title",
        "source",
        "lang",
        "success",
        "reserved",
        "shared",
        "symbol",
        "column",
        "section",
        "unknown",
        "exhaustive",
        "error",
        "from",
        "optional",
        "asked",
        "envelope",
        "code",
        "payload",
        "or",
        "_",
        "Name",
        "Other",
        "self",
        "Self",
        "type",
        "enum",
        "pub",
        "i32",
        "help",
        "ALL",
    ];
    const PUNCTS: [char; 15] = ['=', '>', ',', ';', ':', '-', '.', '#', '&', '<', '|', '+', '*', '!', '\''];
    match rng.usize(0..if depth == 0 { 8 } else { 10 }) {
        0..2 => Ident::new(rng.choice(WORDS).unwrap(), Span::call_site()).into(),
        2..5 => random_punct(rng.choice(PUNCTS).unwrap(), rng).into(),
        5..8 => random_literal(rng).into(),
        _ => {
            let delimiters = [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None];
            Group::new(rng.choice(delimiters).unwrap(), random_stream(rng, depth - 1)).into()
        }
    }
}

fn random_punct(char: char, rng: &mut Rng) -> Punct {
    // A lone quote is not a token, because it must be joined to an identifier.
    let char = if char == '\'' { '?' } else { char };
    Punct::new(char, if rng.bool() { Spacing::Joint } else { Spacing::Alone })
}

fn random_literal(rng: &mut Rng) -> Literal {
    match rng.usize(0..10) {
        0 => Literal::i128_unsuffixed(rng.i128(0..)),
        1 => Literal::u64_suffixed(rng.u64(..)),
        2 => Literal::f64_unsuffixed(rng.f64()),
        3 => Literal::character(rng.char(..)),
        4 => Literal::byte_string(b"\xff\0"),
        5 => Literal::string(&rng.char(..).to_string()),
        6 => Literal::string("text"),
        7 => Literal::string(rng.choice(["{asked}", "{asked:?} {{", "{", "{}", "{0:w$}", "}"]).unwrap()),
        _ => Literal::i32_unsuffixed(rng.i32(0..50)),
    }
}

/// Deletes, doubles, swaps or replaces a random token.
fn mutate(tokens: TokenStream, rng: &mut Rng) -> TokenStream {
    let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
    if tokens.is_empty() {
        return random_stream(rng, 1);
    }
    let at = rng.usize(0..tokens.len());
    if let (TokenTree::Group(group), 0..4) = (&tokens[at], rng.usize(0..5)) {
        let inner = mutate(group.stream(), rng);
        tokens[at] = Group::new(group.delimiter(), inner).into();
        return tokens.into_iter().collect();
    }
    match rng.usize(0..5) {
        0 => drop(tokens.remove(at)),
        1 => tokens.insert(at, tokens[at].clone()),
        2 => {
            let other = rng.usize(0..tokens.len());
            tokens.swap(at, other);
        }
        3 => tokens.insert(at, random_token(rng, 1)),
        _ => tokens[at] = random_token(rng, 1),
    }
    tokens.into_iter().collect()
}
