//! The error type of a catalog in its baseline: an enum whose variants users construct and match with all their fields.
//!
//! A variant of an enum has one name, and its fields are public. So a published variant keeps its name and its values: to
//! remove one, to change its type or to add another breaks code that names the fields.

use super::breach::{At, Breach, ShowCode};
use super::format::{excerpt, is_name};
use super::{Baseline, Published};
use crate::syntax::Code;
use std::collections::{BTreeMap, HashMap};

const ERROR: &str = "error ";
const VARIANT: &str = "variant ";
const VALUE: &str = "value ";

/// The published error type of a catalog.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct PublishedErrorType {
    /// The name of the enum.
    pub name: String,
    /// The values of each variant, sources included: name and type, as it is written.
    pub variants: BTreeMap<String, BTreeMap<String, String>>,
}

impl PublishedErrorType {
    /// Adds the variants and values of a later version, and removes nothing.
    pub(super) fn add(&mut self, now: &Self) {
        for (variant, values) in &now.variants {
            let published = self.variants.entry(variant.clone()).or_default();
            for (name, ty) in values {
                published.entry(name.clone()).or_insert_with(|| ty.clone());
            }
        }
    }

    /// Iterates over the lines of the file.
    pub(super) fn lines(&self) -> impl Iterator<Item = String> {
        let variants = self.variants.iter().flat_map(|(variant, values)| {
            let values = values.iter().map(move |(name, ty)| value_line(variant, name, ty));
            std::iter::once(format!("{VARIANT}{variant}")).chain(values)
        });
        std::iter::once(format!("{ERROR}{}", self.name)).chain(variants)
    }
}

fn value_line(variant: &str, name: &str, ty: &str) -> String {
    format!("{VALUE}{variant}.{name}: {ty}")
}

/// Reads a line of the error type. Returns the name that it records, and whether that is new; `None` for any other line.
pub(super) fn read_line<'a>(
    error_type: &mut Option<PublishedErrorType>,
    line: &'a str,
) -> Result<Option<(&'a str, bool)>, String> {
    if let Some(name) = line.strip_prefix(ERROR) {
        if !is_name(name) {
            return Err("an error type is recorded as `error ShopFailure`: restore the line".to_owned());
        }
        if let Some(PublishedErrorType { name, .. }) = error_type {
            return Err(format!("the error type `{}` is recorded twice: keep one line", excerpt(name)));
        }
        *error_type = Some(PublishedErrorType { name: name.to_owned(), ..PublishedErrorType::default() });
        return Ok(Some((name, true)));
    }
    let variant = line.strip_prefix(VARIANT);
    let value = line.strip_prefix(VALUE);
    if variant.is_none() && value.is_none() {
        return Ok(None);
    }
    let Some(PublishedErrorType { variants, .. }) = error_type else {
        return Err("the line `error Name` is missing before this one: restore it".to_owned());
    };
    if let Some(name) = variant {
        if !is_name(name) {
            return Err("a variant is recorded as `variant Name`: restore the line".to_owned());
        }
        let is_new = !variants.contains_key(name);
        variants.entry(name.to_owned()).or_default();
        return Ok(Some((name, is_new)));
    }
    let parts = value.and_then(|value| value.split_once(": ")).and_then(|(path, ty)| {
        let (variant, name) = path.split_once('.')?;
        (is_name(variant) && is_name(name) && !ty.trim().is_empty()).then_some((path, variant, name, ty))
    });
    let Some((path, variant, name, ty)) = parts else {
        return Err("a value is recorded as `value Variant.name: Type`: restore the line".to_owned());
    };
    let Some(values) = variants.get_mut(variant) else {
        let variant = excerpt(variant);
        return Err(format!("the line `{VARIANT}{variant}` is missing before this one: restore it"));
    };
    Ok(Some((path, values.insert(name.to_owned(), ty.to_owned()).is_none())))
}

/// Rejects an error type that is lost or renamed, and variants that are renamed or whose values differ.
pub(super) fn check_error_type<'a>(
    published: &'a Baseline,
    now: &'a Baseline,
    show_code: ShowCode<'_>,
) -> Vec<Breach<'a>> {
    let Some(error_type) = &published.error_type else { return Vec::new() };
    let name = &error_type.name;
    let Some(current) = &now.error_type else {
        let message = format!("the error type `{name}` is published: keep `error {name};`");
        return vec![Breach { at: At::Catalog, message }];
    };
    let mut breaches = Vec::new();
    if current.name != *name {
        let message =
            format!("the error type is published as `{name}`, and users name it: keep `error {name};`");
        breaches.push(Breach { at: At::ErrorType, message });
    }
    for (variant, values) in &error_type.variants {
        if let Some(current) = current.variants.get(variant) {
            breaches.extend(check_values(variant, values, current));
        }
    }
    breaches.extend(check_variant_names(published, error_type, now, current, show_code));
    breaches
}

