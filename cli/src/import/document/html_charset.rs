//! The encoding that a page of HTML declares: `<meta charset>`, or the longer form with `http-equiv`.

use encoding_rs::Encoding;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// Browsers look no further than the first KiB; pages that were saved by one have more before it.
const HEAD: usize = 16 << 10;

/// Returns the encoding that a page declares, if it exists.
pub(super) fn declared(page: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&page[..page.len().min(HEAD)]);
    let mut found = None;
    let (mut is_meta, mut attribute) = (false, Vec::new());
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<usize>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => is_meta = name == b"meta",
            CallbackEvent::AttributeName { name } => name.clone_into(&mut attribute),
            CallbackEvent::AttributeValue { value } if is_meta && found.is_none() => {
                let value = String::from_utf8_lossy(value);
                let name = match attribute.as_slice() {
                    b"charset" => Some(&*value),
                    b"content" => of_content(&value),
                    _ => None,
                };
                found = name.and_then(|name| Encoding::for_label_no_replacement(name.as_bytes()));
            }
            _ => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(&*head, emitter) {
        let Ok(()) = token;
    }
    found
}

/// Returns the charset of a content type such as `text/html; charset=gbk`.
fn of_content(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("charset")?;
    let value = content[at..].split_once('=')?.1.trim_start().trim_start_matches(['"', '\'']);
    value.split([';', ' ', '"', '\'']).next()
}

#[cfg(test)]
mod tests {
    use super::{Encoding, declared};

    #[test]
    fn a_page_declares_its_encoding_in_one_of_two_ways() {
        for (page, name) in [
            ("<!doctype html><META CHARSET=gb2312>", Some("GBK")),
            ("<meta http-equiv='Content-Type' content='text/html; charset=Big5'>", Some("Big5")),
            ("<meta name=viewport content='width=1'><meta charset=\"shift_jis\" />", Some("Shift_JIS")),
            ("<!-- <meta charset=gbk> --><script>'<meta charset=gbk>'</script>", None),
            ("<p charset=gbk>", None),
            ("<meta name=description content='which charset = which'><meta charset=gbk>", Some("GBK")),
        ] {
            assert_eq!(declared(page.as_bytes()).map(Encoding::name), name, "{page}");
        }
    }
}
