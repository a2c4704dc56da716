//! Detects the encoding of a log that extends ASCII, such as GBK. Keys are searched and notes are written in this encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, EncoderResult, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8};

/// Encodings that hold the texts of a catalog in Chinese, Japanese or Korean. In a log of any
/// other encoding, notes are written in UTF-8.
const GUESSED: [&Encoding; 6] = [GBK, GB18030, BIG5, EUC_JP, EUC_KR, SHIFT_JIS];

/// Returns the likely encoding of a log, or `None` if the text is ASCII, which fits them all.
pub(crate) fn detect(text: &[u8], lang: Option<&str>) -> Option<&'static Encoding> {
    /// A larger sample takes longer and does not change the result.
    const SAMPLE: usize = 64 << 10;
    // `position` alone would take half as long as all else that annotate does with a log in ASCII.
    let start = if text.is_ascii() { None } else { text.iter().position(|byte| !byte.is_ascii()) }?;
    let sample = &text[start..text.len().min(start + SAMPLE)];
    // A character may be cut at the end of the sample.
    let lines = sample.iter().rposition(|byte| *byte == b'\n').map_or(sample, |end| &sample[..=end]);
    let chunks = sample.utf8_chunks().map(|chunk| (chunk.valid().chars(), chunk.invalid()));
    let (good, bad) = chunks.fold((0, 0), |(good, bad), (valid, invalid)| {
        (good + valid.filter(|c| !c.is_ascii()).count(), bad + usize::from(!invalid.is_empty()))
    });
    // A few wrong bytes in UTF-8 do not make it another encoding.
    if good >= bad {
        return Some(UTF_8);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(lines, true);
    // Users of a catalog in Chinese have logs in Chinese.
    let country = lang.and_then(|lang| match lang.split('-').next()? {
        "zh" => Some(&b"cn"[..]),
        "ja" => Some(b"jp"),
        "ko" => Some(b"kr"),
        _ => None,
    });
    let guess = detector.guess(country, Utf8Detection::Deny);
    let is_text = guess.decode_without_bom_handling_and_without_replacement(lines).is_some();
    Some(if is_text && GUESSED.contains(&guess) { guess } else { UTF_8 })
}

/// Encodes a text. Characters that the encoding lacks are escaped as in `\u{4e0d}`.
pub(crate) fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let mut encoder = encoding.new_encoder();
    let mut encoded = Vec::new();
    let mut rest = text;
    loop {
        let length = encoder.max_buffer_length_from_utf8_without_replacement(rest.len());
        encoded.reserve(length.unwrap_or(4 * rest.len()).max(16));
        let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut encoded, true);
        rest = &rest[read..];
        match result {
            EncoderResult::InputEmpty => return encoded,
            EncoderResult::Unmappable(character) => {
                encoded.extend_from_slice(character.escape_unicode().to_string().as_bytes());
            }
            EncoderResult::OutputFull => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{detect, encode};
    use encoding_rs::{BIG5, GBK, UTF_8};

    #[test]
    fn one_line_of_chinese_decides() {
        let line = "10:00 发送失败，错误码：40014\n";
        assert_eq!(detect(line.as_bytes(), Some("zh-CN")), Some(UTF_8));
        assert_eq!(detect(&GBK.encode(line).0, Some("zh-CN")), Some(GBK));
        assert_eq!(detect(b"errcode=40014\n", Some("zh-CN")), None);
        // Bytes that are invalid in every encoding are taken for UTF-8, and so is UTF-8 with one wrong byte.
        assert_eq!(detect(b"\xff\xfeerrcode=40014\xff\n", Some("zh-CN")), Some(UTF_8));
        assert_eq!(detect("错误\u{ff1a}".as_bytes().split_last().expect("bytes").1, None), Some(UTF_8));
    }

    #[test]
    fn a_character_that_the_encoding_lacks_is_escaped() {
        assert_eq!(encode("a不🙂b", BIG5), [b"a\xa4\xa3", &b"\\u{1f642}"[..], b"b"].concat());
    }
}
