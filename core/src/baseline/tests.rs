//! Round trips, the errors of damaged files, and one breach per rule.

use super::{At, Baseline, Breach, Published};
use crate::syntax::Code;
use fastrand::Rng;
use std::fs::File;

const GATEWAY: &str = "\
error-catalog baseline 1: Gateway i32
column retry: Retry
column url: &'static str
translation zh_Hant
unknown Expired
-1 Busy
0 (success) Ok = E_OK
1001 NoAccount Missing = E_NO_ACCOUNT \"isv.no account\"
1002 (retired) Locked = E_LOCKED
1003 Expired = E_LOCKED
";

fn read(text: &str) -> Baseline {
    Baseline::read(text.as_bytes()).unwrap()
}

#[test]
fn a_written_file_is_read_back() {
    let gateway = read(GATEWAY);
    assert_eq!(gateway.to_string(), GATEWAY);
    assert_eq!((gateway.catalog.as_str(), gateway.raw.as_str()), ("Gateway", "i32"));
    assert!(gateway.rows[&Code::Int(0)].success && gateway.rows[&Code::Int(1002)].retired);
    assert_eq!(gateway.rows[&Code::Int(1001)].symbols, ["E_NO_ACCOUNT", "isv.no account"]);

    let mut rng = Rng::with_seed(20_260_301);
    for round in 0..1_000 {
        let text = |rng: &mut Rng| -> String {
            let alphabet = ['a', 'Z', '_', '"', '\\', ' ', '=', '(', '码', '.', '\'', '#'];
            (0..rng.usize(1..9)).map(|_| rng.choice(alphabet).unwrap()).collect()
        };
        let rows = (0..rng.usize(0..20)).map(|_| {
            let code = if round % 2 == 0 { Code::Int(rng.i128(..)) } else { Code::Str(text(&mut rng)) };
            let names = (0..rng.usize(1..4)).map(|_| format!("N_e\u{301}{}", rng.u8(..))).collect();
            let symbols = (0..rng.usize(0..4)).map(|_| text(&mut rng)).collect();
            (code, Published { success: rng.bool(), retired: rng.bool(), names, symbols })
        });
        let mut baseline = Baseline::empty("码", "&'static str");
        baseline.rows = rows.collect();
        baseline.exhaustive = rng.bool();
        baseline.unknown = rng.bool().then(|| "Other".to_owned());
        for column in 0..rng.usize(0..3) {
            baseline.columns.insert(format!("c{column}"), format!("Option<&'static [u{column}]>"));
            baseline.translations.insert(format!("zh_{column}"));
        }
        assert_eq!(read(&baseline.to_string()), baseline, "{baseline}");
    }
}

#[test]
fn only_regular_files_of_limited_size_are_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gateway.baseline");
    let error = || Baseline::open(&path).unwrap_err().to_string();
    assert!(error().contains("os error 2"), "{}", error());

    std::fs::write(&path, GATEWAY).unwrap();
    assert_eq!(Baseline::open(&path).unwrap(), read(GATEWAY));
    let file = File::options().write(true).open(&path).unwrap();
    file.set_len(32 << 20).unwrap();
    assert_eq!(error(), "line 11: the last line has no end, so the file may be cut off: restore it");
    file.set_len((32 << 20) + 1).unwrap();
    assert_eq!(error(), "it is larger than 32 MiB, the limit of a baseline");

    let folder = Baseline::open(folder.path()).unwrap_err().to_string();
    assert_eq!(folder, "it is not a regular file");
}

#[test]
fn a_symbol_that_looks_like_a_word_of_the_file_is_quoted() {
    let symbols = ["(success)", "(retired)", "=", ""].map(str::to_owned).to_vec();
    let published = Published { names: vec!["A".to_owned()], symbols, ..Published::default() };
    let mut baseline = Baseline::empty("Gateway", "i32");
    baseline.rows.insert(Code::Int(1), published);
    assert_eq!(read(&baseline.to_string()), baseline, "{baseline}");

    let by_hand = read("error-catalog baseline 1: Gateway i32\n1 A = = E_A\n");
    assert_eq!(by_hand.rows[&Code::Int(1)].symbols, ["=", "E_A"], "nothing is lost that is not quoted");
}

#[test]
fn messages_quote_short_excerpts() {
    let long = "x".repeat(100_000);
    let row = |row: &str| format!("error-catalog baseline 1: Sql &'static str\n{row}\n");
    for file in [
        format!("error-catalog baseline {long}: Sql &'static str\n"),
        row(&format!("{long} A")),
        row(&format!("\"{long}\"")),
        row(&format!("\"{long}\" A =")),
        row(&format!("\"{long}\" {long}-")),
        row(&format!("\"{long}\" A\n\"{long}\" B")),
        row(&format!("\"{long}\" A\n\"a\" B")),
    ] {
        let damage = Baseline::read(file.as_bytes()).unwrap_err();
        assert!(damage.what.len() < 300, "{damage}");
    }
}

