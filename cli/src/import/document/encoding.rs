//! Decodes text of any encoding: the one that the user names, that of a byte order mark, UTF-8 if the bytes are valid, the
//! one that a page of HTML declares, or a guess. Undecodable bytes are an error with their line.

use super::html_charset;
use crate::error::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, DecoderResult, EUC_JP, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

/// How to decode a file.
pub(super) struct Hints<'a> {
    /// The encoding that the user names.
    pub(super) given: Option<&'static Encoding>,
    pub(super) is_html: bool,
    /// Is called with notes on the choice.
    pub(super) report: &'a dyn Fn(&str),
}

/// Parses `--encoding`, a name of the encoding standard.
pub(crate) fn named(name: &str) -> std::result::Result<&'static Encoding, String> {
    Encoding::for_label_no_replacement(name.as_bytes()).ok_or_else(|| {
        "write the name of an encoding, such as GBK, GB18030, Big5, Shift_JIS, UTF-16LE, UTF-8".to_owned()
    })
}

/// Returns the text of a file.
pub(super) fn text(bytes: Vec<u8>, file: &str, hints: &Hints<'_>) -> Result<String> {
    let (encoding, mark) = choose(&bytes, file, hints)?;
    let text = if encoding == UTF_8 {
        let mut text =
            String::from_utf8(bytes).map_err(|error| undecodable(error.as_bytes(), encoding, file))?;
        text.drain(..mark);
        text
    } else {
        let bytes = &bytes[mark..];
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        let mut text = decoded.ok_or_else(|| undecodable(bytes, encoding, file))?.into_owned();
        text.shrink_to_fit();
        text
    };
    match text.bytes().position(|byte| byte == 0) {
        Some(at) => Err(Error::Binary { file: file.to_owned(), at }),
        None => Ok(text),
    }
}

/// Returns the encoding, and the length of its byte order mark.
fn choose(bytes: &[u8], file: &str, hints: &Hints<'_>) -> Result<(&'static Encoding, usize)> {
    let note = |note: String| (hints.report)(&note);
    let mark = Encoding::for_bom(bytes);
    let is_utf_8 = std::str::from_utf8(bytes).is_ok();
    match (hints.given, mark) {
        // The mark decides between the two byte orders of UTF-16.
        (Some(given), Some((marked, length))) if given == marked || is_utf_16(given) && is_utf_16(marked) => {
            return Ok((marked, length));
        }
        (Some(given), Some((marked, _))) => {
            return Err(Error::Marked { file: file.to_owned(), marked: marked.name(), given: given.name() });
        }
        (Some(given), None) => {
            if is_utf_8 && !bytes.is_ascii() && given != UTF_8 {
                note(format!("read as {}, although its bytes are also valid UTF-8", given.name()));
            }
            return Ok((given, 0));
        }
        (None, Some(mark)) => return Ok(mark),
        (None, None) => {}
    }
    if let Some(order) = unmarked_utf_16(bytes) {
        note(format!("read as {}, detected from its bytes; --encoding overrides this", order.name()));
        return Ok((order, 0));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Error::Binary { file: file.to_owned(), at });
    }
    let declared = if hints.is_html { html_charset::declared(bytes) } else { None };
    // A declaration in ASCII cannot be part of UTF-16.
    let declared = declared.filter(|encoding| *encoding != UTF_8 && !is_utf_16(encoding));
    if is_utf_8 {
        // The bytes of ISO-2022-JP are ASCII.
        if let Some(declared) = declared.filter(|declared| !declared.is_ascii_compatible()) {
            return Ok((declared, 0));
        }
        if let Some(declared) = declared.filter(|_| !bytes.is_ascii()) {
            let name = declared.name();
            note(format!(
                "read as UTF-8, because its bytes are valid UTF-8, although it declares {name}; --encoding {name} overrides this"
            ));
        }
        return Ok((UTF_8, 0));
    }
    if let Some(declared) = declared {
        return Ok((declared, 0));
    }
    // One invalid byte must not make a file of UTF-8 look like another encoding.
    if is_broken_utf_8(bytes) {
        return Ok((UTF_8, 0));
    }
    let detected = detect(bytes);
    note(format!("read as {}, detected from its bytes; --encoding overrides this", detected.name()));
    Ok((detected, 0))
}

/// Guesses the encoding of bytes. A character that is cut in two makes a multi-byte encoding look like a single-byte
/// one, so the guess is repeated without such characters.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let guess = |bytes: &[u8]| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    };
    let detected = guess(bytes);
    if !detected.is_single_byte() {
        return detected;
    }
    let is_cut = |encoding: &&'static Encoding| {
        let Some(text) = without_malformed(bytes, encoding) else { return false };
        guess(&encoding.encode(&text).0) == *encoding
    };
    [GBK, BIG5, SHIFT_JIS, EUC_JP, EUC_KR].into_iter().find(is_cut).unwrap_or(detected)
}

/// Returns the text without the characters that are malformed in this encoding, or `None` if none or most are.
fn without_malformed(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(decoder.max_utf8_buffer_length_without_replacement(bytes.len())?);
    let (mut rest, mut malformed) = (bytes, 0);
    loop {
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(rest.len() + 16),
            DecoderResult::Malformed(..) => malformed += 1,
        }
    }
    let characters = text.chars().filter(|c| !c.is_ascii()).count();
    (malformed > 0 && malformed < characters).then_some(text)
}

fn is_utf_16(encoding: &'static Encoding) -> bool {
    encoding == UTF_16LE || encoding == UTF_16BE
}

