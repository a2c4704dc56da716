//! Finds error codes in text that people paste and in logs: a number behind `errcode`, however it is quoted and
//! separated, and the vendors' symbols. It works on bytes, for a log is not always text.

use crate::catalog::table::{Row, Table};
use aho_corasick::{AhoCorasick, AhoCorasickKind, BuildError, MatchKind};
use std::collections::{HashMap, HashSet};

/// The keys that a code stands behind, wherever they are.
pub(crate) const KEYS: &[&str] = &[
    "errcode",
    "errCode",
    "Errcode",
    "ErrCode",
    "ERRCODE",
    "err_code",
    "Err_Code",
    "ERR_CODE",
    "errorcode",
    "errorCode",
    "ErrorCode",
    "ERRORCODE",
    "error_code",
    "Error_Code",
    "ERROR_CODE",
    "errno",
    "errNo",
    "Errno",
    "ERRNO",
    "错误码",
    "错误代码",
    "返回码",
    "錯誤碼",
    "錯誤代碼",
];
/// Keys that mean other things too, for a text of which the user says that it holds a code.
pub(crate) const LOOSE_KEYS: &[&str] =
    &["code", "Code", "CODE", "retcode", "retCode", "ret_code", "ret", "status", "sub_code"];

/// How many blanks or backslashes may stand in a row between key and code.
const GAP: usize = 8;
/// The longest code.
const CODE: usize = 64;
/// What may stand between a Chinese key and the code: it "is".
const VERBS: [&str; 3] = ["为", "為", "是"];
/// Around a code; all but the first pair only behind a Chinese key, since `errno(3)` is a page of a manual.
const BRACKETS: &[(&str, &str)] = &[("[", "]"), ("(", ")"), ("（", "）"), ("【", "】")];

/// Knows the codes and symbols of some catalogs.
#[derive(Debug)]
pub(crate) struct Recognizer<'a> {
    patterns: AhoCorasick,
    /// Keys that are not ASCII. In one automaton with the others they double the time that a log takes: those begin with
    /// few enough letters to be looked for by their first byte.
    cjk: AhoCorasick,
    /// How many of the patterns are keys. Symbols follow.
    keys: usize,
    /// What each symbol names, then what each code names.
    named: Vec<Vec<(&'a Table, &'a Row)>>,
    codes: HashMap<Vec<u8>, usize>,
    reach: usize,
}

/// A code or symbol in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    /// Where the key or symbol begins.
    pub(crate) start: usize,
    /// The code or symbol itself.
    pub(crate) code: (usize, usize),
    /// Behind it, and behind its closing quote.
    pub(crate) end: usize,
    /// What it names, as [`Recognizer::named`] knows it; `None` for a code that no catalog has.
    pub(crate) named: Option<usize>,
}

