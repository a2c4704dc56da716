//! What a reply's keys are called: each part once, and no two parts by one key.

use super::statements::once;
use super::texts::text_is_clean;
use crate::Report;
use crate::model::Envelope;
use crate::syntax::ast::{self, EnvelopeKey, EnvelopePart};

/// The keys of an envelope that says nothing of them, as `Envelope::DEFAULT` of the runtime has them.
const DEFAULTS: [(EnvelopePart, &str, &str); 2] =
    [(EnvelopePart::Code, "code", "errcode"), (EnvelopePart::Text, "text", "errmsg")];

pub(super) fn envelope<'a>(ast: &'a ast::Catalog, report: &mut Report) -> Option<Envelope<'a>> {
    let keys = once(&ast.statements().envelope, report)?;
    let mut envelope = Envelope::default();
    for (index, EnvelopeKey { part, keyword, key }) in keys.iter().enumerate() {
        let earlier = &keys[..index];
        text_is_clean("the key", key, report);
        if earlier.iter().any(|other| other.part == *part) {
            report.error(keyword.span(), format!("`{keyword}` is given twice: an envelope has one"));
        } else if let Some(other) = earlier.iter().find(|other| other.key.value == key.value) {
            let other = &other.keyword;
            let message = format!("the key {:?} holds the {other} already: a key holds one thing", key.value);
            report.error(key.span, message);
        }
        let given = match part {
            EnvelopePart::Code => &mut envelope.code,
            EnvelopePart::Text => &mut envelope.text,
            EnvelopePart::Payload => &mut envelope.payload,
            EnvelopePart::Request => &mut envelope.request,
        };
        *given = Some(&key.value);
    }
    for (part, word, default) in DEFAULTS {
        if keys.iter().any(|key| key.part == part) {
            continue;
        }
        for EnvelopeKey { key, .. } in keys.iter().filter(|key| key.key.value == default) {
            let message = format!(
                "the key {default:?} holds the {word} unless something else is said: give the {word} its key too"
            );
            report.error(key.span, message);
        }
    }
    Some(envelope)
}
