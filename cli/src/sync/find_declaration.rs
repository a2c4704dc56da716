//! Finds the declaration in a file. `error_catalog! { … }` is searched for among the tokens, at any depth, so comments and
//! strings cannot be taken for one. The macro may be renamed, as in `use error_catalog::error_catalog as catalog`.

use error_catalog_core::Report;
use error_catalog_core::syntax::identifier::unraw;
use error_catalog_core::syntax::{ast, parse};
use proc_macro2::{LexError, TokenStream, TokenTree, token_stream};
use std::collections::HashSet;

/// The reason that a file cannot be edited. It is left unchanged.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub(crate) enum SyncError {
    #[error("line {line} is not UTF-8, which Rust source must be")]
    NotUtf8 { line: usize },
    #[error("line {line} is not Rust: {why}")]
    NotRust { line: usize, why: String },
    #[error("its braces are more than {DEEPEST} deep")]
    TooDeep,
    #[error("it declares no catalog{}", of(.0.as_deref()))]
    Nothing(Option<String>),
    #[error("it declares {}; choose one with --catalog", .0.join(" and "))]
    Several(Vec<String>),
    #[error("it declares {0} twice: rename or remove one")]
    Twice(String),
    #[error("the declaration has an error at line {line}: {why}")]
    Unread { line: usize, why: String },
    #[error("line {line}: the type of the codes must be a primitive integer or `&'static str`")]
    Type { line: usize },
    #[error("sync did not converge; please report this")]
    NoFixpoint,
}

fn of(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" {name}"))
}

/// The maximum depth of braces.
const DEEPEST: usize = 200;

/// Finds the catalog with this name, or the only one that there is.
pub(super) fn find(source: &str, wanted: Option<&str>) -> Result<ast::Catalog, SyncError> {
    let declarations = declarations_in(source)?;
    let is_wanted = |name: &String| wanted.is_none_or(|wanted| wanted.eq_ignore_ascii_case(name));
    let mut wanted_ones: Vec<_> = declarations.into_iter().filter(|(name, _)| is_wanted(name)).collect();
    let Some((name, table)) = wanted_ones.pop() else {
        return Err(SyncError::Nothing(wanted.map(str::to_owned)));
    };
    if !wanted_ones.is_empty() {
        let mut names: Vec<String> = wanted_ones.into_iter().map(|(name, _)| name).chain([name]).collect();
        names.dedup();
        return Err(match names.as_slice() {
            [name] => SyncError::Twice(name.clone()),
            _ => SyncError::Several(names),
        });
    }
    parse_catalog(name, table)
}

/// Reads every catalog that a source file declares.
pub(crate) fn find_catalogs(source: &str) -> Result<Vec<ast::Catalog>, SyncError> {
    let declarations = declarations_in(source)?;
    if declarations.is_empty() {
        return Err(SyncError::Nothing(None));
    }
    let mut names: HashSet<String> = HashSet::new();
    let mut catalogs = Vec::new();
    for (name, table) in declarations {
        if !names.insert(name.clone()) {
            return Err(SyncError::Twice(name));
        }
        catalogs.push(parse_catalog(name, table)?);
    }
    Ok(catalogs)
}

/// Returns the declarations in a source file, with their names. Spans are positions in the file.
fn declarations_in(source: &str) -> Result<Vec<(String, TokenStream)>, SyncError> {
    // A byte order mark and a `#!` line are not tokens of Rust. Spaces replace them, so that the other tokens do not
    // move.
    let head = offset(source);
    let source = " ".repeat(head) + &source[head..];
    let tokens = source.parse().map_err(|error: LexError| SyncError::NotRust {
        line: error.span().start().line,
        why: "a string, a comment or a brace is not closed".to_owned(),
    })?;
    declarations(tokens)
}

/// Parses the declaration of the catalog with this name.
fn parse_catalog(name: String, table: TokenStream) -> Result<ast::Catalog, SyncError> {
    let mut report = Report::default();
    let catalog = parse(table, &mut report);
    if let Some(error) = report.errors().first() {
        return Err(SyncError::Unread { line: error.span().start().line, why: error.to_string() });
    }
    catalog.ok_or(SyncError::Nothing(Some(name)))
}

/// Returns the length of a byte order mark and a `#!` line before the first token.
fn offset(source: &str) -> usize {
    let mark = source.len() - source.trim_start_matches('\u{feff}').len();
    let rest = &source[mark..];
    let is_script = rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[');
    mark + if is_script { rest.find('\n').unwrap_or(rest.len()) } else { 0 }
}

/// Returns the name and the tokens of each `error_catalog! { … enum Name … }`. In a `macro_rules!`, the name may be a
/// parameter; such a declaration is left out.
pub(crate) fn declarations(tokens: TokenStream) -> Result<Vec<(String, TokenStream)>, SyncError> {
    let macros = macro_names(tokens.clone())?;
    let mut found = Vec::new();
    // How many of the last tokens are the beginning of `error_catalog !`.
    let mut matched = 0;
    for_each_token(tokens, |token| {
        matched = match token {
            Some(TokenTree::Ident(word)) if macros.contains(&unraw(word)) => 1,
            Some(TokenTree::Punct(mark)) if mark.as_char() == '!' && matched == 1 => 2,
            Some(TokenTree::Group(group)) => {
                if matched == 2
                    && let Some(name) = name(group.stream())
                {
                    found.push((name, group.stream()));
                }
                0
            }
            _ => 0,
        };
    })?;
    Ok(found)
}

/// Returns the names by which the file calls the macro: its own, and those after `error_catalog as`.
fn macro_names(tokens: TokenStream) -> Result<HashSet<String>, SyncError> {
    let mut names = HashSet::from(["error_catalog".to_owned()]);
    // How many of the last tokens are the beginning of `error_catalog as`.
    let mut matched = 0;
    for_each_token(tokens, |token| {
        matched = match token {
            Some(TokenTree::Ident(word)) if matched == 2 => {
                names.insert(unraw(word));
                0
            }
            Some(TokenTree::Ident(word)) if word == "error_catalog" => 1,
            Some(TokenTree::Ident(word)) if matched == 1 && word == "as" => 2,
            _ => 0,
        };
    })?;
    Ok(names)
}

/// Visits each token and then, if it is a group, the tokens in it. The end of a group is visited as `None`.
fn for_each_token(tokens: TokenStream, mut visit: impl FnMut(Option<&TokenTree>)) -> Result<(), SyncError> {
    let mut open: Vec<token_stream::IntoIter> = vec![tokens.into_iter()];
    while let Some(innermost) = open.last_mut() {
        let token = innermost.next();
        visit(token.as_ref());
        match token {
            None => _ = open.pop(),
            Some(TokenTree::Group(_)) if open.len() == DEEPEST => return Err(SyncError::TooDeep),
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Returns the name of the enum, after any attributes and `pub`.
fn name(declaration: TokenStream) -> Option<String> {
    let mut tokens = declaration.into_iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(word) if word == "enum"))?;
    match tokens.next()? {
        TokenTree::Ident(name) => Some(unraw(&name)),
        _ => None,
    }
}