impl<'a> Recognizer<'a> {
    /// For annotating: only keys that mean an error code and nothing else, and those that the user adds.
    pub(crate) fn strict(catalogs: &[&'a Table], added: &[String]) -> Result<Self, BuildError> {
        let keys: Vec<&str> = KEYS.iter().copied().chain(added.iter().map(String::as_str)).collect();
        Self::new(catalogs, &keys)
    }

    /// For a text of which the user says that it holds a code.
    pub(crate) fn loose(catalogs: &[&'a Table]) -> Result<Self, BuildError> {
        Self::new(catalogs, &[KEYS, LOOSE_KEYS].concat())
    }

    fn new(catalogs: &[&'a Table], keys: &[&str]) -> Result<Self, BuildError> {
        let mut named: Vec<Vec<(&Table, &Row)>> = Vec::new();
        let mut symbols: Vec<&str> = Vec::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut codes: HashMap<Vec<u8>, usize> = HashMap::new();
        for table in catalogs {
            for symbol in table.rows.iter().flat_map(|row| &row.meanings).filter_map(|meaning| meaning.symbol)
            {
                // A bare word such as OK is found in every log.
                if symbol.contains(['_', '.', '-', ':']) && seen.insert(symbol) {
                    symbols.push(symbol);
                }
            }
        }
        for symbol in &symbols {
            let rows = catalogs
                .iter()
                .flat_map(|table| table.rows_of_symbol(symbol).into_iter().map(move |row| (*table, row)));
            named.push(rows.collect());
        }
        for table in catalogs {
            for row in &table.rows {
                let place = *codes.entry(row.code.to_string().into_bytes()).or_insert(named.len());
                if place == named.len() {
                    named.push(Vec::new());
                }
                named[place].push((*table, row));
            }
        }
        let (keys, cjk): (Vec<&str>, Vec<&str>) = keys.iter().partition(|key| key.is_ascii());
        let patterns: Vec<&str> = keys.iter().copied().chain(symbols).collect();
        let longest = patterns.iter().chain(&cjk).map(|pattern| pattern.len()).max().unwrap_or(0);
        let automaton = |patterns: &[&str]| {
            AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .kind(Some(AhoCorasickKind::DFA))
                .build(patterns)
        };
        Ok(Self {
            keys: keys.len(),
            reach: longest + 8 * GAP + CODE + 32,
            patterns: automaton(&patterns)?,
            cjk: automaton(&cjk)?,
            named,
            codes,
        })
    }

    /// How far behind its start a match can reach.
    pub(crate) fn reach(&self) -> usize {
        self.reach
    }

    /// What can be named: the places of [`Found::named`].
    pub(crate) fn named(&self) -> &[Vec<(&'a Table, &'a Row)>] {
        &self.named
    }

    /// The codes and symbols in a text, in the order in which they stand. `before` is the byte before the text.
    pub(crate) fn find<'t>(&'t self, text: &'t [u8], before: u8) -> impl Iterator<Item = Found> + 't {
        let mut patterns = self.patterns.find_iter(text).peekable();
        let mut cjk = self.cjk.find_iter(text).peekable();
        let in_order = std::iter::from_fn(move || {
            let is_cjk = match (patterns.peek(), cjk.peek()) {
                (Some(pattern), Some(key)) => key.start() < pattern.start(),
                (pattern, _) => pattern.is_none(),
            };
            if is_cjk {
                cjk.next().map(|key| (key, true))
            } else {
                patterns.next().map(|pattern| (pattern, false))
            }
        });
        in_order.filter_map(move |(pattern, is_cjk)| {
            let (start, end) = (pattern.start(), pattern.end());
            let left = start.checked_sub(1).map_or(before, |at| text[at]);
            let right = text.get(end).copied().unwrap_or(b' ');
            let symbol = pattern.pattern().as_usize().checked_sub(self.keys).filter(|_| !is_cjk);
            if let Some(symbol) = symbol {
                let whole = !is_word(left) && !is_word(right);
                return whole.then_some(Found { start, code: (start, end), end, named: Some(symbol) });
            }
            // Chinese is written without blanks between words.
            if !is_cjk && (left.is_ascii_alphanumeric() || is_word(right)) {
                return None;
            }
            let (code, end) = code(text, end, is_cjk)?;
            // A full stop may be the code's, or the sentence's.
            let stop = text[code.0..code.1].ends_with(b".");
            let trimmed = (code.0, code.1 - usize::from(stop));
            let named = |(start, end): (usize, usize)| self.codes.get(&text[start..end]).copied();
            Some(match named(code) {
                None if stop => Found { start, code: trimmed, end: trimmed.1, named: named(trimmed) },
                named => Found { start, code, end, named },
            })
        })
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The code behind a key that ends at `at`, and where the code ends with its quotes or bracket.
fn code(text: &[u8], at: usize, is_cjk: bool) -> Option<((usize, usize), usize)> {
    let rest = |at: usize| text.get(at..).unwrap_or_default();
    let skip =
        |at: usize, byte: u8| at + rest(at).iter().take(GAP).take_while(|other| **other == byte).count();
    let quote = |at: usize| {
        let behind = skip(at, b'\\');
        match text.get(behind) {
            Some(quote @ (b'"' | b'\'' | b'`')) => (behind + 1, Some(*quote)),
            _ => (at, None),
        }
    };
    let (mut at, key_quote) = quote(at);
    if is_cjk && let Some(verb) = VERBS.iter().find(|verb| rest(at).starts_with(verb.as_bytes())) {
        at += verb.len();
    }
    let behind_key = at;
    at = skip(at, b' ');
    let separator = match rest(at) {
        [b'=', b'>', ..] | [b':', b'=', ..] => 2,
        [b':' | b'=' | b'>', ..] => 1,
        // The colon of Chinese text.
        [0xef, 0xbc, 0x9a, ..] => 3,
        _ => 0,
    };
    at += separator;
    let mut closing = None;
    if separator == 0 {
        if key_quote.is_some() {
            return None;
        }
        let brackets = if is_cjk { BRACKETS } else { &BRACKETS[..1] };
        if let Some((open, close)) = brackets.iter().find(|(open, _)| rest(at).starts_with(open.as_bytes())) {
            at += open.len();
            closing = Some(close.as_bytes());
        } else if at == behind_key && !is_cjk {
            return None;
        }
    }
    let (start, open) = quote(skip(at, b' '));
    let is_code = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let length = rest(start).iter().take(CODE + 1).take_while(|byte| is_code(byte)).count();
    if length == 0 || length > CODE {
        return None;
    }
    let code = (start, start + length);
    let end = match (open, quote(code.1)) {
        (Some(open), (behind, Some(close))) if open == close => behind,
        _ => code.1,
    };
    let Some(closing) = closing else { return Some((code, end)) };
    let bracket = skip(end, b' ');
    let behind = bracket + closing.len();
    let is_index = rest(skip(behind, b' ')).starts_with(b"=");
    (rest(bracket).starts_with(closing) && !is_index).then_some((code, behind))
}

#[cfg(test)]
mod tests {
    use super::Recognizer;
    use crate::table;
    use error_catalog::vendor::{WeCom, Youdu};

    /// The text with every code that is found in brackets, and a `?` behind one that no catalog has.
    fn marked(text: &str) -> String {
        let catalogs = [table::<WeCom>(), table::<Youdu>()];
        let recognizer = Recognizer::strict(&catalogs.each_ref(), &[]).expect("the patterns are few");
        let mut marked = String::new();
        let mut at = 0;
        for found in recognizer.find(text.as_bytes(), b'\n') {
            let (start, end) = found.code;
            let unknown = if found.named.is_none() { "?" } else { "" };
            let [before, code, quote] = [&text[at..start], &text[start..end], &text[end..found.end]];
            marked.extend([before, "[", code, unknown, "]", quote, "|"]);
            at = found.end;
        }
        marked + &text[at..]
    }

    #[test]
    fn codes_are_found_however_they_are_written() {
        for (text, expected) in [
            (r#"{"errcode":40014,"errmsg":""}"#, r#"{"errcode":[40014]|,"errmsg":""}"#),
            (r#"{"errcode" : -1}"#, r#"{"errcode" : [-1]|}"#),
            (r#"{"errCode":"40014"}"#, r#"{"errCode":"[40014]"|}"#),
            (r#"body="{\"errcode\":40014}""#, r#"body="{\"errcode\":[40014]|}""#),
            (r#"{\"errcode\":\"40014\"}"#, r#"{\"errcode\":\"[40014]\"|}"#),
            ("errcode=40014", "errcode=[40014]|"),
            ("ERRCODE: 40014, no", "ERRCODE: [40014]|, no"),
            ("'error_code' => 40014", "'error_code' => [40014]|"),
            ("errcode 40014.", "errcode [40014]|."),
            ("errcode：40014", "errcode：[40014]|"),
            ("<errcode>40014</errcode>", "<errcode>[40014]|</errcode>"),
            ("wx_errcode=40014", "wx_errcode=[40014]|"),
            ("errcode=123456", "errcode=[123456?]|"),
            ("ErrCode[40014]: no", "ErrCode[[40014]]|: no"),
            ("errcode ['40014' ], no", "errcode ['[40014]' ]|, no"),
            ("错误码：40014，请稍后", "错误码：[40014]|，请稍后"),
            ("失败，返回码40014。", "失败，返回码[40014]|。"),
            ("错误码为：\"40014\"", "错误码为：\"[40014]\"|"),
            ("錯誤代碼是 40014", "錯誤代碼是 [40014]|"),
            ("错误码（40014）", "错误码（[40014]）|"),
            ("WX错误码(40014)", "WX错误码([40014])|"),
            ("got ERRCODE_MISS_BUIN.", "got [ERRCODE_MISS_BUIN]|."),
        ] {
            assert_eq!(marked(text), expected);
        }
    }

    #[test]
    fn what_only_looks_like_a_code_is_left_alone() {
        for text in [
            "MY_ERRCODE_MISS_BUIN",
            "ERRCODE_MISS_BUINS",
            "errcodes=40014",
            "errcode",
            "errcode=",
            "\"errcode\" 40014",
            "errcode=,40014",
            "code=40014",
            "errcode:\n40014",
            "errcode[40014",
            "errcode[40014] = x",
            "\"errcode\"[40014]",
            "errno(3)",
            "错误码说明 40014",
            "错误码（40014",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