#[test]
fn a_malformed_file_is_one_sentence() {
    let cases: &[(&str, usize, &str)] = &[
        ("", 1, "the file is empty"),
        ("\n", 1, "the file is not a baseline"),
        ("PK\u{3}\u{4}", 1, "the file is not a baseline"),
        ("\u{feff}error-catalog baseline 1: Gateway i32\n", 1, "byte order mark"),
        ("error-catalog baseline 1: Gateway i32", 1, "the last line has no end"),
        ("error-catalog baseline 1: Gateway\n", 1, "no type of the codes"),
        ("error-catalog baseline 1\n", 1, "cut off"),
        ("error-catalog baseline 2: Gateway i32\n", 1, "has format 2"),
        ("error-catalog baseline 1: Gateway i32\r\n1 A\r\n", 1, "CRLF"),
        ("error-catalog baseline 1: Gateway i32\n1 A\r\n", 2, "CRLF"),
        ("<<<<<<< ours\n", 1, "conflict marker"),
        ("error-catalog baseline 1: Gateway i32\n1 A\n=======\n2 B\n", 3, "conflict marker"),
        ("error-catalog baseline 1: Gateway i32\n1 A\n2 B", 3, "the last line has no end"),
        ("error-catalog baseline 1: Gateway i32\n1 A\n1 B\n", 3, "code 1 is repeated"),
        ("error-catalog baseline 1: Gateway i32\n2 A\n1 B\n", 3, "code 1 comes after 2"),
        ("error-catalog baseline 1: Gateway i32\n1 A\n\n2 B\n", 3, "it is empty"),
        ("error-catalog baseline 1: Gateway i32\n1\n", 2, "code 1 has no name"),
        ("error-catalog baseline 1: Gateway i32\n1 = E_A\n", 2, "code 1 has no name"),
        ("error-catalog baseline 1: Gateway i32\n1 A =\n", 2, "code 1 has no symbol"),
        ("error-catalog baseline 1: Gateway i32\n1  A\n", 2, "separated by single spaces"),
        ("error-catalog baseline 1: Gateway i32\n1 A \n", 2, "separated by single spaces"),
        ("error-catalog baseline 1: Gateway i32\nA 1\n", 2, "begins with `A`"),
        ("error-catalog baseline 1: Gateway i32\n1 A;\n", 2, "`A;` is not a valid name"),
        ("error-catalog baseline 1: Gateway i32\n1 \"A\"\n", 2, "`A` is not a valid name"),
        ("error-catalog baseline 1: Gateway i32\n\"1 A\n", 2, "has no closing quote"),
        ("error-catalog baseline 1: Gateway i32\ncolumn retry Retry\n", 2, "recorded as `column name: Type`"),
        ("error-catalog baseline 1: Gateway i32\ncolumn retry: \n", 2, "recorded as `column name: Type`"),
        ("error-catalog baseline 1: Gateway i32\ntranslation zh-TW\n", 2, "recorded as `translation en`"),
        (
            "error-catalog baseline 1: Gateway i32\ntranslation en\ntranslation en\n",
            3,
            "`en` is recorded twice",
        ),
        ("error-catalog baseline 1: Gateway i32\nunknown a b\n", 2, "recorded as `unknown Name`"),
        (
            "error-catalog baseline 1: Gateway i32\nunknown A\nunknown B\n",
            3,
            "the row of unknown codes is recorded twice",
        ),
        ("error-catalog baseline 1: Gateway i32\n1 A\nunknown A\n", 3, "`A` is after the first code"),
        ("error-catalog baseline 1: Gateway i32\n1 A\ncolumn a: u8\n", 3, "`a` is after the first code"),
        ("error-catalog baseline 1: Gateway i32\n1 \u{1b}[2J\n", 2, "`\\u{1b}[2J` is not a valid name"),
    ];
    for (text, line, expected) in cases {
        let damage = Baseline::read(text.as_bytes()).unwrap_err();
        assert_eq!(damage.line, *line, "{text:?}: {damage}");
        assert!(damage.what.contains(expected), "{text:?}: {damage}");
        assert!(!damage.to_string().contains(char::is_control), "{damage}");
    }
    let damage = Baseline::read(b"error-catalog baseline 1: Gateway i32\n1 A\n2 \xff\n").unwrap_err();
    assert_eq!(damage.to_string(), "line 3: it is not UTF-8: restore the file");
}