fn check_values<'a>(
    variant: &'a str,
    values: &'a BTreeMap<String, String>,
    current: &'a BTreeMap<String, String>,
) -> Vec<Breach<'a>> {
    let mut breaches = Vec::new();
    for (name, ty) in values {
        match current.get(name) {
            Some(current) if current == ty => {}
            Some(_) => breaches.push(Breach {
                at: At::Value(variant, name),
                message: format!(
                    "the value `{name}` of `{variant}` is published with the type `{ty}`: keep the type as it was \
                     written, because users depend on it"
                ),
            }),
            None => breaches.push(Breach {
                at: At::Variant(variant),
                message: format!(
                    "`{variant}` is published with the value `{name}`, which users construct and match: keep \
                     `{name}: {ty}`"
                ),
            }),
        }
    }
    for (name, ty) in current.iter().filter(|(name, _)| !values.contains_key(*name)) {
        let message = format!(
            "`{variant}` is published without the value `{name}`, and users construct it and match all its values: \
             declare a row of its own, or in a new major version add the line `{}` to the baseline",
            value_line(variant, name, ty)
        );
        breaches.push(Breach { at: At::Value(variant, name), message });
    }
    breaches
}

/// Rejects rows whose published variant was renamed, because a former name of a row is not a variant. `check_codes`,
/// `check_names` and `check_success` report rows that are gone, names that moved to another code, and errors that became successes.
fn check_variant_names<'a>(
    published: &'a Baseline,
    error_type: &'a PublishedErrorType,
    now: &'a Baseline,
    current: &PublishedErrorType,
    show_code: ShowCode<'_>,
) -> Vec<Breach<'a>> {
    let held: HashMap<&str, &Code> =
        now.rows.iter().flat_map(|(code, row)| row.names.iter().map(move |name| (&**name, code))).collect();
    let is_lost = |code: &Code, name: &str| {
        error_type.variants.contains_key(name)
            && !current.variants.contains_key(name)
            && held.get(name).is_none_or(|holder| *holder == code)
    };
    let mut breaches = Vec::new();
    for (code, row, _) in published.rows_in_use(now).filter(|(.., now)| !now.success) {
        for variant in row.names.iter().filter(|name| is_lost(code, name)) {
            let (name, shown_code) = (&error_type.name, show_code(code));
            let message = format!(
                "code {shown_code} is published as the variant `{variant}` of `{name}`, and a variant cannot keep a former \
                 name: rename the row back to `{variant}`"
            );
            breaches.push(Breach { at: At::Row(code), message });
        }
    }
    breaches
}

/// Returns whether the name is a published variant, whose loss `check_error_type` reports.
pub(super) fn is_variant(published: &Baseline, now: &Baseline, row: &Published, name: &str) -> bool {
    let is_published = published.error_type.as_ref().is_some_and(|it| it.variants.contains_key(name));
    is_published && now.error_type.is_some() && !row.success
}

#[cfg(test)]
mod tests {
    use super::{Baseline, PublishedErrorType};
    use crate::syntax::Code;
    use fastrand::Rng;

    const SHOP: &str = "\
error-catalog baseline 1: Shop u16
translation de
error ShopFailure
variant Busy
value Busy.cause: Box<dyn Error + Send>
variant Moved
value Moved.to: Option<[u8; 2]>
variant TooMany
value TooMany.asked: u32
value TooMany.max: u32
variant Unknown
0 (success) Ok
1 TooMany Many
2 Unknown Moved
3 (retired) Busy
";

    fn read(text: &str) -> Baseline {
        Baseline::read(text.as_bytes()).unwrap()
    }

    /// Returns the breaches of a file that is the next version, each with the part that it points at.
    fn breaches(next: &str) -> Vec<String> {
        let mut next = read(next);
        next.rows.remove(&Code::Int(3));
        let shop = read(SHOP);
        let breaches = shop.breaches(&next, &|code| *code == Code::Int(3));
        breaches.into_iter().map(|breach| format!("{:?}: {breach}", breach.at)).collect()
    }

    #[test]
    fn the_error_type_is_read_back_as_it_was_written() {
        let shop = read(SHOP);
        assert_eq!(shop.to_string(), SHOP);
        let variants = shop.error_type.unwrap().variants;
        assert_eq!(variants["Moved"]["to"], "Option<[u8; 2]>");
        assert!(variants["Unknown"].is_empty());

        let mut rng = Rng::with_seed(20_261_127);
        for _ in 0..20_000 {
            let mut bytes = SHOP.as_bytes().to_vec();
            for _ in 0..rng.usize(1..4) {
                let at = rng.usize(0..bytes.len());
                match rng.usize(0..3) {
                    0 => drop(bytes.remove(at)),
                    1 => bytes[at] = *rng.choice(b" .:\nae").unwrap(),
                    _ => bytes.insert(at, *rng.choice(b" .:\nvA").unwrap()),
                }
            }
            if let Ok(baseline) = Baseline::read(&bytes) {
                assert_eq!(read(&baseline.to_string()), baseline);
            }
        }
    }

