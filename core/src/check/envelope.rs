//! Checks the paths of a reply's parts: each part once, no two parts at one path, and no path in a key.

use super::given_once::check_given_once;
use super::texts::check_text;
use crate::Report;
use crate::model::Envelope;
use crate::syntax::ast::{EnvelopeKey, EnvelopePart, KeyPath, KeyStep, Statement};
use proc_macro2::{Ident, Span};

/// The default keys, as in `Envelope::DEFAULT` of the runtime.
const DEFAULTS: [(EnvelopePart, &str, &str); 2] =
    [(EnvelopePart::Code, "code", "errcode"), (EnvelopePart::Text, "text", "errmsg")];

pub(super) fn check_envelope<'a>(
    given: &[&'a Statement<Vec<EnvelopeKey>>],
    success_if_absent: bool,
    report: &mut Report,
) -> Envelope<'a> {
    let parts = check_given_once(given, report).map(Vec::as_slice).unwrap_or_default();
    check_keys(parts, report);
    check_once(parts, report);
    check_distinct_paths(parts, report);
    check_defaults(parts, report);
    let paths = |part| parts.iter().rfind(|given| given.part == part).map(|given| given.paths.as_slice());
    Envelope {
        code: paths(EnvelopePart::Code),
        text: paths(EnvelopePart::Text),
        payload: paths(EnvelopePart::Payload),
        request: paths(EnvelopePart::Request),
        success_if_absent,
    }
}

/// Rejects malformed keys, and keys that were probably meant as a path.
fn check_keys(parts: &[EnvelopeKey], report: &mut Report) {
    for step in parts.iter().flat_map(|part| &part.paths).flat_map(|path| &path.steps) {
        let KeyStep::Key(key) = step else { continue };
        check_text("the key", key, report);
        if key.value.contains('.') && !key.value.split('.').any(str::is_empty) {
            let path: Vec<String> = key.value.split('.').map(|key| format!("{key:?}")).collect();
            report.error(key.span, format!("write a path key by key: `{}`", path.join(" / ")));
        }
    }
}

fn check_once(parts: &[EnvelopeKey], report: &mut Report) {
    for (index, EnvelopeKey { part, keyword, .. }) in parts.iter().enumerate() {
        if parts[..index].iter().any(|earlier| earlier.part == *part) {
            report.error(keyword.span(), format!("`{keyword}` is declared twice: join the keys with `or`"));
        }
    }
}

/// Rejects two parts with the same path, and a part inside another one other than the payload.
fn check_distinct_paths(parts: &[EnvelopeKey], report: &mut Report) {
    let is_prefix = |part: &Ident| {
        format!("the path of the {part} is the start of another path: write the full path of the {part}")
    };
    let mut earlier: Vec<(&EnvelopeKey, &KeyPath)> = Vec::new();
    for part in parts {
        for path in &part.paths {
            for (other, held) in &earlier {
                let message = if starts_with(path, held) && starts_with(held, path) {
                    format!(
                        "{} is already declared for the {}: use another key",
                        path_source(path),
                        other.keyword
                    )
                } else if starts_with(path, held) && other.part != EnvelopePart::Payload {
                    is_prefix(&other.keyword)
                } else if starts_with(held, path) && part.part != EnvelopePart::Payload {
                    is_prefix(&part.keyword)
                } else {
                    continue;
                };
                report.error(last_span(path), message);
            }
            earlier.push((part, path));
        }
    }
}

fn check_defaults(parts: &[EnvelopeKey], report: &mut Report) {
    for (part, word, default) in DEFAULTS {
        if parts.iter().any(|given| given.part == part) {
            continue;
        }
        for path in parts.iter().flat_map(|given| &given.paths) {
            if let [KeyStep::Key(key)] = path.steps.as_slice()
                && key.value == default
            {
                let message = format!(
                    "{default:?} is the default key of the {word}: declare another key for the {word}, as in `{word} \"…\"`"
                );
                report.error(key.span, message);
            }
        }
    }
}

fn starts_with(path: &KeyPath, start: &KeyPath) -> bool {
    let steps = start.steps.iter().zip(&path.steps);
    start.steps.len() <= path.steps.len()
        && steps.into_iter().all(|(a, b)| match (a, b) {
            (KeyStep::Key(a), KeyStep::Key(b)) => a.value == b.value,
            (KeyStep::Index(a, _), KeyStep::Index(b, _)) => a == b,
            (KeyStep::Any(_), KeyStep::Any(_)) => true,
            _ => false,
        })
}

fn path_source(path: &KeyPath) -> String {
    let steps: Vec<String> = path
        .steps
        .iter()
        .map(|step| match step {
            KeyStep::Key(key) => format!("{:?}", key.value),
            KeyStep::Index(index, _) => index.to_string(),
            KeyStep::Any(_) => "_".to_owned(),
        })
        .collect();
    format!("the {} {}", if steps.len() > 1 { "path" } else { "key" }, steps.join(" / "))
}

fn last_span(path: &KeyPath) -> Span {
    match path.steps.last() {
        Some(KeyStep::Key(key)) => key.span,
        Some(KeyStep::Index(_, span) | KeyStep::Any(span)) => *span,
        None => Span::call_site(),
    }
}
