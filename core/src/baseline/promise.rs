//! What a later version of a catalog must keep, one function a rule. What is new is no breach.

use super::{Baseline, Published};
use crate::syntax::Code;
use std::collections::HashMap;

/// A promise that is broken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breach<'a> {
    /// What an error about it points at.
    pub at: At<'a>,
    /// What is published, and what to do, in one sentence.
    pub message: String,
}

/// Where in the declaration a promise is broken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At<'a> {
    /// The name of the enum.
    Catalog,
    /// The type of the codes.
    Raw,
    /// The row of a code.
    Row(&'a Code),
    /// A name in the row of a code.
    Name(&'a Code, &'a str),
    /// A symbol in the row of a code.
    Symbol(&'a Code, &'a str),
}

impl Baseline {
    /// How what a catalog declares now breaks what this baseline says is published. `reserved` says of a code
    /// whether the catalog retires it.
    pub fn breaches<'a>(&'a self, now: &'a Self, reserved: &dyn Fn(&Code) -> bool) -> Vec<Breach<'a>> {
        let mut breaches = the_type_is_kept(self, now);
        // Where numbers became texts, no code is what it was, and nothing is left to compare.
        if !breaches.is_empty() && (is_text(&self.raw) || is_text(&now.raw)) {
            return breaches;
        }
        breaches.extend(codes_are_kept(self, now, reserved));
        breaches.extend(retired_codes_are_not_used(self, now));
        breaches.extend(names_are_kept(self, now));
        breaches.extend(symbols_are_kept(self, now));
        breaches.extend(success_is_kept(self, now));
        breaches
    }

    /// The codes that are still in use, each with what is published of it and what is declared now.
    fn used<'a>(&'a self, now: &'a Self) -> impl Iterator<Item = (&'a Code, &'a Published, &'a Published)> {
        let rows = self.rows.iter().filter(|(_, published)| !published.retired);
        rows.filter_map(|(code, published)| Some((code, published, now.rows.get(code)?)))
    }
}

fn is_text(raw: &str) -> bool {
    raw.starts_with('&')
}

fn the_type_is_kept<'a>(published: &Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    if published.raw == now.raw {
        return Vec::new();
    }
    let message = format!(
        "the codes of `{}` are published as `{}`: to change their type breaks whoever stores or matches them",
        published.catalog, published.raw
    );
    vec![Breach { at: At::Raw, message }]
}

fn codes_are_kept<'a>(
    published: &Baseline,
    now: &Baseline,
    reserved: &dyn Fn(&Code) -> bool,
) -> Vec<Breach<'a>> {
    let gone = published.rows.iter().filter(|(code, _)| !now.rows.contains_key(code) && !reserved(code));
    let (retired, gone): (Vec<_>, Vec<_>) = gone.partition(|(_, row)| row.retired);
    let codes = |rows: &[(&Code, &Published)]| {
        rows.iter().map(|(code, _)| code.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut breaches = Vec::new();
    if !gone.is_empty() {
        let named: Vec<_> =
            gone.iter().map(|(code, row)| format!("{code} (`{}`)", row.names.join("`, `"))).collect();
        let message = format!(
            "published codes are gone: {}; keep the row, with `#[deprecated]` if nothing sends it any more, or retire \
             the code with `reserved {};`",
            named.join(", "),
            codes(&gone)
        );
        breaches.push(Breach { at: At::Catalog, message });
    }
    if !retired.is_empty() {
        let codes = codes(&retired);
        let message = format!("retired codes are no longer reserved: {codes}; keep `reserved {codes};`");
        breaches.push(Breach { at: At::Catalog, message });
    }
    breaches
}

fn retired_codes_are_not_used<'a>(published: &'a Baseline, now: &Baseline) -> Vec<Breach<'a>> {
    let retired = published.rows.iter().filter(|(code, row)| row.retired && now.rows.contains_key(code));
    let breach = |(code, row): (&'a Code, &Published)| {
        let was = row.names.join("`, `");
        let message = format!(
            "code {code} is retired for good (it was `{was}`): give the row another, and reserve {code}"
        );
        Breach { at: At::Row(code), message }
    };
    retired.map(breach).collect()
}

fn names_are_kept<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
    let holders = holders(now, |row| &row.names);
    let mut breaches = Vec::new();
    for (code, row) in &published.rows {
        let in_use = now.rows.get(code).filter(|_| !row.retired);
        let mut lost = Vec::new();
        for name in &row.names {
            match holders.get(name.as_str()).and_then(|holders| holders.last()) {
                Some(&holder) if holder != code => {
                    let message = format!(
                        "the name `{name}` is published as that of code {code}, and whoever wrote it means that: \
                         choose another name"
                    );
                    breaches.push(Breach { at: At::Name(holder, name), message });
                }
                Some(_) => {}
                None => lost.push(name.clone()),
            }
        }
        if let (Some(now), false) = (in_use, lost.is_empty()) {
            let message = format!(
                "code {code} is published as `{}`: keep the old name, as in `{} was {}`",
                lost.join("`, `"),
                now.names[0],
                lost.join(" was "),
            );
            breaches.push(Breach { at: At::Row(code), message });
        }
    }
    breaches
}

/// Of each name or symbol, the codes that have it.
fn holders(now: &Baseline, texts: fn(&Published) -> &Vec<String>) -> HashMap<&str, Vec<&Code>> {
    let mut holders: HashMap<&str, Vec<&Code>> = HashMap::new();
    for (code, row) in &now.rows {
        for text in texts(row) {
            holders.entry(text).or_default().push(code);
        }
    }
    holders
}

/// A symbol may vanish, or be shared with another code. It may not come to mean another code.
fn symbols_are_kept<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
    let holders = holders(now, |row| &row.symbols);
    let mut breaches = Vec::new();
    for (code, row) in &published.rows {
        for symbol in &row.symbols {
            let holders = holders.get(symbol.as_str()).map(Vec::as_slice).unwrap_or_default();
            if holders.contains(&code) {
                continue;
            }
            let had_it =
                |holder: &Code| published.rows.get(holder).is_some_and(|row| row.symbols.contains(symbol));
            // A row that was given another code is reported by its name.
            let took_the_name = |holder: &Code| {
                now.rows.get(holder).is_some_and(|now| row.names.iter().any(|name| now.names.contains(name)))
            };
            for holder in holders.iter().filter(|holder| !had_it(holder) && !took_the_name(holder)) {
                let message = format!(
                    "symbol `{symbol}` is published as that of code {code}: give it back; if the vendor really moved \
                     it, remove it from the line of {code} in the baseline"
                );
                breaches.push(Breach { at: At::Symbol(holder, symbol), message });
            }
        }
    }
    breaches
}

fn success_is_kept<'a>(published: &'a Baseline, now: &'a Baseline) -> Vec<Breach<'a>> {
    let flipped = published.used(now).filter(|(_, published, now)| published.success != now.success);
    let breach = |(code, published, _): (&'a Code, &Published, _)| {
        let message = if published.success {
            format!("code {code} is published as a success: keep `success {code};`")
        } else {
            format!("code {code} is published as no success: remove it from `success`")
        };
        Breach { at: At::Row(code), message }
    };
    flipped.map(breach).collect()
}
