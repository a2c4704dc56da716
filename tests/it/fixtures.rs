//! The vendors' tables as they published them, one record per row: the ground truth.

use std::path::Path;

/// A record of `wecom.tsv`. The document lacks some help texts.
pub(crate) struct WeComRecord {
    pub(crate) code: i32,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// A record of `youdu.tsv`.
pub(crate) struct YouduRecord {
    pub(crate) code: i32,
    pub(crate) symbol: String,
    pub(crate) message: String,
    pub(crate) section: String,
}

/// A record of `advice.tsv`: the advice for a client and its reason, decided from the vendor's text before the catalogs
/// were written.
pub(crate) struct Advised {
    pub(crate) catalog: String,
    pub(crate) code: i32,
    pub(crate) advice: String,
    pub(crate) reason: String,
}

/// A record of `names.tsv`: a meaning whose message alone does not distinguish it, with its name and English message.
pub(crate) struct Named {
    pub(crate) catalog: String,
    pub(crate) code: i32,
    pub(crate) name: String,
    pub(crate) en: String,
}

fn records(file: &str, headers: &[&str]) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(file);
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_path(path).unwrap();
    assert_eq!(reader.headers().unwrap(), headers);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

pub(crate) fn wecom() -> Vec<WeComRecord> {
    let records = records("wecom.tsv", &["code", "message", "help"]);
    let records = records.into_iter().map(|record| {
        let [code, message, help] = record.try_into().unwrap();
        WeComRecord { code: code.parse().unwrap(), message, help: Some(help).filter(|help| !help.is_empty()) }
    });
    records.collect()
}

pub(crate) fn youdu() -> Vec<YouduRecord> {
    let records = records("youdu.tsv", &["code", "symbol", "message", "section"]);
    let records = records.into_iter().map(|record| {
        let [code, symbol, message, section] = record.try_into().unwrap();
        YouduRecord { code: code.parse().unwrap(), symbol, message, section }
    });
    records.collect()
}

pub(crate) fn advice() -> Vec<Advised> {
    let records = records("advice.tsv", &["catalog", "code", "advice", "reason"]);
    let records = records.into_iter().map(|record| {
        let [catalog, code, advice, reason] = record.try_into().unwrap();
        Advised { catalog, code: code.parse().unwrap(), advice, reason }
    });
    records.collect()
}

pub(crate) fn names() -> Vec<Named> {
    let records = records("names.tsv", &["catalog", "code", "name", "en"]);
    let records = records.into_iter().map(|record| {
        let [catalog, code, name, en] = record.try_into().unwrap();
        Named { catalog, code: code.parse().unwrap(), name, en }
    });
    records.collect()
}