    #[test]
    fn a_damaged_line_is_one_sentence() {
        let cases = [
            ("error Shop Failure\n", 2, "an error type is recorded as `error ShopFailure`"),
            ("error A\nerror B\n", 3, "the error type `A` is recorded twice"),
            ("variant A\n", 2, "the line `error Name` is missing before this one"),
            ("error E\nvariant A-\n", 3, "a variant is recorded as `variant Name`"),
            ("error E\nvariant A\nvariant A\n", 4, "`A` is recorded twice"),
            ("error E\nvalue A.max: u32\n", 3, "the line `variant A` is missing before this one"),
            ("error E\nvariant A\nvalue A.max u32\n", 4, "recorded as `value Variant.name: Type`"),
            ("error E\nvariant A\nvalue A: u32\n", 4, "recorded as `value Variant.name: Type`"),
            ("error E\nvariant A\nvalue A.max: \n", 4, "recorded as `value Variant.name: Type`"),
            ("error E\nvariant A\nvalue A.a: u8\nvalue A.a: u16\n", 5, "`A.a` is recorded twice"),
            ("1 A\nerror E\n", 3, "`E` is after the first code: move the line before it"),
        ];
        for (lines, line, expected) in cases {
            let file = format!("error-catalog baseline 1: Shop u16\n{lines}");
            let damage = Baseline::read(file.as_bytes()).unwrap_err();
            assert_eq!(damage.line, line, "{lines:?}: {damage}");
            assert!(damage.what.contains(expected), "{lines:?}: {damage}");
        }
    }

    #[test]
    fn each_change_of_a_published_variant_is_a_breach() {
        assert_eq!(breaches(SHOP), [""; 0], "the variant of a retired code is not missed");
        let added = "variant New\nvalue New.max: u32\nvariant TooMany\n";
        let more = SHOP.replace("variant TooMany\n", added) + "4 New\n";
        assert_eq!(breaches(&more), [""; 0], "a new row breaks nothing");
        for (from, to, expected) in [
            (
                &SHOP[SHOP.find("error S").unwrap()..SHOP.find("0 (").unwrap()],
                "",
                "Catalog: the error type `ShopFailure` is published: keep `error ShopFailure;`",
            ),
            (
                "error ShopFailure",
                "error BookFailure",
                "ErrorType: the error type is published as `ShopFailure`, and users name it: keep `error ShopFailure;`",
            ),
            (
                "value TooMany.max: u32\n",
                "",
                "Variant(\"TooMany\"): `TooMany` is published with the value `max`, which users construct and match: \
                 keep `max: u32`",
            ),
            (
                "max: u32",
                "max: u64",
                "Value(\"TooMany\", \"max\"): the value `max` of `TooMany` is published with the type `u32`: keep the \
                 type as it was written, because users depend on it",
            ),
            (
                "variant Unknown\n",
                "variant Unknown\nvalue Unknown.title: String\n",
                "Value(\"Unknown\", \"title\"): `Unknown` is published without the value `title`, and users construct \
                 it and match all its values: declare a row of its own, or in a new major version add the line \
                 `value Unknown.title: String` to the baseline",
            ),
        ] {
            let next = SHOP.replace(from, to);
            assert_ne!(next, SHOP);
            assert_eq!(breaches(&next), [expected]);
        }
    }

    #[test]
    fn a_former_name_does_not_keep_a_variant() {
        let renamed =
            |row: &str| SHOP.replace("variant Unknown", "variant Stranger").replace("2 Unknown Moved", row);
        let expected = "Row(Int(2)): code 2 is published as the variant `Unknown` of `ShopFailure`, and a variant cannot \
                        keep a former name: rename the row back to `Unknown`";
        assert_eq!(breaches(&renamed("2 Stranger Moved Unknown")), [expected]);
        assert_eq!(breaches(&renamed("2 Stranger Moved")), [expected]);
        let moved = renamed("2 Stranger Moved").replace("1 TooMany Many", "1 TooMany Many Unknown");
        let found = breaches(&moved);
        assert!(found.len() == 1 && found[0].contains("published for code 2"), "{found:?}");
        let found = breaches(&SHOP.replace("1 TooMany Many", "1 TooMany"));
        assert!(
            found.len() == 1 && found[0].contains("keep the old name, as in `TooMany was Many`"),
            "{found:?}"
        );
        let success =
            SHOP.replace("1 TooMany", "1 (success) TooMany").replace("variant TooMany", "variant Z");
        let found = breaches(&success.replace("TooMany.", "Z."));
        assert!(found.len() == 1 && found[0].contains("published as an error"), "{found:?}");
    }

    #[test]
    fn an_older_file_records_no_error_type() {
        let mut old =
            read("error-catalog baseline 1: Shop u16\n0 (success) Ok\n1 TooMany Many\n2 Unknown Moved\n");
        let mut now = read(SHOP);
        now.rows.remove(&Code::Int(3));
        assert_eq!(old.breaches(&now, &|_| false), []);
        old.add(&now, |_| false);
        assert_eq!(old.error_type, now.error_type);
        let error_type = old.error_type.as_mut().unwrap();
        error_type.add(&PublishedErrorType { name: "Other".into(), ..PublishedErrorType::default() });
        assert_eq!(old.error_type, now.error_type, "nothing is ever removed");
    }
}