#[test]
fn mutated_files_are_read_or_rejected() {
    let mut rng = Rng::with_seed(20_260_302);
    for _ in 0..20_000 {
        let mut bytes = GATEWAY.as_bytes().to_vec();
        for _ in 0..rng.usize(1..4) {
            let at = rng.usize(0..bytes.len());
            match rng.usize(0..3) {
                0 => drop(bytes.remove(at)),
                1 => bytes[at] = rng.u8(..),
                _ => bytes.insert(at, *rng.choice(b" =\"\\\n\r(").unwrap()),
            }
        }
        if let Ok(baseline) = Baseline::read(&bytes) {
            assert_eq!(read(&baseline.to_string()), baseline);
        }
    }
}

/// Returns a later version of the catalog that keeps everything.
fn kept() -> Baseline {
    let mut kept = read(GATEWAY);
    kept.rows.remove(&Code::Int(1002));
    kept
}

fn is_reserved(code: &Code) -> bool {
    *code == Code::Int(1002)
}

fn row(baseline: &mut Baseline, code: i128) -> &mut Published {
    baseline.rows.entry(Code::Int(code)).or_default()
}

#[test]
fn additions_break_nothing() {
    let mut now = kept();
    row(&mut now, 1001).names.push("Absent".into());
    row(&mut now, 1001).symbols.push("E_ABSENT".into());
    now.columns.insert("owner".into(), "u8".into());
    now.translations.insert("en".into());
    now.exhaustive = true;
    row(&mut now, 7).names.push("Seven".into());
    row(&mut now, 7).symbols.push("E_OK".into());
    assert_eq!(read(GATEWAY).breaches(&now, &is_reserved), []);

    let mut next = read(GATEWAY);
    next.add(&now, |code| is_reserved(code) || *code == Code::Int(8));
    let expected = GATEWAY
        .replace(
            "NoAccount Missing = E_NO_ACCOUNT \"isv.no account\"",
            "NoAccount Missing Absent = E_NO_ACCOUNT \"isv.no account\" E_ABSENT",
        )
        .replace("1001", "7 Seven = E_OK\n1001")
        .replace("Gateway i32", "Gateway i32 (exhaustive)")
        .replace("column retry", "column owner: u8\ncolumn retry")
        .replace("translation", "translation en\ntranslation");
    assert_eq!(next.to_string(), expected);
    assert_eq!(next.breaches(&now, &is_reserved), []);
    let before = next.clone();
    next.add(&kept(), |_| false);
    assert_eq!(next, before, "nothing is ever removed");
}

#[test]
fn an_older_file_records_no_columns() {
    let old = read("error-catalog baseline 1: Gateway i32\n0 (success) Ok = E_OK\n");
    let mut now = old.clone();
    now.columns.insert("retry".into(), "Retry".into());
    now.exhaustive = true;
    assert_eq!(old.breaches(&now, &is_reserved), []);
    row(&mut now, 1).names.push("New".into());
    assert_eq!(old.breaches(&now, &is_reserved), []);
}

#[test]
fn a_retired_code_stays_retired() {
    let mut now = kept();
    now.rows.remove(&Code::Int(1003));
    let mut next = read(GATEWAY);
    next.add(&now, |_| true);
    assert!(next.to_string().ends_with("1003 (retired) Expired = E_LOCKED\n"), "{next}");
}