/// Returns the byte order of UTF-16 without a mark: half of the bytes of its ASCII letters are zero, which no other text has.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let order = match (zeros(0), zeros(1)) {
        (0, 0) => return None,
        (even, odd) if even > odd => UTF_16BE,
        _ => UTF_16LE,
    };
    let text = order.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = text.chars().all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'));
    // Two ASCII letters can look like another letter, but not like a line end.
    (is_text && text.contains(['\n', '<'])).then_some(order)
}

/// Checks whether most of the bytes that are not ASCII are UTF-8.
fn is_broken_utf_8(bytes: &[u8]) -> bool {
    let (good, bad) = bytes.utf8_chunks().fold((0, 0), |(good, bad), chunk| {
        (
            good + chunk.valid().chars().filter(|c| !c.is_ascii()).count(),
            bad + usize::from(!chunk.invalid().is_empty()),
        )
    });
    good > bad
}

/// Returns the error with the line of the first bytes that are not text of this encoding.
fn undecodable(bytes: &[u8], encoding: &'static Encoding, file: &str) -> Error {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut line = 1;
    let mut rest = bytes;
    let mut text = [0; 4096];
    loop {
        let (result, read, written) = decoder.decode_to_utf8_without_replacement(rest, &mut text, true);
        line += String::from_utf8_lossy(&text[..written]).matches('\n').count();
        rest = &rest[read..];
        if !matches!(result, DecoderResult::OutputFull) {
            return Error::Undecodable { file: file.to_owned(), line, encoding: encoding.name() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hints, text};
    use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, WINDOWS_1252};
    use std::cell::RefCell;

    const NONE: Hints<'static> = Hints { given: None, is_html: false, report: &|_| {} };

    #[test]
    fn the_encodings_of_short_tables_are_seen() {
        let cases: [(&'static Encoding, &str); 11] = [
            (GBK, "code,message\n1,错误\n"),
            (GBK, "错误码,说明\n40001,无效的凭证\n"),
            (GB18030, "错误码,说明\n40001,无效的凭证𠀀\n"),
            (BIG5, "code,message\n1,錯誤\n"),
            (BIG5, "錯誤碼,說明\n40001,無效的憑證\n"),
            (SHIFT_JIS, "code,message\n1,エラー\n"),
            (SHIFT_JIS, "コード,メッセージ\n1,無効なトークン\n"),
            (EUC_JP, "コード,メッセージ\n1,無効なトークン\n"),
            (EUC_KR, "코드,메시지\n1,잘못된 토큰\n"),
            (WINDOWS_1252, "code;message\n1;ungültig\n"),
            (encoding_rs::UTF_8, "code,message\n1,错误\n"),
        ];
        for (encoding, table) in cases {
            let (bytes, _, lossy) = encoding.encode(table);
            assert!(!lossy, "{}", encoding.name());
            let reported = RefCell::new(String::new());
            let report = |note: &str| reported.borrow_mut().push_str(note);
            let read = text(bytes.into_owned(), "t", &Hints { report: &report, ..NONE });
            assert_eq!(read.ok().as_deref(), Some(table), "{}", encoding.name());
            assert_eq!(reported.borrow().is_empty(), encoding == encoding_rs::UTF_8, "{}", encoding.name());
        }
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_and_without_its_mark() {
        let table = "错误码,一\n40001,无效的凭证\n";
        for mark in ["", "\u{feff}"] {
            let units = || format!("{mark}{table}").encode_utf16().collect::<Vec<_>>();
            let little = units().into_iter().flat_map(u16::to_le_bytes).collect();
            let big = units().into_iter().flat_map(u16::to_be_bytes).collect();
            for bytes in [little, big] {
                assert_eq!(text(bytes, "t", &NONE).ok().as_deref(), Some(table));
            }
        }
    }

    #[test]
    fn text_with_a_character_that_is_cut_is_of_the_same_encoding() {
        let table = "错误码,说明\n40001,无效的凭证\n40002,系统繁忙请稍后再试\n";
        let whole = GBK.encode(table).0.into_owned();
        // The character is cut at the end of the text, or at the end of a line, as in a field with a fixed number of
        // bytes.
        let cut_line: Vec<u8> =
            [&GBK.encode("错误码,说明\n40001,无效的凭").0[..], b"\xd6\n40002,", &GBK.encode("系统繁忙\n").0]
                .concat();
        for (bytes, line) in [(whole[..whole.len() - 2].to_vec(), 3), (cut_line, 2)] {
            let error = text(bytes, "t", &NONE).expect_err("it is cut").to_string();
            assert!(error.contains(&format!("not valid GBK at line {line}")), "{error}");
        }
        for (encoding, table) in
            [(SHIFT_JIS, "コード,メッセージ\n1,無効なトークン"), (BIG5, "錯誤碼,說明\n40001,無效的憑證")]
        {
            let bytes = encoding.encode(table).0.into_owned();
            let error =
                text(bytes[..bytes.len() - 1].to_vec(), "t", &NONE).expect_err("it is cut").to_string();
            assert!(error.contains(encoding.name()), "{error}");
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_an_error_with_their_line() {
        let gbk = Hints { given: Some(GBK), ..NONE };
        for (bytes, hints, expected) in [
            (&b"\xe9\x94\x99\xe8\xaf\xaf\n\xe9\x94\n"[..], &NONE, "not valid UTF-8 at line 2"),
            (b"\xb4\xed\xce\xf3\n\n\xb4", &gbk, "not valid GBK at line 3"),
            (b"a\n\x00\x01\xff", &NONE, "byte 2 is zero"),
        ] {
            let error = text(bytes.to_vec(), "t", hints).expect_err("no text").to_string();
            assert!(error.contains(expected), "{error}");
        }
    }
}
