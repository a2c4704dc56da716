//! The vendors' tables as they were given, one record a row: the ground truth.

use std::path::Path;

/// A record of `wecom.tsv`. The document leaves some helps out.
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