#[test]
fn each_rule_has_its_breach() {
    let gateway = read(GATEWAY);
    let breaches = |change: &dyn Fn(&mut Baseline)| -> Vec<(String, String)> {
        let mut now = kept();
        change(&mut now);
        let breaches = gateway.breaches(&now, &is_reserved);
        breaches.into_iter().map(|breach| (format!("{:?}", breach.at), breach.message)).collect()
    };
    let one = |at: At<'_>, expected: &str, change: &dyn Fn(&mut Baseline)| {
        let found = breaches(change);
        assert_eq!(found.len(), 1, "{expected}: {found:?}");
        assert_eq!(found[0].0, format!("{at:?}"));
        assert!(found[0].1.contains(expected), "{expected}: {found:?}");
    };
    let code = Code::Int;
    assert_eq!(breaches(&|_| ()), []);
    one(At::Raw, "published as `i32`", &|now| now.raw = "i64".into());
    one(At::Raw, "published as `i32`", &|now| {
        now.raw = "&'static str".into();
        now.rows.clear();
    });
    let both = breaches(&|now| {
        now.raw = "i64".into();
        row(now, 0).success = false;
    });
    assert_eq!(both.len(), 2, "{both:?}");
    one(At::Catalog, "gone: -1 (`Busy`), 1001 (`NoAccount`, `Missing`); keep", &|now| {
        now.rows.remove(&code(-1));
        now.rows.remove(&code(1001));
    });
    one(At::Row(&code(1002)), "1002 is permanently retired (it was `Locked`)", &|now| {
        row(now, 1002).names.push("Locked".into());
    });
    one(
        At::Row(&code(1001)),
        "published as `Missing`: keep the old name, as in `NoAccount was Missing`",
        &|now| {
            row(now, 1001).names.truncate(1);
        },
    );
    one(At::Row(&code(1001)), "as in `Absent was NoAccount was Missing`", &|now| {
        row(now, 1001).names = vec!["Absent".into()];
    });
    one(At::Name(&code(1003), "Missing"), "published for code 1001", &|now| {
        row(now, 1001).names.truncate(1);
        row(now, 1003).names.push("Missing".into());
    });
    one(At::Name(&code(1003), "Locked"), "published for code 1002", &|now| {
        row(now, 1003).names.push("Locked".into());
    });
    one(At::Symbol(&code(-1), "E_OK"), "symbol `E_OK` is published for code 0", &|now| {
        row(now, 0).symbols.clear();
        row(now, -1).symbols.push("E_OK".into());
    });
    one(
        At::Row(&code(1001)),
        "with the symbol `isv.no account`: keep it, as in `E_NO_ACCOUNT was \"isv.no account\"`",
        &|now| {
            row(now, 1001).symbols.truncate(1);
        },
    );
    one(At::Row(&code(0)), "with the symbol `E_OK`: keep it, as in `_ was E_OK`", &|now| {
        row(now, 0).symbols.clear();
    });
    one(
        At::Catalog,
        "the column `retry` is published, and users call its accessor: keep `column retry: Retry;`",
        &|now| {
            now.columns.remove("retry");
        },
    );
    one(At::Column("retry"), "the column `retry` is published with the type `Retry`", &|now| {
        now.columns.insert("retry".into(), "u8".into());
    });
    one(At::Catalog, "the translation `zh_Hant` is published: keep `translation zh_Hant;`", &|now| {
        now.translations.clear();
    });
    one(At::Column("zh_Hant"), "the translation `zh_Hant` is published", &|now| {
        now.translations.clear();
        now.columns.insert("zh_Hant".into(), "&'static str".into());
    });
    assert_eq!(
        breaches(&|now| {
            now.columns.remove("url");
            now.translations.insert("url".into());
        }),
        [],
        "the accessor of a translation returns the same"
    );
    one(At::Row(&code(0)), "published as a success", &|now| row(now, 0).success = false);
    one(At::Row(&code(1003)), "published as an error", &|now| row(now, 1003).success = true);

    let breaches = gateway.breaches(&gateway, &|_| false);
    assert_eq!(breaches.len(), 1, "{breaches:?}");
    let mut now = kept();
    now.rows.clear();
    let breaches = gateway.breaches(&now, &|_| false);
    assert!(
        breaches.iter().any(|breach| breach.message.contains("no longer reserved: 1002;")),
        "{breaches:?}"
    );
}

#[test]
fn unknown_codes_are_read_as_the_published_row() {
    let gateway = read(GATEWAY);
    let mut now = kept();
    row(&mut now, 1003).names.insert(0, "Outdated".into());
    now.unknown = Some("Outdated".into());
    assert_eq!(gateway.breaches(&now, &is_reserved), [], "the row is renamed");
    for (unknown, expected_at) in [(None, At::Catalog), (Some("Busy"), At::Unknown)] {
        now.unknown = unknown.map(str::to_owned);
        let breaches = gateway.breaches(&now, &is_reserved);
        let [Breach { at, message }] = breaches.as_slice() else { panic!("{breaches:?}") };
        assert_eq!(*at, expected_at);
        assert!(message.ends_with("keep `unknown Outdated;`"), "{message}");
    }
    let old = read("error-catalog baseline 1: Gateway i32\n0 (success) Ok = E_OK\n");
    let mut now = old.clone();
    now.unknown = Some("Expired".into());
    assert_eq!(old.breaches(&now, &is_reserved), [], "to declare the row breaks nothing");
    let mut next = old.clone();
    next.add(&now, |_| false);
    assert_eq!(next.unknown, now.unknown);
}

#[test]
fn an_exhaustive_catalog_stays_as_it_is() {
    let mut exhaustive = read(GATEWAY);
    exhaustive.exhaustive = true;
    let now = kept();
    let breaches = exhaustive.breaches(&now, &is_reserved);
    let [Breach { at: At::Catalog, message }, ..] = breaches.as_slice() else { panic!("{breaches:?}") };
    assert_eq!(message, "`Gateway` is published as exhaustive: keep `exhaustive;`");
    let mut now = kept();
    now.exhaustive = true;
    row(&mut now, 7).names.push("Seven".into());
    let breaches = exhaustive.breaches(&now, &is_reserved);
    let [Breach { at, message }] = breaches.as_slice() else { panic!("{breaches:?}") };
    assert_eq!(*at, At::Row(&Code::Int(7)));
    assert!(message.contains("add the line `7 Seven` to the baseline"), "{message}");
}
