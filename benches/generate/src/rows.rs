//! The rows of a catalog: from the vendors' tables, or synthetic.

use std::collections::HashSet;

/// One code with its name and texts.
pub struct Row {
    pub code: i32,
    /// The name of the variant.
    pub name: String,
    /// No symbol, one, or two if the vendor uses the code for two errors. Symbols are unique.
    pub symbols: Vec<String>,
    pub message: String,
    pub help: Option<String>,
}

/// Returns the 192 codes of WeCom, in code order.
pub fn wecom() -> Vec<Row> {
    table(include_bytes!("../../../tests/fixtures/wecom.tsv"), |record| Row {
        code: record[0].parse().expect("a code"),
        name: variant(&record[0]),
        symbols: Vec::new(),
        message: record[1].to_owned(),
        help: Some(record[2].to_owned()).filter(|help| !help.is_empty()),
    })
}

/// Returns the 90 codes of Youdu, in code order. A symbol of two codes belongs to the lower one.
pub fn youdu() -> Vec<Row> {
    let mut rows = table(include_bytes!("../../../tests/fixtures/youdu.tsv"), |record| Row {
        code: record[0].parse().expect("a code"),
        name: variant(&record[0]),
        symbols: vec![record[1].to_owned()],
        message: record[2].to_owned(),
        help: None,
    });
    rows.dedup_by(|later, first| {
        let is_same = later.code == first.code;
        if is_same {
            first.symbols.append(&mut later.symbols);
        }
        is_same
    });
    let mut seen = HashSet::new();
    for row in &mut rows {
        row.symbols.retain(|symbol| seen.insert(symbol.clone()));
    }
    rows
}

fn table(tsv: &[u8], row: impl Fn(&csv::StringRecord) -> Row) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new().delimiter(b'\t').quoting(false).from_reader(tsv);
    let records = reader.records().map(|record| record.expect("a well-formed table"));
    let mut rows: Vec<Row> = records.map(|record| row(&record)).collect();
    rows.sort_by_key(|row| row.code);
    rows
}

fn variant(code: &str) -> String {
    format!("E{}", code.replace('-', "Minus"))
}

/// Returns `count` synthetic rows, the same ones each time. Like vendors' codes they form short runs with gaps, in
/// blocks that start at a round number. Every row has a symbol and a message, and every other row a help text. The
/// lengths of the texts are those of the real tables.
pub fn synthetic(count: usize) -> Vec<Row> {
    const STATES: [&str; 20] = [
        "INVALID",
        "MISSING",
        "EXPIRED",
        "UNKNOWN",
        "DUPLICATE",
        "FORBIDDEN",
        "LOCKED",
        "TOO_MANY",
        "TOO_LONG",
        "EMPTY",
        "UNSUPPORTED",
        "CONFLICTING",
        "DELETED",
        "FROZEN",
        "UNVERIFIED",
        "REVOKED",
        "BROKEN",
        "STALE",
        "OVERSIZED",
        "NO",
    ];
    const OWNERS: [&str; 50] = [
        "USER",
        "GROUP",
        "DEPARTMENT",
        "TAG",
        "AGENT",
        "CORP",
        "SUITE",
        "MEDIA",
        "MENU",
        "MESSAGE",
        "CALLBACK",
        "TICKET",
        "SESSION",
        "CONTACT",
        "CALENDAR",
        "MEETING",
        "DOCUMENT",
        "FOLDER",
        "APPROVAL",
        "INVOICE",
        "ORDER",
        "PAYMENT",
        "REFUND",
        "COUPON",
        "STORE",
        "PRODUCT",
        "DEVICE",
        "ROOM",
        "CHANNEL",
        "STREAM",
        "ROBOT",
        "TEMPLATE",
        "FORM",
        "REPORT",
        "CUSTOMER",
        "FOLLOWER",
        "ARCHIVE",
        "LICENSE",
        "PARTNER",
        "PROVIDER",
        "REGION",
        "SERVER",
        "QUEUE",
        "JOB",
        "WEBHOOK",
        "SECRET",
        "SHARE",
        "BACKUP",
        "INDEX",
        "QUOTA",
    ];
    const FIELDS: [&str; 50] = [
        "ID",
        "NAME",
        "TOKEN",
        "TYPE",
        "SIZE",
        "URL",
        "KEY",
        "VALUE",
        "STATUS",
        "TIME",
        "COUNT",
        "LIST",
        "LIMIT",
        "OWNER",
        "MEMBER",
        "PARENT",
        "CHILD",
        "LEVEL",
        "ORDER",
        "EMAIL",
        "MOBILE",
        "GENDER",
        "AVATAR",
        "LANGUAGE",
        "ADDRESS",
        "SIGNATURE",
        "NONCE",
        "VERSION",
        "FORMAT",
        "ENCODING",
        "CONTENT",
        "TITLE",
        "COLOR",
        "WIDTH",
        "HEIGHT",
        "DURATION",
        "AMOUNT",
        "CURRENCY",
        "RATE",
        "SCOPE",
        "ROLE",
        "RIGHT",
        "RANGE",
        "OFFSET",
        "CURSOR",
        "CODE",
        "REASON",
        "COMMENT",
        "PATH",
        "HOST",
    ];
    let mut random = fastrand::Rng::with_seed(7);
    let mut rows = Vec::with_capacity(count);
    let mut code = -2;
    for index in 0..count {
        code += match index {
            0 | 1 => 1,
            2 => 40_001,
            // After about two dozen codes, the next block starts at another hundred or thousand.
            _ if random.u8(..24) == 0 => {
                let next = if random.bool() { 100 } else { 1000 };
                next * random.i32(1..=3) - code % next
            }
            // Within a block, some numbers are left out.
            _ if random.u8(..5) == 0 => random.i32(2..=4),
            _ => 1,
        };
        // Any two rows differ in a word, and neighboring rows in the last one.
        let words = [STATES[index / 2500 % 20], OWNERS[(index / 50 + index % 50) % 50], FIELDS[index % 50]];
        let symbol = if index < 50_000 { words.join("_") } else { format!("{}_{index}", words.join("_")) };
        let [state, owner, field] = words.map(str::to_lowercase);
        rows.push(Row {
            code,
            name: symbol.split('_').map(capitalized).collect(),
            message: format!("{owner}的{field}参数{state}，请求{index}被拒绝"),
            help: (index % 2 == 0)
                .then(|| format!("请检查{owner}的{field}是否{state}，参考：获取{owner}详情。建议稍候重试。")),
            symbols: vec![format!("ERRCODE_{symbol}")],
        });
    }
    rows
}

fn capitalized(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_owned() + &rest.to_lowercase()
}
